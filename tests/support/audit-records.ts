import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { decodeRows } from "../../server/db/records.ts";
import { read } from "../../server/db/run.ts";
import { LATEST_AUDIT_RECORDS } from "./audit-records.cypher.ts";

const record = z.object({
  index: z.number(),
  at: z.string(),
  actorId: z.string().nullish(),
  actorName: z.string().nullish(),
  actorRole: z.string().nullish(),
  demo: z.boolean(),
  ip: z.string().nullish(),
  action: z.string(),
  subjectIds: z.array(z.string()),
  detail: z.string().transform((text) => z.record(z.string(), z.unknown()).parse(JSON.parse(text))),
  result: z.string(),
  requestId: z.string().nullish(),
  hash: z.string(),
});
const row = z.object({ record });

/** A record of the trail as a test looks at it; `detail` is parsed. */
export type AuditEntry = z.infer<typeof record>;

/** The latest records of the trail, the latest first; of one action when it is given. */
export async function latestAuditRecords(driver: Driver, limit = 10, action: string | null = null): Promise<AuditEntry[]> {
  return decodeRows(row, await read(driver, "neo4j", LATEST_AUDIT_RECORDS, { limit, action })).map((found) => found.record);
}
