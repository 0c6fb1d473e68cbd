import type { ScientistRow } from "../../../seeds/rows.ts";
import type { SeedRows } from "../../../server/db/seed/index.ts";

/** Sources, places, fields, institutions and awards for tests: one province with a city, two counties and a county that was abolished. */
export const SAMPLE_REFERENCE: Omit<SeedRows, "scientists"> = {
  sources: [
    {
      key: "academy",
      title: "Academy",
      url: "https://academy.example/",
      publisher: "Academy",
      licence: "facts only",
      retrievedAt: "2026-01-10",
    },
    { key: "wiki", title: "Wiki", url: "https://wiki.example/", publisher: "Wiki", licence: "CC0", retrievedAt: "2026-02-20" },
  ],
  places: [
    {
      key: "cn:510181",
      level: "COUNTY",
      nameZh: "甲县",
      aliases: [],
      code: "510181",
      longitude: 103.6,
      latitude: 31,
      within: "cn:510100",
      source: "wiki",
    },
    { key: "cn:510182", level: "COUNTY", nameZh: "乙县", aliases: [], code: "510182", within: "cn:510100", source: "wiki" },
    {
      key: "cn:510199",
      level: "COUNTY",
      nameZh: "丙县",
      aliases: [],
      code: "510199",
      within: "cn:510100",
      validTo: "1994",
      succeededBy: "cn:510182",
      source: "wiki",
    },
    { key: "cn:510100", level: "CITY", nameZh: "某市", aliases: [], code: "510100", within: "cn:510000", source: "wiki" },
    { key: "cn:510000", level: "PROVINCE", nameZh: "四川省", aliases: [], code: "510000", within: "country:CN", source: "wiki" },
    { key: "country:CN", level: "COUNTRY", nameZh: "中国", nameEn: "China", aliases: [], code: "CN", source: "wiki" },
    { key: "country:US", level: "COUNTRY", nameZh: "美国", nameEn: "United States", aliases: [], code: "US", source: "wiki" },
  ],
  fields: [
    { key: "topic:deep", scheme: "TOPIC", nameZh: "深", nameEn: "Deep", synonyms: [], broader: ["tech:wide"], source: "wiki" },
    { key: "tech:wide", scheme: "KEY_TECHNOLOGY", nameZh: "宽", nameEn: "Wide", synonyms: ["breit"], broader: [], source: "wiki" },
  ],
  institutions: [
    {
      key: "ror:1",
      nameZh: "一大学",
      nameEn: "First University",
      aliases: [],
      rorId: "000000001",
      kind: "UNIVERSITY",
      place: "cn:510100",
      longitude: 104,
      latitude: 30.5,
      source: "wiki",
    },
    { key: "ror:2", nameEn: "Second Institute", aliases: ["SI"], kind: "RESEARCH_INSTITUTE", place: "country:US", source: "wiki" },
  ],
  awards: [{ key: "prize", nameEn: "Prize", source: "wiki" }],
};

const academy = { source: "academy", confidence: 0.9 };
const wiki = { source: "wiki", confidence: 0.5, retrievedOn: "2026-03-01", url: "https://wiki.example/Q1" };

/** A person with nothing but a name. */
export function sampleScientist(key: string, more: Partial<ScientistRow> = {}): ScientistRow {
  return {
    key,
    nameZh: [{ value: `人${key}`, provenance: academy, inUse: true }],
    aliases: [],
    bornIn: [],
    ancestralHome: [],
    studiedAt: [],
    worksAt: [],
    specialisesIn: [],
    received: [],
    ...more,
  };
}

/** A person about whom two sources disagree, with everything that a row can have. */
export const FULL_SCIENTIST: ScientistRow = sampleScientist("full", {
  nameEn: [{ value: "Full Person", provenance: wiki, inUse: true }],
  aliases: ["F. Person"],
  birthDate: [
    { value: "1940-05", provenance: academy, inUse: true },
    { value: "1941-05-02", provenance: wiki, inUse: false },
  ],
  orcid: "0000-0001-2345-6789",
  bornIn: [{ place: "cn:510181", stated: "四川甲县", provenance: academy, inUse: true }],
  ancestralHome: [
    { place: "cn:510199", stated: "四川丙县", provenance: academy, inUse: true },
    { stated: "某处", provenance: wiki, inUse: false },
  ],
  studiedAt: [
    { institution: "ror:1", stated: "一大学", degree: "学士", from: "1958", to: "1962", provenance: academy },
    { institution: "ror:2", stated: "Second Institute", to: "1967", provenance: wiki },
    { stated: "某私塾", provenance: wiki },
  ],
  worksAt: [
    { institution: "ror:2", stated: "Second Institute", role: "fellow", from: "1967", to: "1978", provenance: wiki },
    { institution: "ror:1", stated: "一大学", asOf: "2026", provenance: academy },
    { stated: "某公司", from: "1979", provenance: wiki },
  ],
  specialisesIn: [{ field: "topic:deep", weight: 0.8, provenance: academy }],
  received: [
    { award: "prize", year: 1990, provenance: wiki },
    { award: "prize", year: 2001, motivation: "for proof", provenance: wiki },
  ],
});

/** All of the above as seeds. */
export function sampleSeeds(scientists: readonly ScientistRow[]): SeedRows {
  return { ...SAMPLE_REFERENCE, scientists };
}
