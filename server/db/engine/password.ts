import { randomBytes } from "node:crypto";
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import neo4j, { type Driver, Neo4jError } from "neo4j-driver";
import { StartFault, systemCode } from "./faults.ts";
import { SET_FIRST_PASSWORD } from "./password.cypher.ts";

/** The only account of the private engine. */
export const ENGINE_USER = "neo4j";

/** What Neo4j ships with; it only lets the password be changed. */
const FACTORY_PASSWORD = "neo4j";

/**
 * The engine's password from `path`; made at random and stored with mode 0600 on the first start. It is on disk before the engine
 * learns it, so that a crash between the two cannot lock us out.
 */
export function readOrMakePassword(path: string): string {
  try {
    const stored = readFileSync(path, "utf8").trim();
    if (stored !== "") return stored;
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
  }
  const password = randomBytes(24).toString("base64url");
  const file = openSync(`${path}.new`, "w", 0o600);
  writeSync(file, `${password}\n`);
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return password;
}

/** True when the server refused the credentials rather than the request. */
export function isWrongPassword(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === "Neo.ClientError.Security.Unauthorized";
}

async function withDriver<T>(uri: string, password: string, use: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(ENGINE_USER, password), { telemetryDisabled: true });
  try {
    return await use(driver);
  } finally {
    await driver.close();
  }
}

async function accepts(uri: string, password: string): Promise<boolean> {
  try {
    await withDriver(uri, password, (driver) => driver.getServerInfo({ database: "system" }));
    return true;
  } catch (error) {
    if (isWrongPassword(error)) return false;
    throw error;
  }
}

/**
 * Gives a new engine its password, or checks that it has it. Throws StartFault WRONG_PASSWORD when the store has another one
 * (the password file was removed or replaced).
 */
export async function settlePassword(uri: string, password: string, path: string): Promise<void> {
  if (await accepts(uri, password)) return;
  try {
    await withDriver(uri, FACTORY_PASSWORD, (driver) =>
      driver.executeQuery(SET_FIRST_PASSWORD, { old: FACTORY_PASSWORD, new: password }, { database: "system" }),
    );
  } catch (error) {
    if (!isWrongPassword(error)) throw error;
    throw new StartFault(
      "WRONG_PASSWORD",
      {
        zh: `内置数据库不接受 ${path} 中的密码：该文件与数据不匹配。`,
        en: `The private database does not accept the password in ${path}: the file does not belong to this data.`,
        commands: [`ls -l ${path}`, `cp /path/to/backup/password ${path}`, "DATA_DIR=.data2 npm start"],
      },
      error,
    );
  }
}
