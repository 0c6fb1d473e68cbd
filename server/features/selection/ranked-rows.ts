import type { NodeRows } from "./node-rows.ts";
import type { PersonTable } from "./person-table.ts";
import type { RankedRows } from "./selection.types.ts";

/** Smaller than any score and still told from none by a number of 32 bits. */
const LEAST_SCORE = 1e-30;

/** Ranked rows from people and the strength of their match; unknown people are left out, the better of two matches counts. */
export function rankedFromIds(table: PersonTable, matches: Iterable<readonly [id: string, score: number]>): RankedRows {
  const scores = new Map<number, number>();
  for (const [id, score] of matches) {
    const row = table.rowOf(id);
    if (row >= 0) scores.set(row, Math.max(score, scores.get(row) ?? Number.NEGATIVE_INFINITY));
  }
  return rankedFromMap(table, scores);
}

/** Reused by every call, since one is made in one go; all zero between two. */
let scoreRoom = new Float32Array(0);

/** People by the engine's own numbers of their nodes, with the strength of their match, which is above 0. */
export interface ScoredNodes {
  readonly score: number;
  readonly numbers: readonly number[];
}

/** Ranked rows from people by their nodes; those of nobody in the table are left out, the better of two matches counts. */
export function rankedFromNodes(table: PersonTable, nodes: NodeRows, found: readonly ScoredNodes[]): RankedRows {
  if (scoreRoom.length < table.rows) scoreRoom = new Float32Array(Math.ceil(table.rows * 1.05));
  const touched = new Uint32Array(found.reduce((sum, { numbers }) => sum + numbers.length, 0));
  let count = 0;
  for (const { score, numbers } of found) {
    const told = Math.max(LEAST_SCORE, score);
    for (let index = 0; index < numbers.length; index += 1) {
      const row = nodes.rowOf(numbers[index] ?? -1);
      if (row < 0 || !table.isLive(row)) continue;
      const known = scoreRoom[row] ?? 0;
      if (known === 0) touched[count++] = row;
      if (told > known) scoreRoom[row] = told;
    }
  }
  const rows = touched.slice(0, count).sort();
  const scores = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    scores[index] = scoreRoom[row] ?? 0;
    scoreRoom[row] = 0;
  }
  return { table, rows, scores };
}

function rankedFromMap(table: PersonTable, scores: ReadonlyMap<number, number>): RankedRows {
  const rows = Uint32Array.from(scores.keys()).sort();
  return { table, rows, scores: Float32Array.from(rows, (row) => scores.get(row) ?? 0) };
}

/** The same people as rows of a table as it is now, ascending; people who are no longer there are left out. */
export function inTable(table: PersonTable, ranked: RankedRows): RankedRows {
  const { rows } = ranked;
  if (ranked.table === table && isCurrent(table, rows)) return isAscending(rows) ? ranked : ascending(ranked);
  const scores = new Map<number, number>();
  rows.forEach((row, index) => {
    const now = ranked.table === table && table.isLive(row) ? row : table.rowOf(ranked.table.ids.at(row));
    if (now >= 0) scores.set(now, ranked.scores[index] ?? 0);
  });
  return rankedFromMap(table, scores);
}

function isCurrent(table: PersonTable, rows: Uint32Array): boolean {
  for (let index = 0; index < rows.length; index += 1) if (!table.isLive(rows[index] ?? 0)) return false;
  return true;
}

function isAscending(rows: Uint32Array): boolean {
  for (let index = 1; index < rows.length; index += 1) if ((rows[index - 1] ?? 0) >= (rows[index] ?? 0)) return false;
  return true;
}

/** Scores are carried over by row number: sorting pairs would cost ten times as much for a common surname. */
function ascending({ table, rows, scores }: RankedRows): RankedRows {
  const scoreOfRow = new Float32Array(table.rows);
  for (let index = 0; index < rows.length; index += 1) scoreOfRow[rows[index] ?? 0] = scores[index] ?? 0;
  const sorted = rows.slice().sort();
  const carried = new Float32Array(sorted.length);
  for (let index = 0; index < sorted.length; index += 1) carried[index] = scoreOfRow[sorted[index] ?? 0] ?? 0;
  return { table, rows: sorted, scores: carried };
}

/** Everyone who is in any of the lists, with the best score. */
export function unionRows(table: PersonTable, lists: readonly RankedRows[]): RankedRows {
  const [first, ...others] = lists;
  if (first === undefined) return { table, rows: new Uint32Array(0), scores: new Float32Array(0) };
  return others.reduce((left, right) => merge(left, inTable(table, right)), inTable(table, first));
}

/** Merges two ascending lists of one table. */
function merge(left: RankedRows, right: RankedRows): RankedRows {
  const rows = new Uint32Array(left.rows.length + right.rows.length);
  const scores = new Float32Array(rows.length);
  let [atLeft, atRight, count] = [0, 0, 0];
  while (atLeft < left.rows.length || atRight < right.rows.length) {
    const a = left.rows[atLeft] ?? Number.POSITIVE_INFINITY;
    const b = right.rows[atRight] ?? Number.POSITIVE_INFINITY;
    const score = Math.max(
      a <= b ? (left.scores[atLeft] ?? 0) : Number.NEGATIVE_INFINITY,
      b <= a ? (right.scores[atRight] ?? 0) : Number.NEGATIVE_INFINITY,
    );
    rows[count] = Math.min(a, b);
    scores[count] = score;
    count += 1;
    if (a <= b) atLeft += 1;
    if (b <= a) atRight += 1;
  }
  return { table: left.table, rows: rows.slice(0, count), scores: scores.slice(0, count) };
}

/** Everyone who is in both lists, with the sum of the scores. */
export function intersectRows(table: PersonTable, one: RankedRows, other: RankedRows): RankedRows {
  const left = inTable(table, one);
  const right = inTable(table, other);
  const rows = new Uint32Array(Math.min(left.rows.length, right.rows.length));
  const scores = new Float32Array(rows.length);
  let [at, count] = [0, 0];
  for (let index = 0; index < left.rows.length; index += 1) {
    const row = left.rows[index] ?? 0;
    while (at < right.rows.length && (right.rows[at] ?? 0) < row) at += 1;
    if (at < right.rows.length && right.rows[at] === row) {
      rows[count] = row;
      scores[count] = (left.scores[index] ?? 0) + (right.scores[at] ?? 0);
      count += 1;
    }
  }
  return { table, rows: rows.slice(0, count), scores: scores.slice(0, count) };
}
