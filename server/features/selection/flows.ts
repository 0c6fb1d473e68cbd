import type { MapView, PlaceLevel } from "../../graphql/generated.ts";
import { viewPoints } from "./compile-filter.ts";
import { LEVELS, NONE, type ReferenceTables } from "./reference-tables.ts";
import type { Selection } from "./selection.types.ts";
import { viewColumn } from "./view-points.ts";

/** What flows are asked for. */
export interface FlowRequest {
  readonly from: MapView;
  readonly to: MapView;
  readonly level: PlaceLevel;
  /** How many at most, largest first. */
  readonly first: number;
}

/** People who moved between two places, by our ids. */
export interface FlowCount {
  readonly fromId: string;
  readonly toId: string;
  readonly count: number;
}

/**
 * The place that stands for each place at a level: the one of that level around it; where the one above is not divided down to that level
 * (a municipality has no cities, many countries no provinces), the undivided one. A place known only more coarsely has none, so that a
 * flow's count is the length of the list behind it.
 */
function placesAtLevel(reference: ReferenceTables, level: PlaceLevel): Int32Array {
  const wanted = LEVELS.indexOf(level);
  const divided = new Set<number>();
  reference.placeChains.forEach(([place, ...around]) => {
    if ((reference.placeLevels[place ?? NONE] ?? LEVELS.length) <= wanted) for (const upper of around) divided.add(upper);
  });
  return Int32Array.from(reference.placeChains, (chain) => {
    const at = chain.find((place) => (reference.placeLevels[place] ?? 0) <= wanted);
    if (at === undefined) return NONE;
    return reference.placeLevels[at] === wanted || !divided.has(at) ? at : NONE;
  });
}

/** The moves of a selection between different places, largest first. */
export function flowsOf(selection: Selection, request: FlowRequest): FlowCount[] {
  const { table, rows } = selection;
  const { places } = table.reference.records;
  const atLevel = placesAtLevel(table.reference, request.level);
  const ends = [request.from, request.to].map((view) => ({
    codes: viewColumn(table, view).data,
    places: Int32Array.from(viewPoints(table.reference, view).place, (place) => atLevel[place] ?? NONE),
  }));
  const [from, to] = ends;
  if (from === undefined || to === undefined) return [];
  const counts = new Map<number, number>();
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const start = from.places[from.codes[row] ?? 0] ?? NONE;
    const end = to.places[to.codes[row] ?? 0] ?? NONE;
    if (start === NONE || end === NONE || start === end) continue;
    const pair = start * places.length + end;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return [...counts]
    .sort(([pair, count], [otherPair, otherCount]) => otherCount - count || pair - otherPair)
    .slice(0, Math.max(0, request.first))
    .map(([pair, count]) => ({ fromId: places[Math.floor(pair / places.length)]?.id ?? "", toId: places[pair % places.length]?.id ?? "", count }));
}
