import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { enginePaths } from "./data-dir.ts";
import { StartFault } from "./faults.ts";
import { type EngineLog, ensureEngine } from "./jars.ts";
import { findJava } from "./java.ts";

/** Which store, and with what it is copied. The engine must not run on it: Community copies stores offline only. */
export interface StoreCopyOptions {
  readonly engineDir: string;
  readonly dataDir: string;
  readonly javaHome?: string | undefined;
  readonly log: EngineLog;
}

/** The copy's file, named by Neo4j after its database. */
const DUMP_FILE = "neo4j.dump";
const STORE = ["data", "databases", "neo4j"] as const;
const OPENED = ["java.nio", "java.io", "sun.nio.ch"].map((name) => `--add-opens=java.base/${name}=ALL-UNNAMED`);
/** What the tool says last is what went wrong. */
const LAST_WORDS = 400;

/** Whether there is a store below a data directory. */
export function hasStore(dataDir: string): boolean {
  return existsSync(join(enginePaths(dataDir).home, ...STORE));
}

/** Whether a folder holds a copy. */
export function hasDump(folder: string): boolean {
  return existsSync(join(resolve(folder), DUMP_FILE));
}

function copyFailed(said: string): StartFault {
  return new StartFault("ENGINE_FAILED", {
    zh: `数据库复制失败：${said}`,
    en: `Copying the database failed: ${said}`,
    commands: ["df -h", "npm start"],
  });
}

async function runAdmin({ engineDir, dataDir, javaHome, log }: StoreCopyOptions, args: readonly string[]): Promise<void> {
  const jars = await ensureEngine({ engineDir, log });
  const java = await findJava(javaHome);
  const paths = enginePaths(dataDir);
  mkdirSync(paths.config, { recursive: true, mode: 0o700 });
  const configuration = join(paths.config, "neo4j.conf");
  if (!existsSync(configuration)) writeFileSync(configuration, "dbms.usage_report.enabled=false\n");
  const child = spawn(java.command, [...OPENED, "-cp", `${jars.lib}/*`, "org.neo4j.cli.AdminTool", "database", ...args], {
    env: { ...process.env, NEO4J_HOME: paths.home, NEO4J_CONF: paths.config },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said = `${said}${chunk}`.slice(-LAST_WORDS);
    });
  }
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code !== 0) throw copyFailed(said.trim());
}

/** Copies the store into a folder, replacing an earlier copy there. Throws StartFault. */
export async function dumpStore(options: StoreCopyOptions, folder: string): Promise<void> {
  mkdirSync(resolve(folder), { recursive: true, mode: 0o700 });
  rmSync(join(resolve(folder), DUMP_FILE), { force: true });
  await runAdmin(options, ["dump", "neo4j", `--to-path=${resolve(folder)}`]);
}

/** Makes a store of a copy. Throws StartFault. */
export async function loadStore(options: StoreCopyOptions, folder: string): Promise<void> {
  await runAdmin(options, ["load", "neo4j", `--from-path=${resolve(folder)}`]);
}
