import type { MapView, ScientistFilter } from "../../graphql/generated.ts";
import type { Column } from "./columns.ts";
import { insideBounds, insideLine } from "./geometry.ts";
import { LAST_YEAR, type PersonTable, TIERS } from "./person-table.ts";
import { markIds, NONE, type ReferenceTables } from "./reference-tables.ts";
import { codesWhere, codesWithoutPoint, makeViewPoints, type ViewPoints, viewColumn } from "./view-points.ts";

/** A column and which of its values pass: one byte per value. */
export interface Lookup {
  readonly column: Column;
  readonly passes: Uint8Array;
}

/** What one filter key asks: a row passes when any of the lookups does. */
export interface Predicate {
  readonly key: keyof ScientistFilter;
  readonly anyOf: readonly Lookup[];
}

const VIEWS: readonly MapView[] = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];
const pointsOfViews = new WeakMap<ReferenceTables, Map<MapView, ViewPoints>>();

/** The points of a view, worked out once for each set of reference tables. */
export function viewPoints(reference: ReferenceTables, view: MapView): ViewPoints {
  const known = pointsOfViews.get(reference) ?? new Map<MapView, ViewPoints>();
  pointsOfViews.set(reference, known);
  const points = known.get(view) ?? makeViewPoints(reference, view);
  known.set(view, points);
  return points;
}

/** A mask of numbers as a mask of codes, where 0 is unknown and a number's code is one more. */
function shifted(mask: Uint8Array): Uint8Array {
  const codes = new Uint8Array(mask.length + 1);
  codes.set(mask, 1);
  return codes;
}

function yearMask(passes: (year: number) => boolean): Uint8Array {
  return Uint8Array.from({ length: LAST_YEAR + 1 }, (_, year) => (year > 0 && passes(year) ? 1 : 0));
}

function placesOfView(table: PersonTable, view: MapView, ids: readonly string[]): Lookup {
  const places = table.reference.placesWithin(ids);
  const byInstitution = viewPoints(table.reference, view).byInstitution;
  return { column: viewColumn(table, view), passes: shifted(byInstitution ? table.reference.institutionsIn(places) : places) };
}

/**
 * Institutions known to be outside the countries and regions given. 中国 leaves 香港, 澳门 and 台湾 in unless they are given too;
 * an institution of which no country is known is not known to be outside.
 */
function outside(reference: ReferenceTables, ids: readonly string[]): Uint8Array {
  const given = new Set(ids.flatMap((id) => reference.placeNumber.get(id) ?? []));
  const isOutside = (place: number): number => {
    if (place === NONE || reference.countryOf(place) === NONE) return 0;
    for (const upper of reference.chainOf(place)) {
      if (given.has(upper)) return 0;
      // Above a region lies only 中国, which does not speak for it.
      if (reference.isChineseRegion(upper)) return 1;
    }
    return 1;
  };
  return Uint8Array.from(reference.institutionPlaces, isOutside);
}

type Values = readonly string[];

/** The filter keys that take a list of values. */
const LISTS: { readonly [Key in keyof ScientistFilter]?: (table: PersonTable, values: Values) => Lookup[] } = {
  fields: (table, ids) => [sets(table, "fieldSet", "fields", markIds(table.reference.fieldNumber, ids))],
  homeRegions: (table, ids) => [sets(table, "homeSet", "homes", markIds(table.reference.placeNumber, ids))],
  birthPlaces: (table, ids) => [placesOfView(table, "BIRTHPLACE", ids)],
  ancestralHomes: (table, ids) => [placesOfView(table, "ANCESTRAL_HOME", ids)],
  almaMaters: (table, ids) => [sets(table, "almaMaterSet", "almaMaters", markIds(table.reference.institutionNumber, ids))],
  almaMaterPlaces: (table, ids) => [placesOfView(table, "ALMA_MATER", ids)],
  employers: (table, ids) => [sets(table, "employerSet", "employers", markIds(table.reference.institutionNumber, ids))],
  institutions: (table, ids) => {
    const marked = markIds(table.reference.institutionNumber, ids);
    return [sets(table, "almaMaterSet", "almaMaters", marked), sets(table, "employerSet", "employers", marked)];
  },
  workPlaces: (table, ids) => [placesOfView(table, "WORKPLACE", ids)],
  countries: (table, ids) => [placesOfView(table, "WORKPLACE", ids)],
  countriesExcluded: (table, ids) => [{ column: table.columns.workplace, passes: shifted(outside(table.reference, ids)) }],
  anyPlaces: (table, ids) => VIEWS.map((view) => placesOfView(table, view, ids)),
  tiers: (table, tiers) => [
    { column: table.columns.tier, passes: shifted(Uint8Array.from(TIERS, (tier) => (tiers.includes(tier) ? 1 : 0))) },
  ],
  birthDecades: (table, decades) => [
    { column: table.columns.birthYear, passes: yearMask((year) => decades.includes(String(year - (year % 10)))) },
  ],
  awards: (table, ids) => [sets(table, "awardSet", "awards", markIds(table.reference.awardNumber, ids))],
  sources: (table, ids) => [sets(table, "sourceSet", "sources", markIds(table.reference.sourceNumber, ids))],
};

