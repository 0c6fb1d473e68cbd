import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type ClassArchive, classArchive, NO_CLASS_ARCHIVE } from "./class-archive.ts";
import { engineConfiguration, jvmArguments } from "./configuration.ts";
import { type EnginePaths, enginePaths, lockDataDir } from "./data-dir.ts";
import { endProcess, findOrphan, removeRecord, writeRecord } from "./engine-record.ts";
import { failureReason } from "./failure-reason.ts";
import { StartFault, writeFault } from "./faults.ts";
import { type EngineJars, type EngineLog, ensureEngine } from "./jars.ts";
import { findJava, type Java } from "./java.ts";
import type { FileLock } from "./lock-file.ts";
import { ENGINE_USER, readOrMakePassword, settlePassword } from "./password.ts";
import { identify, type ProcessIdentity } from "./process-identity.ts";

/** How to start the private engine. */
export interface EngineOptions {
  /** Where the jars lie, or are fetched to. */
  engineDir: string;
  dataDir: string;
  /** Such as `1g`. */
  heap: string;
  /** Such as `512m`. */
  pageCache: string;
  /** A free one is taken when it is left out. */
  boltPort?: number | undefined;
  /** The JDK to use; the PATH's `java` when left out. */
  javaHome?: string | undefined;
  /** Whether to keep an archive of loaded classes beside the jars: a faster start, for one slow stop. Not when left out. */
  keepClassArchive?: boolean | undefined;
  /** A lock on `dataDir` that the caller already took; it is released with the engine. */
  lock?: FileLock | undefined;
  /** How long a store may take to recover before the start is given up; 10 minutes when left out. */
  readyWithinMs?: number | undefined;
  /** Ends an unfinished start; the promise is then rejected with the signal's reason. */
  signal?: AbortSignal | undefined;
  log: EngineLog;
}

/** A private engine that answers Bolt. */
export interface RunningEngine {
  uri: string;
  user: string;
  password: string;
  pid: number;
  /** Resolves when the process ends, whoever ended it. */
  exited: Promise<void>;
  /** Closes the store and ends the process, then frees the data directory. Safe to call more than once. */
  stop(): Promise<void>;
}

/** A checkpoint of a large store takes its time; after this the process is killed and the next start recovers from the log. */
const STOP_WITHIN_MS = 60_000;

const READY_WITHIN_MS = 600_000;

/** A free port found by us can be taken by others before the engine binds it. */
const PORT_TRIES = 3;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => server.once("error", fail).listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** True once the engine itself says that it answers. That a port accepts proves nothing: another program may have taken it. */
function hasStarted(paths: EnginePaths): boolean {
  return existsSync(paths.log) && readFileSync(paths.log, "utf8").includes(" Started.");
}

interface Spawned {
  identity: ProcessIdentity | undefined;
  exited: Promise<void>;
  hasExited(): boolean;
}

function watchExit(child: ChildProcess): Pick<Spawned, "exited" | "hasExited"> {
  let over = false;
  const exited = new Promise<void>((done) => {
    const end = (): void => {
      over = true;
      done();
    };
    child.once("exit", end).once("error", end);
  });
  return { exited, hasExited: () => over };
}

/** What every try to start the JVM needs. */
interface Launch {
  readonly java: Java;
  readonly jars: EngineJars;
  readonly archive: ClassArchive;
  readonly paths: EnginePaths;
  readonly options: EngineOptions;
}

function spawnEngine({ java, paths, options, jars, archive }: Launch, boltPort: number): Spawned {
  const token = randomBytes(16).toString("hex");
  writeFileSync(`${paths.config}/neo4j.conf`, engineConfiguration(boltPort, options, jars));
  writeRecord(paths, { token });
  // Each run has its own log, so that nothing said by an earlier one is taken for this one's.
  if (existsSync(paths.log)) renameSync(paths.log, `${paths.log}.previous`);
  const output = openSync(paths.console, "w", 0o600);
  // A process group of its own: the terminal's Ctrl-C must reach only us, so that requests are drained before the store closes.
  const child = spawn(java.command, jvmArguments(paths, options, jars, archive, token), {
    detached: true,
    stdio: ["ignore", output, output],
    cwd: paths.home,
  });
  closeSync(output);
  const watched = watchExit(child);
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  if (identity !== undefined) writeRecord(paths, { token, process: identity });
  return { identity, ...watched };
}

