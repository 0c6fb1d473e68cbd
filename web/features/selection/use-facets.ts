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

/** Most values a facet shows at all; beyond them one searches by typing. */
export const ALL_VALUES = 200;

/** Counts, total and understanding of a selection, for panel and chips alike. */
export function useFacets(selection: Selection) {
  const working = useMay("READ_WORKING_DATA");
  const keys = FACET_KEYS.filter((key) => working || key !== "tiers");
  const variables = { query: selection.query || null, filter: selection.filter, keys, first: FIRST_VALUES };
  return useGraphql(Selection_FacetsDocument, variables, { keepPrevious: true });
}

/** All values of some facets, when `enabled`. */
export function useAllValues(selection: Selection, keys: readonly string[], enabled: boolean) {
  const variables = { query: selection.query || null, filter: selection.filter, keys: [...keys], first: ALL_VALUES };
  return useGraphql(Selection_FacetsDocument, variables, { enabled, keepPrevious: true });
}
