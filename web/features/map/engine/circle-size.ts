import type { MapPoint } from "./map-types.ts";

/** Radius in pixels of the dot that stands for one person. */
export const PERSON_RADIUS = 6;
const SMALLEST_COUNTED = 9;
const LARGEST = 42;
/** Below this many people on the map the largest circle is not drawn at full size: five of ten people are not a crowd. */
const CALM_TOTAL = 40;

/** Room for the printed number: half its width at 11 px tabular digits, plus a margin. */
function radiusForText(text: string): number {
  let width = 0;
  for (const character of text) {
    width += character > "⺀" ? 11 : 6.4;
  }
  return width / 2 + 4;
}

/**
 * Radius in pixels of a counted circle. Its area, not its radius, grows in step with `count`; `located` (people on the whole map) sets
 * the scale so that circles keep their size while the map is zoomed. The printed number is never wider than the circle.
 */
export function circleRadius(count: number, located: number, text: string): number {
  const share = Math.min(1, count / Math.max(located, CALM_TOTAL));
  const area = SMALLEST_COUNTED ** 2 + (LARGEST ** 2 - SMALLEST_COUNTED ** 2) * share;
  return Math.max(Math.sqrt(area), radiusForText(text));
}

/** Radius in pixels of a point: a dot for one person without a number, otherwise a counted circle. */
export function pointRadius(point: Pick<MapPoint, "kind" | "count">, located: number, text: string): number {
  return point.kind === "PERSON" && text === "" ? PERSON_RADIUS : circleRadius(point.count, located, text);
}
