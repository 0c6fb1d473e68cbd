import neo4j, { type Driver } from "neo4j-driver";
import { AppError } from "../shared/errors.ts";
import { toAppError } from "./errors.ts";

/** Where the database is and who asks. `uri` is `bolt://` for one server, `neo4j://` for a cluster. */
export interface DriverOptions {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

const CONNECT_TIMEOUT_MS = 5_000;
const ACQUIRE_TIMEOUT_MS = 15_000;
const RETRY_TIME_MS = 15_000;
const POOL_SIZE = 50;

/** A driver with its own connection pool. Nothing is connected yet: {@link verifyServer} does. The caller closes it. */
export function createDriver(options: DriverOptions): Driver {
  return neo4j.driver(options.uri, neo4j.auth.basic(options.user, options.password), {
    connectionTimeout: CONNECT_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUIRE_TIMEOUT_MS,
    maxTransactionRetryTime: RETRY_TIME_MS,
    maxConnectionPoolSize: POOL_SIZE,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    telemetryDisabled: true,
    userAgent: "talent-map",
  });
}

/** The server is not Neo4j 5 from 5.24 on, whose Cypher the program is written in. Code `DATABASE_VERSION`. */
export class DatabaseVersionError extends AppError {
  constructor(found: string) {
    super(
      "DATABASE_VERSION",
      `数据库版本为 ${found}，本系统需要 Neo4j 5.26（5.24 及以上的 5.x 版本）。`,
      `The database is version ${found}; this program needs Neo4j 5.26 (any 5.x from 5.24 on).`,
    );
  }
}

/**
 * Connects once and checks the version of the server.
 * @returns the version, such as `5.26.30`
 * @throws DatabaseUnavailableError, DatabaseAuthError or {@link DatabaseVersionError}
 */
export async function verifyServer(driver: Driver, database: string): Promise<string> {
  const info = await driver.getServerInfo({ database }).catch((error: unknown) => {
    throw toAppError(error);
  });
  const version = /^Neo4j\/(\d+)\.(\d+)/.exec(info.agent ?? "");
  const [major, minor] = [Number(version?.[1]), Number(version?.[2])];
  if (major !== 5 || minor < 24) throw new DatabaseVersionError(info.agent ?? "unknown");
  return (info.agent ?? "").replace("Neo4j/", "");
}
