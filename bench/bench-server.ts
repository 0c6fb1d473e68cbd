import { type ChildProcess, spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createDriver } from "../server/db/driver.ts";
import type { RunningEngine } from "../server/db/engine/index.ts";
import { childEnv } from "../server/env.ts";
import { issueToken, TEST_SECRET_KEY } from "../tests/support/sign-in.ts";

/** The product in a process of its own, started as `npm start` starts it, on an engine that is already up. */
export interface BenchServer {
  /** Where it answers. */
  readonly address: string;
  /** What to ask with: a token of an analyst, whose every request is checked and recorded as anybody's is. */
  readonly headers: Readonly<Record<string, string>>;
  /** From starting the process to its word that it answers, in milliseconds: Node, sources, driver, migrations and read model. */
  readonly readyMs: number;
  /** Processor time of all threads of the process so far, in milliseconds; NaN where there is no /proc. */
  cpuMs(): number;
  /** Megabytes resident now, and the most there ever were; NaN where there is no /proc. */
  memory(): { readonly now: number; readonly most: number };
  /** Ends it in an orderly way. */
  stop(): Promise<void>;
}

const MEGABYTE = 1_000_000;
const READY = /ready: (http\S+)/;

/** The very command of `npm start`, so that its flags are measured too; it `exec`s Node, so the shell's process becomes the server's. */
function startCommand(): string {
  const manifest: { scripts?: { start?: string } } = JSON.parse(readFileSync("package.json", "utf8"));
  const start = manifest.scripts?.start;
  if (start === undefined || !start.startsWith("exec ")) throw new Error("package.json has no script `start` that begins with exec.");
  return `${start} --no-web-build`;
}

function readProc(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** The first number of a thread's `schedstat` is its time on a processor in nanoseconds. */
function cpuOf(pid: number): number {
  let threads: string[] = [];
  try {
    threads = readdirSync(`/proc/${pid}/task`);
  } catch {
    return Number.NaN;
  }
  const spent = threads.map((thread) => Number(readProc(`/proc/${pid}/task/${thread}/schedstat`).split(" ")[0]));
  return spent.reduce((sum, each) => sum + each, 0) / 1_000_000;
}

function memoryOf(pid: number): { now: number; most: number } {
  const status = readProc(`/proc/${pid}/status`);
  const megabytes = (name: string): number =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? Number.NaN) * 1024) / MEGABYTE;
  return { now: megabytes("VmRSS"), most: megabytes("VmHWM") };
}

/** Reads on for the server's whole life, since a full pipe would stop it. */
function whenReady(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`The server ended with ${code} before it was ready.`)));
    if (child.stdout === null) return;
    createInterface({ input: child.stdout }).on("line", (line) => {
      const address = READY.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}

async function tokenOf(engine: Connection): Promise<string> {
  const driver = createDriver(engine);
  try {
    return await issueToken(driver, "ANALYST");
  } finally {
    await driver.close();
  }
}

/** How to reach a running engine. */
type Connection = Pick<RunningEngine, "uri" | "user" | "password">;

/**
 * Starts the product on a running engine and waits until it answers.
 * @param dataDir its own folder, so that nothing of a real installation is touched
 */
export async function startBenchServer(engine: Connection, dataDir: string): Promise<BenchServer> {
  const started = performance.now();
  const child = spawn("sh", ["-c", startCommand()], {
    env: childEnv({
      NEO4J_URI: engine.uri,
      NEO4J_USER: engine.user,
      NEO4J_PASSWORD: engine.password,
      SECRET_KEY: TEST_SECRET_KEY,
      DATA_DIR: dataDir,
      PORT: "0",
      HOST: "127.0.0.1",
    }),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await whenReady(child);
  const readyMs = performance.now() - started;
  const pid = child.pid ?? 0;
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
  });
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
  };
  const headers = { authorization: `Bearer ${await tokenOf(engine)}` };
  return { address, headers, readyMs, cpuMs: () => cpuOf(pid), memory: () => memoryOf(pid), stop };
}
