import type { PlaceLevel } from "../../gql/generated.ts";
import type { Named } from "../../lib/format.ts";
import type { Person } from "./person-types.ts";

/** A point for the small map of a person or institution. */
export interface PlacePoint {
  kind: "birth" | "home" | "study" | "work";
  label: string;
  longitude: number;
  latitude: number;
  /** Level of the place, which is the precision of the point. */
  precision: PlaceLevel;
}

interface Located extends Named {
  longitude: number | null;
  latitude: number | null;
}

/** China's municipalities are provinces with the extent of a city, so their point is a place. */
const MUNICIPALITIES = /^(北京|天津|上海|重庆)市?$/;

/** The point of an institution, which is its own and not the middle of its town; none when it is not known. */
export function institutionPoint(kind: "study" | "work", at: Located | null, label: string): PlacePoint[] {
  if (at === null || at.longitude === null || at.latitude === null) return [];
  return [{ kind, label, longitude: at.longitude, latitude: at.latitude, precision: "CITY" }];
}

/**
 * The points of a person that can be drawn honestly: birthplace, ancestral home, schools, and latest employer.
 * A place known only to its province or country is no point; municipalities are.
 * @param label words a name in the language shown
 */
export function pointsOf(person: Person, label: (named: Named) => string): PlacePoint[] {
  const home = (kind: "birth" | "home", place: Person["birthPlace"]): PlacePoint[] => {
    if (place === null || place.longitude === null || place.latitude === null) return [];
    if (!["CITY", "COUNTY"].includes(place.level) && !MUNICIPALITIES.test(place.nameZh)) return [];
    return [{ kind, label: label(place), longitude: place.longitude, latitude: place.latitude, precision: place.level }];
  };
  const work = person.latestEmployment?.institution ?? null;
  return [
    ...home("birth", person.birthPlace),
    ...home("home", person.ancestralHome),
    ...person.education.flatMap(({ institution }) => (institution ? institutionPoint("study", institution, label(institution)) : [])),
    ...(work ? institutionPoint("work", work, label(work)) : []),
  ];
}
