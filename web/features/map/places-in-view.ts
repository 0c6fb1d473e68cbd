import { mercatorLatitude, mercatorY, unwrapLongitude } from "./engine/arc-geometry.ts";
import type { Box, Camera, LngLat } from "./engine/map-types.ts";

/** 四川 and 重庆 with a little room, in degrees: the counties from 石渠 to 巫山 lie inside. */
export const SICHUAN_CHONGQING: Box = { west: 97.3, south: 26, east: 110.3, north: 34.4 };
/** Below this zoom the counties can no longer be told apart, so focus ends. */
export const FOCUS_MIN_ZOOM = 3.8;

/** The world as maps printed in China show it: the Pacific in the middle, Europe at the left edge, the Americas at the right. */
const PACIFIC = 139;
/** The world of flows: the Atlantic, which most moves cross, in one piece; the cut lies in the Pacific. */
const ATLANTIC = 20;
const WORLD_WIDTH_DEGREES = 330;
/** What of the world is worth the room: from Tierra del Fuego to the north coast of Siberia. */
const [SOUTHERNMOST, NORTHERNMOST] = [-57, 78];
/** In a map too tall for that, the share of the spare height given to the Arctic; the rest goes to Antarctica. */
const SPARE_NORTH = 0.56;
const TILE = 512;

/** What decides the widest view. */
export interface WorldFrame {
  /** Pixels of the map. */
  width: number;
  height: number;
  flowing: boolean;
}

/** The camera that shows the whole inhabited world in a map of this size; a narrow one starts over Asia instead. */
export function worldCamera({ width, height, flowing }: WorldFrame): Camera {
  const zoom = Math.log2((width * 360) / WORLD_WIDTH_DEGREES / TILE);
  if (zoom < 0.4) return { longitude: 105, latitude: 30, zoom: 1.2 };
  const pixelsPerDegree = width / WORLD_WIDTH_DEGREES;
  const [south, north] = [mercatorY(SOUTHERNMOST), mercatorY(NORTHERNMOST)];
  const spare = height / pixelsPerDegree - (north - south);
  // With too little height for it all, the far north and the far south give way alike.
  const top = spare > 0 ? north + spare * SPARE_NORTH : north + spare / 2;
  return { longitude: flowing ? ATLANTIC : PACIFIC, latitude: mercatorLatitude(top - height / pixelsPerDegree / 2), zoom };
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
