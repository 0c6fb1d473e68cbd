import type { Driver } from "neo4j-driver";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seed } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { openRoom } from "./room.ts";
import { FULL_SCIENTIST, sampleScientist, sampleSeeds } from "./sample-rows.ts";

const driver: Driver = await emptyDatabase();
const id = seedId("Scientist", "full");
const academy = { source: "academy", confidence: 0.9 };

beforeAll(async () => {
  await seed(
    driver,
    DATABASE,
    silent,
    sampleSeeds([
      FULL_SCIENTIST,
      sampleScientist("bare"),
      sampleScientist("dead", {
        deathDate: [{ value: "2020", provenance: academy, inUse: true }],
        worksAt: [{ institution: "ror:1", stated: "一大学", asOf: "2026", provenance: academy }],
      }),
    ]),
  );
});
afterAll(() => driver.close());

test("two birth dates that disagree are both kept with their sources, and one is in use", async () => {
  const { loaders } = openRoom(driver);
  const facts = (await loaders.facts.load(id)).filter((fact) => fact.property === "birthDate");
  expect(
    facts.map(({ value, inUse, retrievedOn, confidence, url, verifiedOn }) => ({ value, inUse, retrievedOn, confidence, url, verifiedOn })),
  ).toEqual([
    { value: "1940-05", inUse: true, retrievedOn: "2026-01-10", confidence: 0.9, url: null, verifiedOn: null },
    { value: "1941-05-02", inUse: false, retrievedOn: "2026-03-01", confidence: 0.5, url: "https://wiki.example/Q1", verifiedOn: null },
  ]);
  const sources = await loaders.source.loadMany(facts.map((fact) => fact.sourceId));
  expect(sources).toMatchObject([{ title: "Academy" }, { title: "Wiki" }]);
  expect((await loaders.scientist.load(id))?.birthDate).toBe("1940-05");
});

test("every statement of the row is among the facts, also those that could not be resolved", async () => {
  const { loaders } = openRoom(driver);
  const facts = await loaders.facts.load(id);
  const counts: Record<string, number> = {};
  for (const { property } of facts) counts[property] = (counts[property] ?? 0) + 1;
  expect(counts).toEqual({
    nameZh: 1,
    nameEn: 1,
    birthDate: 2,
    birthPlace: 1,
    ancestralHome: 2,
    education: 3,
    employment: 3,
    field: 1,
    award: 2,
  });
  expect(facts.find((fact) => fact.value === "某私塾")).toMatchObject({ property: "education", resolvedId: null });
  expect(facts.find((fact) => fact.value === "四川甲县")?.resolvedId).toBe(seedId("Place", "cn:510181"));
});

test("a place carries its level, what it lies within, and its successor when it was abolished", async () => {
  const { loaders } = openRoom(driver);
  const homes = await loaders.homes.load(id);
  const birth = await loaders.place.load(homes.birthPlaceId ?? "");
  expect(birth).toMatchObject({ nameZh: "甲县", level: "COUNTY", longitude: 103.6, latitude: 31, validTo: null, succeededById: null });
  const within = await loaders.place.loadMany(birth?.withinIds ?? []);
  expect(within).toMatchObject([{ level: "CITY" }, { level: "PROVINCE", code: "510000" }, { level: "COUNTRY", code: "CN" }]);
  const abolished = await loaders.place.load(homes.ancestralHomeId ?? "");
  expect(abolished).toMatchObject({ nameZh: "丙县", validTo: "1994", longitude: null, succeededById: seedId("Place", "cn:510182") });
});

test("home ties say which home lies in 四川 or 重庆", async () => {
  const { scientists, loaders } = openRoom(driver);
  expect(await scientists.sichuanChongqingTies(id, loaders)).toEqual(["BIRTHPLACE", "ANCESTRAL_HOME"]);
  expect(await scientists.sichuanChongqingTies(seedId("Scientist", "bare"), loaders)).toEqual([]);
});

test("employment and education come latest first, and the map's employment has an institution", async () => {
  const { scientists, loaders } = openRoom(driver);
  const employment = await loaders.employment.load(id);
  expect(employment.map((item) => [item.stated, item.current, item.role])).toEqual([
    ["某公司", false, null],
    ["一大学", true, null],
    ["Second Institute", false, "fellow"],
  ]);
  expect((await scientists.latestEmployment(id, loaders))?.institutionId).toBe(seedId("Institution", "ror:1"));
  expect((await loaders.education.load(id)).map((item) => item.stated)).toEqual(["Second Institute", "一大学", "某私塾"]);
  expect(employment[2]?.fact).toMatchObject({ property: "employment", retrievedOn: "2026-03-01", sourceId: seedId("Source", "wiki") });
});

test("the dead are employed nowhere today", async () => {
  const { loaders } = openRoom(driver);
  expect((await loaders.employment.load(seedId("Scientist", "dead"))).map((item) => item.current)).toEqual([false]);
});

test("awards come newest first; what nobody stated is empty", async () => {
  const { scientists, loaders } = openRoom(driver);
  expect((await loaders.awards.load(id)).map((award) => [award.year, award.motivation, award.award.nameEn])).toEqual([
    [2001, "for proof", "Prize"],
    [1990, null, "Prize"],
  ]);
  const bare = seedId("Scientist", "bare");
  expect(await loaders.scientist.load(bare)).toMatchObject({ nameZh: "人bare", nameEn: null, birthDate: null, tier: null, aliases: [] });
  const lists = await Promise.all([
    loaders.employment.load(bare),
    loaders.awards.load(bare),
    loaders.teams.load(bare),
    loaders.needs.load(bare),
    loaders.updates.load(bare),
    scientists.related(bare, 8, loaders),
  ]);
  expect(lists).toEqual([[], [], [], [], [], []]);
  expect(await loaders.scientist.load("nobody")).toBeNull();
});

test("places are listed at the top, directly within one, and by level at any depth", async () => {
  const { scientists, loaders } = openRoom(driver);
  const names = async (within: string | null, level: "COUNTY" | "CITY" | null) =>
    (await scientists.places(within, level, loaders)).map((place) => place.nameZh);
  const sichuan = seedId("Place", "cn:510000");
  expect(await names(null, null)).toEqual(["中国", "美国"]);
  expect(await names(sichuan, null)).toEqual(["某市"]);
  expect(await names(sichuan, "COUNTY")).toEqual(["甲县", "乙县", "丙县"]);
  expect(await names(null, "CITY")).toEqual(["某市"]);
});

test("fields come broader before narrower", async () => {
  const { scientists, loaders } = openRoom(driver);
  expect((await scientists.fields(null, loaders)).map((field) => field.nameEn)).toEqual(["Wide", "Deep"]);
  expect((await scientists.fields("TOPIC", loaders)).map((field) => field.broaderIds)).toEqual([[seedId("Field", "tech:wide")]]);
});
