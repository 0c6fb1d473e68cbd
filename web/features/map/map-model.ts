import type {
  Map_PersonPartsFragment,
  Map_PlacePartsFragment,
  Map_PlacesQuery,
  MapView,
  PlaceLevel,
  ScientistFilter,
} from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import type { Language } from "../../lib/i18n.ts";
import type { ListKey } from "../../lib/url-state.ts";
import type { Box, Leg, LngLat, MapPoint, PlaceLabel, Stop } from "./engine/map-types.ts";
import { inBox } from "./viewport.ts";

/** Where one person stands in a view: the words, the precision of the place, and the point when there is one. */
export interface Standing {
  text: string;
  level: PlaceLevel | null;
  point: LngLat | null;
}

interface Located {
  longitude: number | null;
  latitude: number | null;
}

/** Municipalities: provinces by level, yet one city each, so that they are points (GB/T 2260: 北京, 天津, 上海, 重庆). */
const MUNICIPALITIES = ["北京", "天津", "上海", "重庆"];

function pointOf(place: Located | null | undefined): LngLat | null {
  if (!place || place.longitude === null || place.latitude === null) return null;
  return { longitude: place.longitude, latitude: place.latitude };
}

/** The point of a home, or null when it is known no better than to a province or country. */
function homePoint(place: Map_PlacePartsFragment | null): LngLat | null {
  if (!place) return null;
  const fine = place.level === "CITY" || place.level === "COUNTY" || MUNICIPALITIES.some((name) => place.nameZh.startsWith(name));
  return fine ? pointOf(place) : null;
}

type Institution = NonNullable<NonNullable<Map_PersonPartsFragment["latestEmployment"]>["institution"]>;

function institutionPoint(institution: Institution | null | undefined): LngLat | null {
  return pointOf(institution) ?? homePoint(institution?.place ?? null);
}

/** Where a person stands in a view. */
export function standing(person: Map_PersonPartsFragment, view: MapView, language: Language): Standing {
  if (view === "BIRTHPLACE" || view === "ANCESTRAL_HOME") {
    const place = view === "BIRTHPLACE" ? person.birthPlace : person.ancestralHome;
    return { text: nameOf(place, language), level: place?.level ?? null, point: homePoint(place) };
  }
  const stay =
    view === "WORKPLACE" ? person.latestEmployment : (person.education.find((one) => one.institution !== null) ?? person.education[0]);
  const institution = stay?.institution ?? null;
  const place = institution?.place ?? null;
  // An institution drawn at its own point is exact; only one drawn at its city's point is as rough as the city.
  const level = pointOf(institution) === null ? (place?.level ?? null) : null;
  return { text: nameOf(place, language), level, point: institutionPoint(institution) };
}

/** Name of the person's latest employer, in the viewer's language or else in the source's words. */
export function employerName(person: Map_PersonPartsFragment, language: Language): string {
  return nameOf(person.latestEmployment?.institution, language) || (person.latestEmployment?.stated ?? "");
}

/** One person's way from birth over study to work: the stops that have a point and the legs between them. */
export function personWay(
  person: Map_PersonPartsFragment,
  language: Language,
  word: (kind: "birth" | "study" | "work") => string,
): { stops: Stop[]; legs: Leg[] } {
  const stops: Stop[] = [];
  const add = (kind: "birth" | "study" | "work", name: string, point: LngLat | null): void => {
    if (point) stops.push({ ...point, label: `${word(kind)} ${name}` });
  };
  add("birth", nameOf(person.birthPlace, language), homePoint(person.birthPlace));
  for (const stay of [...person.education].reverse())
    add("study", nameOf(stay.institution, language) || stay.stated, institutionPoint(stay.institution));
  add("work", employerName(person, language), institutionPoint(person.latestEmployment?.institution));
  const legs = stops.slice(1).flatMap((to, index) => {
    const from = stops[index];
    return from === undefined ? [] : [{ from, to }];
  });
  return { stops, legs };
}

function distance(a: LngLat, b: LngLat): number {
  return Math.hypot(a.longitude - b.longitude, a.latitude - b.latitude);
}

/** The drawn point that holds a person standing at `point`: the nearest of those whose box contains it. */
export function featureHolding(points: readonly MapPoint[], point: LngLat | null): MapPoint | null {
  if (point === null) return null;
  const slack = 1e-6;
  const holding = points.filter((candidate) => {
    const box = candidate.bounds ?? {
      west: candidate.longitude,
      east: candidate.longitude,
      south: candidate.latitude,
      north: candidate.latitude,
    };
    return inBox(point, { west: box.west - slack, east: box.east + slack, south: box.south - slack, north: box.north + slack });
  });
  return holding.sort((a, b) => distance(a, point) - distance(b, point))[0] ?? null;
}

