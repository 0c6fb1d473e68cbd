import { randomBytes } from "node:crypto";
import type { Driver } from "neo4j-driver";
import { write } from "../../../server/db/run.ts";
import { type AuditEvent, type AuditTrail, type AuditTrailOptions, createAuditTrail } from "../../../server/features/audit/index.ts";
import { openSecret, type Secret } from "../../../server/shared/secret.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import { NEW_AUDIT_HEAD, REMOVE_AUDIT } from "./tampering.cypher.ts";

/** A secret of this test run. */
export const SECRET: Secret = openSecret({ secretKey: randomBytes(32).toString("base64"), dataDir: "." });

/** A trail on the test database, as one instance of the product has it. */
export function openTrail(driver: Driver, options: Partial<AuditTrailOptions> = {}): AuditTrail {
  return createAuditTrail({ driver, database: DATABASE, secret: SECRET, clock: () => new Date(), log: silent, ...options });
}

/** The trail of a new database. */
export async function emptyTrail(driver: Driver): Promise<void> {
  await write(driver, DATABASE, REMOVE_AUDIT);
  await write(driver, DATABASE, NEW_AUDIT_HEAD);
}

/** A search by somebody, told apart by its number. */
export function searchEvent(number: number, changed: Partial<AuditEvent> = {}): AuditEvent {
  return {
    actor: { id: "01ACTOR", name: "审计测试", role: "OFFICER", demo: false },
    origin: { requestId: `request-${number}`, ip: "127.0.0.1" },
    action: "SEARCH",
    subjectIds: [],
    detail: { query: `第 ${number} 次`, count: number },
    result: "OK",
    ...changed,
  };
}
