import type { Driver } from "neo4j-driver";
import { createDriver } from "../db/driver.ts";
import { type EngineLog, findRunningEngine } from "../db/engine/index.ts";
import type { Env } from "../env.ts";
import { createAuditTrail } from "../features/audit/index.ts";
import { type Auth, createAuth } from "../features/auth/index.ts";
import type { Log } from "../shared/log.ts";
import { NOTICE_VERSION } from "../shared/notice.ts";
import { openSecret } from "../shared/secret.ts";
import { openDatabase } from "./database.ts";

/** A database for a command of the shell. */
export interface CommandDatabase {
  readonly driver: Driver;
  /** Closes what was opened; an engine that another process runs stays up. */
  close(): Promise<void>;
}

/** The accounts on a database, for what runs outside the web server: the start, and commands of the shell. */
export function openAuth(env: Env, driver: Driver, log: Log): Auth {
  const secret = openSecret(env);
  const database = { driver, database: env.database };
  const clock = (): Date => new Date();
  const audit = createAuditTrail({ ...database, secret, clock, log });
  return createAuth({ ...database, audit, secret, clock, settings: env.accounts, noticeVersion: () => NOTICE_VERSION });
}

/**
 * The database of the settings, whether the product runs or not: the operator's server, the private engine that another process keeps
 * running, or else the private engine started for this command alone. Throws StartFault.
 */
export async function openForCommand(env: Env, log: EngineLog, signal: AbortSignal): Promise<CommandDatabase> {
  const running = env.external === undefined ? await findRunningEngine(env.dataDir) : undefined;
  if (running === undefined) return openDatabase(env, log, signal, async () => undefined);
  const driver = createDriver(running);
  return { driver, close: () => driver.close() };
}
