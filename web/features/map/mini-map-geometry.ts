import type { Position } from "geojson";
import { arcLine, mercatorY, unwrapLongitude } from "./engine/arc-geometry.ts";
import type { Land } from "./engine/land.ts";
import type { LngLat } from "./engine/map-types.ts";

/** The part of the flat map that a sketch shows: Mercator, in degrees of longitude, y growing downward. */
export interface Sketch {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Longitude in the middle; what is drawn is brought to within half a turn of it. */
  middle: number;
}

/** The least a sketch shows: about the size of a province with its neighbours, so that a coast or two gives orientation. */
const LEAST_WIDTH = 14;
const MARGIN = 0.22;

/** Position on the sketch. */
export function project(point: LngLat, middle: number): { x: number; y: number } {
  const latitude = Math.max(-82, Math.min(83.5, point.latitude));
  return { x: unwrapLongitude(middle, point.longitude), y: -mercatorY(latitude) };
}

/** The frame around points with a margin, in the given proportion of width to height. */
export function sketchFor(points: readonly LngLat[], ratio: number): Sketch {
  const first = points[0]?.longitude ?? 105;
  const at = points.map((point) => project(point, first));
  const xs = at.map((point) => point.x);
  const ys = at.map((point) => point.y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const middle = (left + right) / 2;
  const width = Math.min(360, Math.max(LEAST_WIDTH, (right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN) * ratio));
  const height = width / ratio;
  return { x: middle - width / 2, y: (top + bottom) / 2 - height / 2, width, height, middle };
}

function path(line: readonly Position[], sketch: Sketch, shift: number, digits: number): string {
  return line
    .map(([longitude = 0, latitude = 0], index) => {
      const y = -mercatorY(Math.max(-82, Math.min(83.5, latitude)));
      return `${index === 0 ? "M" : "L"}${(longitude + shift).toFixed(digits)} ${y.toFixed(digits)}`;
    })
    .join("")
    .concat(sketch.width > 0 ? "Z" : "");
}

function touches(ring: readonly Position[], sketch: Sketch, shift: number): boolean {
  const xs = ring.map((position) => (position[0] ?? 0) + shift);
  const ys = ring.map((position) => -mercatorY(Math.max(-82, Math.min(83.5, position[1] ?? 0))));
  return (
    Math.max(...xs) >= sketch.x &&
    Math.min(...xs) <= sketch.x + sketch.width &&
    Math.max(...ys) >= sketch.y &&
    Math.min(...ys) <= sketch.y + sketch.height
  );
}

/** The land that a sketch shows, as one SVG path; land beyond the 180th meridian is drawn again beside it. */
export function landPath(land: Land, sketch: Sketch): string {
  const digits = sketch.width > 90 ? 1 : 2;
  const polygons = land.areas.features.flatMap(({ geometry }) =>
    geometry.type === "MultiPolygon" ? geometry.coordinates : geometry.type === "Polygon" ? [geometry.coordinates] : [],
  );
  const parts: string[] = [];
  for (const rings of polygons) {
    const outer = rings[0];
    for (const shift of [-360, 0, 360]) {
      if (outer !== undefined && touches(outer, sketch, shift)) parts.push(...rings.map((ring) => path(ring, sketch, shift, digits)));
    }
  }
  return parts.join("");
}

/** The arc between two points as an SVG path on the sketch. */
export function arcPath(from: LngLat, to: LngLat, middle: number): string {
  const start = unwrapLongitude(middle, from.longitude) - from.longitude;
  return arcLine(from, to)
    .map(
      ([longitude, latitude], index) => `${index === 0 ? "M" : "L"}${(longitude + start).toFixed(2)} ${(-mercatorY(latitude)).toFixed(2)}`,
    )
    .join("");
}
