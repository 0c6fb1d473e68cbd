import { mercatorLatitude, mercatorY, unwrapLongitude } from "./engine/arc-geometry.ts";
import type { Box, Camera, LngLat } from "./engine/map-types.ts";

/** 四川 and 重庆 with a little room, in degrees: the counties from 石渠 to 巫山 lie inside. */
export const SICHUAN_CHONGQING: Box = { west: 97.3, south: 26, east: 110.3, north: 34.4 };
/** Below this zoom the counties can no longer be told apart, so focus ends. */
export const FOCUS_MIN_ZOOM = 3.8;

/** A press on circles, and focus, bring the map at most this close. */
export const CLOSEST_FIT = 12;

/** The world as maps printed in China show it: the Pacific in the middle, Europe at the left edge, the Americas at the right. */
const PACIFIC = 141;
/** The world of flows: the Atlantic, which most moves cross, in one piece; the cut lies in the Pacific. */
const ATLANTIC = 20;
/** Degrees that the widest view shows, and the fewest that still read as the world. */
const [WORLD_WIDTH, NARROWEST_WORLD] = [330, 300];
/** Below this zoom the circles of Europe would lie on one another. */
const WORLD_MIN_ZOOM = 0.4;
/** Where a map too narrow for the world starts: over Asia. */
const ASIA: Camera = { longitude: 105, latitude: 30, zoom: 1.2 };
/** What of the world is worth the room: from Tierra del Fuego to the north coast of Siberia. */
const [SOUTHERNMOST, NORTHERNMOST] = [-57, 78];
/** In a map too tall for that, the share of the spare height given to the Arctic; the rest goes to Antarctica. */
const SPARE_NORTH = 0.56;
const TILE = 512;
/** Mercator height of the world's north end, in degrees; nothing is drawn beyond. */
const END = 180;

/** What decides the widest view. */
export interface WorldFrame {
  /** Pixels of the map. */
  width: number;
  height: number;
  flowing: boolean;
}

/**
 * The camera that shows the whole inhabited world in a map of this size; one too narrow for it starts over Asia instead. A tall map comes
 * nearer until the world fills its height, as the map's own limit demands (engine/create-map.ts).
 */
export function worldCamera({ width, height, flowing }: WorldFrame): Camera {
  const pixelsPerDegree = Math.max(width / WORLD_WIDTH, height / (2 * END));
  const zoom = Math.log2((pixelsPerDegree * 2 * END) / TILE);
  if (zoom < WORLD_MIN_ZOOM || width / pixelsPerDegree < NARROWEST_WORLD) {
    const near = Math.max(ASIA.zoom, zoom);
    return {
      longitude: ASIA.longitude,
      latitude: centreWithin(mercatorY(ASIA.latitude), (height * 2 * END) / (TILE * 2 ** near)),
      zoom: near,
    };
  }
  const [south, north, span] = [mercatorY(SOUTHERNMOST), mercatorY(NORTHERNMOST), height / pixelsPerDegree];
  const spare = span - (north - south);
  // With too little height for it all, the far north and the far south give way alike.
  const top = spare > 0 ? north + spare * SPARE_NORTH : north + spare / 2;
  return { longitude: flowing ? ATLANTIC : PACIFIC, latitude: centreWithin(top - span / 2, span), zoom };
}

/** Latitude of the centre nearest to a Mercator height at which a map spanning so much height stays inside the world. */
function centreWithin(y: number, span: number): number {
  const reach = END - span / 2;
  return mercatorLatitude(Math.max(-reach, Math.min(reach, y)));
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
