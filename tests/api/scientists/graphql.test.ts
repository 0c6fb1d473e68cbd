import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { z } from "zod";
import { seed } from "../../../server/db/seed/index.ts";
import { seedId } from "../../../server/shared/ids.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { openRoom } from "./room.ts";
import { FULL_SCIENTIST, sampleScientist, sampleSeeds } from "./sample-rows.ts";

const driver = await emptyDatabase();
const provenance = { source: "academy", confidence: 0.9 };
const CROWD = Array.from({ length: 300 }, (_, number) =>
  sampleScientist(`crowd-${number}`, {
    bornIn: [{ place: number % 2 === 0 ? "cn:510181" : "cn:510182", stated: "四川", provenance, inUse: true }],
    worksAt: [{ institution: number % 3 === 0 ? "ror:1" : "ror:2", stated: "某处", asOf: "2026", provenance }],
  }),
);
let app: TestApp;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([FULL_SCIENTIST, ...CROWD]));
  app = await startTestApp();
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const PERSON = /* GraphQL */ `
  query ($id: ID!) {
    scientist(id: $id) {
      nameZh
      birthPlace { nameZh level within { nameZh } }
      ancestralHome { nameZh succeededBy { nameZh } }
      sichuanChongqingTies
      latestEmployment { stated current institution { nameZh place { nameZh } source { title } } fact { source { title } retrievedOn } }
      fields { nameEn broader { nameEn } }
      awards { year award { nameEn } }
      teams { team } needs { id } updates { id }
      facts { property value inUse source { title } }
      related(first: 2) { scientist { nameZh } reasons { kind institution { id } place { nameZh } } }
    }
  }
`;

const person = z.object({ scientist: z.looseObject({ facts: z.array(z.unknown()), related: z.array(z.unknown()) }) });

test("a person page is answered whole", async () => {
  const { scientist } = await app.ask(person, PERSON, { id: seedId("Scientist", "full") });
  expect(scientist).toMatchObject({
    nameZh: "人full",
    birthPlace: { nameZh: "甲县", level: "COUNTY", within: [{ nameZh: "某市" }, { nameZh: "四川省" }, { nameZh: "中国" }] },
    ancestralHome: { nameZh: "丙县", succeededBy: { nameZh: "乙县" } },
    sichuanChongqingTies: ["BIRTHPLACE", "ANCESTRAL_HOME"],
    latestEmployment: {
      stated: "一大学",
      current: true,
      institution: { place: { nameZh: "某市" } },
      fact: { source: { title: "Academy" }, retrievedOn: "2026-01-10" },
    },
    fields: [{ nameEn: "Deep", broader: [{ nameEn: "Wide" }] }],
    awards: [
      { year: 2001, award: { nameEn: "Prize" } },
      { year: 1990, award: { nameEn: "Prize" } },
    ],
    teams: [],
    needs: [],
    updates: [],
  });
  expect(scientist.facts).toContainEqual({ property: "birthDate", value: "1941-05-02", inUse: false, source: { title: "Wiki" } });
  expect(scientist.related).toHaveLength(2);
});

test("an unknown id answers null, not an error", async () => {
  const { data, errors } = await app.gql('{ scientist(id: "nobody") { id } institution(id: "none") { id } place(id: "none") { id } }');
  expect({ data, errors }).toEqual({ data: { scientist: null, institution: null, place: null }, errors: undefined });
});

test("a page of people is read in one query per kind, however many they are", async () => {
  const { scientists, loaders } = openRoom(driver);
  const opened = vi.spyOn(driver, "session");
  await Promise.all(
    CROWD.map(async ({ key }) => {
      const id = seedId("Scientist", key);
      const [person, homes, employment] = await Promise.all([
        loaders.scientist.load(id),
        loaders.homes.load(id),
        scientists.latestEmployment(id, loaders),
      ]);
      const [birthPlace, institution] = await Promise.all([
        loaders.place.load(homes.birthPlaceId ?? ""),
        loaders.institution.load(employment?.institutionId ?? ""),
      ]);
      expect([person, birthPlace, institution]).not.toContain(null);
    }),
  );
  expect(opened.mock.calls.length).toBeLessThanOrEqual(5);
  opened.mockRestore();
});
