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

/**
 * The points of a person that can be drawn honestly: birthplace, ancestral home, schools, and latest employer.
 * A place known only to its province or country is no point; municipalities are.
 * @param label words a name in the language shown
 */
export function pointsOf(person: Person, label: (named: Named) => string): PlacePoint[] {
  const point = (kind: PlacePoint["kind"], at: Located | null, precision: PlaceLevel): PlacePoint[] =>
    at === null || at.longitude === null || at.latitude === null
      ? []
      : [{ kind, label: label(at), longitude: at.longitude, latitude: at.latitude, precision }];
  const home = (kind: "birth" | "home", place: Person["birthPlace"]) =>
    place && (["CITY", "COUNTY"].includes(place.level) || MUNICIPALITIES.test(place.nameZh)) ? point(kind, place, place.level) : [];
  const work = person.latestEmployment?.institution ?? null;
  return [
    ...home("birth", person.birthPlace),
    ...home("home", person.ancestralHome),
    ...person.education.flatMap((item) => point("study", item.institution, "CITY")),
    ...point("work", work, "CITY"),
  ];
}
