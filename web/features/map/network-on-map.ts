import type { Map_NetworkPlacesQuery } from "../../gql/generated.ts";
import { labelOf, nameOf } from "../../lib/format.ts";
import type { Language } from "../../lib/i18n.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import type { Arc, MapPoint } from "./engine/map-types.ts";

/** Where the people of a network work, as the server tells it. */
export type NetworkPlaces = Map_NetworkPlacesQuery["networkPlaces"];
/** A point with people of a network. */
export type NetworkPlace = NetworkPlaces["places"][number];

/** All links between two places, or within one. */
export interface PlaceLink {
  readonly id: string;
  readonly from: NetworkPlace;
  readonly to: NetworkPlace;
  /** Pairs of people. */
  readonly links: number;
  /** Their joint works; a work of three people counts for each of the pairs. */
  readonly works: number;
}

/** A network as the map draws it. */
export interface NetworkOnMap {
  readonly points: readonly MapPoint[];
  readonly arcs: readonly Arc[];
  /** Most links first, those within one place among them. */
  readonly links: readonly PlaceLink[];
  /** Pairs of whom one or both have no place. */
  readonly unplaced: number;
}

/** What can be said of a network before its places have arrived. */
export const NOTHING_ON_MAP: NetworkOnMap = { points: [], arcs: [], links: [], unplaced: 0 };

/** The person where there is one, the institution where there are several. */
function pointOf(place: NetworkPlace): MapPoint {
  const [only, ...more] = place.people;
  const { longitude, latitude, precision } = place;
  const shared = { id: place.id, longitude, latitude, precision, count: place.people.length, bounds: null };
  if (only === undefined || more.length > 0) return { ...shared, kind: "PILE", label: place.label, labelEn: place.labelEn };
  return { ...shared, kind: "PERSON", label: nameOf(only, "zh"), labelEn: only.nameEn };
}

/** Places, arcs and the same as a list. A pair has no direction: its two places are told in the order of the places, most people first. */
export function networkOnMap({ places }: NetworkPlaces, edges: NetworkView["edges"]): NetworkOnMap {
  const placeOf = new Map(places.flatMap((place, at) => place.people.map(({ id }) => [id, { place, at }] as const)));
  const found = new Map<string, PlaceLink>();
  let unplaced = 0;
  for (const { source, target, works } of edges) {
    const [one, other] = [placeOf.get(source), placeOf.get(target)];
    if (one === undefined || other === undefined) {
      unplaced += 1;
      continue;
    }
    const [from, to] = one.at <= other.at ? [one.place, other.place] : [other.place, one.place];
    const id = `${from.id}–${to.id}`;
    const before = found.get(id) ?? { id, from, to, links: 0, works: 0 };
    found.set(id, { ...before, links: before.links + 1, works: before.works + works });
  }
  const links = [...found.values()].sort((left, right) => right.links - left.links || right.works - left.works);
  const arcs = links.filter(({ from, to }) => from !== to).map(({ id, from, to, links: count }) => ({ id, from, to, count }));
  return { points: places.map(pointOf), arcs, links, unplaced };
}

/** A link of places in words: `甲 – 乙`, or the place alone. */
export function placeLinkWords({ from, to }: PlaceLink, language: Language): string {
  return from === to ? labelOf(from, language) : `${labelOf(from, language)} – ${labelOf(to, language)}`;
}
