import type { PlaceLevel } from "../../graphql/generated.ts";
import type { ReferenceRecords } from "./selection.types.ts";

/** Levels of place from broad to narrow; a level's number is its place in this list. */
export const LEVELS: readonly PlaceLevel[] = ["COUNTRY", "PROVINCE", "CITY", "COUNTY"];
/** No such number. */
export const NONE = -1;

const CHINA = "CN";
/** 香港, 澳门 and 台湾 by GB/T 2260 and by ISO 3166-1: regions that are counted on their own among countries and regions. */
const REGION_CODES = new Set(["810000", "820000", "710000", "HK", "MO", "TW"]);
/** 北京, 天津, 上海 and 重庆 by GB/T 2260: provinces that are cities, so their point is a birthplace's point. */
const MUNICIPALITY_CODES = new Set(["110000", "120000", "310000", "500000"]);
const DEEPEST = 16;

function numbered<T extends { readonly id: string }>(records: readonly T[]): Map<string, number> {
  return new Map(records.map((record, index) => [record.id, index]));
}

/** Adds everything reachable upwards, each number once, the start first; cycles in the data end the walk. */
function closure(start: number, above: (index: number) => readonly number[]): number[] {
  const found = [start];
  for (let next = 0; next < found.length; next += 1) {
    for (const upper of above(found[next] ?? start)) if (!found.includes(upper)) found.push(upper);
  }
  return found;
}

/** The places, institutions, fields, awards and sources by number, with what follows from them alone. */
export class ReferenceTables {
  readonly placeNumber: ReadonlyMap<string, number>;
  readonly institutionNumber: ReadonlyMap<string, number>;
  readonly fieldNumber: ReadonlyMap<string, number>;
  readonly awardNumber: ReadonlyMap<string, number>;
  readonly sourceNumber: ReadonlyMap<string, number>;
  /** Of each place: itself, the places around it and those that succeeded any of them, nearest first. */
  readonly placeChains: ReadonlyArray<readonly number[]>;
  /** The same as lines that lead up by containment alone: a place's own first, then those of the successors. */
  readonly placeLines: ReadonlyArray<ReadonlyArray<readonly number[]>>;
  /** Number of the place that succeeded each place, {@link NONE} when it is in force. */
  readonly successors: Int32Array;
  /** Of each field: itself and all broader fields. */
  readonly fieldClosures: ReadonlyArray<readonly number[]>;
  /** Level number of each place. */
  readonly placeLevels: Uint8Array;
  /** Place of each institution, {@link NONE} when unknown. */
  readonly institutionPlaces: Int32Array;
  /** Numbers of the science directions, in the order of their ids. */
  readonly directions: readonly number[];

  constructor(readonly records: ReferenceRecords) {
    this.placeNumber = numbered(records.places);
    this.institutionNumber = numbered(records.institutions);
    this.fieldNumber = numbered(records.fields);
    this.awardNumber = numbered(records.awards);
    this.sourceNumber = numbered(records.sources);
    this.placeLevels = Uint8Array.from(records.places, (place) => LEVELS.indexOf(place.level));
    const parents = Int32Array.from(records.places, (place) => this.placeNumber.get(place.withinId ?? "") ?? NONE);
    this.successors = Int32Array.from(records.places, (place) => this.placeNumber.get(place.succeededById ?? "") ?? NONE);
    const step = (of: Int32Array, at: number): number[] => [of[at] ?? NONE].filter((next) => next !== NONE);
    this.placeChains = records.places.map((_, index) =>
      closure(index, (at) => [...step(parents, at), ...step(this.successors, at)]).slice(0, DEEPEST),
    );
    this.placeLines = this.placeChains.map(([place = NONE, ...around]) => {
      const starts = [place, ...[place, ...around].flatMap((at) => step(this.successors, at))];
      return [...new Set(starts)].map((start) => closure(start, (at) => step(parents, at)).slice(0, DEEPEST));
    });
    const broader = records.fields.map((field) => field.broaderIds.flatMap((id) => this.fieldNumber.get(id) ?? []));
    this.fieldClosures = records.fields.map((_, index) => closure(index, (at) => broader[at] ?? []));
    this.institutionPlaces = Int32Array.from(records.institutions, (one) => this.placeNumber.get(one.placeId ?? "") ?? NONE);
    this.directions = records.fields
      .filter((field) => field.scheme === "SCIENCE_DIRECTION")
      .map((field) => field.id)
      .sort()
      .map((id) => this.fieldNumber.get(id) ?? NONE);
  }

  /** A place's {@link placeChains}; empty for {@link NONE}. */
  chainOf(place: number): readonly number[] {
    return this.placeChains[place] ?? [];
  }

  /** The country of a place, or {@link NONE}. */
  countryOf(place: number): number {
    return this.chainOf(place).find((upper) => this.placeLevels[upper] === 0) ?? NONE;
  }

  /** Whether a place is 中国. */
  isChina(place: number): boolean {
    return this.records.places[place]?.code === CHINA;
  }

  /** Whether a place is 香港, 澳门 or 台湾. */
  isChineseRegion(place: number): boolean {
    return REGION_CODES.has(this.records.places[place]?.code ?? "");
  }

  /** Whether a place is one of the four municipalities. */
  isMunicipality(place: number): boolean {
    return MUNICIPALITY_CODES.has(this.records.places[place]?.code ?? "");
  }

  /** One byte per place: 1 for those given, all within them, and what they took over. Unknown ids mark nothing. */
  placesWithin(ids: readonly string[]): Uint8Array {
    const given = new Set(ids.flatMap((id) => this.placeNumber.get(id) ?? []));
    return Uint8Array.from(this.placeChains, (chain) => (chain.some((place) => given.has(place)) ? 1 : 0));
  }

  /** One byte per institution: that of its place in a mask of places. */
  institutionsIn(places: Uint8Array): Uint8Array {
    return Uint8Array.from(this.institutionPlaces, (place) => places[place] ?? 0);
  }
}

/** One byte per numbered thing: 1 for the ids given. Unknown ids mark nothing. */
export function markIds(numbers: ReadonlyMap<string, number>, ids: readonly string[]): Uint8Array {
  const mask = new Uint8Array(numbers.size);
  for (const id of ids) {
    const number = numbers.get(id);
    if (number !== undefined) mask[number] = 1;
  }
  return mask;
}
