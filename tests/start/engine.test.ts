import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { enginePaths } from "../../server/db/engine/data-dir.ts";
import { type EngineOptions, ensureEngine, type RunningEngine, StartFault, startEngine } from "../../server/db/engine/index.ts";
import { findByCommandLine, identify, isRunning } from "../../server/db/engine/process-identity.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY, testEngineLog } from "../support/neo4j.ts";
import { removeScratch, runStart, scratch } from "./product.ts";

const connection = z.object({ uri: z.string(), password: z.string(), pid: z.number() });
type Connection = z.infer<typeof connection>;

function options(dataDir: string): EngineOptions {
  return { engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, log: testEngineLog };
}

/** An engine whose parent is a process of its own, so that the parent can be killed. */
async function engineWithParent(dataDir: string): Promise<Connection & { killParent(): Promise<void> }> {
  const script = fileURLToPath(new URL("./keep-engine.ts", import.meta.url));
  const parent = spawn(process.execPath, ["--import", "tsx", script, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await once(parent.stdout.setEncoding("utf8"), "data");
  const killParent = async (): Promise<void> => {
    parent.kill("SIGKILL");
    await once(parent, "exit");
  };
  return { ...connection.parse(JSON.parse(String(line))), killParent };
}

async function withDriver<T>(engine: { uri: string; password: string }, use: (driver: Driver) => Promise<T>): Promise<T> {
  const driver = neo4j.driver(engine.uri, neo4j.auth.basic("neo4j", engine.password));
  try {
    return await use(driver);
  } finally {
    await driver.close();
  }
}

async function faultOf(start: Promise<RunningEngine>): Promise<StartFault> {
  const outcome = await start.catch((error: unknown) => error);
  if (outcome instanceof StartFault) return outcome;
  throw new Error("the start was not refused", { cause: outcome });
}

const enginesOn = (dataDir: string): number => findByCommandLine([`--home-dir=${enginePaths(dataDir).home}`]).length;

describe("one data directory, through a crash", () => {
  const dataDir = scratch();
  const paths = enginePaths(dataDir);
  let orphan: Connection;
  let engine: RunningEngine;

  afterAll(async () => {
    await engine?.stop();
    removeScratch(dataDir);
  });

  test("a new engine has GDS, a password that only we can read, and answers on loopback only", async () => {
    const kept = await engineWithParent(dataDir);
    orphan = kept;
    expect(statSync(paths.password).mode & 0o777).toBe(0o600);
    const answer = await withDriver(kept, async (driver) => {
      await driver.executeQuery("CREATE (:Acknowledged {before: 'kill -9'})");
      return driver.executeQuery("RETURN gds.version() AS version");
    });
    expect(answer.records[0]?.get("version")).toMatch(/^2\.13\./);
    await expect(withDriver({ ...kept, password: "neo4j" }, (driver) => driver.getServerInfo())).rejects.toThrow(/unauthorized/i);
    expect(readFileSync(join(paths.config, "neo4j.conf"), "utf8")).toContain("server.bolt.listen_address=127.0.0.1:");

    const second = await runStart({ DATA_DIR: dataDir }).ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toMatch(/正被另一个实例使用/);
    expect(second.stderr).toMatch(/already in use by another instance \(process \d+\)/);
    expect(identify(kept.pid)).toBeDefined();

    await kept.killParent();
    expect(identify(kept.pid), "the engine outlives its killed parent").toBeDefined();
  });

  test("after kill -9 of the parent the next start ends its own orphan and finds every acknowledged write", async () => {
    engine = await startEngine(options(dataDir));
    expect(identify(orphan.pid)).toBeUndefined();
    expect(enginesOn(dataDir)).toBe(1);
    const found = await withDriver(engine, (driver) => driver.executeQuery("MATCH (n:Acknowledged) RETURN n.before AS before"));
    expect(found.records.map((record) => record.get("before"))).toEqual(["kill -9"]);
  });

  test("wrong password and missing database are told by the start command, against a real server", async () => {
    const given = { NEO4J_URI: engine.uri, NEO4J_USER: "neo4j", NEO4J_PASSWORD: "not-the-password" };
    const wrong = await runStart(given).ended;
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toMatch(/拒绝了用户名或密码[\s\S]*refused the user name or password[\s\S]* {4}NEO4J_PASSWORD=/);
    expect(wrong.stderr).not.toContain("not-the-password");
    const missing = await runStart({ ...given, NEO4J_PASSWORD: engine.password, NEO4J_DATABASE: "nowhere" }).ended;
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/NEO4J_DATABASE[\s\S]*SHOW DATABASES/);
  });

  test("stopping closes the store and leaves no process, record or lock", async () => {
    const { pid } = engine;
    await engine.stop();
    expect(identify(pid)).toBeUndefined();
    expect(existsSync(paths.record)).toBe(false);
    expect(existsSync(join(dataDir, "lock"))).toBe(false);
    const log = readFileSync(join(paths.logs, "neo4j.log"), "utf8").trimEnd().split("\n");
    expect(log.at(-1)).toMatch(/Stopped\.$/);
  });

  test("a process that merely has the recorded number is left alone; an engine killed by others is noticed", async () => {
    const foreign = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" });
    const identity = identify(foreign.pid ?? 0);
    if (identity === undefined) throw new Error("the foreign process did not start");
    writeFileSync(paths.record, JSON.stringify({ token: "0123456789abcdef", process: identity }));
    writeFileSync(join(dataDir, "lock"), JSON.stringify({ ...identity, startedAt: "another time" }));
    engine = await startEngine(options(dataDir));
    expect(isRunning(identity)).toBe(true);
    foreign.kill("SIGKILL");

    process.kill(engine.pid, "SIGKILL");
    await engine.exited;
    await engine.stop();
    expect(existsSync(join(dataDir, "lock"))).toBe(false);
  });

  test("a password file that does not belong to the store is told, and no engine stays behind", async () => {
    writeFileSync(paths.password, "of-another-store\n");
    const fault = await faultOf(startEngine(options(dataDir)));
    expect(fault.code).toBe("WRONG_PASSWORD");
    expect(enginesOn(dataDir)).toBe(0);
  });
});

describe("a start that cannot succeed", () => {
  let dataDir = "";

  beforeEach(() => {
    dataDir = scratch();
  });

  afterEach(() => removeScratch(dataDir));

  test("gives the reason from the engine's own log when its port is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await once(holder, "listening");
    const address = holder.address();
    const boltPort = typeof address === "object" && address !== null ? address.port : 0;
    const fault = await faultOf(startEngine({ ...options(dataDir), boltPort }));
    holder.close();
    expect(fault.code).toBe("ENGINE_FAILED");
    expect(fault.message).toMatch(/address already in use/i);
    expect(enginesOn(dataDir)).toBe(0);
  });

  test("gives the JVM's reason when the memory asked for cannot be had", async () => {
    const fault = await faultOf(startEngine({ ...options(dataDir), heap: "900000g" }));
    expect(fault.code).toBe("ENGINE_FAILED");
    expect(fault.message).toMatch(/heap/i);
    expect(existsSync(join(dataDir, "lock"))).toBe(false);
  });

  test("leaves nothing running when it is broken off while the engine boots", async () => {
    const abort = new AbortController();
    const start = startEngine({ ...options(dataDir), signal: abort.signal });
    await expect.poll(() => enginesOn(dataDir), { timeout: 20_000 }).toBe(1);
    abort.abort(new Error("asked to stop"));
    await expect(start).rejects.toThrow("asked to stop");
    expect(enginesOn(dataDir)).toBe(0);
    expect(existsSync(join(dataDir, "lock"))).toBe(false);
  });
});

test("a half-filled folder of jars is repaired, not trusted", async () => {
  const folder = scratch();
  const engineDir = join(folder, "engine");
  const told: string[] = [];
  const log = { info: (line: string) => told.push(line), warn: (line: string) => told.push(line) };
  const jars = await ensureEngine({ engineDir, log });
  const jar = join(jars.plugins, "org.neo4j.gds.proc-2.13.9.jar");
  const size = statSync(jar).size;
  told.length = 0;
  await ensureEngine({ engineDir, log });
  expect(told, "a complete folder is taken as it is").toEqual([]);

  writeFileSync(jar, "cut off");
  await ensureEngine({ engineDir, log });
  expect(statSync(jar).size).toBe(size);
  rmSync(jar);
  await ensureEngine({ engineDir, log });
  expect(statSync(jar).size).toBe(size);
  removeScratch(folder);
});
