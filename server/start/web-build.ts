import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { StartFault, writeFault } from "../db/engine/faults.ts";
import type { EngineLog } from "../db/engine/index.ts";
import { waitForLock } from "../db/engine/lock-file.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CONFIG = join(ROOT, "web", "vite.config.ts");
/** Lies inside the output, which Vite empties when it begins, so that a build broken off never counts as done. */
const HASH_FILE = join(ROOT, "web", "dist", ".build-hash");

function sourceFiles(): string[] {
  const web = readdirSync(join(ROOT, "web"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(ROOT, "web", "dist")));
  return [...web, join(ROOT, "schema.graphql"), join(ROOT, "package-lock.json")].sort();
}

/** A hash over everything that the web app is built from: its sources, the contract and the locked packages. */
function sourcesHash(): string {
  const hash = createHash("sha256");
  for (const path of sourceFiles()) hash.update(`${path.slice(ROOT.length)}\n`).update(readFileSync(path));
  return hash.digest("hex");
}

function isBuilt(hash: string): boolean {
  return existsSync(HASH_FILE) && readFileSync(HASH_FILE, "utf8") === hash;
}

async function runVite(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve("vite/package.json")), "bin", "vite.js");
  const child = spawn(process.execPath, [vite, "build", "--config", CONFIG, "--logLevel", "warn"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let output = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    output = `${output}${chunk}`.slice(-4_000);
  });
  const code = await new Promise<number | null>((done, fail) => child.once("error", fail).once("close", done));
  if (code === 0) return;
  if (output.includes("ENOSPC")) throw writeFault(dirname(HASH_FILE), Object.assign(new Error(output), { code: "ENOSPC" }));
  const lines = stripVTControlCharacters(output)
    .split("\n")
    .map((line) => line.trim());
  const reason = lines.find((line) => /^\[[A-Z_]+\]|Error: /.test(line)) ?? lines.find((line) => line !== "") ?? "vite build failed";
  throw new StartFault("WEB_BUILD_FAILED", {
    zh: `网页构建失败：${reason}`,
    en: `The web app could not be built: ${reason}`,
    commands: ["npm ci", "npm run build"],
  });
}

/**
 * Builds the web app unless `web/dist` was built from exactly these sources. An installation that ships only `web/dist` is taken as it is.
 * Throws StartFault WEB_BUILD_FAILED or DISK_FULL.
 */
export async function ensureWebBuild(log: EngineLog): Promise<void> {
  if (!existsSync(CONFIG)) return;
  const hash = sourcesHash();
  if (isBuilt(hash)) return;
  const name = createHash("sha256").update(ROOT).digest("hex").slice(0, 16);
  const lock = await waitForLock(join(tmpdir(), `talent-map-web-${name}.lock`), (holder) =>
    log.info(`正在等待进程 ${holder.pid} 构建网页 waiting for process ${holder.pid}, which is building the web app`),
  );
  try {
    if (isBuilt(hash)) return;
    log.info("正在构建网页 building the web app");
    await runVite();
    writeFileSync(HASH_FILE, hash);
  } finally {
    lock.release();
  }
}
