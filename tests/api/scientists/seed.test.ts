import type { Driver } from "neo4j-driver";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readChangesSince, readPosition, readSequence } from "../../../server/db/changes.ts";
import { read, write } from "../../../server/db/run.ts";
import { importScientistRows, removeScientist, seed, seedIfEmpty } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { ADD_PERSONS_FACT, COUNT_NODES, FACTS_OF_KEY, SCALARS_OF_KEY } from "../db/test-database.cypher.ts";
import { DATABASE, emptyDatabase, silent, wipe } from "../db/test-database.ts";
import { FULL_SCIENTIST, SAMPLE_REFERENCE, sampleScientist, sampleSeeds } from "./sample-rows.ts";

const driver: Driver = await emptyDatabase();
const MANY = Array.from({ length: 1200 }, (_, index) => sampleScientist(`many-${index}`));

beforeEach(() => wipe(driver));
afterAll(() => driver.close());

test("a second run finds nothing to do and leaves no change behind", async () => {
  const rows = sampleSeeds([FULL_SCIENTIST, sampleScientist("other")]);
  const first = await seed(driver, DATABASE, silent, rows);
  expect(first).toMatchObject({ created: 16, changed: 0, unchanged: 0 });
  const counted = await read(driver, DATABASE, COUNT_NODES);
  expect(await seed(driver, DATABASE, silent, rows)).toEqual({
    created: 0,
    changed: 0,
    unchanged: 16,
    refused: 0,
    sequence: first.sequence,
  });
  expect(await read(driver, DATABASE, COUNT_NODES)).toEqual(counted);
});

test("ids come from the keys alone", async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([FULL_SCIENTIST]));
  const [before] = await read(driver, DATABASE, SCALARS_OF_KEY, { key: "full" });
  expect(before?.id).toBe(seedId("Scientist", "full"));
  expect(before?.id).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/);
  await wipe(driver);
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("a"), FULL_SCIENTIST]));
  expect((await read(driver, DATABASE, SCALARS_OF_KEY, { key: "full" }))[0]?.id).toBe(before?.id);
});

test("a changed row replaces what the seeds stated and nothing that people stated", async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([FULL_SCIENTIST]));
  const fact = { key: "full", id: "01PERSONSFACT", property: "birthDate", value: "1939", sourceId: seedId("Source", "wiki") };
  await write(driver, DATABASE, ADD_PERSONS_FACT, fact);
  const changed = { ...FULL_SCIENTIST, birthDate: [{ value: "1942", provenance: { source: "wiki", confidence: 0.5 }, inUse: true }] };
  expect(await seed(driver, DATABASE, silent, sampleSeeds([changed]))).toMatchObject({ created: 0, changed: 1 });
  const facts = (await read(driver, DATABASE, FACTS_OF_KEY, { key: "full" })).filter((row) => row.property === "birthDate");
  expect(facts).toEqual([
    { property: "birthDate", value: "1939", inUse: true, origin: null },
    { property: "birthDate", value: "1942", inUse: false, origin: "seed" },
  ]);
});

test("a scalar that the seeds no longer state is removed", async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([FULL_SCIENTIST]));
  const { birthDate: _birthDate, ...without } = FULL_SCIENTIST;
  await seed(driver, DATABASE, silent, sampleSeeds([without]));
  expect((await read(driver, DATABASE, SCALARS_OF_KEY, { key: "full" }))[0]?.birthDate).toBeNull();
});

test("a run that was stopped between transactions is completed by the next start", async () => {
  const rows = sampleSeeds(MANY);
  const abort = new AbortController();
  const stopped = seedIfEmpty(driver, DATABASE, silent, () => rows, { signal: abort.signal, onProgress: () => abort.abort() });
  await expect(stopped).rejects.toThrow();
  const half = await importScientistRows(driver, DATABASE, []);
  expect(half.sequence).toBeGreaterThan(0);
  expect(await seedIfEmpty(driver, DATABASE, silent, () => rows)).toMatchObject({ created: 700, changed: 0 });
  expect(await seedIfEmpty(driver, DATABASE, silent, () => rows)).toBeNull();
});

test("a database that has people of its own is not given the demo data", async () => {
  await seed(driver, DATABASE, silent, { ...SAMPLE_REFERENCE, scientists: [] });
  await wipe(driver);
  const rows = sampleSeeds([sampleScientist("demo")]);
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("own")]));
  expect(await seedIfEmpty(driver, DATABASE, silent, () => rows)).toBeNull();
});

test("two instances that start together seed once", async () => {
  const rows = sampleSeeds([FULL_SCIENTIST]);
  const results = await Promise.all([seedIfEmpty(driver, DATABASE, silent, () => rows), seedIfEmpty(driver, DATABASE, silent, () => rows)]);
  expect(results.filter((result) => result !== null)).toHaveLength(1);
});

test("a row that names an unknown place is refused as a whole, naming it", async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([]));
  const before = await readSequence(driver, DATABASE);
  const stray = sampleScientist("stray", {
    bornIn: [{ place: "cn:000000", stated: "无", provenance: { source: "wiki", confidence: 1 }, inUse: true }],
  });
  await expect(importScientistRows(driver, DATABASE, [stray])).rejects.toMatchObject({
    code: "IMPORT_UNKNOWN_KEY",
    message: expect.stringContaining("cn:000000"),
  });
  expect(await read(driver, DATABASE, SCALARS_OF_KEY, { key: "stray" })).toEqual([]);
  expect(await readSequence(driver, DATABASE)).toBe(before);
});

test("imports and removals say whom they touched", async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([]));
  const before = await readPosition(driver, DATABASE);
  await importScientistRows(driver, DATABASE, [FULL_SCIENTIST]);
  const id = seedId("Scientist", "full");
  const { sequence } = await removeScientist(driver, DATABASE, id);
  const since = await readChangesSince(driver, DATABASE, before);
  expect(since.changes.map((change) => [change.kind, change.scientistIds])).toEqual([
    ["SCIENTISTS", [id]],
    ["SCIENTISTS", [id]],
  ]);
  expect(since.position.sequence).toBe(sequence);
  expect(await read(driver, DATABASE, FACTS_OF_KEY, { key: "full" })).toEqual([]);
  expect(await removeScientist(driver, DATABASE, id)).toEqual({ sequence });
});
