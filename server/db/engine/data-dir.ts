import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { StartFault, writeFault } from "./faults.ts";
import { type FileLock, tryLock } from "./lock-file.ts";

/** Where the private engine keeps what is its own below DATA_DIR. */
export interface EnginePaths {
  home: string;
  config: string;
  password: string;
  /** Who the engine process is, for the next start after a crash. */
  record: string;
  /** What the JVM prints; of the present or last run. */
  console: string;
  /** Neo4j's own log; of the present or last run. */
  log: string;
  logs: string;
}

/** The engine's paths below `dataDir`, all absolute. */
export function enginePaths(dataDir: string): EnginePaths {
  const home = resolve(dataDir, "engine");
  return {
    home,
    config: join(home, "conf"),
    password: join(home, "password"),
    record: join(home, "process.json"),
    console: join(home, "logs", "console.log"),
    log: join(home, "logs", "neo4j.log"),
    logs: join(home, "logs"),
  };
}

/**
 * Makes `dataDir` if it is not there and takes it for this process.
 * Throws StartFault DATA_DIR_IN_USE, DATA_DIR_NOT_WRITABLE or DISK_FULL.
 */
export function lockDataDir(dataDir: string): FileLock {
  const directory = resolve(dataDir);
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const attempt = tryLock(join(directory, "lock"));
    if (attempt.lock !== undefined) return attempt.lock;
    throw new StartFault("DATA_DIR_IN_USE", {
      zh: `数据目录 ${directory} 正被另一个实例使用(进程 ${attempt.holder.pid})。`,
      en: `The data directory ${directory} is already in use by another instance (process ${attempt.holder.pid}).`,
      commands: [`kill ${attempt.holder.pid}`, "DATA_DIR=.data2 PORT=4001 npm start"],
    });
  } catch (error) {
    throw writeFault(directory, error);
  }
}
