import { existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { enginePaths } from "../../server/db/engine/data-dir.ts";
import { endProcess } from "../../server/db/engine/engine-record.ts";
import { findByCommandLine } from "../../server/db/engine/process-identity.ts";
import { type Run, removeScratch, runStart, scratch } from "./product.ts";

const dataDir = scratch();
const engines = () => findByCommandLine([`--home-dir=${enginePaths(dataDir).home}`]);
const readiness = z.object({ status: z.literal("ready"), size: z.number() });

/** Runs `npm start`'s command on the one data directory, and answers how many people it serves. */
async function start(): Promise<Run & { address: string; people: number }> {
  const run = runStart({ DATA_DIR: dataDir });
  const [, address = ""] = await run.printed(/ready: (http:\S+)/);
  const answer = await fetch(`${address}/readyz`);
  return { ...run, address, people: readiness.parse(await answer.json()).size };
}

afterAll(async () => {
  for (const engine of engines()) await endProcess(engine, 1_000);
  removeScratch(dataDir);
});

test("one command: from nothing to people on a page, through a stop, a crash and another stop", async () => {
  const first = await start();
  expect(first.people).toBeGreaterThan(0);
  const page = await fetch(first.address);
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await page.text()).toContain('<script type="module"');
  first.child.kill("SIGTERM");
  expect((await first.ended).code).toBe(0);
  expect(engines()).toEqual([]);
  expect(existsSync(join(dataDir, "lock"))).toBe(false);

  const second = await start();
  expect(second.people).toBe(first.people);
  second.child.kill("SIGKILL");
  await second.ended;
  expect(engines(), "the database outlives its killed parent").toHaveLength(1);

  const third = await start();
  expect(third.people).toBe(first.people);
  expect(engines(), "the orphan was ended, not joined by another").toHaveLength(1);
  third.child.kill("SIGINT");
  const ended = await third.ended;
  expect(ended.code).toBe(0);
  expect(ended.stderr).toMatch(/closing the private database that an earlier run left behind/);
  expect(engines()).toEqual([]);
});
