import type { Bounds, BoundsInput, MapFeature, MapFeatureKind, MapView, UnlocatedCount } from "../../graphql/generated.ts";
import { viewPoints } from "./compile-filter.ts";
import { CellGrid, gridZoom, MAX_ZOOM } from "./map-cells.ts";
import type { PersonTable } from "./person-table.ts";
import { NONE, type ReferenceTables } from "./reference-tables.ts";
import type { Selection } from "./selection.types.ts";
import { levelOf, reasonOf, type ViewPoints, viewColumn } from "./view-points.ts";

/** Directions told apart; there are four, and each takes a bit. */
const MOST_DIRECTIONS = 8;

/** What a map is asked for. */
export interface MapRequest {
  readonly view: MapView;
  /** 0 to 22; fractions are rounded down. */
  readonly zoom: number;
  readonly bounds?: BoundsInput | null | undefined;
}

/** A selection on a map: `total` = `located` + `unlocated`; the features' counts add up to `located`. */
export interface TalentMapResult {
  readonly total: number;
  readonly located: number;
  readonly unlocated: number;
  readonly unlocatedReasons: UnlocatedCount[];
  readonly features: MapFeature[];
}

/** People of each code of a view: how many, and of which directions. */
interface CodeCounts {
  readonly counts: Uint32Array;
  /** Per code and direction. */
  readonly directions: Uint32Array;
  /** Of the codes with one person, that person's row. */
  readonly onlyRow: ReadonlyMap<number, number>;
}

/** The codes that fell into one cell. */
interface Bucket {
  readonly id: string;
  readonly zoom: number;
  readonly codes: number[];
}

interface Label {
  readonly label: string;
  readonly labelEn: string | null;
}

/** For each field set the directions in it, one bit each. */
function directionBits(table: PersonTable): Uint8Array {
  const bits = new Uint8Array(table.pools.fields.size);
  table.reference.directions.slice(0, MOST_DIRECTIONS).forEach((direction, index) => {
    const marked = new Uint8Array(table.reference.records.fields.length);
    marked[direction] = 1;
    table.pools.fields.setsWithAny(marked).forEach((has, set) => {
      bits[set] = (bits[set] ?? 0) | (has << index);
    });
  });
  return bits;
}

function onlyRows({ rows }: Selection, codes: Uint32Array, counts: Uint32Array): Map<number, number> {
  const found = new Map<number, number>();
  if (!counts.includes(1)) return found;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const code = codes[row] ?? 0;
    if (counts[code] === 1) found.set(code, row);
  }
  return found;
}

function countCodes(selection: Selection, points: ViewPoints): CodeCounts {
  const { table, rows } = selection;
  const directionCount = Math.min(MOST_DIRECTIONS, table.reference.directions.length);
  const width = 2 ** directionCount;
  const bits = directionBits(table);
  const byBits = new Uint32Array(points.point.length * width);
  const codes = viewColumn(table, points.view).data;
  const fieldSets = table.columns.fieldSet.data;
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const code = codes[row] ?? 0;
    const slot = code * width + (bits[fieldSets[row] ?? 0] ?? 0);
    byBits[slot] = (byBits[slot] ?? 0) + 1;
  }
  const counts = new Uint32Array(points.point.length);
  const directions = new Uint32Array(points.point.length * directionCount);
  byBits.forEach((count, slot) => {
    if (count === 0) return;
    const code = Math.floor(slot / width);
    counts[code] = (counts[code] ?? 0) + count;
    for (let direction = 0; direction < directionCount; direction += 1) {
      const at = code * directionCount + direction;
      if (((slot % width) >> direction) & 1) directions[at] = (directions[at] ?? 0) + count;
    }
  });
  return { counts, directions, onlyRow: onlyRows(selection, codes, counts) };
}

/** Cell numbers stay below 2²⁵ on either side, so that both fit one exact number. */
const CELL_SHIFT = 2 ** 25;

function bucketsOf(points: ViewPoints, counts: Uint32Array, request: MapRequest): Bucket[] {
  const grid = new CellGrid(request.zoom, request.bounds);
  const buckets: Bucket[] = [];
  const byZoom = Array.from({ length: MAX_ZOOM + 1 }, () => new Map<number, Bucket>());
  for (let code = 0; code < counts.length; code += 1) {
    const point = points.point[code] ?? NONE;
    if (counts[code] === 0 || point < 0) continue;
    const { zoom, x, y } = grid.cellOf(points.cells.x[point] ?? 0, points.cells.y[point] ?? 0);
    const ofZoom = byZoom[zoom];
    const bucket = ofZoom?.get(x * CELL_SHIFT + y);
    if (bucket !== undefined) {
      bucket.codes.push(code);
      continue;
    }
    const made = { id: `${points.view}:${zoom}:${x}:${y}`, zoom, codes: [code] };
    ofZoom?.set(x * CELL_SHIFT + y, made);
    buckets.push(made);
  }
  return buckets;
}

interface Shape {
  readonly bounds: Bounds;
  readonly longitude: number;
  readonly latitude: number;
  readonly count: number;
}

/** The box around the points of codes, and their mean weighted by people, which rounding may not push out of the box. */
function shapeOf(points: ViewPoints, counts: Uint32Array, codes: readonly number[]): Shape {
  let west = 180;
  let south = 90;
  let east = -180;
  let north = -90;
  let count = 0;
  let sumX = 0;
  let sumY = 0;
  for (const code of codes) {
    const point = points.point[code] ?? 0;
    const x = points.longitude[point] ?? 0;
    const y = points.latitude[point] ?? 0;
    const people = counts[code] ?? 0;
    if (x < west) west = x;
    if (x > east) east = x;
    if (y < south) south = y;
    if (y > north) north = y;
    count += people;
    sumX += x * people;
    sumY += y * people;
  }
  const longitude = Math.min(east, Math.max(west, sumX / count));
  const latitude = Math.min(north, Math.max(south, sumY / count));
  return { bounds: { west, south, east, north }, longitude, latitude, count };
}

