import type { Map as MapLibreMap } from "maplibre-gl";
import { MAX_ZOOM } from "./create-map.ts";
import type { Box, Camera, LngLat } from "./map-types.ts";

/** Pixels at each side of the map that panels cover. */
export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}

const DURATION_MS = 200;

/** Where the camera stands; the longitude is brought back into ±180. */
export function readCamera(map: MapLibreMap): Camera {
  const centre = map.getCenter().wrap();
  return { longitude: centre.lng, latitude: centre.lat, zoom: map.getZoom() };
}

/** What the map shows, as degrees that may pass ±180 when several turns of the world are in sight. */
export function visibleBox(map: MapLibreMap): Box {
  const bounds = map.getBounds();
  return { west: bounds.getWest(), south: bounds.getSouth(), east: bounds.getEast(), north: bounds.getNorth() };
}

/** Moves so that a box fills what the panels leave free; a box that is one point is shown at `closest`. */
export function fitBox(map: MapLibreMap, box: Box, padding: Padding, closest: number): void {
  const east = box.east < box.west ? box.east + 360 : box.east;
  map.fitBounds([box.west, box.south, east, box.north], {
    padding,
    maxZoom: Math.min(closest, MAX_ZOOM),
    duration: DURATION_MS,
    linear: true,
  });
}

/** Moves to a camera at once, or in a short glide. */
export function moveTo(map: MapLibreMap, camera: Camera, glide: boolean): void {
  map.easeTo({ center: [camera.longitude, camera.latitude], zoom: camera.zoom, duration: glide ? DURATION_MS : 0 });
}

/** Brings a point into sight without changing the zoom, only when it is out of sight. */
export function reveal(map: MapLibreMap, point: LngLat): void {
  if (!map.getBounds().contains([point.longitude, point.latitude])) {
    map.easeTo({ center: [point.longitude, point.latitude], duration: DURATION_MS });
  }
}
