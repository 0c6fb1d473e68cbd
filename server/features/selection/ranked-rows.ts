import type { PersonTable } from "./person-table.ts";
import type { RankedRows } from "./selection.types.ts";

/** Ranked rows from people and the strength of their match; unknown people are left out, the better of two matches counts. */
export function rankedFromIds(table: PersonTable, matches: Iterable<readonly [id: string, score: number]>): RankedRows {
  const scores = new Map<number, number>();
  for (const [id, score] of matches) {
    const row = table.rowOf(id);
    if (row >= 0) scores.set(row, Math.max(score, scores.get(row) ?? Number.NEGATIVE_INFINITY));
  }
  return rankedFromMap(table, scores);
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

/** Everyone who is in any of the lists, with the best score. The lists must be of one table. */
export function unionRows(table: PersonTable, lists: readonly RankedRows[]): RankedRows {
  const scores = new Map<number, number>();
  for (const list of lists) {
    const { rows, scores: strengths } = inTable(table, list);
    rows.forEach((row, index) => {
      scores.set(row, Math.max(strengths[index] ?? 0, scores.get(row) ?? Number.NEGATIVE_INFINITY));
    });
  }
  return rankedFromMap(table, scores);
}

/** Everyone who is in both lists, with the sum of the scores. */
export function intersectRows(table: PersonTable, one: RankedRows, other: RankedRows): RankedRows {
  const left = inTable(table, one);
  const right = inTable(table, other);
  const rows: number[] = [];
  const scores: number[] = [];
  let at = 0;
  left.rows.forEach((row, index) => {
    while (at < right.rows.length && (right.rows[at] ?? 0) < row) at += 1;
    if (at < right.rows.length && right.rows[at] === row) {
      rows.push(row);
      scores.push((left.scores[index] ?? 0) + (right.scores[at] ?? 0));
    }
  });
  return { table, rows: Uint32Array.from(rows), scores: Float32Array.from(scores) };
}
