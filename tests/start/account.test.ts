import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { enginePaths } from "../../server/db/engine/data-dir.ts";
import { endProcess } from "../../server/db/engine/engine-record.ts";
import { findByCommandLine } from "../../server/db/engine/process-identity.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY } from "../support/neo4j.ts";
import { removeScratch, runStart, scratch } from "./product.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Two first starts of an engine and a load of the seeds, on a machine that may be busy. */
const TWO_STARTS_MS = 600_000;
const dataDir = scratch();
const engines = () => findByCommandLine([`--home-dir=${enginePaths(dataDir).home}`]);

afterAll(async () => {
  for (const engine of engines()) await endProcess(engine, 1_000);
  removeScratch(dataDir);
});

/** Runs `npm run account -- …`; answers its exit code and the last line that it printed. */
async function account(...args: readonly string[]): Promise<{ code: number | null; last: string }> {
  const { PATH = "", HOME = "" } = process.env;
  const env = {
    PATH,
    HOME,
    DATA_DIR: dataDir,
    ENGINE_DIR: TEST_ENGINE_DIR,
    NEO4J_HEAP: TEST_MEMORY.heap,
    NEO4J_PAGECACHE: TEST_MEMORY.pageCache,
  };
  const child = spawn("npm", ["run", "account", "--", ...args], { cwd: ROOT, env, stdio: ["ignore", "pipe", "ignore"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    output += chunk;
  });
  const code = await new Promise<number | null>((done) => child.once("close", done));
  return { code, last: output.trimEnd().split("\n").at(-1) ?? "" };
}

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
