import { yearOf } from "../../shared/dates.ts";

/** The dates of one employment or schooling, and its position in the source, from 0. Absent dates are null or left out. */
export interface Dated {
  readonly from?: string | null;
  readonly to?: string | null;
  readonly asOf?: string | null;
  readonly order: number;
}

type Comparator = (left: Dated, right: Dated) => number;

function latestYear(dates: ReadonlyArray<string | null | undefined>): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...dates.map((date) => yearOf(date) ?? Number.NEGATIVE_INFINITY));
}

/** Descending; two undated ones (minus infinity) are equal. */
function descending(left: number, right: number): number {
  if (left === right) return 0;
  return left > right ? -1 : 1;
}

function isOpen(span: Dated): boolean {
  return yearOf(span.from) !== null && yearOf(span.to) === null;
}

/**
 * Orders employments, latest first (docs/GRAPH.md): those with a start and no end first, then by the latest year among end, `asOf` and start,
 * then by position in the source; undated last.
 */
export const compareEmployment: Comparator = (left, right) =>
  Number(isOpen(right)) - Number(isOpen(left)) ||
  descending(latestYear([left.to, left.asOf, left.from]), latestYear([right.to, right.asOf, right.from])) ||
  left.order - right.order;

/**
 * Orders schoolings, latest first (docs/GRAPH.md): by the latest year of end and start, then by position in the source; undated last.
 * A schooling without an end is not taken to last until today, unlike an employment.
 */
export const compareEducation: Comparator = (left, right) =>
  descending(latestYear([left.to, left.from]), latestYear([right.to, right.from])) || left.order - right.order;

function first<T extends Dated>(spans: readonly T[], compare: Comparator): T | null {
  return spans.reduce<T | null>((best, span) => (best === null || compare(span, best) < 0 ? span : best), null);
}

/** The latest of the given employments, or null of none. The caller passes those that have an institution. */
export function latestEmployment<T extends Dated>(employments: readonly T[]): T | null {
  return first(employments, compareEmployment);
}

/** The latest of the given schoolings, or null of none. The caller passes those that have an institution. */
export function latestAlmaMater<T extends Dated>(schoolings: readonly T[]): T | null {
  return first(schoolings, compareEducation);
}
