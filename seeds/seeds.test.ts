import { beforeAll, describe, expect, it } from "vitest";
import { readSeeds, type SeedRows } from "./index.ts";
import type { ScientistRow } from "./rows.ts";

const SICHUAN_COUNTIES = 183;
const CHONGQING_COUNTIES = 38;
const LATEST_YEAR = 2026;

let seeds: SeedRows;

beforeAll(() => {
  seeds = readSeeds();
});

const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key);
const duplicates = (keys: readonly string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

/** Every list of competing facts a scientist row has, by property name. */
const factLists = (row: ScientistRow) =>
  Object.entries({
    nameZh: row.nameZh,
    nameEn: row.nameEn,
    birthDate: row.birthDate,
    deathDate: row.deathDate,
    gender: row.gender,
    specialty: row.specialty,
    tier: row.tier,
    bornIn: row.bornIn,
    ancestralHome: row.ancestralHome,
  }).flatMap(([property, facts]) => (facts && facts.length > 0 ? [{ property, facts }] : []));

const provenancesOf = (row: ScientistRow) => [
  ...factLists(row).flatMap(({ facts }) => facts.map(({ provenance }) => provenance)),
  ...[row.studiedAt, row.worksAt, row.specialisesIn, row.received].flatMap((links) => links.map(({ provenance }) => provenance)),
];

/** Every reference of a scientist row that names a key missing from `known`. */
function danglingKeys(row: ScientistRow, known: Record<"sources" | "places" | "institutions" | "fields" | "awards", ReadonlySet<string>>) {
  const missing = (kind: keyof typeof known, key: string | undefined) =>
    key === undefined || known[kind].has(key) ? [] : [`${kind}: ${key}`];
  return [
    ...provenancesOf(row).flatMap(({ source }) => missing("sources", source)),
    ...[...row.bornIn, ...row.ancestralHome].flatMap(({ place }) => missing("places", place)),
    ...[...row.studiedAt, ...row.worksAt].flatMap(({ institution }) => missing("institutions", institution)),
    ...row.specialisesIn.flatMap(({ field }) => missing("fields", field)),
    ...row.received.flatMap(({ award }) => missing("awards", award)),
  ];
}

describe("keys and references", () => {
  it("has unique keys inside every entity", () => {
    expect(Object.entries(seeds).flatMap(([entity, rows]) => duplicates(keysOf(rows)).map((key) => `${entity}: ${key}`))).toEqual([]);
  });

  it("refers only to rows that exist", () => {
    const known = {
      sources: new Set(keysOf(seeds.sources)),
      places: new Set(keysOf(seeds.places)),
      institutions: new Set(keysOf(seeds.institutions)),
      fields: new Set(keysOf(seeds.fields)),
      awards: new Set(keysOf(seeds.awards)),
    };
    const rowsWithSource = [...seeds.fields, ...seeds.places, ...seeds.institutions, ...seeds.awards];
    expect(rowsWithSource.filter(({ source }) => !known.sources.has(source))).toEqual([]);
    expect(seeds.fields.filter(({ broader }) => broader.some((key) => !known.fields.has(key)))).toEqual([]);
    expect(seeds.institutions.filter(({ place }) => place !== undefined && !known.places.has(place))).toEqual([]);
    expect(seeds.scientists.flatMap((row) => danglingKeys(row, known))).toEqual([]);
  });

  it("gives no external identifier to two rows", () => {
    const twice = (values: readonly (string | undefined)[]) => duplicates(values.flatMap((value) => (value === undefined ? [] : [value])));
    expect(twice(seeds.institutions.map(({ rorId }) => rorId))).toEqual([]);
    expect(twice(seeds.scientists.map(({ orcid }) => orcid))).toEqual([]);
    expect(twice(seeds.scientists.map(({ openAlexId }) => openAlexId))).toEqual([]);
    expect(twice(seeds.scientists.map(({ wikidataId }) => wikidataId))).toEqual([]);
    expect(twice(seeds.places.map(({ code }) => code))).toEqual([]);
  });

  it("holds no text that a program wrote for a missing value", () => {
    const texts: string[] = [];
    JSON.stringify(seeds, (_key, value: unknown) => {
      if (typeof value === "string") texts.push(value);
      return value;
    });
    expect(texts.length).toBeGreaterThan(10_000);
    expect(texts.filter((text) => /^(undefined|null|None|NaN|nan|\[object Object\]|\s*)$/.test(text))).toEqual([]);
  });
});

describe("places", () => {
  it("ends every WITHIN chain in a country and never loops", () => {
    const byKey = new Map(seeds.places.map((row) => [row.key, row]));
    const endsInCountry = (start: string) => {
      const seen = new Set<string>();
      let row = byKey.get(start);
      while (row?.within !== undefined && !seen.has(row.key)) {
        seen.add(row.key);
        row = byKey.get(row.within);
      }
      return row?.level === "COUNTRY" && row.within === undefined;
    };
    expect(keysOf(seeds.places).filter((key) => !endsInCountry(key))).toEqual([]);
  });

  it("points every successor at a place in force", () => {
    const inForce = new Set(seeds.places.filter(({ succeededBy }) => succeededBy === undefined).map(({ key }) => key));
    const former = seeds.places.filter(({ succeededBy }) => succeededBy !== undefined);
    expect(former.length).toBeGreaterThan(20);
    expect(former.filter(({ succeededBy = "" }) => !inForce.has(succeededBy))).toEqual([]);
  });

  it("has all current counties of 四川 and 重庆 with a point inside the two provinces", () => {
    const counties = seeds.places.filter(
      ({ level, code, succeededBy }) => level === "COUNTY" && code !== undefined && succeededBy === undefined,
    );
    const sichuan = counties.filter(({ code }) => code?.startsWith("51"));
    const chongqing = counties.filter(({ code }) => code?.startsWith("50"));
    expect(sichuan).toHaveLength(SICHUAN_COUNTIES);
    expect(chongqing).toHaveLength(CHONGQING_COUNTIES);
    const inBox = ({ longitude = 0, latitude = 0 }) => longitude > 97 && longitude < 110.5 && latitude > 26 && latitude < 34.4;
    expect([...sichuan, ...chongqing].filter((row) => !inBox(row))).toEqual([]);
  });

  it("has the 34 provinces and names 香港, 澳门 and 台湾 as parts of China", () => {
    const provinces = seeds.places.filter(({ level, within }) => level === "PROVINCE" && within === "country:CN");
    expect(provinces).toHaveLength(34);
    const names = provinces.flatMap(({ code, nameZh }) => (["710000", "810000", "820000"].includes(code ?? "") ? [nameZh] : []));
    expect(names.sort()).toEqual(["中国台湾", "中国澳门", "中国香港"].sort());
    expect(seeds.places.filter(({ key }) => ["country:HK", "country:MO", "country:TW"].includes(key))).toEqual([]);
  });

  it("gives both coordinates or none, and validity dates that do not run backwards", () => {
    const broken = seeds.places.filter(
      ({ longitude, latitude, validFrom, validTo }) =>
        (longitude === undefined) !== (latitude === undefined) || (validFrom !== undefined && validTo !== undefined && validFrom > validTo),
    );
    expect(broken).toEqual([]);
  });
});

describe("scientists", () => {
  it("has every academician row and at least 400 laureates", () => {
    const academicians = seeds.scientists.filter(({ received }) =>
      received.some(({ award }) => award === "cas-membership" || award === "cae-membership"),
    );
    expect(academicians.length).toBeGreaterThanOrEqual(647);
    expect(seeds.scientists.length - academicians.length).toBeGreaterThanOrEqual(400);
  });

  it("uses exactly one value of every property that has any", () => {
    const broken = seeds.scientists.flatMap((row) =>
      factLists(row)
        .filter(({ facts }) => facts.filter(({ inUse }) => inUse).length !== 1)
        .map(({ property }) => `${row.key} ${property}`),
    );
    expect(broken).toEqual([]);
  });

  it("keeps the disagreements of its sources", () => {
    const conflicting = (property: string) =>
      seeds.scientists.filter((row) => factLists(row).some((list) => list.property === property && list.facts.length > 1)).length;
    expect(conflicting("birthDate")).toBeGreaterThanOrEqual(100);
    expect(conflicting("bornIn")).toBeGreaterThanOrEqual(90);
    expect(conflicting("specialty")).toBeGreaterThanOrEqual(100);
  });

  it("names every person, and states no date after the data was read", () => {
    expect(seeds.scientists.filter(({ nameZh, nameEn }) => !nameZh && !nameEn)).toEqual([]);
    const dates = seeds.scientists.flatMap((row) => [
      ...[...(row.birthDate ?? []), ...(row.deathDate ?? [])].map(({ value }) => value),
      ...row.studiedAt.flatMap(({ from, to }) => [from, to]),
      ...row.worksAt.flatMap(({ from, to, asOf }) => [from, to, asOf]),
      ...row.received.map(({ year }) => year?.toString()),
    ]);
    const years = dates.flatMap((date) => (date === undefined ? [] : [Number(date.slice(0, 4))]));
    expect(Math.min(...years)).toBeGreaterThan(1900);
    expect(Math.max(...years)).toBeLessThanOrEqual(LATEST_YEAR);
  });

  it("never claims that a person still works somewhere", () => {
    const academicians = seeds.scientists.filter(({ key }) => key.startsWith("cas:") || key.startsWith("cae:"));
    const open = academicians.flatMap(({ worksAt }) => worksAt).filter(({ from }) => from !== undefined);
    expect(open).toEqual([]);
  });

  it("marks 顶尖 by the public criterion only", () => {
    const named = new Set(["cas-membership", "cae-membership", "nobel-prize", "turing-award", "fields-medal"]);
    const wrong = seeds.scientists.filter(({ tier, received }) => (tier !== undefined) !== received.some(({ award }) => named.has(award)));
    expect(keysOf(wrong)).toEqual([]);
  });
});

describe("fields", () => {
  it("has at least six topics under every key technology, and people in each", () => {
    const technologies = seeds.fields.filter(({ scheme }) => scheme === "KEY_TECHNOLOGY");
    expect(technologies).toHaveLength(10);
    const topicsOf = (key: string) =>
      seeds.fields.filter(({ scheme, broader }) => scheme === "TOPIC" && broader.includes(key)).map((row) => row.key);
    for (const { key, nameZh } of technologies) {
      const topics = new Set(topicsOf(key));
      expect(topics.size, nameZh).toBeGreaterThanOrEqual(6);
      const people = seeds.scientists.filter(({ specialisesIn }) => specialisesIn.some(({ field }) => field === key || topics.has(field)));
      expect(people.length, nameZh).toBeGreaterThan(0);
    }
  });
});
