import { beforeAll, describe, expect, it } from "vitest";
import { readSeeds, type SeedRows } from "../../../seeds/index.ts";
import type { PlaceRow, ScientistRow } from "../../../seeds/rows.ts";
import { type StatedFact, withAgreement } from "./agreement.ts";
import type { PlaceModel } from "./scientists.types.ts";

let seeds: SeedRows;
let byKey: Map<string, PlaceRow>;
let lineages: Map<string, PlaceModel[]>;

beforeAll(() => {
  seeds = readSeeds();
  byKey = new Map(seeds.places.map((row) => [row.key, row]));
  lineages = new Map(seeds.places.map((row) => [row.key, around(row.key)]));
});

function around(start: string): PlaceModel[] {
  const keys = [start];
  for (const key of keys) {
    const { within, succeededBy } = byKey.get(key) ?? {};
    keys.push(...[within, succeededBy].filter((next) => next !== undefined && !keys.includes(next)).map(String));
  }
  return keys.flatMap((key) => {
    const row = byKey.get(key);
    if (row === undefined) return [];
    const { level, nameZh, nameEn = null } = row;
    const unasked = { code: null, longitude: null, latitude: null, validFrom: null, validTo: null, withinIds: [], succeededById: null };
    return [{ id: key, level, nameZh, nameEn, ...unasked }];
  });
}

const unasked = { sourceId: "S", url: null, retrievedOn: "2026-11-22", confidence: null, verifiedBy: null, verifiedOn: null };

/** Facts of one property, the first of them in use: `[words, key of the place]`. */
function stated(property: string, values: readonly (readonly [string, string?])[]): StatedFact[] {
  return values.map(([value, place], index) => ({ property, value, resolvedId: place ?? null, inUse: index === 0, ...unasked }));
}

const agreement = (property: string, ...values: readonly (readonly [string, string?])[]) =>
  withAgreement(stated(property, values), lineages).map((fact) => fact.agrees);

describe("dates", () => {
  it("agree with the year and the month that contain them, whichever is in use", () => {
    expect(agreement("birthDate", ["1951-10-22"], ["1951"], ["1951-10"], ["1951-10-22"])).toEqual([true, true, true, true]);
    expect(agreement("deathDate", ["1951"], ["1951-10-22"])).toEqual([true, true]);
  });

  it("contradict another day, month or year", () => {
    expect(agreement("birthDate", ["1951-10-22"], ["1951-01-01"], ["1951-11"], ["1952"])).toEqual([true, false, false, false]);
  });
});

describe("places", () => {
  it("agree with what contains them, in China and abroad", () => {
    expect(agreement("birthPlace", ["四川省成都市", "cn:510100"], ["四川省", "cn:510000"], ["四川", "cn:510000"])).toEqual([
      true,
      true,
      true,
    ]);
    expect(agreement("ancestralHome", ["四川", "cn:510000"], ["四川成都", "cn:510100"])).toEqual([true, true]);
    expect(agreement("birthPlace", ["Leeds, United Kingdom", "geonames:2644688"], ["United Kingdom", "country:GB"])).toEqual([true, true]);
    expect(agreement("birthPlace", ["Logan, UT, United States", "geonames:5777544"], ["Logan, United States", "country:US"])).toEqual([
      true,
      true,
    ]);
  });

  it("agree with the place that took over from them, and with what contains it", () => {
    expect(
      agreement("birthPlace", ["四川省万县市", "cn-former:sichuan-wanxian"], ["万州区", "cn:500101"], ["重庆市", "cn:500000"]),
    ).toEqual([true, true, true]);
  });

  it("contradict a place whose words name another town, even where only their country is known", () => {
    expect(
      agreement(
        "birthPlace",
        ["New York, United States", "geonames:5128581"],
        ["Paris, United States", "country:US"],
        ["四川省", "cn:510000"],
      ),
    ).toEqual([true, false, false]);
    expect(agreement("birthPlace", ["Jackson, United States", "country:US"], ["Newark, United States", "country:US"])).toEqual([
      true,
      false,
    ]);
    expect(agreement("birthPlace", ["四川成都", "cn:510100"], ["四川绵阳", "cn:510700"])).toEqual([true, false]);
  });

  it("agree when they are the same town in other words", () => {
    expect(agreement("birthPlace", ["Bad Cannstatt, Germany", "geonames:2825297"], ["Stuttgart, Germany", "geonames:2825297"])).toEqual([
      true,
      true,
    ]);
    expect(agreement("birthPlace", ["成都", "cn:510100"], ["Chengdu", "cn:510100"])).toEqual([true, true]);
  });
});

describe("other values", () => {
  it("agree only when they are the same, and never compete where several stand side by side", () => {
    expect(agreement("specialty", ["物理"], ["物理学"])).toEqual([true, false]);
    expect(withAgreement(stated("employment", [["甲"], ["乙"]]), lineages).map((fact) => fact.agrees)).toEqual([true, true]);
  });
});

const PROPERTIES = { birthDate: "birthDate", deathDate: "deathDate", birthPlace: "bornIn" } as const;
type Property = keyof typeof PROPERTIES;

function factsOf(row: ScientistRow, property: Property): StatedFact[] {
  return (row[PROPERTIES[property]] ?? []).map((fact) =>
    "value" in fact
      ? { property, value: fact.value, resolvedId: null, inUse: fact.inUse, ...unasked }
      : { property, value: fact.stated, resolvedId: fact.place ?? null, inUse: fact.inUse, ...unasked },
  );
}

describe("the seeds", () => {
  it("disagree about as many people as seeds/README.md says", () => {
    const disagreeing = (property: Property) =>
      seeds.scientists.filter((row) => withAgreement(factsOf(row, property), lineages).some((fact) => !fact.agrees)).length;
    expect([disagreeing("birthDate"), disagreeing("deathDate"), disagreeing("birthPlace")]).toEqual([106, 6, 70]);
  });

  it("use no value beside a more precise one that agrees with it", () => {
    const finer = (fact: StatedFact, used: StatedFact) =>
      fact.resolvedId === used.resolvedId
        ? fact.resolvedId === null && fact.value.length > used.value.length
        : lineages.get(fact.resolvedId ?? "")?.some((place) => place.id === used.resolvedId) === true;
    const properties: readonly Property[] = ["birthDate", "deathDate", "birthPlace"];
    const coarse = seeds.scientists.flatMap((row) =>
      properties.flatMap((property) => {
        const facts = withAgreement(factsOf(row, property), lineages);
        const used = facts.find((fact) => fact.inUse);
        return used !== undefined && facts.some((fact) => fact.agrees && finer(fact, used)) ? [`${row.key} ${property} ${used.value}`] : [];
      }),
    );
    expect(coarse).toEqual([]);
  });
});
