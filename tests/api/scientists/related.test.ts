import type { Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ScientistRow } from "../../../seeds/rows.ts";
import { importScientistRows, seed } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { openRoom } from "./room.ts";
import { sampleScientist, sampleSeeds } from "./sample-rows.ts";

const driver: Driver = await emptyDatabase();
const provenance = { source: "academy", confidence: 0.9 };

function from(place: string): Pick<ScientistRow, "bornIn"> {
  return { bornIn: [{ place, stated: place, provenance, inUse: true }] };
}

function studied(to: string): Pick<ScientistRow, "studiedAt"> {
  return { studiedAt: [{ institution: "ror:1", stated: "一大学", to, provenance }] };
}

beforeAll(async () => {
  const scientists = [
    sampleScientist("self", {
      ...from("cn:510181"),
      ...studied("1978"),
      worksAt: [{ institution: "ror:2", stated: "SI", asOf: "2001", provenance }],
    }),
    sampleScientist("classmate", studied("1982")),
    sampleScientist("same-county", from("cn:510181")),
    sampleScientist("same-city", { ancestralHome: [{ place: "cn:510182", stated: "乙县", provenance, inUse: true }] }),
    sampleScientist("not-in-use", { bornIn: [{ place: "cn:510181", stated: "甲县", provenance, inUse: false }] }),
    sampleScientist("same-province", from("cn:510000")),
    sampleScientist("colleague", {
      ...studied("2010"),
      worksAt: [{ institution: "ror:2", stated: "SI", from: "1990", to: "2005", provenance }],
    }),
  ];
  await seed(driver, DATABASE, silent, sampleSeeds(scientists));
});
afterAll(() => driver.close());

test("related people come with every reason, the strongest first", async () => {
  const { scientists, loaders } = openRoom(driver);
  const related = await scientists.related(seedId("Scientist", "self"), 8, loaders);
  const people = await loaders.scientist.loadMany(related.map((person) => person.scientistId));
  expect(people).toMatchObject(["人colleague", "人classmate", "人same-county", "人same-city"].map((nameZh) => ({ nameZh })));
  expect(related.map((person) => person.reasons.map(({ kind, years }) => [kind, years]))).toEqual([
    [
      ["EMPLOYER", "2001 · 1990"],
      ["ALMA_MATER", "1978 · 2010"],
    ],
    [["ALMA_MATER", "1978 · 1982"]],
    [["HOME_COUNTY", null]],
    [["HOME_CITY", null]],
  ]);
  expect(related[3]?.reasons[0]?.placeId).toBe(seedId("Place", "cn:510100"));
  expect(related[0]?.reasons[0]?.institutionId).toBe(seedId("Institution", "ror:2"));
});

test("people from a former place are related to those of the place that took it over, in both directions", async () => {
  await importScientistRows(driver, DATABASE, [sampleScientist("former-county", from("cn:510199"))]);
  const { scientists, loaders } = openRoom(driver);
  const reasons = async (of: string, other: string) =>
    (await scientists.related(seedId("Scientist", of), 8, loaders)).find(({ scientistId }) => scientistId === seedId("Scientist", other))
      ?.reasons;
  const shared = [{ kind: "HOME_COUNTY", placeId: seedId("Place", "cn:510182") }];
  expect(await reasons("former-county", "same-city")).toMatchObject(shared);
  expect(await reasons("same-city", "former-county")).toMatchObject(shared);
});

test("no more people than asked for are given", async () => {
  const { scientists, loaders } = openRoom(driver);
  expect(await scientists.related(seedId("Scientist", "self"), 1, loaders)).toHaveLength(1);
  expect(await scientists.related(seedId("Scientist", "nobody"), 8, loaders)).toEqual([]);
});

test("of a crowded institution or place only so many people are considered, while its size counts all", async () => {
  const { reads } = openRoom(driver).scientists;
  const id = seedId("Scientist", "self");
  const [alumni, more] = await Promise.all([reads.fellowAlumni(id, 1), reads.fellowAlumni(id, 2_000)]);
  expect([alumni.length, more.length]).toEqual([1, 2]);
  expect(alumni[0]?.size).toBe(3);
  const [few] = await reads.peopleFrom(id, [seedId("Place", "cn:510100")], 1);
  const [all] = await reads.peopleFrom(id, [seedId("Place", "cn:510100")], 2_000);
  expect(few?.otherIds).toHaveLength(1);
  expect(all?.otherIds.length).toBeGreaterThan(1);
});