function kindOf(bucket: Bucket, count: number, onePoint: boolean): MapFeatureKind {
  if (count === 1) return "PERSON";
  // At the last zoom nothing splits any more, so points a few metres apart open as a list too.
  return onePoint || bucket.zoom === MAX_ZOOM ? "PILE" : "CLUSTER";
}

/** The nearest place around all codes, or {@link NONE}. */
function commonPlace(reference: ReferenceTables, points: ViewPoints, codes: readonly number[]): number {
  const [first, ...others] = codes.map((code) => reference.chainOf(points.place[code] ?? NONE));
  return first?.find((place) => others.every((chain) => chain.includes(place))) ?? NONE;
}

/** What all people of the codes share: the institution, or else the very place; null when neither. */
function sharedId(reference: ReferenceTables, points: ViewPoints, codes: readonly number[]): string | null {
  const first = codes[0] ?? 0;
  if (points.byInstitution && codes.length === 1) return reference.records.institutions[first - 1]?.id ?? null;
  const place = points.place[first] ?? NONE;
  const same = codes.every((code) => points.place[code] === place);
  return same ? (reference.records.places[place]?.id ?? null) : null;
}

function codeLabel(reference: ReferenceTables, points: ViewPoints, code: number): Label {
  const { institutions, places } = reference.records;
  const record = points.byInstitution ? institutions[code - 1] : places[code - 1];
  return { label: record?.nameZh ?? record?.nameEn ?? "", labelEn: record?.nameEn ?? null };
}

/** A city or county around everyone names a feature; otherwise its largest part does, marked as one of several. */
function groupLabel(reference: ReferenceTables, points: ViewPoints, counts: Uint32Array, codes: readonly number[]): Label {
  const first = codes[0] ?? 0;
  if (codes.length === 1) return codeLabel(reference, points, first);
  const common = reference.records.places[commonPlace(reference, points, codes)];
  if (common !== undefined && common.level !== "COUNTRY") return { label: common.nameZh, labelEn: common.nameEn };
  const largest = codes.reduce((best, code) => ((counts[code] ?? 0) > (counts[best] ?? 0) ? code : best), first);
  const place = reference.records.places[points.place[largest] ?? NONE];
  const name = place === undefined ? codeLabel(reference, points, largest) : { label: place.nameZh, labelEn: place.nameEn };
  return { label: `${name.label}等`, labelEn: name.labelEn === null ? null : `${name.labelEn} and others` };
}

function mainDirection(reference: ReferenceTables, directions: Uint32Array, codes: readonly number[]): string | null {
  const width = Math.min(MOST_DIRECTIONS, reference.directions.length);
  let best = NONE;
  let most = 0;
  for (let direction = 0; direction < width; direction += 1) {
    let people = 0;
    for (const code of codes) people += directions[code * width + direction] ?? 0;
    if (people > most) [best, most] = [direction, people];
  }
  return best === NONE ? null : (reference.records.fields[reference.directions[best] ?? NONE]?.id ?? null);
}

function coarsest(points: ViewPoints, codes: readonly number[]): number {
  let level = Number.POSITIVE_INFINITY;
  for (const code of codes) level = Math.min(level, points.precision[code] ?? 0);
  return level;
}

function featureOf(table: PersonTable, points: ViewPoints, people: CodeCounts, bucket: Bucket): MapFeature {
  const { reference } = table;
  const { count, longitude, latitude, bounds } = shapeOf(points, people.counts, bucket.codes);
  const kind = kindOf(bucket, count, bounds.west === bounds.east && bounds.south === bounds.north);
  const row = people.onlyRow.get(bucket.codes[0] ?? 0) ?? 0;
  const names = kind === "PERSON" ? table.namesOf(row) : null;
  const label =
    names === null
      ? groupLabel(reference, points, people.counts, bucket.codes)
      : { label: names.nameZh ?? names.nameEn ?? "", labelEn: names.nameEn };
  return {
    id: bucket.id,
    kind,
    label: label.label,
    labelEn: label.labelEn,
    count,
    longitude,
    latitude,
    bounds,
    precision: levelOf(coarsest(points, bucket.codes)),
    scientistId: kind === "PERSON" ? table.ids.at(row) : null,
    sharedId: sharedId(reference, points, bucket.codes),
    direction: mainDirection(reference, people.directions, bucket.codes),
  };
}

/** The people of a selection as counted points, largest first. */
export function talentMapOf(selection: Selection, request: MapRequest): TalentMapResult {
  const { table } = selection;
  const points = viewPoints(table.reference, request.view);
  const people = countCodes(selection, points);
  const missing = new Map<UnlocatedCount["reason"], number>();
  let unlocated = 0;
  people.counts.forEach((count, code) => {
    const point = points.point[code] ?? NONE;
    if (count === 0 || point >= 0) return;
    unlocated += count;
    missing.set(reasonOf(point), (missing.get(reasonOf(point)) ?? 0) + count);
  });
  const features = bucketsOf(points, people.counts, { ...request, zoom: gridZoom(request.zoom) })
    .map((bucket) => featureOf(table, points, people, bucket))
    .sort((a, b) => b.count - a.count);
  const total = selection.rows.length;
  return {
    total,
    located: total - unlocated,
    unlocated,
    unlocatedReasons: [...missing].map(([reason, count]) => ({ reason, count })),
    features,
  };
}
