import type { FeatureCollection } from "geojson";
import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import {
  arcsGeoJson,
  flowEndsGeoJson,
  labelsGeoJson,
  legsGeoJson,
  type PointOptions,
  pointsGeoJson,
  stopsGeoJson,
} from "./feature-geojson.ts";
import type { Land } from "./land.ts";
import { LAYER } from "./layer-names.ts";
import type { Arc, Box, Leg, LngLat, MapPalette, MapPoint, PlaceLabel, Stop } from "./map-types.ts";
import { pointCirclePaint } from "./point-layers.ts";
import { SOURCE } from "./sources.ts";

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };

function write(map: MapLibreMap, name: string, data: GeoJSON.GeoJSON): void {
  const source = map.getSource(name);
  if (source instanceof GeoJSONSource) {
    source.setData(data);
  }
}

/** Puts land under the data; a map over supplied tiles has no land of ours and is left alone. */
export function syncLand(map: MapLibreMap, land: Land): void {
  write(map, SOURCE.land, land.areas);
  write(map, SOURCE.coast, land.coast);
}

/** Prints place names. */
export function syncLabels(map: MapLibreMap, labels: readonly PlaceLabel[]): void {
  write(map, SOURCE.labels, labelsGeoJson(labels));
}

/** Draws the counted points. */
export function syncPoints(map: MapLibreMap, points: readonly MapPoint[], options: PointOptions): void {
  map.removeFeatureState({ source: SOURCE.points });
  write(map, SOURCE.points, pointsGeoJson(points, options));
}

/** Draws, faintly and without numbers, the points of the people that an area on the map leaves out. */
export function syncContext(map: MapLibreMap, points: readonly MapPoint[], options: PointOptions): void {
  write(map, SOURCE.context, pointsGeoJson(points, options));
}

/** Colours the circles: one science direction, or the neutral colour. */
export function syncColour(map: MapLibreMap, colour: string, palette: MapPalette): void {
  const paint = pointCirclePaint(colour, palette);
  map.setPaintProperty(LAYER.circle, "circle-color", paint["circle-color"]);
  map.setPaintProperty(LAYER.circle, "circle-stroke-color", paint["circle-stroke-color"]);
  map.setPaintProperty(LAYER.ring, "circle-stroke-color", colour);
}

/** Draws flows; none clears them. */
export function syncArcs(map: MapLibreMap, arcs: readonly Arc[], formatCount: (count: number) => string): void {
  map.removeFeatureState({ source: SOURCE.arcs });
  write(map, SOURCE.arcs, arcsGeoJson(arcs));
  write(map, SOURCE.ends, flowEndsGeoJson(arcs, formatCount));
}

/** Draws arcs as what leads from one place to another, growing darker on the way and keeping to one side, or as what merely links two places. */
export function syncArcDirection(map: MapLibreMap, undirected: boolean, palette: MapPalette): void {
  if (!undirected) return;
  map.setPaintProperty(LAYER.arc, "line-gradient", undefined);
  map.setPaintProperty(LAYER.arc, "line-color", palette.arc);
  map.setPaintProperty(LAYER.arc, "line-offset", 0);
  map.setPaintProperty(LAYER.arcHit, "line-offset", 0);
}

/** Draws one person's way; none clears it. */
export function syncWay(map: MapLibreMap, legs: readonly Leg[], stops: readonly Stop[]): void {
  write(map, SOURCE.legs, legsGeoJson(legs));
  write(map, SOURCE.stops, stopsGeoJson(stops));
}

/** Rings the exact point of the person under the pointer in the list. */
export function syncMark(map: MapLibreMap, mark: LngLat | null): void {
  const feature = mark === null ? EMPTY : stopsGeoJson([{ ...mark, label: "" }]);
  write(map, SOURCE.mark, feature);
}

/** Shows the area people were picked from. */
export function syncArea(map: MapLibreMap, line: readonly LngLat[] | null): void {
  const first = line?.[0];
  if (line === null || first === undefined) {
    write(map, SOURCE.area, EMPTY);
    return;
  }
  const ring = [...line, first].map((point) => [point.longitude, point.latitude]);
  write(map, SOURCE.area, { type: "Polygon", coordinates: [ring] });
}

/** Lights one point or arc and puts out the one before; null puts out only. */
export function light(map: MapLibreMap, source: "points" | "arcs" | "ends", before: string | null, after: string | null): void {
  if (before !== null && before !== after) {
    map.setFeatureState({ source: SOURCE[source], id: before }, { lit: false });
  }
  if (after !== null) {
    map.setFeatureState({ source: SOURCE[source], id: after }, { lit: true });
  }
}

/** The corners of a box as a closed line's points. */
export function boxLine(box: Box): LngLat[] {
  const east = box.east < box.west ? box.east + 360 : box.east;
  return [
    { longitude: box.west, latitude: box.south },
    { longitude: east, latitude: box.south },
    { longitude: east, latitude: box.north },
    { longitude: box.west, latitude: box.north },
  ];
}
