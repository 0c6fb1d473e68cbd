import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { type EnginePaths, enginePaths } from "./data-dir.ts";
import { findOrphan } from "./engine-record.ts";
import { ENGINE_USER } from "./password.ts";

/** How to reach a private engine that another process of ours runs. */
export interface EngineAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

/** An engine that is just starting is waited for. */
const ANSWERS_WITHIN_MS = 60_000;
const POLL_MS = 250;

/** The address that the engine's start left on the disk; undefined while it has not come so far. */
function recordedAddress(paths: EnginePaths): EngineAddress | undefined {
  try {
    const address = /^server\.bolt\.listen_address=(\S+)$/m.exec(readFileSync(`${paths.config}/neo4j.conf`, "utf8"))?.[1];
    const password = readFileSync(paths.password, "utf8").trim();
    return address === undefined || password === "" ? undefined : { uri: `bolt://${address}`, user: ENGINE_USER, password };
  } catch {
    return undefined;
  }
}

async function answers({ uri, user, password }: EngineAddress): Promise<boolean> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { connectionTimeout: 5_000, telemetryDisabled: true });
  try {
    await driver.getServerInfo({ database: "system" });
    return true;
  } catch {
    // Also a password refused: a new engine is given ours a moment after it began to answer.
    return false;
  } finally {
    await driver.close();
  }
}

/**
 * The private engine that runs on `dataDir` now, started by another process of ours, once it answers; undefined when none runs there,
 * or when it ends before it answers.
 */
export async function findRunningEngine(dataDir: string): Promise<EngineAddress | undefined> {
  const paths = enginePaths(dataDir);
  const deadline = Date.now() + ANSWERS_WITHIN_MS;
  while (findOrphan(paths) !== undefined && Date.now() < deadline) {
    const address = recordedAddress(paths);
    if (address !== undefined && (await answers(address))) return address;
    await delay(POLL_MS);
  }
  return undefined;
}
