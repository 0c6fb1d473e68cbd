import { spawn } from "node:child_process";
import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { enginePaths } from "../../server/db/engine/data-dir.ts";
import { endProcess } from "../../server/db/engine/engine-record.ts";
import { findByCommandLine } from "../../server/db/engine/process-identity.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY } from "../support/neo4j.ts";
import { removeScratch, runStart, scratch } from "./product.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Two first starts of an engine and a load of the seeds, on a machine that may be busy. */
const TWO_STARTS_MS = 600_000;
const dataDir = scratch();
const restoredDir = scratch();
const backupDir = scratch();
const engines = () => findByCommandLine([`--home-dir=${enginePaths(dataDir).home}`]);

afterAll(async () => {
  for (const engine of engines()) await endProcess(engine, 1_000);
  removeScratch(dataDir, restoredDir, backupDir);
});

interface Ran {
  readonly code: number | null;
  /** The last line on standard output. */
  readonly last: string;
  readonly told: string;
}

/** Runs `npm run SCRIPT -- …` on a data directory. */
async function run(script: string, args: readonly string[], directory = dataDir): Promise<Ran> {
  const { PATH = "", HOME = "" } = process.env;
  const env = {
    PATH,
    HOME,
    DATA_DIR: directory,
    ENGINE_DIR: TEST_ENGINE_DIR,
    NEO4J_HEAP: TEST_MEMORY.heap,
    NEO4J_PAGECACHE: TEST_MEMORY.pageCache,
  };
  const child = spawn("npm", ["run", script, "--", ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      said[name] += chunk;
    });
  }
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, last: said.stdout.trimEnd().split("\n").at(-1) ?? "", told: said.stderr };
}

const account = (...args: readonly string[]): Promise<Ran> => run("account", args);

async function roleOf(address: string, bearer: string): Promise<unknown> {
  const answer = await fetch(`${address}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${bearer}` },
    body: JSON.stringify({ query: "{ viewer { role } }" }),
  });
  return await answer.json();
}

test(
  "S6 tokens and links from the shell, while the product runs and when it does not",
  async () => {
    const before = await account("token", "--role", "officer", "--name", "before");
    expect(before.code).toBe(0);
    expect(before.last).toMatch(/^stm_[0-9A-Z]{26}_[\w-]{43}$/);
    expect(engines(), "the engine that the command started has ended").toEqual([]);

    const product = runStart({ DATA_DIR: dataDir });
    const [, address = ""] = await product.printed(/ready: (http:\S+)/);
    await product.printed(/\/sign-in#link=[\w-]{43}/);
    expect(await roleOf(address, before.last)).toEqual({ data: { viewer: { role: "OFFICER" } } });

    const during = await account("token", "--role", "auditor");
    expect(await roleOf(address, during.last)).toEqual({ data: { viewer: { role: "AUDITOR" } } });
    expect((await account("link")).last).toMatch(/\/sign-in#link=[\w-]{43}$/);
    expect((await account("token", "--role", "chief")).code).toBe(1);

    product.child.kill("SIGTERM");
    expect((await product.ended).code).toBe(0);
  },
  TWO_STARTS_MS,
);

const counts = z.object({
  nodes: z.number(),
  relationships: z.number(),
  auditRecords: z.number(),
  auditEnd: z.object({ hash: z.string() }),
});

test(
  "S39 a copy of the database, restored elsewhere, holds the same and ends its trail with the same record",
  async () => {
    const dumped = await run("backup", ["dump", backupDir]);
    expect(dumped.code, dumped.told).toBe(0);
    const summaryFile = join(backupDir, "summary.json");
    const noted = counts.parse(JSON.parse(readFileSync(summaryFile, "utf8")));
    expect(noted.nodes).toBeGreaterThan(10_000);
    expect(noted.auditRecords).toBeGreaterThan(3);

    const withoutKey = await run("backup", ["load", backupDir], restoredDir);
    expect([withoutKey.code, withoutKey.told]).toEqual([1, expect.stringContaining("The key is missing")]);
    copyFileSync(join(dataDir, "secret"), join(restoredDir, "secret"));
    const restored = await run("backup", ["load", backupDir], restoredDir);
    expect(restored.code, restored.told).toBe(0);
    expect(restored.told).toContain(`Restored ${noted.nodes} nodes and ${noted.relationships} relationships`);

    const again = await run("backup", ["load", backupDir], restoredDir);
    expect([again.code, again.told]).toEqual([1, expect.stringContaining("already holds a database")]);
    expect((await run("account", ["list"], restoredDir)).code).toBe(0);
  },
  TWO_STARTS_MS,
);
