import type { MapView, ScientistFilter, Tier } from "../gql/generated.ts";

/** A typed text and a filter: what list, map, facets and export all speak of. */
export interface Selection {
  /** Typed text, trimmed; empty when none. */
  query: string;
  filter: ScientistFilter;
}

/** Filter keys that take a list of ids, in the order in which chips are shown. The address uses the same names. */
export const ID_KEYS = [
  "fields",
  "homeRegions",
  "birthPlaces",
  "ancestralHomes",
  "almaMaters",
  "almaMaterPlaces",
  "employers",
  "institutions",
  "workPlaces",
  "countries",
  "countriesExcluded",
  "anyPlaces",
  "birthDecades",
  "awards",
  "sources",
] as const;

/** A filter key that takes a list of ids. */
export type IdKey = (typeof ID_KEYS)[number];

/** A filter key that takes a list of ids or of tiers. */
export type ListKey = IdKey | "tiers";

const TIERS: readonly Tier[] = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];
const VIEWS: readonly MapView[] = ["WORKPLACE", "BIRTHPLACE", "ANCESTRAL_HOME", "ALMA_MATER"];

/** Names of all parameters that hold a selection; other parameters (sort, view …) belong to one page. */
export const SELECTION_PARAMETERS: readonly string[] = [
  "q",
  ...ID_KEYS,
  "tiers",
  "living",
  "born",
  "bounds",
  "lasso",
  "boundsView",
  "unlocatedIn",
];

/** @returns whether a name is a list key of the filter, such as a facet's key */
export function isListKey(name: string): name is ListKey {
  return name === "tiers" || ID_KEYS.some((key) => key === name);
}

const list = (value: string | null): string[] => [...new Set((value ?? "").split(",").filter((part) => part !== ""))];

function numbers(value: string | null, count: number): number[] | null {
  const parts = (value ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  return parts.length === count && parts.every(Number.isFinite) ? parts : null;
}

function parseYears(value: string | null): ScientistFilter["birthYears"] {
  const match = /^(\d{4})?-(\d{4})?$/.exec(value ?? "");
  if (!match || (!match[1] && !match[2])) return undefined;
  return { from: match[1] ? Number(match[1]) : null, to: match[2] ? Number(match[2]) : null };
}

function parseBounds(value: string | null): ScientistFilter["bounds"] {
  const [west, south, east, north] = numbers(value, 4) ?? [];
  if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
  return { west, south, east, north };
}

function parseLasso(value: string | null): ScientistFilter["lasso"] {
  if (!value) return undefined;
  const points = value.split(";").flatMap((pair) => {
    const [longitude, latitude] = numbers(pair, 2) ?? [];
    return longitude === undefined || latitude === undefined ? [] : [{ longitude, latitude }];
  });
  return points.length >= 3 ? points : undefined;
}

/** Reads a selection from an address; what cannot be understood is left out. */
export function parseSelection(params: URLSearchParams): Selection {
  const filter: ScientistFilter = {};
  for (const key of ID_KEYS) {
    const ids = list(params.get(key));
    if (ids.length > 0) filter[key] = ids;
  }
  const named = list(params.get("tiers"));
  const tiers = TIERS.filter((tier) => named.includes(tier));
  if (tiers.length > 0) filter.tiers = tiers;
  const living = params.get("living");
  if (living === "true" || living === "false") filter.living = living === "true";
  const birthYears = parseYears(params.get("born"));
  if (birthYears) filter.birthYears = birthYears;
  const bounds = parseBounds(params.get("bounds"));
  if (bounds) filter.bounds = bounds;
  const lasso = parseLasso(params.get("lasso"));
  if (lasso) filter.lasso = lasso;
  const boundsView = VIEWS.find((view) => view === params.get("boundsView"));
  if (boundsView && (bounds || lasso)) filter.boundsView = boundsView;
  const unlocatedIn = VIEWS.find((view) => view === params.get("unlocatedIn"));
  if (unlocatedIn) filter.unlocatedIn = unlocatedIn;
  return { query: (params.get("q") ?? "").trim(), filter };
}

function selectionEntries({ query, filter }: Selection): [string, string][] {
  const entries: [string, string | undefined][] = [["q", query.trim()]];
  for (const key of ID_KEYS) entries.push([key, filter[key]?.join(",")]);
  entries.push(["tiers", filter.tiers?.join(",")]);
  if (filter.living !== null && filter.living !== undefined) entries.push(["living", String(filter.living)]);
  const years = filter.birthYears;
  if (years && (years.from ?? years.to ?? null) !== null) entries.push(["born", `${years.from ?? ""}-${years.to ?? ""}`]);
  const bounds = filter.bounds;
  if (bounds) entries.push(["bounds", [bounds.west, bounds.south, bounds.east, bounds.north].join(",")]);
  entries.push(["lasso", filter.lasso?.map((point) => `${point.longitude},${point.latitude}`).join(";")]);
  if (bounds || filter.lasso) entries.push(["boundsView", filter.boundsView ?? undefined]);
  entries.push(["unlocatedIn", filter.unlocatedIn ?? undefined]);
  return entries.flatMap(([name, value]) => (value ? [[name, value]] : []));
}

/** Name of the place or institution whose people were opened as a box on the map; it goes wherever that box goes. */
export const SPOT_PARAMETER = "spot";

/** The parameters of an address that go with its selection to another page: the name of its box. */
export function travelling(params: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...params].filter(([name]) => name === SPOT_PARAMETER));
}

/**
 * Writes a selection into an address.
 * @param keep parameters of the page to carry along; their selection, page position and picks are replaced, and the name of a box is left
 * out when there is no box
 */
export function writeSelection(selection: Selection, keep: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const result = new URLSearchParams(selectionEntries(selection));
  for (const [name, value] of keep) {
    const stays = name === SPOT_PARAMETER ? result.has("bounds") : name !== "after" && name !== "page";
    if (stays && !SELECTION_PARAMETERS.includes(name)) result.append(name, value);
  }
  return result;
}

/** Query string of a parameter set with commas and semicolons left readable; starts with `?` unless empty. */
export function toSearch(params: URLSearchParams): string {
  const text = params.toString().replaceAll("%2C", ",").replaceAll("%3B", ";");
  return text === "" ? "" : `?${text}`;
}

/** @returns the values chosen for one key */
export function chosen(filter: ScientistFilter, key: ListKey): readonly string[] {
  return filter[key] ?? [];
}

/** The filter with the values of one key replaced; an empty list removes the key. */
export function withValues(filter: ScientistFilter, key: ListKey, values: readonly string[]): ScientistFilter {
  const next: ScientistFilter = { ...filter };
  if (key === "tiers") {
    const tiers = TIERS.filter((tier) => values.includes(tier));
    if (tiers.length > 0) next.tiers = tiers;
    else delete next.tiers;
  } else if (values.length > 0) next[key] = [...values];
  else delete next[key];
  return next;
}

/** The filter with one value added to its key, or taken out when it was there. */
export function toggled(filter: ScientistFilter, key: ListKey, value: string): ScientistFilter {
  const values = chosen(filter, key);
  return withValues(filter, key, values.includes(value) ? values.filter((other) => other !== value) : [...values, value]);
}

/** @returns whether nothing is typed and nothing filtered */
export function isEverything(selection: Selection): boolean {
  return selectionEntries(selection).length === 0;
}
