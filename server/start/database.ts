import neo4j, { type Driver } from "neo4j-driver";
import { createDriver, verifyServer } from "../db/driver.ts";
import { type EngineLog, lockDataDir, type RunningEngine, StartFault, type StartFaultCode, startEngine } from "../db/engine/index.ts";
import { read } from "../db/run.ts";
import type { Env, ExternalDatabase } from "../env.ts";
import { AppError } from "../shared/errors.ts";

/** Asks nothing of the data: that the named database answers at all. */
const ANSWER = /* cypher */ "RETURN 1 AS answer";

/** A verified database, the operator's or the private one. */
export interface OpenDatabase {
  readonly driver: Driver;
  /** Set when the private engine was started. */
  readonly engine: RunningEngine | undefined;
  /** Closes the driver, then stops the private engine; an operator's server is left alone. */
  close(): Promise<void>;
}

const EXTERNAL_SETTINGS = "NEO4J_URI=bolt://host:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… npm start";

/** How each of the database layer's errors is called here, and what mends it. */
function databaseFault(uri: string, error: AppError): StartFault | undefined {
  const faults: Record<string, { code: StartFaultCode; commands: string[] }> = {
    DATABASE_UNAVAILABLE: { code: "DATABASE_UNREACHABLE", commands: [`cypher-shell -a ${uri} -u neo4j`, EXTERNAL_SETTINGS] },
    DATABASE_AUTH: {
      code: "WRONG_PASSWORD",
      commands: [`cypher-shell -a ${uri} -u neo4j`, `NEO4J_PASSWORD=… NEO4J_USER=… NEO4J_URI=${uri} npm start`],
    },
    DATABASE_NOT_FOUND: {
      code: "DATABASE_MISSING",
      commands: [`cypher-shell -a ${uri} -d system "SHOW DATABASES"`, "NEO4J_DATABASE=neo4j npm start"],
    },
    DATABASE_VERSION: {
      code: "UNSUPPORTED_DATABASE",
      commands: ["docker compose up", "env -u NEO4J_URI -u NEO4J_USER -u NEO4J_PASSWORD npm start"],
    },
  };
  const found = faults[error.code];
  if (found === undefined) return undefined;
  const address = error.code === "DATABASE_UNAVAILABLE" ? `（${uri}）` : "";
  const zh = error.messageZh.replace(/。$/, `${address}。`);
  const en = address === "" ? error.messageEn : `${error.messageEn.replace(/\.$/, "")} (${uri}).`;
  return new StartFault(found.code, { zh, en, commands: found.commands }, error);
}

/** The program's own driver asks for what Neo4j knows only from 5.7 on; to hear an older server's version, one must ask for less. */
async function checkServer(server: ExternalDatabase, database: string): Promise<void> {
  const probe = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password), {
    connectionTimeout: 5_000,
    telemetryDisabled: true,
  });
  try {
    await verifyServer(probe, database);
    await read(probe, database, ANSWER);
  } catch (error) {
    throw (error instanceof AppError ? databaseFault(server.uri, error) : undefined) ?? error;
  } finally {
    await probe.close();
  }
}

async function connect(server: ExternalDatabase, database: string): Promise<Driver> {
  await checkServer(server, database);
  return createDriver(server);
}

async function openExternal(server: ExternalDatabase, database: string): Promise<OpenDatabase> {
  const driver = await connect(server, database);
  return { driver, engine: undefined, close: () => driver.close() };
}

async function openPrivate(env: Env, log: EngineLog, signal: AbortSignal, beforeLaunch: () => Promise<void>): Promise<OpenDatabase> {
  // The lock comes first: of all that can be wrong with a second start on one data directory, this is what its operator must hear.
  const lock = lockDataDir(env.dataDir);
  try {
    await beforeLaunch();
  } catch (error) {
    lock.release();
    throw error;
  }
  const engine = await startEngine({ ...env, keepClassArchive: true, lock, signal, log });
  try {
    const driver = await connect(engine, env.database);
    const close = async (): Promise<void> => {
      await driver.close();
      await engine.stop();
    };
    return { driver, engine, close };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/**
 * Opens the database that the settings name: the operator's when `NEO4J_URI` is set (nothing is fetched or launched), else the
 * private engine. `beforeLaunch` runs once the data directory is ours and before anything slow.
 * Throws StartFault.
 */
export async function openDatabase(
  env: Env,
  log: EngineLog,
  signal: AbortSignal,
  beforeLaunch: () => Promise<void>,
): Promise<OpenDatabase> {
  if (env.external === undefined) return openPrivate(env, log, signal, beforeLaunch);
  await beforeLaunch();
  return openExternal(env.external, env.database);
}