function sets(table: PersonTable, column: keyof PersonTable["columns"], pool: keyof PersonTable["pools"], marked: Uint8Array): Lookup {
  return { column: table.columns[column], passes: table.pools[pool].setsWithAny(marked) };
}

function listPredicates(table: PersonTable, filter: ScientistFilter): Predicate[] {
  const given: ReadonlyArray<readonly [keyof ScientistFilter, Values | null | undefined]> = [
    ["fields", filter.fields],
    ["homeRegions", filter.homeRegions],
    ["birthPlaces", filter.birthPlaces],
    ["ancestralHomes", filter.ancestralHomes],
    ["almaMaters", filter.almaMaters],
    ["almaMaterPlaces", filter.almaMaterPlaces],
    ["employers", filter.employers],
    ["institutions", filter.institutions],
    ["workPlaces", filter.workPlaces],
    ["countries", filter.countries],
    ["countriesExcluded", filter.countriesExcluded],
    ["anyPlaces", filter.anyPlaces],
    ["tiers", filter.tiers],
    ["birthDecades", filter.birthDecades],
    ["awards", filter.awards],
    ["sources", filter.sources],
  ];
  return given.flatMap(([key, values]) => {
    const compile = LISTS[key];
    return compile === undefined || !values || values.length === 0 ? [] : [{ key, anyOf: compile(table, values) }];
  });
}

function pointPredicates(table: PersonTable, filter: ScientistFilter): Predicate[] {
  const view = filter.boundsView ?? "WORKPLACE";
  const points = viewPoints(table.reference, view);
  const column = viewColumn(table, view);
  const predicates: Predicate[] = [];
  if (filter.bounds) predicates.push({ key: "bounds", anyOf: [{ column, passes: codesWhere(points, insideBounds(filter.bounds)) }] });
  if (filter.lasso) predicates.push({ key: "lasso", anyOf: [{ column, passes: codesWhere(points, insideLine(filter.lasso)) }] });
  if (filter.unlocatedIn) {
    const passes = codesWithoutPoint(viewPoints(table.reference, filter.unlocatedIn));
    predicates.push({ key: "unlocatedIn", anyOf: [{ column: viewColumn(table, filter.unlocatedIn), passes }] });
  }
  return predicates;
}

function scalarPredicates(table: PersonTable, filter: ScientistFilter): Predicate[] {
  const predicates: Predicate[] = [];
  if (filter.living !== null && filter.living !== undefined) {
    predicates.push({
      key: "living",
      anyOf: [{ column: table.columns.deceased, passes: Uint8Array.of(filter.living ? 1 : 0, filter.living ? 0 : 1) }],
    });
  }
  const { from, to } = filter.birthYears ?? {};
  if (typeof from === "number" || typeof to === "number") {
    const passes = yearMask((year) => year >= (from ?? 0) && year <= (to ?? LAST_YEAR));
    predicates.push({ key: "birthYears", anyOf: [{ column: table.columns.birthYear, passes }] });
  }
  return predicates;
}

/**
 * What a filter asks of a table. Keys combine with AND, values of one key with OR; an absent, null or empty list asks nothing; an
 * unknown value matches nobody.
 */
export function compileFilter(table: PersonTable, filter: ScientistFilter): Predicate[] {
  return [...listPredicates(table, filter), ...pointPredicates(table, filter), ...scalarPredicates(table, filter)];
}

/** Reused by every scan, since a scan is made in one go. */
let scanRoom = new Uint32Array(0);

/** The rows, of those given, that pass every predicate, in the same order. */
export function scan(rows: Uint32Array, predicates: readonly Predicate[]): Uint32Array {
  return predicates.length === 0 ? rows : scanForNow(rows, predicates).slice();
}

/** As {@link scan}, for a count made at once: the next scan writes over the rows. Copies are megabytes to be collected. */
export function scanForNow(rows: Uint32Array, predicates: readonly Predicate[]): Uint32Array {
  if (predicates.length === 0) return rows;
  if (scanRoom.length < rows.length) scanRoom = new Uint32Array(rows.length);
  let from = rows;
  let count = rows.length;
  for (const { anyOf } of predicates) {
    const [only, ...others] = anyOf;
    count = only !== undefined && others.length === 0 ? keepOne(from, scanRoom, count, only) : keepAny(from, scanRoom, count, anyOf);
    from = scanRoom;
  }
  return scanRoom.subarray(0, count);
}

/** Copies the rows that pass; `from` and `to` may be the same. */
function keepOne(from: Uint32Array, to: Uint32Array, count: number, lookup: Lookup): number {
  const { passes } = lookup;
  const values = lookup.column.data;
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const row = from[index] ?? 0;
    to[kept] = row;
    // Adding instead of branching keeps the loop even whatever the share of hits is.
    kept += passes[values[row] ?? 0] ?? 0;
  }
  return kept;
}

function keepAny(from: Uint32Array, to: Uint32Array, count: number, anyOf: readonly Lookup[]): number {
  const hits = new Uint8Array(count);
  for (const { column, passes } of anyOf) {
    const values = column.data;
    for (let index = 0; index < count; index += 1) hits[index] = (hits[index] ?? 0) | (passes[values[from[index] ?? 0] ?? 0] ?? 0);
  }
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    to[kept] = from[index] ?? 0;
    kept += hits[index] ?? 0;
  }
  return kept;
}
