import type { BoundsInput, PointInput } from "../../graphql/generated.ts";

const FULL_TURN = 360;

/** Spans of longitude that a box covers, within −180 … 180; two when it crosses the 180th meridian. */
export function longitudeSpans(box: Pick<BoundsInput, "west" | "east">): Array<readonly [west: number, east: number]> {
  if (box.east - box.west >= FULL_TURN) return [[-180, 180]];
  const west = wrap(box.west);
  const east = wrap(box.east);
  return west <= east
    ? [[west, east]]
    : [
        [west, 180],
        [-180, east],
      ];
}

/** A longitude within −180 … 180; numbers already there are not touched, so that boxes compare exactly. */
function wrap(longitude: number): number {
  if (longitude >= -180 && longitude <= 180) return longitude;
  return longitude - FULL_TURN * Math.floor((longitude + 180) / FULL_TURN);
}

/** A test whether a point lies in a box, its sides included. */
export function insideBounds(box: BoundsInput): (longitude: number, latitude: number) => boolean {
  const spans = longitudeSpans(box);
  return (longitude, latitude) =>
    latitude >= box.south && latitude <= box.north && spans.some(([west, east]) => longitude >= west && longitude <= east);
}

/** The corners with each longitude within half a turn of the one before, so that a line across the 180th meridian stays short. */
function unwrapped(line: readonly PointInput[]): PointInput[] {
  const points: PointInput[] = [];
  for (const point of line) {
    const before = points.at(-1)?.longitude ?? point.longitude;
    points.push({ longitude: point.longitude - FULL_TURN * Math.round((point.longitude - before) / FULL_TURN), latitude: point.latitude });
  }
  return points;
}

/** A test whether a point lies inside a closed line, by the even-odd rule; fewer than three corners hold nothing. */
export function insideLine(line: readonly PointInput[]): (longitude: number, latitude: number) => boolean {
  const corners = unwrapped(line);
  if (corners.length < 3) return () => false;
  const inside = (longitude: number, latitude: number): boolean => {
    let odd = false;
    let before = corners.at(-1);
    for (const corner of corners) {
      if (before !== undefined && corner.latitude > latitude !== before.latitude > latitude) {
        const share = (latitude - corner.latitude) / (before.latitude - corner.latitude);
        if (longitude < corner.longitude + share * (before.longitude - corner.longitude)) odd = !odd;
      }
      before = corner;
    }
    return odd;
  };
  return (longitude, latitude) => [-2, -1, 0, 1, 2].some((turns) => inside(longitude + turns * FULL_TURN, latitude));
}
