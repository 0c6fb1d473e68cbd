import type { ScientistSort, ScientistSortKey } from "../../gql/generated.ts";

/** Columns of the list, in order. The name is always there. */
export const COLUMNS = [
  "name",
  "birthPlace",
  "ancestralHome",
  "education",
  "employment",
  "fields",
  "specialty",
  "tier",
  "birthYear",
  "awards",
  "sources",
] as const;

/** A column of the list. */
export type ColumnKey = (typeof COLUMNS)[number];

/** Columns shown until others are chosen. */
export const DEFAULT_COLUMNS: readonly ColumnKey[] = ["name", "birthPlace", "education", "employment", "fields", "tier", "birthYear"];

/** Sizes of a page; the server refuses more than 200. */
export const PAGE_SIZES = [20, 50, 100, 200] as const;
const DEFAULT_SIZE = 50;

/** Most people that can be compared. */
export const MAX_PICKS = 5;

const SORT_KEYS: readonly ScientistSortKey[] = ["RELEVANCE", "NAME", "BIRTH_DATE", "LATEST_AWARD"];

/** What the list page keeps in its address beside the selection. */
export interface ListState {
  /** Null: by relevance when text is typed, else by name. */
  sort: ScientistSort | null;
  columns: readonly ColumnKey[];
  pageSize: number;
  /** Cursor after which the page begins; null on the first. */
  after: string | null;
  /** Number of the page, from 1; for showing only. */
  page: number;
  /** Ids of people picked for comparison. */
  picks: readonly string[];
}

/** Reads a sort such as `NAME` or `-BIRTH_DATE` (descending). */
export function parseSort(text: string | null): ScientistSort | null {
  const descending = text?.startsWith("-") ?? false;
  const by = SORT_KEYS.find((key) => key === text?.replace(/^-/, ""));
  return by ? { by, direction: descending ? "DESCENDING" : "ASCENDING" } : null;
}

/** Writes a sort as {@link parseSort} reads it. */
export function writeSort(sort: ScientistSort): string {
  return `${sort.direction === "DESCENDING" ? "-" : ""}${sort.by}`;
}

/** Reads the page's own state from its address; what is not understood falls back to the default. */
export function parseListState(params: URLSearchParams): ListState {
  const named = (params.get("columns") ?? "").split(",");
  const columns = COLUMNS.filter((column) => named.includes(column));
  const size = PAGE_SIZES.find((candidate) => String(candidate) === params.get("size"));
  const after = params.get("after");
  const page = Number(params.get("page"));
  return {
    sort: parseSort(params.get("sort")),
    columns: columns.length > 0 ? COLUMNS.filter((column) => column === "name" || columns.includes(column)) : DEFAULT_COLUMNS,
    pageSize: size ?? DEFAULT_SIZE,
    after: after || null,
    page: after && Number.isInteger(page) && page > 1 ? page : 1,
    picks: [...new Set((params.get("pick") ?? "").split(",").filter((id) => id !== ""))].slice(0, MAX_PICKS),
  };
}

/** Changes to the page's own state, as they are written into its address. */
export type ListChange = Partial<ListState>;

/** The address with some of the page's own state changed. Another order or page size starts again at the first page. */
export function withListChange(params: URLSearchParams, change: ListChange): URLSearchParams {
  const next = new URLSearchParams(params);
  const set = (name: string, value: string | null) => (value ? next.set(name, value) : next.delete(name));
  if (change.sort !== undefined) set("sort", change.sort && writeSort(change.sort));
  if (change.columns) set("columns", sameColumns(change.columns, DEFAULT_COLUMNS) ? null : change.columns.join(","));
  if (change.pageSize !== undefined) set("size", change.pageSize === DEFAULT_SIZE ? null : String(change.pageSize));
  if (change.sort !== undefined || change.pageSize !== undefined) {
    next.delete("after");
    next.delete("page");
  }
  if (change.after !== undefined) set("after", change.after);
  if (change.page !== undefined) set("page", change.page > 1 ? String(change.page) : null);
  if (change.picks) set("pick", change.picks.join(","));
  return next;
}

function sameColumns(one: readonly ColumnKey[], other: readonly ColumnKey[]): boolean {
  return COLUMNS.every((column) => one.includes(column) === other.includes(column));
}

/** The next sort when a column heading is pressed: ascending, then descending. */
export function nextSort(current: ScientistSort, by: ScientistSortKey): ScientistSort {
  if (current.by !== by) return { by, direction: by === "LATEST_AWARD" ? "DESCENDING" : "ASCENDING" };
  return { by, direction: current.direction === "ASCENDING" ? "DESCENDING" : "ASCENDING" };
}
