import type { Map as MapLibreMap } from "maplibre-gl";
import { unwrapLongitude } from "./arc-geometry.ts";
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

/** Whether a point is in sight and under no panel. */
export function isClear(map: MapLibreMap, point: LngLat, padding: Padding): boolean {
  const { x, y } = map.project([unwrapLongitude(map.getCenter().lng, point.longitude), point.latitude]);
  const { clientWidth, clientHeight } = map.getContainer();
  return x >= padding.left && x <= clientWidth - padding.right && y >= padding.top && y <= clientHeight - padding.bottom;
}

/** Brings a point to the middle of what the panels leave free without changing the zoom, only when it is not clear of them. */
export function reveal(map: MapLibreMap, point: LngLat, padding: Padding): void {
  if (isClear(map, point, padding)) return;
  map.easeTo({
    center: [unwrapLongitude(map.getCenter().lng, point.longitude), point.latitude],
    offset: [(padding.left - padding.right) / 2, (padding.top - padding.bottom) / 2],
    duration: DURATION_MS,
  });
}
