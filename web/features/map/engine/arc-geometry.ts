import type { LngLat } from "./map-types.ts";

const RADIANS = Math.PI / 180;
const STEPS = 48;
/** Above this latitude a great circle runs so far up a Mercator map that it no longer reads as a way between two places. */
const HIGHEST_LATITUDE = 72;
/** How far a replaced arc bows towards the pole, as a share of its length on the map. */
const BOW = 0.18;

type Position = [number, number];

/** The longitude of `to` moved by whole turns so that the way from `from` is the short one; may lie beyond ±180. */
export function unwrapLongitude(from: number, to: number): number {
  const turn = (((to - from + 180) % 360) + 360) % 360;
  return from + turn - 180;
}

function angleBetween(from: LngLat, to: LngLat): number {
  const a = from.latitude * RADIANS;
  const b = to.latitude * RADIANS;
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((to.longitude - from.longitude) * RADIANS);
  return Math.acos(Math.min(1, Math.max(-1, cosine)));
}

function greatCircle(from: LngLat, to: LngLat, angle: number): Position[] {
  const points: Position[] = [];
  let previous = from.longitude;
  for (let step = 0; step <= STEPS; step += 1) {
    const share = step / STEPS;
    const a = Math.sin((1 - share) * angle) / Math.sin(angle);
    const b = Math.sin(share * angle) / Math.sin(angle);
    const [fromLat, fromLng, toLat, toLng] = [
      from.latitude * RADIANS,
      from.longitude * RADIANS,
      to.latitude * RADIANS,
      to.longitude * RADIANS,
    ];
    const x = a * Math.cos(fromLat) * Math.cos(fromLng) + b * Math.cos(toLat) * Math.cos(toLng);
    const y = a * Math.cos(fromLat) * Math.sin(fromLng) + b * Math.cos(toLat) * Math.sin(toLng);
    const z = a * Math.sin(fromLat) + b * Math.sin(toLat);
    const longitude = unwrapLongitude(previous, Math.atan2(y, x) / RADIANS);
    points.push([longitude, Math.atan2(z, Math.hypot(x, y)) / RADIANS]);
    previous = longitude;
  }
  return points;
}

/** Latitude in degrees to Mercator height, in the unit of degrees of longitude. */
export function mercatorY(latitude: number): number {
  return Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2)) / RADIANS;
}

/** The reverse of `mercatorY`. */
export function mercatorLatitude(y: number): number {
  return (2 * Math.atan(Math.exp(y * RADIANS)) - Math.PI / 2) / RADIANS;
}

/** A bow on the flat map that stays below the high latitudes, for ways whose great circle passes near a pole. */
function bow(from: LngLat, to: LngLat): Position[] {
  const endLongitude = unwrapLongitude(from.longitude, to.longitude);
  const [startY, endY] = [mercatorY(from.latitude), mercatorY(to.latitude)];
  const pole = startY + endY >= 0 ? 1 : -1;
  const limit = mercatorY(HIGHEST_LATITUDE);
  const lift = BOW * Math.hypot(endLongitude - from.longitude, endY - startY) * 2;
  const room = Math.max(0, 2 * (limit - Math.max(startY * pole, endY * pole)));
  const controlY = (startY + endY) / 2 + pole * Math.min(lift, room);
  const controlX = (from.longitude + endLongitude) / 2;
  return Array.from({ length: STEPS + 1 }, (_, step): Position => {
    const t = step / STEPS;
    const x = (1 - t) ** 2 * from.longitude + 2 * t * (1 - t) * controlX + t ** 2 * endLongitude;
    const y = (1 - t) ** 2 * startY + 2 * t * (1 - t) * controlY + t ** 2 * endY;
    return [x, mercatorLatitude(y)];
  });
}

/**
 * The line between two places as `[longitude, latitude]` positions: the great circle, or a flat bow where that would run past 72° of
 * latitude. Longitudes are continuous (they may pass ±180), so no line ever jumps across the map. Empty when both places are one.
 */
export function arcLine(from: LngLat, to: LngLat): Position[] {
  const angle = angleBetween(from, to);
  if (angle < 1e-6) {
    return [];
  }
  if (angle > Math.PI - 1e-3) {
    return bow(from, to);
  }
  const line = greatCircle(from, to, angle);
  const highest = Math.max(...line.map((position) => Math.abs(position[1])));
  const ends = Math.max(Math.abs(from.latitude), Math.abs(to.latitude));
  return highest > Math.max(HIGHEST_LATITUDE, ends + 0.5) ? bow(from, to) : line;
}

/** Width in pixels of an arc: thin, its area on the map growing with the people it stands for. */
export function arcWidth(count: number, largest: number): number {
  return 1 + 5 * Math.sqrt(count / Math.max(largest, 10));
}
