import type { Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { importReferenceRows, importScientistRows, removeScientist } from "../../../server/db/seed/index.ts";
import { rightsOf } from "../../../server/features/rights/index.ts";
import { SearchService } from "../../../server/features/search/index.ts";
import { createReadModel, type ReadModel } from "../../../server/features/selection/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { REFERENCES } from "../../support/random-rows.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";

const clock = (): Date => new Date();
const provenance = { source: "first-source", confidence: 1 };
let driver: Driver;
let model: ReadModel;
let search: SearchService;

function person(key: string, specialty: string): ScientistRow {
  return {
    key,
    aliases: [],
    bornIn: [],
    ancestralHome: [],
    studiedAt: [],
    worksAt: [],
    specialisesIn: [],
    received: [],
    specialty: [{ value: specialty, inUse: true, provenance }],
  };
}

async function write(...rows: ScientistRow[]): Promise<void> {
  await model.catchUp((await importScientistRows(driver, DATABASE, rows)).sequence);
}

/** Who is found, best match first. */
async function found(query: string): Promise<string[]> {
  return [...model.idsInOrder((await search.resolve({ query, filter: null }, rightsOf("OFFICER"))).selection, null)];
}

const ids = (...keys: string[]): string[] => keys.map((key) => seedId("Scientist", key));

beforeAll(async () => {
  driver = await emptyDatabase();
  await importReferenceRows(driver, DATABASE, REFERENCES);
  model = await createReadModel({ driver, database: DATABASE, log: silent, clock, pollMs: 3_600_000 });
  search = new SearchService({ driver, database: DATABASE, readModel: model, clock });
});
afterAll(async () => {
  await model.close();
  await driver.close();
});

it("finds people by the words of their prose, who says it more often first", async () => {
  await write(
    person("made-up:1", "风洞试验与别的许多事情"),
    person("made-up:2", "风洞试验 风洞试验 风洞试验"),
    person("made-up:3", "别的许多事情"),
  );
  expect(await found("风洞试验")).toEqual(ids("made-up:2", "made-up:1"));
});

it("finds at once who is written, changed or removed after the same text was searched", async () => {
  await write(person("made-up:1", "脉冲星"), person("made-up:2", "湍流"), person("made-up:3", "湍流"));
  expect(await found("脉冲星")).toEqual(ids("made-up:1"));
  await write(person("made-up:3", "脉冲星"), person("made-up:4", "脉冲星"));
  expect((await found("脉冲星")).sort()).toEqual(ids("made-up:1", "made-up:3", "made-up:4").sort());
  await model.catchUp((await removeScientist(driver, DATABASE, seedId("Scientist", "made-up:1"))).sequence);
  expect((await found("脉冲星")).sort()).toEqual(ids("made-up:3", "made-up:4").sort());
  expect(await found("湍流")).toEqual(ids("made-up:2"));
});

it("reads a text asked for several times at once, and with other filters, the same each time", async () => {
  await write(person("made-up:5", "纳米孔"), person("made-up:6", "纳米孔"));
  const [one, other] = await Promise.all([found("纳米孔"), found("纳米孔")]);
  expect(other).toEqual(one);
  const none = await search.resolve({ query: "纳米孔", filter: { tiers: ["TOP"] } }, rightsOf("OFFICER"));
  expect(model.count(none.selection)).toBe(0);
  expect(await found("纳米孔")).toEqual(one);
  expect([...one].sort()).toEqual(ids("made-up:5", "made-up:6").sort());
});
