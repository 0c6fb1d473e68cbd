import { Selection_FacetsDocument } from "../../gql/generated.ts";
import { useMay } from "../../lib/session.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

/** Facets in the order of the panel. */
export const FACET_KEYS = [
  "fields",
  "homeRegions",
  "almaMaters",
  "employers",
  "countries",
  "workPlaces",
  "tiers",
  "birthDecades",
  "awards",
  "sources",
] as const;

/** How many values a facet shows before it is asked for more. */
export const FIRST_VALUES = 8;

/** Most values a facet shows at once; the others are found by searching within it. */
export const ALL_VALUES = 200;

/** Longest text that a facet is searched for; the server's own bound. */
export const LONGEST_SEARCH = 100;

/** Counts, total and understanding of a selection, for panel and chips alike. */
export function useFacets(selection: Selection) {
  const working = useMay("READ_WORKING_DATA");
  const keys = FACET_KEYS.filter((key) => working || key !== "tiers");
  const variables = { query: selection.query || null, filter: selection.filter, keys, first: FIRST_VALUES };
  return useGraphql(Selection_FacetsDocument, variables, { keepPrevious: true });
}

/**
 * All values of some facets, when `enabled`.
 * @param contains only values whose label holds this text, also as pinyin or its initials; empty for all
 */
export function useAllValues(selection: Selection, keys: readonly string[], enabled: boolean, contains = "") {
  const search = contains === "" ? {} : { contains };
  const variables = { query: selection.query || null, filter: selection.filter, keys: [...keys], first: ALL_VALUES, ...search };
  return useGraphql(Selection_FacetsDocument, variables, { enabled, keepPrevious: true });
}
