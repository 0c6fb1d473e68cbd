import type { YearRange } from "../../gql/generated.ts";

/** People born in one decade. */
export interface Decade {
  /** First year of the decade. */
  start: number;
  count: number;
}

/** Decades from a facet, oldest first, with the empty ones between them filled in. Values that are no decade are left out. */
export function decadesFrom(values: readonly { id: string; count: number }[]): Decade[] {
  const counts = new Map<number, number>();
  for (const { id, count } of values) {
    if (/^\d{3}0$/.test(id)) counts.set(Number(id), count);
  }
  const starts = [...counts.keys()];
  if (starts.length === 0) return [];
  const [oldest, newest] = [Math.min(...starts), Math.max(...starts)];
  const length = (newest - oldest) / 10 + 1;
  return Array.from({ length }, (_, index) => {
    const start = oldest + index * 10;
    return { start, count: counts.get(start) ?? 0 };
  });
}

/** First and last year of the histogram. */
export function spanOf(decades: readonly Decade[]): [number, number] | null {
  const [first, last] = [decades[0], decades.at(-1)];
  return first === undefined || last === undefined ? null : [first.start, last.start + 9];
}

/** The handles for a filter: its years, or the end of the histogram where it is open. */
export function handlesFor(years: YearRange | null | undefined, span: readonly [number, number]): [number, number] {
  const from = Math.min(Math.max(years?.from ?? span[0], span[0]), span[1]);
  const to = Math.max(Math.min(years?.to ?? span[1], span[1]), from);
  return [from, to];
}

/** The filter for two handles; a handle at the end of the histogram leaves that end open, both leave no filter. */
export function yearsFor(handles: readonly [number, number], span: readonly [number, number]): YearRange | null {
  const from = handles[0] <= span[0] ? null : handles[0];
  const to = handles[1] >= span[1] ? null : handles[1];
  return from === null && to === null ? null : { from, to };
}

/** Share of a decade that lies between two years, both included: 0 to 1. */
export function shareInside(decade: Decade, [from, to]: readonly [number, number]): number {
  const overlap = Math.min(to, decade.start + 9) - Math.max(from, decade.start) + 1;
  return Math.min(1, Math.max(0, overlap / 10));
}
