import type { Feature, MultiLineString, Position } from "geojson";

/** Where Mercator maps end. */
const TOP = 85.06;

/** Meridians and parallels every `step` degrees. */
export function graticule(step: number): Feature<MultiLineString> {
  const coordinates: Position[][] = [];
  for (let longitude = -180; longitude < 180; longitude += step) {
    coordinates.push([
      [longitude, -TOP],
      [longitude, TOP],
    ]);
  }
  for (let latitude = -Math.floor(80 / step) * step; latitude <= 80; latitude += step) {
    coordinates.push([
      [-180, latitude],
      [180, latitude],
    ]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "MultiLineString", coordinates } };
}
