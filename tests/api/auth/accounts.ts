import type { Driver } from "neo4j-driver";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { type Auth, createAuth } from "../../../server/features/auth/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import type { TestBrowser } from "./browser.ts";

/** The first accounts of every test here. Their passwords follow the policy. */
export const FIRST = [
  { name: "sys.wen", displayName: "文系统", role: "SYSTEM_ADMIN", password: "granite-Otter-41-violin" },
  { name: "sec.luo", displayName: "罗安全", role: "SECURITY_ADMIN", password: "copper-Heron-77-cello" },
  { name: "aud.qin", displayName: "秦审计", role: "AUDITOR", password: "maple-Weasel-19-oboe" },
  { name: "officer.bai", displayName: "白专员", role: "OFFICER", password: "walnut-Ibis-63-lute" },
] as const;

/** The room on the test database, as the shell opens it. */
export function shellAuth(driver: Driver, clock: () => Date, variables: Readonly<Record<string, string>> = {}): Auth {
  const env = testEnv(variables);
  const secret = openSecret(env);
  const database = { driver, database: DATABASE };
  const audit = createAuditTrail({ ...database, secret, clock, log: silent });
  return createAuth({ ...database, audit, secret, clock, settings: env.accounts, noticeVersion: () => null });
}

/** Opens the set-up link in a browser and creates the first accounts. */
export async function setUpFirst(auth: Auth, browser: TestBrowser): Promise<void> {
  const link = await auth.links.issueForSetUp();
  if (link === undefined) throw new Error("There are accounts already.");
  await browser.post("/auth/link", { token: link.secret });
  const answer = await browser.post("/auth/set-up", { accounts: FIRST });
  if (answer.status !== 200) throw new Error(`The set-up was refused: ${answer.message}`);
}

/** The password of one of the first accounts. */
export function passwordOf(name: (typeof FIRST)[number]["name"]): string {
  return FIRST.find((each) => each.name === name)?.password ?? "";
}
