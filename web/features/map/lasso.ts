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

/** Corners in degrees, to four places (about ten metres) and within ±180. */
export function lassoDegrees(corners: readonly LngLat[]): LngLat[] {
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return corners.map(({ longitude, latitude }) => ({
    longitude: round(((((longitude + 180) % 360) + 360) % 360) - 180),
    latitude: round(Math.max(-85, Math.min(85, latitude))),
  }));
}
