import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { StartFault, writeFault } from "./faults.ts";
import { checkMaven } from "./java.ts";
import { waitForLock } from "./lock-file.ts";

/** Where the engine reports what it is doing; a pino logger fits. */
export interface EngineLog {
  info(message: string): void;
  warn(message: string): void;
}

/** The two folders of jars that the engine needs. */
export interface EngineJars {
  /** Every jar: the class path. */
  lib: string;
  /** The GDS jars once more, where Neo4j looks for procedures. */
  plugins: string;
}

const POM = fileURLToPath(new URL("./pom.xml", import.meta.url));

/** Measured for this pom; only used to show how far a first fetch has come. */
const ABOUT_MEGABYTES = 170;

const PROGRESS_EVERY_MS = 2_000;

const marker = z.object({ pom: z.string(), jars: z.record(z.string(), z.number()) });
type Marker = z.infer<typeof marker>;

function pomHash(): string {
  return createHash("sha256").update(readFileSync(POM)).digest("hex");
}

/** Size in bytes of every jar, keyed by `folder/name`. */
function listJars(jars: EngineJars): Record<string, number> {
  return Object.fromEntries(
    Object.entries(jars).flatMap(([folder, path]) =>
      readdirSync(path)
        .filter((name) => name.endsWith(".jar"))
        .map((name) => [`${folder}/${name}`, statSync(join(path, name)).size]),
    ),
  );
}

function isComplete(markerPath: string, jars: EngineJars): boolean {
  try {
    const stored: Marker = marker.parse(JSON.parse(readFileSync(markerPath, "utf8")));
    const found = listJars(jars);
    const names = Object.keys(stored.jars);
    return stored.pom === pomHash() && names.length > 0 && names.every((name) => found[name] === stored.jars[name]);
  } catch {
    return false;
  }
}

/** Bytes in Maven's "(6.7 MB at 48 MB/s)"; 0 for any other line. */
export function downloadedBytes(line: string): number {
  const match = /^\[INFO\] Downloaded from .*\(([\d.]+) (B|kB|MB|GB) at /.exec(line);
  if (match === null) return 0;
  const unit = { B: 1, kB: 1e3, MB: 1e6, GB: 1e9 }[match[2] ?? ""] ?? 0;
  return Number(match[1]) * unit;
}

function downloadFault(engineDir: string, errors: readonly string[]): unknown {
  const reason = (errors[0] ?? "mvn failed")
    .replace(/^\[ERROR\] /, "")
    .replace(/ -> \[Help \d+\].*$/, "")
    .slice(0, 400);
  if (errors.some((line) => line.includes("No space left on device"))) {
    return writeFault(engineDir, Object.assign(new Error(reason), { code: "ENOSPC" }));
  }
  return new StartFault("DOWNLOAD_FAILED", {
    zh: "无法通过 Maven 下载内置数据库，请检查网络或 Maven 镜像设置后重新运行（已下载的部分会保留）。",
    en: `Maven could not fetch the private database; check the network or Maven's mirror setting and run again (what was fetched is kept). Maven said: ${reason}`,
    commands: ["npm start", "nano ~/.m2/settings.xml", "NEO4J_URI=bolt://host:7687 NEO4J_USER=neo4j NEO4J_PASSWORD=… npm start"],
  });
}

async function runMaven(engineDir: string, log: EngineLog, signal?: AbortSignal): Promise<void> {
  const goals = ["dependency:copy-dependencies@lib", "dependency:copy-dependencies@plugins"];
  const child = spawn("mvn", ["-B", "-f", POM, `-Dengine.dir=${engineDir}`, ...goals], { stdio: ["ignore", "pipe", "pipe"], signal });
  const errors: string[] = [];
  let files = 0;
  let bytes = 0;
  let shownAt = Date.now();
  const onLine = (line: string): void => {
    if (line.startsWith("[ERROR]") && line.length > 10) errors.push(line);
    const size = downloadedBytes(line);
    if (size === 0) return;
    files += 1;
    bytes += size;
    if (Date.now() - shownAt < PROGRESS_EVERY_MS) return;
    shownAt = Date.now();
    log.info(
      `正在下载内置数据库 fetching the private database: ${files} files, ${(bytes / 1e6).toFixed(0)} of about ${ABOUT_MEGABYTES} MB`,
    );
  };
  createInterface({ input: child.stdout }).on("line", onLine);
  createInterface({ input: child.stderr }).on("line", onLine);
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) throw downloadFault(engineDir, errors);
  log.info(`内置数据库已下载 private database in place: ${files} files fetched, ${(bytes / 1e6).toFixed(0)} MB`);
}

/**
 * Makes sure that the jars named by `pom.xml` lie in `engineDir`, fetching them with Maven when they do not. A marker written last
 * records the pom's hash and each jar's size, so a half-filled or outdated folder is fetched anew (Maven keeps what it has).
 * Throws StartFault NO_MAVEN, DOWNLOAD_FAILED, DISK_FULL or DATA_DIR_NOT_WRITABLE.
 */
export async function ensureEngine(options: { engineDir: string; log: EngineLog; signal?: AbortSignal | undefined }): Promise<EngineJars> {
  const engineDir = resolve(options.engineDir);
  const jars = { lib: join(engineDir, "lib"), plugins: join(engineDir, "plugins") };
  const markerPath = join(engineDir, "complete.json");
  if (isComplete(markerPath, jars)) return jars;
  await checkMaven();
  try {
    mkdirSync(engineDir, { recursive: true });
    const lock = await waitForLock(join(engineDir, "lock"), (holder) =>
      options.log.info(
        `正在等待进程 ${holder.pid} 下载内置数据库 waiting for process ${holder.pid}, which is fetching the private database`,
      ),
    );
    try {
      if (isComplete(markerPath, jars)) return jars;
      for (const path of [markerPath, jars.lib, jars.plugins]) rmSync(path, { recursive: true, force: true });
      options.log.info("首次启动：下载内置 Neo4j 与图数据科学库 first start: fetching Neo4j and Graph Data Science with Maven");
      await runMaven(engineDir, options.log, options.signal);
      writeFileSync(`${markerPath}.new`, JSON.stringify({ pom: pomHash(), jars: listJars(jars) }, null, 1));
      renameSync(`${markerPath}.new`, markerPath);
      return jars;
    } finally {
      lock.release();
    }
  } catch (error) {
    throw writeFault(engineDir, error);
  }
}