/** The box of a drawn point; a single point is a box without size. */
export function boxOf(point: MapPoint): Box {
  return point.bounds ?? { west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude };
}

/** The filter key that takes the place of a view, for opening the people behind a flow. */
export const PLACE_KEY: Readonly<Record<MapView, ListKey & keyof ScientistFilter>> = {
  WORKPLACE: "workPlaces",
  BIRTHPLACE: "birthPlaces",
  ANCESTRAL_HOME: "ancestralHomes",
  ALMA_MATER: "almaMaterPlaces",
};

/** The filter without the area picked on the map, or null when there is none. */
export function withoutArea(filter: ScientistFilter): ScientistFilter | null {
  if (!filter.bounds && !filter.lasso) return null;
  const { bounds: _bounds, lasso: _lasso, boundsView: _view, ...rest } = filter;
  return rest;
}

/** The filter narrowed to a box of a view. A line drawn in another view cannot be kept beside it: the filter speaks of one view. */
export function withBox(filter: ScientistFilter, box: Box, view: MapView): ScientistFilter {
  const { lasso, bounds: _bounds, boundsView, ...rest } = filter;
  const sameView = (boundsView ?? "WORKPLACE") === view;
  return { ...rest, bounds: box, boundsView: view, ...(lasso && sameView ? { lasso } : {}) };
}

/** Whether a box of `view` can be added without dropping an area that speaks of another view. */
export function boxFits(filter: ScientistFilter, view: MapView): boolean {
  return (!filter.bounds && !filter.lasso) || (filter.boundsView ?? "WORKPLACE") === view;
}

type PlaceRow = Map_PlacesQuery["places"][number];

/** Ranks of label kinds: countries by how many people they hold, capitals of provinces before other cities. */
function labelRank(place: PlaceRow, count: number): number {
  if (place.level === "COUNTRY") return count >= 15 ? 0 : count > 0 ? 1 : 200;
  const capital = place.code !== null && /^\d{2}01(00)?$/.test(place.code);
  const base = place.level === "PROVINCE" ? 8 : capital ? 20 : 60;
  return count > 0 ? Math.max(2, base - Math.min(base - 2, Math.round(4 * Math.log2(1 + count)))) : base + 300;
}

/**
 * Place names to print: countries and regions, provinces, and cities, ranked by how many people of the whole data work or were born there.
 * Places no longer in force and places without a point are left out.
 */
export function placeLabels(places: readonly PlaceRow[], counts: ReadonlyMap<string, number>, language: Language): PlaceLabel[] {
  return places.flatMap((place) => {
    const point = pointOf(place);
    if (point === null || place.validTo !== null || place.level === "COUNTY") return [];
    const kind = place.level === "COUNTRY" ? ("country" as const) : place.level === "PROVINCE" ? ("province" as const) : ("city" as const);
    return [{ ...point, kind, name: nameOf(place, language), rank: labelRank(place, counts.get(place.id) ?? 0) }];
  });
}

/** 重庆 and 四川 in GB/T 2260. */
const SICHUAN_CHONGQING_CODE = /^5[01]/;

/**
 * Points named by their place instead of the person, where the place is known: the counties that focus is about. Those outside 四川 and
 * 重庆 are made faint.
 */
export function namedByPlace<Point extends MapPoint & { sharedId: string | null }>(
  points: readonly Point[],
  places: readonly PlaceRow[],
): Point[] {
  const byId = new Map(places.map((place) => [place.id, place]));
  return points.map((point) => {
    const place = point.sharedId === null ? undefined : byId.get(point.sharedId);
    const faint = !SICHUAN_CHONGQING_CODE.test(place?.code ?? "");
    return place === undefined ? { ...point, faint } : { ...point, faint, label: place.nameZh, labelEn: place.nameEn };
  });
}

/** Labels without those of places that a drawn point already names. */
export function labelsBeside(labels: readonly PlaceLabel[], points: readonly MapPoint[], english: boolean): PlaceLabel[] {
  const named = new Set(
    points.filter((point) => point.kind !== "CLUSTER" && !point.faint).map((point) => (english ? point.labelEn : null) ?? point.label),
  );
  return labels.filter((label) => !named.has(label.name));
}

/** People that set the scale of the circles: all on the map, or in focus four times the largest county, so that counties differ to the eye. */
export function scaleTotal(points: readonly MapPoint[], located: number, focus: boolean): number {
  const counties = points.filter((point) => point.kind !== "CLUSTER" && !point.faint).map((point) => point.count);
  return focus ? 4 * Math.max(1, ...counties) : located;
}
