import { yearOf } from "../../shared/dates.ts";

/** The dates of a schooling, employment or membership: partial dates, or null. */
export interface Stay {
  readonly from: string | null;
  readonly to: string | null;
  /** A date at which a source places the person there. */
  readonly asOf: string | null;
}

/** Which years of stays count. */
export interface Counting {
  /** The current year. */
  readonly now: number;
  /** The first year that counts, or null for all. */
  readonly since: number | null;
  /** Whether a stay with a start and no end lasts until now; of a schooling that is not taken for granted (docs/GRAPH.md). */
  readonly open: boolean;
}

/** What two dated stays share: calendar years in common; 0 when one follows the other at once, −1 with a year between, and so on. */
export interface Shared {
  readonly years: number;
  readonly first: number;
  readonly last: number;
}

interface Years {
  readonly first: number;
  readonly last: number;
}

function yearsOf({ from, to, asOf }: Stay, { now, open }: Counting): Years | null {
  const known = [yearOf(from), yearOf(to), yearOf(asOf)].filter((year) => year !== null);
  if (known.length === 0) return null;
  const last = open && yearOf(from) !== null && yearOf(to) === null ? Math.max(now, ...known) : Math.max(...known);
  return { first: Math.min(...known), last };
}

/** What two stays share, `UNDATED` when one of them has no year or nothing of it lies in the years that count. */
export function shared(left: Stay, right: Stay, counting: Counting): Shared | "UNDATED" {
  const [one, other] = [yearsOf(left, counting), yearsOf(right, counting)];
  if (one === null || other === null) return "UNDATED";
  const start = Math.max(one.first, other.first);
  const end = Math.min(one.last, other.last);
  const since = counting.since ?? Number.NEGATIVE_INFINITY;
  // Apart: the years between, told from the earlier end to the later start.
  if (end < start) return start < since ? "UNDATED" : { years: end - start + 1, first: end, last: start };
  if (end < since) return "UNDATED";
  const first = Math.max(start, since);
  return { years: end - first + 1, first, last: end };
}
