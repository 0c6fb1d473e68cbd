import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";

const driver = await emptyDatabase();
const idOf = (key: string): string => seedId("Scientist", key);
const provenance = { source: "academy", confidence: 0.9 };
let app: TestApp;

/** Somebody employed at an institution of the samples: `ror:1` has a point, `ror:2` is known no better than to its country. */
const employed = (key: string, institution: string): ScientistRow =>
  sampleScientist(key, { worksAt: [{ institution, stated: institution, asOf: "2026", provenance }] });

beforeAll(async () => {
  const rows = [employed("a", "ror:1"), employed("b", "ror:1"), employed("c", "ror:2"), sampleScientist("d")];
  await seed(driver, DATABASE, silent, sampleSeeds(rows));
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const person = z.object({ id: z.string(), nameZh: z.string().nullable() });
const answer = z.object({
  networkPlaces: z.object({
    others: z.number(),
    unlocated: z.array(person),
    places: z.array(
      z.object({ label: z.string(), longitude: z.number(), latitude: z.number(), precision: z.string(), people: z.array(person) }),
    ),
  }),
});
const ASK = `query ($people: [ID!]!) { networkPlaces(people: $people) {
  others unlocated { id nameZh } places { label longitude latitude precision people { id nameZh } } } }`;

test("people of a network stand at their workplaces, each once; who has no point is named, who is nobody is counted", async () => {
  const people = [...["a", "c", "d", "b", "a"].map(idOf), "01AUTHOROFAWORK00000000000", "not-even-an-id"];
  const { networkPlaces } = await app.ask(answer, ASK, { people });
  expect(networkPlaces).toEqual({
    others: 2,
    unlocated: [
      { id: idOf("c"), nameZh: "人c" },
      { id: idOf("d"), nameZh: "人d" },
    ],
    places: [
      {
        label: "一大学",
        longitude: 104,
        latitude: 30.5,
        precision: "COUNTY",
        people: [
          { id: idOf("a"), nameZh: "人a" },
          { id: idOf("b"), nameZh: "人b" },
        ],
      },
    ],
  });
  expect(await latestAuditRecords(driver, 1, "SEARCH")).toMatchObject([{ detail: { what: "networkPlaces" } }]);
});

test("nobody is an answer; more than ten thousand are refused", async () => {
  expect((await app.ask(answer, ASK, { people: [] })).networkPlaces).toEqual({ others: 0, unlocated: [], places: [] });
  const refused = await app.gql(ASK, { people: Array.from({ length: 10_001 }, (_, at) => `p${at}`) });
  expect(refused.errors?.[0]?.message).toMatch(/10000/);
});
