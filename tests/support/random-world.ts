import fc from "fast-check";
import type { MapView, PlaceLevel, ScientistFilter, Tier } from "../../server/graphql/generated.ts";
import { seedId } from "../../server/shared/ids.ts";

/** A small made-up world for property tests, in plain ids, so that a test's own reckoning shares nothing with the read model. */
export interface World {
  readonly places: readonly WorldPlace[];
  readonly institutions: readonly WorldInstitution[];
  readonly fields: readonly WorldField[];
  readonly people: readonly WorldPerson[];
}

export interface WorldPlace {
  readonly id: string;
  readonly level: PlaceLevel;
  readonly code: string | null;
  readonly withinId: string | null;
  readonly succeededById: string | null;
  readonly point: WorldPoint | null;
}

export interface WorldInstitution {
  readonly id: string;
  readonly placeId: string | null;
  readonly point: WorldPoint | null;
}

export interface WorldField {
  readonly id: string;
  readonly broaderIds: readonly string[];
}

export interface WorldPoint {
  readonly longitude: number;
  readonly latitude: number;
}

export interface WorldPerson {
  readonly id: string;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly birthDate: string | null;
  readonly deathDate: string | null;
  readonly tier: Tier | null;
  readonly birthPlaceId: string | null;
  readonly ancestralHomeId: string | null;
  readonly workplaceId: string | null;
  readonly almaMaterId: string | null;
  readonly employerIds: readonly string[];
  readonly almaMaterIds: readonly string[];
  readonly fieldIds: readonly string[];
  readonly awardIds: readonly string[];
  readonly sourceIds: readonly string[];
  readonly latestAwardYear: number | null;
}

export const VIEWS: readonly MapView[] = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];
export const AWARDS = ["nobel", "turing", "academy"].map((key) => seedId("Award", key));
export const SOURCES = ["one", "two", "three"].map((key) => seedId("Source", key));
const TIERS: readonly Tier[] = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];

const point = (longitude: number, latitude: number): WorldPoint => ({ longitude, latitude });
const place = (
  key: string,
  level: PlaceLevel,
  within: string | null,
  code: string | null,
  where: WorldPoint | null,
  successor: string | null = null,
): WorldPlace => ({
  id: seedId("Place", key),
  level,
  code,
  withinId: within === null ? null : seedId("Place", within),
  succeededById: successor === null ? null : seedId("Place", successor),
  point: where,
});

/**
 * China with regions, a municipality and a province; a country without provinces; places beside the 180th meridian and without a point;
 * former places: taken over across a province, by a municipality, twice in a row, with a point of their own, and around another.
 */
const PLACES: readonly WorldPlace[] = [
  place("cn", "COUNTRY", null, "CN", point(104, 35)),
  place("hk", "PROVINCE", "cn", "810000", point(114.17, 22.3)),
  place("cq", "PROVINCE", "cn", "500000", point(106.55, 29.56)),
  place("yuzhong", "COUNTY", "cq", "500103", point(106.5689, 29.5528)),
  place("wanzhou", "COUNTY", "cq", "500101", null),
  place("sc", "PROVINCE", "cn", "510000", point(104.06, 30.65)),
  place("chengdu", "CITY", "sc", "510100", point(104.0657, 30.6595)),
  place("wuhou", "COUNTY", "chengdu", "510107", point(104.0517, 30.6306)),
  place("wanxian", "CITY", "sc", null, null, "wanzhou"),
  place("kaixian", "COUNTY", "wanxian", null, null),
  place("old-chongqing", "CITY", "sc", null, null, "cq"),
  place("older-chongqing", "COUNTY", null, null, null, "old-chongqing"),
  place("huayang", "COUNTY", "sc", null, point(104.07, 30.5), "wuhou"),
  place("us", "COUNTRY", null, "US", point(-98, 39)),
  place("boston", "CITY", "us", null, point(-71.0598, 42.3584)),
  place("cambridge", "CITY", "us", null, point(-71.1056, 42.3751)),
  place("fj", "COUNTRY", null, "FJ", point(178, -17)),
  place("suva", "CITY", "fj", null, point(178.4415, -18.1416)),
  place("taveuni", "CITY", "fj", null, point(-179.9, -16.8)),
];

const FIELDS: readonly WorldField[] = [
  ["information", []],
  ["life", []],
  ["ai", ["information"]],
  ["quantum", ["information"]],
  ["vision", ["ai"]],
  ["biocomputing", ["ai", "genes"]],
  ["genes", ["life"]],
].map(([key, broader]) => ({ id: seedId("Field", String(key)), broaderIds: [broader ?? []].flat().map((one) => seedId("Field", one)) }));

const pick = <T>(values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null, freq: 3 });
const some = <T>(values: readonly T[], most: number): fc.Arbitrary<T[]> => fc.uniqueArray(pick(values), { maxLength: most });

