import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { TEST_ENGINE_DIR, TEST_MEMORY } from "../support/neo4j.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** How a run of the start command ended. */
export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** A running start command. */
export interface Run {
  child: ChildProcess;
  ended: Promise<Ended>;
  /** Resolves with the first match of a pattern in what is printed; rejects when the process ends without it. */
  printed(pattern: RegExp): Promise<RegExpExecArray>;
}

/** A new folder below the system's temporary one; the caller's test removes it through `removeScratch`. */
export function scratch(): string {
  return mkdtempSync(join(tmpdir(), "talent-map-start-"));
}

/** Removes folders made by `scratch`. */
export function removeScratch(...folders: readonly string[]): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** The variables that a bare shell gives, small memory, and the jars that are already here. */
function bareEnv(): Record<string, string> {
  const { PATH = "", HOME = "" } = process.env;
  return { PATH, HOME, PORT: "0", ENGINE_DIR: TEST_ENGINE_DIR, NEO4J_HEAP: TEST_MEMORY.heap, NEO4J_PAGECACHE: TEST_MEMORY.pageCache };
}

/** Runs what `npm start` runs, with these variables on top of a bare shell's. */
export function runStart(variables: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, ["--import", "tsx", "server/main.ts"], {
    cwd: ROOT,
    env: { ...bareEnv(), ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      output[name] += chunk;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<Ended>((done) => child.once("close", (code) => done({ code, ...output })));
  const printed = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((done, fail) => {
      const look = (): void => {
        const match = pattern.exec(output.stdout) ?? pattern.exec(output.stderr);
        if (match !== null) done(match);
      };
      listeners.add(look);
      look();
      ended.then((end) => fail(new Error(`ended with ${end.code}: ${end.stderr}`)));
    });
  return { child, ended, printed };
}

/** A folder for PATH that holds only these commands: a string is a shell script's body, `true` the machine's own command. */
export function commandFolder(folder: string, commands: Readonly<Record<string, string>>): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  for (const [name, target] of Object.entries(commands)) {
    const path = join(bin, name);
    if (target.startsWith("/")) symlinkSync(target, path);
    else {
      writeFileSync(path, `#!/bin/sh\n${target}\n`);
      chmodSync(path, 0o755);
    }
  }
  return bin;
}