async function waitUntilStarted(
  spawned: Spawned,
  paths: EnginePaths,
  options: EngineOptions,
): Promise<"ready" | "ended" | "late" | "aborted"> {
  const deadline = Date.now() + (options.readyWithinMs ?? READY_WITHIN_MS);
  while (Date.now() < deadline) {
    if (options.signal?.aborted) return "aborted";
    if (spawned.hasExited()) return "ended";
    if (hasStarted(paths)) return "ready";
    await Promise.race([delay(100), spawned.exited]);
  }
  return "late";
}

function engineFault(paths: EnginePaths, reason: string): StartFault {
  if (/No space left on device/i.test(reason)) {
    const fault = writeFault(paths.home, Object.assign(new Error(reason), { code: "ENOSPC" }));
    if (fault instanceof StartFault) return fault;
  }
  return new StartFault("ENGINE_FAILED", {
    zh: `内置数据库未能启动：${reason}`,
    en: `The private database did not start: ${reason}`,
    commands: [`tail -n 50 ${paths.console} ${paths.log}`, "free -m", "NEO4J_HEAP=512m NEO4J_PAGECACHE=256m npm start"],
  });
}

async function stopOrphan(paths: EnginePaths, log: EngineLog): Promise<void> {
  const orphan = findOrphan(paths);
  if (orphan !== undefined) {
    log.warn(
      `上次未正常退出，正在关闭遗留的内置数据库 closing the private database that an earlier run left behind (process ${orphan.pid})`,
    );
    await endProcess(orphan, STOP_WITHIN_MS);
  }
  removeRecord(paths);
}

function prepareHome(paths: EnginePaths): string {
  mkdirSync(paths.config, { recursive: true, mode: 0o700 });
  mkdirSync(paths.logs, { recursive: true, mode: 0o700 });
  return readOrMakePassword(paths.password);
}

async function bringUp(launched: Launch): Promise<{ spawned: Spawned; boltPort: number }> {
  const { paths, options } = launched;
  for (let attempt = 1; ; attempt += 1) {
    const boltPort = options.boltPort ?? (await freePort());
    const spawned = spawnEngine(launched, boltPort);
    const outcome = await waitUntilStarted(spawned, paths, options);
    if (outcome === "ready") return { spawned, boltPort };
    if (spawned.identity !== undefined) await endProcess(spawned.identity, STOP_WITHIN_MS);
    removeRecord(paths);
    options.signal?.throwIfAborted();
    const reason = outcome === "late" ? "it did not answer in time" : failureReason(paths);
    const portTaken = /Address already in use/i.test(reason);
    if (!portTaken || options.boltPort !== undefined || attempt === PORT_TRIES) throw engineFault(paths, reason);
  }
}

async function launch(options: EngineOptions, lock: FileLock): Promise<RunningEngine> {
  const paths = enginePaths(options.dataDir);
  const java = await findJava(options.javaHome);
  const jars = await ensureEngine(options);
  options.signal?.throwIfAborted();
  await stopOrphan(paths, options.log);
  const password = prepareHome(paths);
  const archive = options.keepClassArchive ? classArchive(options.engineDir, java) : NO_CLASS_ARCHIVE;
  const { spawned, boltPort } = await bringUp({ java, jars, archive, paths, options });
  const { identity } = spawned;
  if (identity === undefined) throw engineFault(paths, failureReason(paths));
  const uri = `bolt://127.0.0.1:${boltPort}`;
  let stopping: Promise<void> | undefined;
  const end = async (): Promise<void> => {
    await endProcess(identity, STOP_WITHIN_MS);
    archive.keep();
    removeRecord(paths);
    lock.release();
  };
  const stop = (): Promise<void> => {
    stopping ??= end();
    return stopping;
  };
  try {
    await settlePassword(uri, password, paths.password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { uri, user: ENGINE_USER, password, pid: identity.pid, exited: spawned.exited, stop };
}

/**
 * Starts the private Neo4j with Graph Data Science on `dataDir`, fetching its jars first when needed, and answers when it accepts
 * queries. Takes the data directory's lock, ends an engine that a killed run left there, and never touches any other.
 * Throws StartFault: NO_JAVA, JAVA_TOO_OLD, NO_MAVEN, DOWNLOAD_FAILED, DATA_DIR_IN_USE, DATA_DIR_NOT_WRITABLE, DISK_FULL,
 * WRONG_PASSWORD or ENGINE_FAILED.
 */
export async function startEngine(options: EngineOptions): Promise<RunningEngine> {
  const lock = options.lock ?? lockDataDir(options.dataDir);
  try {
    return await launch(options, lock);
  } catch (error) {
    lock.release();
    throw writeFault(options.dataDir, error);
  }
}
