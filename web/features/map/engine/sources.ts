import type { FeatureCollection } from "geojson";
import type { RasterSourceSpecification, SourceSpecification } from "maplibre-gl";
import { graticule } from "./graticule.ts";
import { NO_LAND } from "./land.ts";
import type { BaseLayer } from "./map-types.ts";

/** Names of the sources; each is written by one function of `sync.ts`. */
export const SOURCE = {
  base: "base",
  land: "land",
  coast: "coast",
  graticule: "graticule",
  labels: "labels",
  context: "context",
  points: "points",
  arcs: "arcs",
  ends: "ends",
  legs: "legs",
  stops: "stops",
  mark: "mark",
  area: "area",
} as const;

const EMPTY: FeatureCollection = { type: "FeatureCollection", features: [] };
const DEGREES_BETWEEN_LINES = 15;

function rasterSource(url: string): RasterSourceSpecification {
  return { type: "raster", tiles: [url], tileSize: 256, maxzoom: 18 };
}

function baseSource(base: BaseLayer): Record<string, SourceSpecification> {
  if (base.kind === "LAND") {
    return {
      [SOURCE.land]: { type: "geojson", data: NO_LAND.areas, maxzoom: 8, tolerance: 0.3 },
      [SOURCE.coast]: { type: "geojson", data: NO_LAND.coast, maxzoom: 8, tolerance: 0.3 },
      [SOURCE.graticule]: { type: "geojson", data: graticule(DEGREES_BETWEEN_LINES), maxzoom: 6 },
    };
  }
  if (base.kind === "PMTILES") {
    return { [SOURCE.base]: { type: "raster", url: `pmtiles://${base.url}`, tileSize: 256 } };
  }
  return { [SOURCE.base]: rasterSource(base.url) };
}

/** All sources of the map, empty until `sync.ts` fills them; the base decides what lies below. */
export function buildSources(base: BaseLayer): Record<string, SourceSpecification> {
  return {
    ...baseSource(base),
    [SOURCE.labels]: { type: "geojson", data: EMPTY },
    [SOURCE.context]: { type: "geojson", data: EMPTY, promoteId: "id" },
    [SOURCE.points]: { type: "geojson", data: EMPTY, promoteId: "id" },
    [SOURCE.arcs]: { type: "geojson", data: EMPTY, promoteId: "id", lineMetrics: true, tolerance: 0.2 },
    [SOURCE.ends]: { type: "geojson", data: EMPTY, promoteId: "id" },
    [SOURCE.legs]: { type: "geojson", data: EMPTY, lineMetrics: true, tolerance: 0.2 },
    [SOURCE.stops]: { type: "geojson", data: EMPTY },
    [SOURCE.mark]: { type: "geojson", data: EMPTY },
    [SOURCE.area]: { type: "geojson", data: EMPTY },
  };
}
