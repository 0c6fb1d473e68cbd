import type { Feature, FeatureCollection, Geometry, MultiLineString, Position } from "geojson";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";
import fineUrl from "world-atlas/land-50m.json?url";
import coarseUrl from "world-atlas/land-110m.json?url";

/** Land as areas to fill and its coast as lines to stroke. */
export interface Land {
  areas: FeatureCollection;
  coast: Feature<MultiLineString>;
}

const EMPTY_COAST: Feature<MultiLineString> = { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates: [] } };

/** Land before it has been read. */
export const NO_LAND: Land = { areas: { type: "FeatureCollection", features: [] }, coast: EMPTY_COAST };

function rings(geometry: Geometry): Position[][] {
  if (geometry.type === "Polygon") {
    return geometry.coordinates;
  }
  return geometry.type === "MultiPolygon" ? geometry.coordinates.flat() : [];
}

/** Whether a position lies where the data are cut (the 180th meridian, the southern edge) and not on a coast. */
function onCut(position: Position): boolean {
  return Math.abs(position[0] ?? 0) > 179.99 || (position[1] ?? 0) < -85;
}

/** A ring without the straight pieces along which the data are cut. */
export function coastPieces(ring: Position[]): Position[][] {
  const pieces: Position[][] = [];
  let piece: Position[] = [];
  ring.forEach((position, index) => {
    const previous = ring[index - 1];
    if (previous !== undefined && onCut(previous) && onCut(position)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(position);
  });
  pieces.push(piece);
  return pieces.filter((candidate) => candidate.length > 1);
}

/** Land areas and coast of a `land-*` topology. It has no borders and none can come from it. */
export function landFromTopology(topology: Topology): Land {
  const object = topology.objects.land;
  if (object === undefined) {
    return NO_LAND;
  }
  const found = feature(topology, object);
  const areas: FeatureCollection = found.type === "FeatureCollection" ? found : { type: "FeatureCollection", features: [found] };
  const coordinates = areas.features.flatMap((area) => rings(area.geometry)).flatMap(coastPieces);
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
