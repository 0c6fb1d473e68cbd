import fc from "fast-check";
import type { Driver } from "neo4j-driver";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { importReferenceRows, importScientistRows, removeScientist } from "../../../server/db/seed/index.ts";
import { createReadModel, DEFAULT_FACETS, FURTHER_FACETS, type ReadModel } from "../../../server/features/selection/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { REFERENCES, scientistRows } from "../../support/random-rows.ts";
import { VIEWS } from "../../support/random-world.ts";
import { DATABASE, emptyDatabase, silent, testDriver, wipe } from "../db/test-database.ts";

const HOUR_MS = 3_600_000;
const SORTS = ["NAME", "BIRTH_DATE", "LATEST_AWARD"] as const;
const NAMES = ["曾文清", "zwq", "Wenqing", "文清", "muller", "ouyang", "别名3"];

let driver: Driver;
let models: ReadModel[] = [];

async function model(pollMs = HOUR_MS, on: Driver = driver): Promise<ReadModel> {
  const made = await createReadModel({ driver: on, database: DATABASE, log: silent, clock: () => new Date(), pollMs });
  models.push(made);
  return made;
}

/** Everything a read model can say, by ids, so that two of them can be compared whatever their rows are. */
function everything(of: ReadModel): unknown {
  const all = of.select({});
  return {
    status: of.dataStatus(),
    orders: SORTS.flatMap((by) => [
      [...of.idsInOrder(all, { by, direction: "ASCENDING" })],
      [...of.idsInOrder(all, { by, direction: "DESCENDING" })],
    ]),
    facets: of.facets(all, [...DEFAULT_FACETS, ...FURTHER_FACETS], 1000),
    maps: VIEWS.flatMap((view) => [0, 5, 22].map((zoom) => summary(of, view, zoom))),
    flows: VIEWS.map((to) => of.flows(all, { from: "BIRTHPLACE", to, level: "PROVINCE", first: 1000 })),
    names: NAMES.map((text) => of.page(of.select({}, of.findByName(text)), null, 200, null)),
  };
}

function summary(of: ReadModel, view: (typeof VIEWS)[number], zoom: number): unknown {
  const map = of.talentMap(of.select({}), { view, zoom });
  const reasons = map.unlocatedReasons.map(({ reason, count }) => `${reason} ${count}`).sort();
  return { ...map, unlocatedReasons: reasons, features: map.features.map((feature) => JSON.stringify(feature)).sort() };
}

async function write(rows: readonly ScientistRow[]): Promise<number> {
  return (await importScientistRows(driver, DATABASE, [...new Map(rows.map((row) => [row.key, row])).values()])).sequence;
}

function person(key: string, extra: Partial<ScientistRow> = {}): ScientistRow {
  return { key, aliases: [], bornIn: [], ancestralHome: [], studiedAt: [], worksAt: [], specialisesIn: [], received: [], ...extra };
}

beforeAll(async () => {
  driver = await emptyDatabase();
});

beforeEach(async () => {
  await wipe(driver);
  await importReferenceRows(driver, DATABASE, REFERENCES);
});

afterEach(async () => {
  await Promise.all(models.map((one) => one.close()));
  models = [];
});

afterAll(async () => {
  await driver.close();
});

