import fc from "fast-check";
import type { PlaceRow, ScientistRow } from "../../seeds/rows.ts";
import type { ReferenceRows } from "../../server/db/seed/index.ts";

const SOURCE_KEYS = ["first-source", "second-source"];
const PLACE_KEYS = ["cn", "cq", "yuzhong", "sc", "us", "boston", "wanxian"];
const INSTITUTION_KEYS = ["college-0", "college-1", "college-2", "institute"];
const FIELD_KEYS = ["information", "ai", "life"];
const AWARD_KEYS = ["prize", "academy"];

const place = (
  key: string,
  level: PlaceRow["level"],
  within: string | undefined,
  code: string | undefined,
  longitude: number,
  latitude: number,
): PlaceRow => ({
  key,
  level,
  nameZh: `地方${key}`,
  aliases: [],
  longitude,
  latitude,
  source: "first-source",
  ...(within === undefined ? {} : { within }),
  ...(code === undefined ? {} : { code }),
});

/** A few references for made-up people. */
export const REFERENCES: Required<ReferenceRows> = {
  sources: SOURCE_KEYS.map((key) => ({
    key,
    title: key,
    url: "https://example.org/",
    publisher: "测试 test",
    licence: "CC0-1.0",
    retrievedAt: "2026-11-22",
  })),
  fields: [
    {
      key: "information",
      scheme: "SCIENCE_DIRECTION",
      nameZh: "信息",
      nameEn: "Information",
      synonyms: [],
      broader: [],
      source: "first-source",
    },
    { key: "ai", scheme: "KEY_TECHNOLOGY", nameZh: "智能", nameEn: "AI", synonyms: [], broader: ["information"], source: "first-source" },
    { key: "life", scheme: "SCIENCE_DIRECTION", nameZh: "生命", nameEn: "Life", synonyms: [], broader: [], source: "first-source" },
  ],
  places: [
    place("cn", "COUNTRY", undefined, "CN", 104, 35),
    place("cq", "PROVINCE", "cn", "500000", 106.55, 29.56),
    place("yuzhong", "COUNTY", "cq", "500103", 106.57, 29.55),
    place("sc", "PROVINCE", "cn", "510000", 104.06, 30.65),
    { ...place("wanxian", "CITY", "sc", undefined, 108.4, 30.8), succeededBy: "yuzhong", validTo: "1997" },
    place("us", "COUNTRY", undefined, "US", -98, 39),
    place("boston", "CITY", "us", undefined, -71.06, 42.36),
  ],
  institutions: INSTITUTION_KEYS.map((key, index) => ({
    key,
    nameZh: `学院${index}`,
    aliases: [],
    kind: "UNIVERSITY",
    place: PLACE_KEYS[index + 1] ?? "cn",
    source: "first-source",
    ...(index % 2 === 0 ? { longitude: 100 + index, latitude: 30 } : {}),
  })),
  awards: AWARD_KEYS.map((key) => ({ key, nameEn: key, source: "first-source" })),
};

const pick = (keys: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...keys);
const provenance = pick(SOURCE_KEYS).map((source) => ({ source, confidence: 0.9 }));
const dates = pick(["1944", "1950-05", "1979-12-31", "2001"]);

const stated = (values: readonly string[]): fc.Arbitrary<ScientistRow["nameZh"]> =>
  fc.option(
    fc.record({ value: pick(values), provenance, inUse: fc.constant(true) }).map((fact) => [fact]),
    { nil: undefined },
  );
const homes = fc.array(fc.record({ place: pick(PLACE_KEYS), stated: fc.constant("某地"), provenance, inUse: fc.constant(true) }), {
  maxLength: 1,
});
const stays = fc.uniqueArray(
  fc.record({
    institution: pick(INSTITUTION_KEYS),
    stated: fc.constant("某校"),
    from: fc.option(dates, { nil: undefined }),
    to: fc.option(dates, { nil: undefined }),
    provenance,
  }),
  { maxLength: 3, selector: (stay) => stay.institution },
);

/** A made-up person; the key is one of a few, so that writes meet people who are there already. */
export const scientistRows: fc.Arbitrary<ScientistRow> = fc
  .record({
    number: fc.integer({ min: 0, max: 14 }),
    nameZh: stated(["曾文清", "单文清", "王伟", "欧阳修"]),
    nameEn: stated(["Wenqing Zeng", "Anna Müller"]),
    birthDate: stated(["1936", "1944-05-02", "1979"]),
    deathDate: stated(["2001-02"]),
    tier: stated(["TOP", "YOUNG"]),
    bornIn: homes,
    ancestralHome: homes,
    studiedAt: stays,
    worksAt: stays,
    specialisesIn: fc.uniqueArray(fc.record({ field: pick(FIELD_KEYS), weight: fc.constant(1), provenance }), {
      maxLength: 2,
      selector: (one) => one.field,
    }),
    received: fc.uniqueArray(fc.record({ award: pick(AWARD_KEYS), year: fc.integer({ min: 1950, max: 2026 }), provenance }), {
      maxLength: 2,
      selector: (one) => one.award,
    }),
  })
  .map(({ number, ...row }) => ({ key: `made-up:${number}`, aliases: number % 3 === 0 ? [`别名${number}`] : [], ...row }));
