import { mercatorLatitude, mercatorY } from "./engine/arc-geometry.ts";
import type { LngLat } from "./engine/map-types.ts";

/** A pixel on the screen. */
export interface Pixel {
  x: number;
  y: number;
}

/** A drawn line is kept to this many corners, so that it fits into an address. */
const MOST_CORNERS = 48;

function distanceToLine(point: Pixel, start: Pixel, end: Pixel): number {
  const [dx, dy] = [end.x - start.x, end.y - start.y];
  const length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(point.x - start.x, point.y - start.y);
  return Math.abs(dy * point.x - dx * point.y + end.x * start.y - end.y * start.x) / length;
}

function simplify(line: readonly Pixel[], tolerance: number): Pixel[] {
  const [start, end] = [line[0], line.at(-1)];
  if (start === undefined || end === undefined || line.length < 3) return [...line];
  let farthest = 0;
  let index = 0;
  line.forEach((point, at) => {
    const distance = at === 0 || at === line.length - 1 ? 0 : distanceToLine(point, start, end);
    if (distance > farthest) [farthest, index] = [distance, at];
  });
  if (farthest <= tolerance) return [start, end];
  return [...simplify(line.slice(0, index + 1), tolerance).slice(0, -1), ...simplify(line.slice(index), tolerance)];
}

/**
 * The corners of a freely drawn line: at most 48, within a few pixels of what was drawn. Null when it encloses nothing worth asking for
 * (fewer than three corners, or smaller than a fingertip).
 */
export function lassoCorners(drawn: readonly Pixel[]): Pixel[] | null {
  let tolerance = 2;
  let corners = simplify(drawn, tolerance);
  while (corners.length > MOST_CORNERS) {
    tolerance *= 1.6;
    corners = simplify(drawn, tolerance);
  }
  return corners.length < 3 || Math.abs(areaOf(corners)) < 150 ? null : corners;
}

function areaOf(corners: readonly Pixel[]): number {
  return corners.reduce((sum, point, index) => {
    const next = corners[(index + 1) % corners.length] ?? point;
    return sum + (point.x * next.y - next.x * point.y) / 2;
  }, 0);
}

/** Neighbouring corners are kept closer than this, so that whoever reads the line can tell which way round it runs. */
const WIDEST_STEP = 90;

function mixed(from: LngLat, to: LngLat, share: number): LngLat {
  const y = mercatorY(from.latitude) + share * (mercatorY(to.latitude) - mercatorY(from.latitude));
  return { longitude: from.longitude + share * (to.longitude - from.longitude), latitude: mercatorLatitude(y) };
}

/**
 * Corners as a filter takes them: degrees to four places (about ten metres), longitudes within ±180. The reader joins each corner to the
 * next by the short way, so a side wider than 90° gets corners between, straight on the map as it was drawn; a line across the
 * 180th meridian thus stays what it was.
 * @param corners longitudes as drawn, passing ±180 where the line does
 * @returns null when the line reaches round the whole world, which no closed line on it can say
 */
export function lassoDegrees(corners: readonly LngLat[]): LngLat[] | null {
  const longitudes = corners.map((corner) => corner.longitude);
  if (Math.max(...longitudes) - Math.min(...longitudes) >= 360) return null;
  const inside = corners.map(({ longitude, latitude }) => ({ longitude, latitude: Math.max(-85, Math.min(85, latitude)) }));
  const line = inside.flatMap((corner, index) => {
    const next = inside[(index + 1) % inside.length] ?? corner;
    const steps = Math.max(1, Math.ceil(Math.abs(next.longitude - corner.longitude) / WIDEST_STEP));
    return Array.from({ length: steps }, (_, step) => mixed(corner, next, step / steps));
  });
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return line.map(({ longitude, latitude }) => ({
    longitude: round(((((longitude + 180) % 360) + 360) % 360) - 180),
    latitude: round(latitude),
  }));
}

/** A filter's line for drawing: each longitude within half a turn of the one before, so that nothing jumps across the map. */
export function contiguous(line: readonly LngLat[]): LngLat[] {
  const result: LngLat[] = [];
  for (const { longitude, latitude } of line) {
    const before = result.at(-1)?.longitude ?? longitude;
    result.push({ longitude: longitude - 360 * Math.round((longitude - before) / 360), latitude });
  }
  return result;
}