describe("the read model follows the graph", () => {
  it("is the same after random writes as when built anew", { timeout: 240_000 }, async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.array(scientistRows, { minLength: 1, maxLength: 5 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 14 }) },
      { weight: 1, arbitrary: fc.constant("reference" as const) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const followed = await model();
        for (const [index, each] of steps.entries()) {
          const sequence = await perform(each, index);
          await followed.catchUp(sequence);
        }
        expect(everything(followed)).toEqual(everything(await model()));
      }),
      { numRuns: 8 },
    );
  });

  it("shows a writer its own write as soon as it has caught up", async () => {
    const followed = await model();
    const sequence = await write([
      person("made-up:1", { tier: [{ value: "TOP", inUse: true, provenance: { source: "first-source", confidence: 1 } }] }),
    ]);
    expect(followed.count(followed.select({ tiers: ["TOP"] }))).toBe(0);
    await followed.catchUp(sequence);
    expect(followed.sequence).toBe(sequence);
    expect([...followed.idsInOrder(followed.select({ tiers: ["TOP"] }), null)]).toEqual([seedId("Scientist", "made-up:1")]);
  });

  it("shows a removed person no more", async () => {
    await write([person("made-up:1"), person("made-up:2")]);
    const followed = await model();
    const { sequence } = await removeScientist(driver, DATABASE, seedId("Scientist", "made-up:1"));
    await followed.catchUp(sequence);
    expect([...followed.idsInOrder(followed.select({}), null)]).toEqual([seedId("Scientist", "made-up:2")]);
    expect(followed.size).toBe(1);
  });

  it("takes in a new institution together with the people who work there", async () => {
    const followed = await model();
    const version = followed.referenceVersion;
    await importReferenceRows(driver, DATABASE, {
      institutions: [{ key: "new", nameZh: "新院", aliases: [], kind: "COMPANY", place: "boston", source: "first-source" }],
    });
    const sequence = await write([
      person("made-up:1", { worksAt: [{ institution: "new", stated: "新院", provenance: { source: "first-source", confidence: 1 } }] }),
    ]);
    await followed.catchUp(sequence);
    expect(followed.referenceVersion).toBeGreaterThan(version);
    expect(followed.count(followed.select({ employers: [seedId("Institution", "new")], workPlaces: [seedId("Place", "boston")] }))).toBe(1);
  });

  it("finds who was born in a former place under the place that took it over and what contains that, as well as where it lay", async () => {
    await write([
      person("made-up:1", {
        bornIn: [{ place: "wanxian", stated: "四川万县", inUse: true, provenance: { source: "first-source", confidence: 1 } }],
      }),
    ]);
    const followed = await model();
    const places = ["wanxian", "sc", "yuzhong", "cq", "cn", "us"].map((key) => seedId("Place", key));
    expect(places.map((id) => followed.count(followed.select({ birthPlaces: [id] })))).toEqual([1, 1, 1, 1, 1, 0]);
    expect(places.map((id) => followed.count(followed.select({ homeRegions: [id] })))).toEqual([1, 1, 1, 1, 1, 0]);
    const [regions] = followed.facets(followed.select({}), ["homeRegions"], 10);
    expect(regions?.values.map(({ id, count }) => [id, count]).sort()).toEqual(
      [
        [places[1], 1],
        [places[3], 1],
      ].sort(),
    );
  });

  it("shows another instance's write within a second", async () => {
    const other = await model(300, driver);
    await write([person("made-up:1")]);
    const written = performance.now();
    await vi.waitFor(() => expect(other.size).toBe(1), { timeout: 1_000, interval: 10 });
    expect(performance.now() - written).toBeLessThan(1_000);
  });

  it("comes back to the truth after being killed in the middle of an update", async () => {
    await write([person("made-up:1"), person("made-up:2")]);
    const doomedDriver = testDriver();
    const doomed = await model(HOUR_MS, doomedDriver);
    const sequence = await write([
      person("made-up:2", {
        bornIn: [{ place: "boston", stated: "Boston", inUse: true, provenance: { source: "first-source", confidence: 1 } }],
      }),
      person("made-up:3"),
    ]);
    const update = doomed.catchUp(sequence).catch((error: unknown) => error);
    await doomedDriver.close();
    await doomed.close();
    await update;
    const fresh = await model();
    expect(fresh.sequence).toBe(sequence);
    expect(fresh.size).toBe(3);
    expect(fresh.count(fresh.select({ birthPlaces: [seedId("Place", "us")] }))).toBe(1);
  });

  it("starts anew when the changes it needs were pruned or the database was replaced", async () => {
    await write([person("made-up:1"), person("made-up:2")]);
    const followed = await model(50);
    await wipe(driver);
    await importReferenceRows(driver, DATABASE, REFERENCES);
    await write([person("made-up:9")]);
    await vi.waitFor(() => expect([...followed.idsInOrder(followed.select({}), null)]).toEqual([seedId("Scientist", "made-up:9")]), {
      timeout: 10_000,
      interval: 20,
    });
  });
});

async function perform(step: ScientistRow[] | number | "reference", index: number): Promise<number> {
  if (step === "reference") {
    const institution = {
      key: "college-1",
      nameZh: `改名${index}`,
      aliases: [],
      kind: "UNIVERSITY" as const,
      place: "boston",
      source: "first-source",
    };
    return (await importReferenceRows(driver, DATABASE, { institutions: [institution] })).sequence;
  }
  if (typeof step !== "number") return write(step);
  const id = seedId("Scientist", `made-up:${step}`);
  return (await removeScientist(driver, DATABASE, id)).sequence;
}
