import type { MapView, PlaceLevel, UnlocatedReason } from "../../graphql/generated.ts";
import type { Column } from "./columns.ts";
import { fineColumn, fineRow } from "./map-cells.ts";
import type { PersonTable } from "./person-table.ts";
import { LEVELS, NONE, type ReferenceTables } from "./reference-tables.ts";

/** Reasons for having no point, by number. */
export const REASONS: readonly UnlocatedReason[] = ["UNKNOWN", "COUNTRY_ONLY", "PROVINCE_ONLY", "NO_POINT"];

/**
 * Where a view draws people. People of one code (an institution or a place, plus one; 0 is unknown) are drawn at one point, so whatever
 * concerns points is decided once a code, never once a person.
 */
export interface ViewPoints {
  /** The view. */
  readonly view: MapView;
  /** Whether codes stand for institutions; places otherwise. */
  readonly byInstitution: boolean;
  /** Per code: number of the point, or −1 minus the number of the reason there is none. */
  readonly point: Int32Array;
  /** Per code: number of the place, {@link NONE} when unknown. */
  readonly place: Int32Array;
  /** Per code: precision of the point, by level number. */
  readonly precision: Uint8Array;
  /** Per point: degrees east. */
  readonly longitude: Float64Array;
  /** Per point: degrees north. */
  readonly latitude: Float64Array;
  /** Per point: its cell of the finest grid, from west and from north. */
  readonly cells: { readonly x: Int32Array; readonly y: Int32Array };
}

/** The column of codes that a view draws. */
export function viewColumn(table: PersonTable, view: MapView): Column {
  const { workplace, birthPlace, ancestralHome, almaMater } = table.columns;
  return { WORKPLACE: workplace, BIRTHPLACE: birthPlace, ANCESTRAL_HOME: ancestralHome, ALMA_MATER: almaMater }[view];
}

/** The reason behind a negative point number. */
export function reasonOf(point: number): UnlocatedReason {
  return REASONS[-1 - point] ?? "UNKNOWN";
}

type Spot = { readonly longitude: number; readonly latitude: number; readonly level: number } | UnlocatedReason;

/** The centre of a province or country is never a person's point; a municipality's is. */
function ownSpot(reference: ReferenceTables, place: number): Spot {
  const record = reference.records.places[place];
  if (record === undefined) return "UNKNOWN";
  if (record.level === "COUNTRY") return "COUNTRY_ONLY";
  if (record.level === "PROVINCE" && !reference.isMunicipality(place)) return "PROVINCE_ONLY";
  if (record.longitude === null || record.latitude === null) return "NO_POINT";
  return { longitude: record.longitude, latitude: record.latitude, level: LEVELS.indexOf(record.level) };
}

/** The point of a place, or, when a former place has none, of the place that succeeded it. */
function spotOfPlace(reference: ReferenceTables, place: number): Spot {
  const own = ownSpot(reference, place);
  const passed = new Set([place]);
  for (let at = reference.successors[place] ?? NONE; at !== NONE && !passed.has(at); at = reference.successors[at] ?? NONE) {
    const spot = ownSpot(reference, at);
    if (typeof own === "string" && typeof spot !== "string") return spot;
    passed.add(at);
  }
  return own;
}

function spotOfInstitution(reference: ReferenceTables, institution: number): Spot {
  const record = reference.records.institutions[institution];
  if (record === undefined) return "UNKNOWN";
  // An institution's own point is as precise as a place can be.
  if (record.longitude !== null && record.latitude !== null)
    return { longitude: record.longitude, latitude: record.latitude, level: LEVELS.length - 1 };
  const place = reference.institutionPlaces[institution] ?? NONE;
  return place === NONE ? "NO_POINT" : spotOfPlace(reference, place);
}

/** The points of a view over all its codes. */
export function makeViewPoints(reference: ReferenceTables, view: MapView): ViewPoints {
  const byInstitution = view === "WORKPLACE" || view === "ALMA_MATER";
  const codes = 1 + (byInstitution ? reference.records.institutions.length : reference.records.places.length);
  const point = new Int32Array(codes);
  const precision = new Uint8Array(codes);
  const place = new Int32Array(codes).fill(NONE);
  const numbers = new Map<string, number>();
  const longitude: number[] = [];
  const latitude: number[] = [];
  for (let code = 0; code < codes; code += 1) {
    place[code] = byInstitution ? (reference.institutionPlaces[code - 1] ?? NONE) : code - 1;
    const spot = byInstitution ? spotOfInstitution(reference, code - 1) : spotOfPlace(reference, code - 1);
    if (typeof spot === "string") {
      point[code] = -1 - REASONS.indexOf(spot);
      continue;
    }
    const where = `${spot.longitude} ${spot.latitude}`;
    const number = numbers.get(where) ?? numbers.size;
    if (number === numbers.size) {
      numbers.set(where, number);
      longitude.push(spot.longitude);
      latitude.push(spot.latitude);
    }
    point[code] = number;
    precision[code] = spot.level;
  }
  const cells = { x: Int32Array.from(longitude, fineColumn), y: Int32Array.from(latitude, fineRow) };
  return {
    view,
    byInstitution,
    point,
    place,
    precision,
    longitude: Float64Array.from(longitude),
    latitude: Float64Array.from(latitude),
    cells,
  };
}

/** Marks the codes of a view whose point passes a test: one byte per code. */
export function codesWhere(points: ViewPoints, test: (longitude: number, latitude: number) => boolean): Uint8Array {
  return Uint8Array.from(points.point, (point) =>
    point >= 0 && test(points.longitude[point] ?? Number.NaN, points.latitude[point] ?? Number.NaN) ? 1 : 0,
  );
}

/** Marks the codes of a view that have no point: one byte per code. */
export function codesWithoutPoint(points: ViewPoints): Uint8Array {
  return Uint8Array.from(points.point, (point) => (point < 0 ? 1 : 0));
}

/** Name of a level by its number. */
export function levelOf(number: number): PlaceLevel {
  return LEVELS[number] ?? "COUNTRY";
}
