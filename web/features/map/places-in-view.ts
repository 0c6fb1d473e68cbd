import { unwrapLongitude } from "./engine/arc-geometry.ts";
import type { Box, Camera, LngLat } from "./engine/map-types.ts";

/** 四川 and 重庆 with a little room, in degrees: the counties from 石渠 to 巫山 lie inside. */
export const SICHUAN_CHONGQING: Box = { west: 97.3, south: 26, east: 110.3, north: 34.4 };
/** Below this zoom the counties can no longer be told apart, so focus ends. */
export const FOCUS_MIN_ZOOM = 3.8;

/** The world as maps printed in China show it: the Pacific in the middle, Europe at the left edge, the Americas at the right. */
const WORLD_CENTRE: LngLat = { longitude: 139, latitude: 24 };
const WORLD_WIDTH_DEGREES = 322;
const TILE = 512;

/** The camera that shows the whole world in a map of this width; a narrow one starts over Asia instead. */
export function worldCamera(width: number): Camera {
  const zoom = Math.log2((width * 360) / WORLD_WIDTH_DEGREES / TILE);
  return zoom < 0.4 ? { longitude: 105, latitude: 30, zoom: 1.2 } : { ...WORLD_CENTRE, zoom };
}

/** The smallest box around points; it crosses the 180th meridian where that is the shorter way. Null without points. */
export function boxAround(points: readonly LngLat[]): Box | null {
  const first = points[0];
  if (first === undefined) return null;
  const longitudes = points.map((point) => unwrapLongitude(first.longitude, point.longitude));
  const latitudes = points.map((point) => point.latitude);
  return { west: Math.min(...longitudes), east: Math.max(...longitudes), south: Math.min(...latitudes), north: Math.max(...latitudes) };
}

/** Whether two boxes overlap, apart from whole turns. */
export function overlaps(one: Box, other: Box): boolean {
  const shift = unwrapLongitude((other.west + other.east) / 2, (one.west + one.east) / 2) - (one.west + one.east) / 2;
  return one.west + shift <= other.east && one.east + shift >= other.west && one.south <= other.north && one.north >= other.south;
}
