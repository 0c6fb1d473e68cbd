import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import type { Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createDriver } from "../../server/db/driver.ts";
import { type RunningEngine, startEngine } from "../../server/db/engine/index.ts";
import { migrate } from "../../server/db/migrate.ts";
import { decodeRows } from "../../server/db/records.ts";
import { read, write } from "../../server/db/run.ts";
import { verifyChain } from "../../server/features/audit/index.ts";
import { openSecret } from "../../server/shared/secret.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY, testEngineLog } from "../support/neo4j.ts";
import { issueToken, TEST_SECRET_KEY, testEnv } from "../support/sign-in.ts";
import { ALL_ACCOUNT_IDS, ALL_RECORDS, FORGE_RECORD } from "./crash.cypher.ts";
import { CrashWriters } from "./crash-writers.ts";
import { type Ended, type Run, removeScratch, runStart, scratch } from "./product.ts";

/** Kills of each kind; 20 in all (issue 4). */
const KILLS = 10;
/** Writes acknowledged before each kill, so that it comes in the middle of some. */
const WRITES = 8;
/** Twenty starts of a server or a database on a busy two-core machine. */
const WITHIN_MS = 600_000;

const DATABASE = "neo4j";
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const dataDir = scratch();
const serverDir = scratch();
let boltPort = 0;
let engine: RunningEngine;
let driver: Driver;
let writers: CrashWriters;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === "object" && address !== null ? address.port : 0;
}

const bringUpEngine = (): Promise<RunningEngine> =>
  startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, boltPort, log: testEngineLog });

const settings = (): Record<string, string> => ({
  NEO4J_URI: engine.uri,
  NEO4J_USER: engine.user,
  NEO4J_PASSWORD: engine.password,
  SECRET_KEY: TEST_SECRET_KEY,
  DATA_DIR: serverDir,
  LOG_LEVEL: "fatal",
});

/** The real start, on the kept database. */
async function startServer(): Promise<Run & { address: string }> {
  const run = runStart(settings());
  const [, address = ""] = await run.printed(/ready: (http:\S+)/);
  return { ...run, address };
}

beforeAll(async () => {
  boltPort = await freePort();
  engine = await bringUpEngine();
  driver = createDriver(engine);
  await migrate(driver, DATABASE, silent);
  const administrator = await issueToken(driver, "SYSTEM_ADMIN");
  writers = new CrashWriters({ administrator, officer: await issueToken(driver, "OFFICER") });
}, WITHIN_MS);
afterAll(async () => {
  await driver.close();
  await engine.stop();
  removeScratch(dataDir, serverDir);
}, WITHIN_MS);

const accountRow = z.object({ id: z.string() });
const recordRow = z.object({ action: z.string(), subjectIds: z.array(z.string()), detail: z.string() });

/** Everything that was acknowledged is there and on record, and the chain is whole. */
async function expectNothingLost(): Promise<void> {
  const report = await verifyChain({ driver, database: DATABASE }, openSecret(testEnv()));
  expect(report).toMatchObject({ intact: true, fault: null });
  const accounts = new Set(decodeRows(accountRow, await read(driver, DATABASE, ALL_ACCOUNT_IDS)).map(({ id }) => id));
  expect(writers.accounts.filter((id) => !accounts.has(id))).toEqual([]);
  const records = decodeRows(recordRow, await read(driver, DATABASE, ALL_RECORDS));
  const recorded = new Set(records.filter(({ action }) => action === "ACCOUNT").flatMap(({ subjectIds }) => subjectIds));
  expect(writers.accounts.filter((id) => !recorded.has(id))).toEqual([]);
  expect(
    [...accounts].filter((id) => !recorded.has(id)),
    "no account without its record either",
  ).toEqual([]);
  const searched = new Set(records.filter(({ action }) => action === "SEARCH").map(({ detail }) => String(JSON.parse(detail).query)));
  expect(writers.searches.filter((query) => !searched.has(query))).toEqual([]);
}

test(
  `kill -9 of the server in the middle of writes, ${KILLS} times: what was acknowledged is there, and the chain verifies`,
  async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await startServer();
      writers.start(server.address);
      await writers.acknowledged(WRITES);
      server.child.kill("SIGKILL");
      await server.ended;
      await writers.stop();
    }
    expect(writers.accounts.length + writers.searches.length).toBeGreaterThanOrEqual(KILLS * WRITES);
    await expectNothingLost();
  },
  WITHIN_MS,
);

test(
  `kill -9 of Neo4j in the middle of writes, ${KILLS} times under one server: what was acknowledged is there, and the chain verifies`,
  async () => {
    const server = await startServer();
    writers.start(server.address);
    for (let kill = 0; kill < KILLS; kill += 1) {
      // Also waits until the server found the database again.
      await writers.acknowledged(WRITES);
      process.kill(engine.pid, "SIGKILL");
      await engine.exited;
      await engine.stop();
      engine = await bringUpEngine();
    }
    await writers.acknowledged(WRITES);
    await writers.stop();
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
    await driver.close();
    driver = createDriver(engine);
    await expectNothingLost();
  },
  WITHIN_MS,
);

/** Runs `npm run audit -- …` on the kept database. */
async function audit(...given: string[]): Promise<Ended> {
  const cli = fileURLToPath(new URL("../../server/cli/audit.ts", import.meta.url));
  const env = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...settings() };
  const child = spawn(process.execPath, ["--import", "tsx", cli, ...given], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      output[name] += chunk;
    });
  }
  return await new Promise((done) => child.once("close", (code) => done({ code, ...output })));
}

test(
  "npm run audit -- verify tells a whole trail with its end, an end noted earlier, and the first bad record",
  async () => {
    const whole = await audit("verify");
    expect(whole).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^审计链完整：.*\nThe audit trail is whole: \d+ records, ending at \d+:[0-9a-f]{64}\n$/),
    });
    const [, anchor = ""] = /ending at (\d+:[0-9a-f]{64})/.exec(whole.stdout) ?? [];
    expect((await audit("verify", "--expect", anchor)).code).toBe(0);
    const other = await audit("verify", "--expect", anchor.replace(/[0-9a-f]{64}/, "0".repeat(64)));
    expect(other).toMatchObject({ code: 1, stdout: expect.stringMatching(/set back as a whole/) });
    await write(driver, DATABASE, FORGE_RECORD, { index: 7 });
    expect(await audit("verify")).toMatchObject({ code: 1, stdout: expect.stringMatching(/第 7 条处被破坏[\s\S]*broken at record 7:/) });
    expect((await audit("export")).code).toBe(2);
  },
  WITHIN_MS,
);
