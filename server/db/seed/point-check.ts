/** A point on the Earth, WGS 84, in degrees. */
export interface LonLat {
  readonly longitude: number;
  readonly latitude: number;
}

/** A city or county that could be the true home of a misplaced point. */
export interface NearbyPlace {
  readonly name: string;
  readonly point: LonLat;
}

/** What {@link checkPoint} decides about: all points WGS 84. */
export interface PointCheckInput {
  /** The point the source gives for the institution. */
  readonly institutionPoint: LonLat;
  /** The point of the city (or county) that the same source names as its home. */
  readonly cityPoint: LonLat;
  /** Other known places; when the point is refused, the nearest of them is named. */
  readonly nearbyPlaces?: readonly NearbyPlace[];
  /** Greatest believable distance from the city in kilometres; {@link MAX_KM_FROM_CITY} by default. */
  readonly maxKm?: number;
}

/** The verdict; distances are great-circle kilometres. */
export type PointCheck =
  | { readonly accepted: true; readonly km: number }
  | { readonly accepted: false; readonly km: number; readonly reason: "NOT_A_COORDINATE" | "FAR_FROM_CITY"; readonly nearest?: string };

/**
 * How far an institution may lie from the centre of the city it names, in kilometres. Chinese
 * prefecture-level cities are wide (a campus 60 km from the centre is ordinary); the mistakes this
 * rule is for (another town with the same name) are hundreds of kilometres away.
 */
export const MAX_KM_FROM_CITY = 80;

const EARTH_RADIUS_KM = 6371.0088;

/**
 * Great-circle distance by the haversine formula.
 *
 * @returns kilometres, on a sphere of the mean Earth radius (IUGG, 6371.0088 km).
 */
export function distanceKm(a: LonLat, b: LonLat): number {
  const radians = Math.PI / 180;
  const halfLat = ((b.latitude - a.latitude) * radians) / 2;
  const halfLon = ((b.longitude - a.longitude) * radians) / 2;
  const chord = Math.sin(halfLat) ** 2 + Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(halfLon) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

function isCoordinate({ longitude, latitude }: LonLat): boolean {
  const inRange = Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
  // (0, 0) is what a missing coordinate becomes in many exports, and no institution stands there.
  return inRange && !(longitude === 0 && latitude === 0);
}

/**
 * Decides whether an institution's point may be used. Registries place some institutions in another
 * town that carries the same name (ROR puts 河南工学院 of 新乡 into a village Xinxiang in 重庆), so a
 * point is believed only when it lies near the city that the same record names.
 *
 * @returns accepted with the distance, or refused with the reason and, for a point far from its
 * city, the name of the nearest of `nearbyPlaces`. `km` is NaN when the point is no coordinate.
 */
export function checkPoint({ institutionPoint, cityPoint, nearbyPlaces = [], maxKm = MAX_KM_FROM_CITY }: PointCheckInput): PointCheck {
  if (!isCoordinate(institutionPoint)) {
    return { accepted: false, km: Number.NaN, reason: "NOT_A_COORDINATE" };
  }
  const km = distanceKm(institutionPoint, cityPoint);
  if (km <= maxKm) {
    return { accepted: true, km };
  }
  const [nearest] = nearbyPlaces.map(({ name, point }) => ({ name, km: distanceKm(institutionPoint, point) })).sort((a, b) => a.km - b.km);
  return nearest
    ? { accepted: false, km, reason: "FAR_FROM_CITY", nearest: nearest.name }
    : { accepted: false, km, reason: "FAR_FROM_CITY" };
}
