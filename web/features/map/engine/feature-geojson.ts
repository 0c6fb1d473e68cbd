import type { Feature, FeatureCollection, LineString, Point } from "geojson";
import { arcLine, arcWidth } from "./arc-geometry.ts";
import { pointRadius } from "./circle-size.ts";
import type { Arc, Leg, LngLat, MapPoint, PlaceLabel, Stop } from "./map-types.ts";

function pointAt(place: LngLat, properties: Record<string, string | number | boolean>): Feature<Point> {
  return { type: "Feature", properties, geometry: { type: "Point", coordinates: [place.longitude, place.latitude] } };
}

/** Whether a point is drawn hollow: a single place that is known no better than to its province. */
export function isHollow(point: Pick<MapPoint, "kind" | "precision">): boolean {
  return point.kind !== "CLUSTER" && (point.precision === "PROVINCE" || point.precision === "COUNTRY");
}

/** Room for a name on the map, in Latin letters; a Han character takes two. The card and the list have the whole name. */
const LONGEST_NAME = 40;

/** A name short enough to stand on a map, its end replaced by … when it is too long. */
export function nameOnMap(name: string): string {
  let width = 0;
  let short = "";
  for (const character of name) {
    width += character > "⺀" ? 2 : 1;
    if (width > LONGEST_NAME) return `${short.trimEnd()}…`;
    short += character;
  }
  return name;
}

/** Words and scale for drawing points. */
export interface PointOptions {
  /** People on the whole map; sets the scale of the circles. */
  located: number;
  english: boolean;
  /** Whether a point of one person carries its number too, so that places compare. */
  countOnes: boolean;
  formatCount: (count: number) => string;
}

/** Points as features that carry all the layers need: radius, number, name, kind and whether hollow. */
export function pointsGeoJson(points: readonly MapPoint[], options: PointOptions): FeatureCollection<Point> {
  const features = points.map((point) => {
    const text = point.kind === "PERSON" && !options.countOnes ? "" : options.formatCount(point.count);
    return pointAt(point, {
      id: point.id,
      kind: point.kind,
      count: point.count,
      radius: pointRadius(point, options.located, text),
      text,
      name: point.kind === "CLUSTER" || point.faint ? "" : nameOnMap((options.english ? point.labelEn : null) ?? point.label),
      hollow: isHollow(point),
      faint: point.faint === true,
    });
  });
  return { type: "FeatureCollection", features };
}

/** Place names as features. */
export function labelsGeoJson(labels: readonly PlaceLabel[]): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: labels.map((label) => pointAt(label, { name: label.name, kind: label.kind, rank: label.rank })),
  };
}

function line(from: LngLat, to: LngLat, properties: Record<string, string | number>): Feature<LineString> | null {
  const coordinates = arcLine(from, to);
  return coordinates.length === 0 ? null : { type: "Feature", properties, geometry: { type: "LineString", coordinates } };
}

/** Flows as arcs, widest last so that thin ones stay below; flows that stay in one place have no line (see `flowEndsGeoJson`). */
export function arcsGeoJson(arcs: readonly Arc[]): FeatureCollection<LineString> {
  const largest = Math.max(0, ...arcs.map((arc) => arc.count));
  const features = arcs.map((arc) => line(arc.from, arc.to, { id: arc.id, count: arc.count, width: arcWidth(arc.count, largest) }));
  return { type: "FeatureCollection", features: features.filter((candidate) => candidate !== null).reverse() };
}

/** The ends of flows as dots; a place where people stayed is a ring with its number. */
export function flowEndsGeoJson(arcs: readonly Arc[], formatCount: (count: number) => string): FeatureCollection<Point> {
  const largest = Math.max(0, ...arcs.map((arc) => arc.count));
  const ends = new Map<string, Feature<Point>>();
  for (const arc of arcs) {
    const staying = arcLine(arc.from, arc.to).length === 0;
    if (staying) {
      const text = formatCount(arc.count);
      const radius = Math.max(9, text.length * 3.6 + 5, 5 + 14 * Math.sqrt(arc.count / Math.max(largest, 10)));
      ends.set(arc.id, pointAt(arc.from, { id: arc.id, count: arc.count, staying: true, radius, text }));
      continue;
    }
    for (const end of [arc.from, arc.to]) {
      const key = `${end.longitude},${end.latitude}`;
      ends.set(key, pointAt(end, { id: key, count: 0, staying: false, radius: 3, text: "" }));
    }
  }
  return { type: "FeatureCollection", features: [...ends.values()] };
}

/** One person's way as arcs. */
export function legsGeoJson(legs: readonly Leg[]): FeatureCollection<LineString> {
  const features = legs.map((leg, index) => line(leg.from, leg.to, { index }));
  return { type: "FeatureCollection", features: features.filter((candidate) => candidate !== null) };
}

/** The stops of one person's way as labelled dots; stops at one place share a label. */
export function stopsGeoJson(stops: readonly Stop[]): FeatureCollection<Point> {
  const byPlace = new Map<string, Stop>();
  for (const stop of stops) {
    const key = `${stop.longitude.toFixed(2)},${stop.latitude.toFixed(2)}`;
    const other = byPlace.get(key);
    byPlace.set(key, other === undefined ? stop : { ...other, label: `${other.label}\n${stop.label}` });
  }
  return {
    type: "FeatureCollection",
    features: [...byPlace.values()].map((stop) => pointAt(stop, { name: stop.label.split("\n").map(nameOnMap).join("\n") })),
  };
}
