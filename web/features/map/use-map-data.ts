import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  Map_BasemapDocument,
  Map_DirectionsDocument,
  Map_FacetsDocument,
  Map_FlowsDocument,
  Map_PeopleDocument,
  Map_PersonDocument,
  Map_PlacesDocument,
  type Map_PlacesQuery,
  Map_TalentMapDocument,
  type MapView,
  type ScientistFilter,
} from "../../gql/generated.ts";
import { type Direction, directionOf } from "../../lib/direction.ts";
import { request } from "../../lib/graphql-client.ts";
import type { Language } from "../../lib/i18n.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import type { PlaceLabel } from "./engine/map-types.ts";
import { placeLabels, withoutArea } from "./map-model.ts";
import type { MapAddress } from "./map-url.ts";
import type { Frame } from "./viewport.ts";

/** Facts of the product that do not change while it is open. */
const FOREVER = Number.POSITIVE_INFINITY;
/** In focus every county is its own point: the zoom asked for, whatever the screen's. */
const FOCUS_ZOOM = 10;
const MOST_FLOWS = 120;

/** The view whose points are drawn; while flows are shown, the view they lead to. */
export function viewOf(address: Pick<MapAddress, "display" | "to">): MapView {
  return address.display === "FLOWS" ? address.to : address.display;
}

/** The counted points of a selection in a frame, former ones kept while the next load. */
export function useTalentMap(address: MapAddress, selection: Selection, frame: Frame) {
  const zoom = address.focus ? Math.max(FOCUS_ZOOM, frame.zoom) : frame.zoom;
  const variables = {
    view: viewOf(address),
    query: selection.query || null,
    filter: selection.filter,
    bounds: frame.bounds,
    zoom,
  };
  return useGraphql(Map_TalentMapDocument, variables, { keepPrevious: true });
}

/** The points that an area picked on the map leaves out, for orientation; idle when no area is picked. */
export function useContextMap(address: MapAddress, selection: Selection, frame: Frame) {
  const filter = withoutArea(selection.filter);
  const variables = {
    view: viewOf(address),
    query: selection.query || null,
    filter: filter ?? {},
    bounds: frame.bounds,
    zoom: frame.zoom,
  };
  return useGraphql(Map_TalentMapDocument, variables, {
    keepPrevious: true,
    enabled: filter !== null && address.display !== "FLOWS",
  });
}

/** Moves between two views; idle in the other displays. */
export function useFlows(address: MapAddress, selection: Selection) {
  const variables = {
    from: address.from,
    to: address.to,
    level: address.level,
    query: selection.query || null,
    filter: selection.filter,
    first: MOST_FLOWS,
  };
  return useGraphql(Map_FlowsDocument, variables, { keepPrevious: true, enabled: address.display === "FLOWS" });
}

/** The people of a selection, page after page. */
export function usePeople(selection: Selection) {
  const variables = { query: selection.query || null, filter: selection.filter };
  return useInfiniteQuery({
    queryKey: ["Map_People", variables],
    queryFn: ({ pageParam, signal }) => request(Map_PeopleDocument, { ...variables, after: pageParam }, signal),
    initialPageParam: emptyCursor(),
    getNextPageParam: (last) => (last.scientists.pageInfo.hasNextPage ? last.scientists.pageInfo.endCursor : null),
    placeholderData: keepPreviousData,
  });
}

function emptyCursor(): string | null {
  return null;
}

/** One person, for drawing the way; idle without an id. */
export function usePerson(id: string | null) {
  return useGraphql(Map_PersonDocument, { id: id ?? "" }, { enabled: id !== null, keepPrevious: false });
}

/** The configured base map. */
export function useBasemap() {
  return useGraphql(Map_BasemapDocument, {}, { staleTime: FOREVER });
}

/** The science direction when the filter names exactly one field and that is a direction; null otherwise. */
export function useOnlyDirection(filter: ScientistFilter): Direction | null {
  const { data } = useGraphql(Map_DirectionsDocument, {}, { staleTime: FOREVER });
  const [only, ...more] = filter.fields ?? [];
  const field = more.length === 0 ? data?.fields.find((candidate) => candidate.id === only) : undefined;
  return field === undefined ? null : directionOf(field);
}

/** Places by which points are named in focus, 重庆 as a whole among them, which is a province by level; idle outside it. */
export function useFocusPlaces(focus: boolean): Map_PlacesQuery["places"] {
  const options = { staleTime: FOREVER, enabled: focus };
  const counties = useGraphql(Map_PlacesDocument, { level: "COUNTY" }, options).data;
  const cities = useGraphql(Map_PlacesDocument, { level: "CITY" }, options).data;
  const provinces = useGraphql(Map_PlacesDocument, { level: "PROVINCE" }, options).data;
  return useMemo(() => [counties, cities, provinces].flatMap((answer) => answer?.places ?? []), [counties, cities, provinces]);
}

/** Place names to print on the map: countries and regions, provinces and cities, ranked by the people they hold. */
export function usePlaceLabels(language: Language): readonly PlaceLabel[] {
  const still = { staleTime: FOREVER };
  const countries = useGraphql(Map_PlacesDocument, { level: "COUNTRY" }, still).data;
  const provinces = useGraphql(Map_PlacesDocument, { level: "PROVINCE" }, still).data;
  const cities = useGraphql(Map_PlacesDocument, { level: "CITY" }, still).data;
  const facets = useGraphql(
    Map_FacetsDocument,
    { query: null, filter: {}, keys: ["workPlaces", "countries", "birthPlaces"], first: 200 },
    still,
  ).data;
  return useMemo(() => {
    if (!countries || !provinces || !cities) return [];
    const counts = new Map<string, number>();
    for (const value of facets?.scientists.facets.flatMap((facet) => facet.values) ?? []) {
      counts.set(value.id, Math.max(counts.get(value.id) ?? 0, value.count));
    }
    const seen = new Set<string>();
    const places = [...countries.places, ...provinces.places, ...cities.places].filter(
      (place) => !seen.has(place.id) && seen.add(place.id),
    );
    return placeLabels(places, counts, language);
  }, [countries, provinces, cities, facets, language]);
}
