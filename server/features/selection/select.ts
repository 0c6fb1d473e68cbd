import type { ScientistFilter } from "../../graphql/generated.ts";
import { compileFilter, scan, scanForNow } from "./compile-filter.ts";
import type { PersonTable } from "./person-table.ts";
import { inTable } from "./ranked-rows.ts";
import type { RankedRows, Selection } from "./selection.types.ts";

/** The scores of the rows kept; both lists ascend. */
function scoresOf(rows: Uint32Array, ranked: RankedRows): Float32Array {
  const scores = new Float32Array(rows.length);
  let at = 0;
  rows.forEach((row, index) => {
    while (ranked.rows[at] !== row && at < ranked.rows.length) at += 1;
    scores[index] = ranked.scores[at] ?? 0;
  });
  return scores;
}

/** The people of a filter, of those that a text search found when `within` is given. */
export function selectRows(table: PersonTable, filter: ScientistFilter, within: RankedRows | null): Selection {
  const ranked = within === null ? null : inTable(table, within);
  const candidates = ranked?.rows ?? table.liveRows();
  const predicates = compileFilter(table, filter);
  const rows = scan(candidates, predicates);
  return { table, rows, scores: ranked === null ? null : scoresOf(rows, ranked), filter, predicates, candidates };
}

/** The rows of a selection as they were if one key of its filter were not set; to be counted at once, since the next scan writes over them. */
export function rowsWithoutKey(selection: Selection, key: string): Uint32Array {
  const others = selection.predicates.filter((predicate) => predicate.key !== key);
  if (others.length === selection.predicates.length) return selection.rows;
  return scanForNow(selection.candidates, others);
}
