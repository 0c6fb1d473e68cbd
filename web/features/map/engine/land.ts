import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import fineUrl from "world-atlas/land-50m.json?url";
import coarseUrl from "world-atlas/land-110m.json?url";
import { unwrapLongitude } from "./arc-geometry.ts";

/** Land as areas to fill and its coast as lines to stroke. */
export interface Land {
  areas: FeatureCollection;
  coast: Feature<MultiLineString>;
}

const EMPTY_COAST: Feature<MultiLineString> = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: [] } };

/** Land before it has been read. */
export const NO_LAND: Land = { areas: { type: "FeatureCollection", features: [] }, coast: EMPTY_COAST };

/** Whether a position lies on the edge that closes a ring around the pole and not on a coast. */
function onEdge(position: Position): boolean {
  return (position[1] ?? 0) <= -89.9;
}

/**
 * A ring with continuous longitudes, near `middle`. The packaged rings are stitched on the sphere: they jump from 180 to −180 where they
 * cross that meridian, and the one around the South Pole never closes. On a flat map the first must run on and the second be closed along
 * the lower edge.
 */
export function flatRing(ring: readonly Position[], middle: number): Position[] {
  let last = ring[0]?.[0] ?? 0;
  const flat = ring.map(([longitude = 0, latitude = 0]): Position => {
    last = unwrapLongitude(last, longitude);
    return [last, latitude];
  });
  const start = flat[0]?.[0] ?? 0;
  if (Math.abs(last - start) > 180) flat.push([last, -90], [start, -90], [start, flat[0]?.[1] ?? 0]);
  const longitudes = flat.map(([longitude = 0]) => longitude);
  const centre = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  const shift = Math.round((middle - centre) / 360) * 360;
  return flat.map(([longitude = 0, latitude = 0]) => [longitude + shift, latitude]);
}

function flatPolygon(polygon: readonly Position[][]): Position[][] {
  const outer = flatRing(polygon[0] ?? [], 0);
  const longitudes = outer.map(([longitude = 0]) => longitude);
  const middle = (Math.min(...longitudes) + Math.max(...longitudes)) / 2;
  return [outer, ...polygon.slice(1).map((hole) => flatRing(hole, middle))];
}

function flatPolygons(geometry: Geometry): Position[][][] {
  if (geometry.type === "Polygon") return [flatPolygon(geometry.coordinates)];
  return geometry.type === "MultiPolygon" ? geometry.coordinates.map(flatPolygon) : [];
}

/** A ring without the straight pieces that close it around the pole. */
export function coastPieces(ring: readonly Position[]): Position[][] {
  const pieces: Position[][] = [[]];
  for (const position of ring) {
    if (onEdge(position)) pieces.push([]);
    else pieces.at(-1)?.push(position);
  }
  return pieces.filter((piece) => piece.length > 1);
}

/** Land areas and coast of a `land-*` topology. It has no borders and none can come from it. */
export function landFromTopology(topology: Topology): Land {
  const object = topology.objects.land;
  if (object === undefined) {
    return NO_LAND;
  }
  const found = feature(topology, object);
  const polygons = (found.type === "FeatureCollection" ? found.features : [found]).flatMap((area) => flatPolygons(area.geometry));
  const area: Feature = { type: "Feature", properties: {}, geometry: { type: "MultiPolygon", coordinates: polygons } };
  const areas: FeatureCollection = { type: "FeatureCollection", features: [area] };
  const coordinates = polygons.flat().flatMap(coastPieces);
  return { areas, coast: { ...EMPTY_COAST, geometry: { type: "MultiLineString", coordinates } } };
}

/**
 * Reads the packaged land geometry (Natural Earth through world-atlas, public domain) from this host: 1:110 million for the whole world,
 * 1:50 million for closer looks. Rejects when it cannot be read.
 */
export async function loadLand(detail: "coarse" | "fine", signal?: AbortSignal): Promise<Land> {
  const response = await fetch(detail === "coarse" ? coarseUrl : fineUrl, signal === undefined ? {} : { signal });
  if (!response.ok) {
    throw new Error(`land geometry: ${response.status}`);
  }
  const topology: Topology = await response.json();
  return landFromTopology(topology);
}
