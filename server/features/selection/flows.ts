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
 * The places that stand for each place at a level: the one of that level around it; where the one above is not divided down to that level
 * (a municipality has no cities, many countries no provinces), the undivided one. A place known only more coarsely has none. A former
 * place also has what stands for its successor. So a flow's count is the length of the list behind it.
 */
function placesAtLevel(reference: ReferenceTables, level: PlaceLevel): number[][] {
  const wanted = LEVELS.indexOf(level);
  const divided = new Set<number>();
  for (const [[place, ...around] = []] of reference.placeLines) {
    if ((reference.placeLevels[place ?? NONE] ?? LEVELS.length) <= wanted) for (const upper of around) divided.add(upper);
  }
  const standing = (line: readonly number[]): number[] => {
    const at = line.find((place) => (reference.placeLevels[place] ?? 0) <= wanted);
    return at !== undefined && (reference.placeLevels[at] === wanted || !divided.has(at)) ? [at] : [];
  };
  return reference.placeLines.map((lines) => [...new Set(lines.flatMap(standing))]);
}

/** One end of the moves: per code of the view a small number of the places, 0 for none, and the places by that number less one. */
interface End {
  readonly codes: Uint32Array;
  readonly numbers: Int32Array;
  readonly places: ReadonlyArray<readonly number[]>;
}

function endOf({ table }: Selection, view: MapView, atLevel: ReadonlyArray<readonly number[]>): End {
  const places: Array<readonly number[]> = [];
  const known = new Map<string, number>();
  const numbers = Int32Array.from(viewPoints(table.reference, view).place, (place) => {
    const at = atLevel[place] ?? [];
    if (at.length === 0) return 0;
    const number = known.get(at.join()) ?? places.push(at);
    known.set(at.join(), number);
    return number;
  });
  return { codes: viewColumn(table, view).data, numbers, places };
}

/** The moves of a selection between different places, largest first. */
export function flowsOf(selection: Selection, request: FlowRequest): FlowCount[] {
  const { table, rows } = selection;
  const atLevel = placesAtLevel(table.reference, request.level);
  const from = endOf(selection, request.from, atLevel);
  const to = endOf(selection, request.to, atLevel);
  const width = to.places.length + 1;
  // A few thousand places at most, so all pairs fit a plain array; a map of pairs took ten times as long.
  const counts = new Uint32Array((from.places.length + 1) * width);
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] ?? 0;
    const pair = (from.numbers[from.codes[row] ?? 0] ?? 0) * width + (to.numbers[to.codes[row] ?? 0] ?? 0);
    counts[pair] = (counts[pair] ?? 0) + 1;
  }
  const found = new Map<string, { from: number; to: number; count: number }>();
  counts.forEach((count, pair) => {
    if (count === 0) return;
    for (const start of from.places[Math.floor(pair / width) - 1] ?? []) {
      for (const end of to.places[(pair % width) - 1] ?? []) {
        const flow = found.get(`${start} ${end}`) ?? { from: start, to: end, count: 0 };
        flow.count += count;
        if (start !== end) found.set(`${start} ${end}`, flow);
      }
    }
  });
  const id = (place: number): string => table.reference.records.places[place]?.id ?? "";
  return [...found.values()]
    .sort((a, b) => b.count - a.count || a.from - b.from || a.to - b.to)
    .slice(0, Math.max(0, request.first))
    .map((flow) => ({ fromId: id(flow.from), toId: id(flow.to), count: flow.count }));
}