/** Points that are equal, a hair apart, far apart and at the edges of the map. */
const institutionPoint: fc.Arbitrary<WorldPoint> = fc.oneof(
  pick([
    point(104.0657, 30.6595),
    point(104.06570000000001, 30.6595),
    point(180, 10),
    point(-180, 10),
    point(0, 0),
    point(20, 89),
    point(20, -88),
  ]),
  fc.record({ longitude: fc.double({ min: 103, max: 107, noNaN: true }), latitude: fc.double({ min: 29, max: 31, noNaN: true }) }),
  fc.record({ longitude: fc.double({ min: -180, max: 180, noNaN: true }), latitude: fc.double({ min: -80, max: 80, noNaN: true }) }),
);

const institutions: fc.Arbitrary<WorldInstitution[]> = fc
  .array(fc.record({ placeId: maybe(pick(PLACES.map((one) => one.id))), point: fc.option(institutionPoint, { nil: null, freq: 2 }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((list) => list.map((one, index) => ({ id: seedId("Institution", `i${index}`), ...one })));

const date = pick(["1936", "1944-05", "1944-05-02", "1950-01-01", "1979-12-31", "1980", "2001-02"]);
const nameZh = pick(["曾文清", "单文清", "欧阳修", "王伟", "王伟", "李娜", "卡特琳·热迈", "尉迟恭"]);
const nameEn = pick(["Wenqing Zeng", "Émile Durand", "Anna Müller", "anna muller", "Zoë Łukasz"]);

/** A person of a world; `number` makes the id. */
export function personOf(institutionIds: readonly string[], number: fc.Arbitrary<number>): fc.Arbitrary<WorldPerson> {
  const placeIds = PLACES.map((one) => one.id);
  return fc
    .record({
      number,
      nameZh: maybe(nameZh),
      nameEn: maybe(nameEn),
      birthDate: maybe(date),
      deathDate: maybe(date),
      tier: maybe(pick(TIERS)),
      birthPlaceId: maybe(pick(placeIds)),
      ancestralHomeId: maybe(pick(placeIds)),
      employerIds: some(institutionIds, 3),
      almaMaterIds: some(institutionIds, 3),
      fieldIds: some(
        FIELDS.map((one) => one.id),
        3,
      ),
      awardIds: some(AWARDS, 2),
      sourceIds: some(SOURCES, 3),
      latestAwardYear: maybe(fc.integer({ min: 1950, max: 2026 })),
    })
    .map(({ number: of, ...person }) => ({
      id: seedId("Scientist", `s${of}`),
      ...person,
      workplaceId: person.employerIds[0] ?? null,
      almaMaterId: person.almaMaterIds[0] ?? null,
    }));
}

/** A world of up to 60 people, each id once. */
export const world: fc.Arbitrary<World> = institutions.chain((list) =>
  fc
    .uniqueArray(
      personOf(
        list.map((one) => one.id),
        fc.integer({ min: 0, max: 99 }),
      ),
      { maxLength: 60, selector: (person) => person.id },
    )
    .map((people) => ({ places: PLACES, institutions: list, fields: FIELDS, people })),
);

const list = (values: readonly string[]): fc.Arbitrary<string[] | undefined> => fc.option(some(values, 2), { nil: undefined, freq: 1 });

/** A box, sometimes across the 180th meridian. */
export const box = fc
  .tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  )
  .map(([west, east, one, other]) => ({ west, east, south: Math.min(one, other), north: Math.max(one, other) }));

/** Filters over a world with few keys set at a time, so that they leave somebody. */
export function filterOf(of: World): fc.Arbitrary<ScientistFilter> {
  const places = of.places.map((one) => one.id);
  const colleges = of.institutions.map((one) => one.id);
  const keys: fc.Arbitrary<ScientistFilter> = fc.oneof(
    fc.record({ fields: list(of.fields.map((one) => one.id)) }),
    fc.record({ homeRegions: list(places) }),
    fc.record({ birthPlaces: list(places) }),
    fc.record({ ancestralHomes: list(places) }),
    fc.record({ almaMaters: list(colleges) }),
    fc.record({ almaMaterPlaces: list(places) }),
    fc.record({ employers: list(colleges) }),
    fc.record({ institutions: list(colleges) }),
    fc.record({ workPlaces: list(places) }),
    fc.record({ countries: list(places) }),
    fc.record({ countriesExcluded: list(places) }),
    fc.record({ anyPlaces: list(places) }),
    fc.record({ tiers: some(TIERS, 2) }),
    fc.record({ birthDecades: some(["1930", "1940", "1970", "1980", "x"], 2) }),
    fc.record({ awards: list(AWARDS) }),
    fc.record({ sources: list(SOURCES) }),
    fc.record({ living: fc.boolean() }),
    fc.record({
      birthYears: fc.record({ from: maybe(fc.integer({ min: 1930, max: 1990 })), to: maybe(fc.integer({ min: 1930, max: 2005 })) }),
    }),
    fc.record({ unlocatedIn: pick(VIEWS) }),
    fc.record({ bounds: box, boundsView: pick(VIEWS) }),
  );
  return fc.array(keys, { maxLength: 2 }).map((parts) => Object.assign({}, ...parts));
}
