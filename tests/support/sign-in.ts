import type { Driver } from "neo4j-driver";
import { type Env, readEnv } from "../../server/env.ts";
import { createAuditTrail } from "../../server/features/audit/index.ts";
import { createAuth } from "../../server/features/auth/index.ts";
import type { Role } from "../../server/graphql/generated.ts";
import { openSecret } from "../../server/shared/secret.ts";

/** The installation's key in tests; made up, and known to everybody. */
export const TEST_SECRET_KEY = Buffer.alloc(32, 1).toString("base64");

/** The product's settings in a test, with the defaults of production but for what is given. */
export function testEnv(variables: Readonly<Record<string, string>> = {}): Env {
  return readEnv({ SECRET_KEY: TEST_SECRET_KEY, ...variables });
}

/** A bearer token on the database of a driver, issued as the shell would, for a day unless told. @returns its text */
export async function issueToken(driver: Driver, role: Role, clock: () => Date = () => new Date(), days = 1): Promise<string> {
  const env = testEnv();
  const secret = openSecret(env);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const database = { driver, database: env.database };
  const audit = createAuditTrail({ ...database, secret, clock, log });
  const auth = createAuth({ ...database, audit, secret, clock, settings: env.accounts, noticeVersion: () => null });
  const { bearer } = await auth.tokens.issue({ name: `test ${role}`, role, days }, { actor: null, origin: null });
  return bearer;
}
