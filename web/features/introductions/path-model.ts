import type { Introductions_FindQuery, Introductions_HopFragment, Introductions_PersonFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import type { Language } from "../../lib/i18n.ts";

/** A path as the search answers it. */
export type Path = Introductions_FindQuery["introductionSearch"]["paths"][number];

/** The name of a person of a path in a language. */
export function personName({ name, scientist }: Pick<Introductions_PersonFragment, "name" | "scientist">, language: Language): string {
  return nameOf(scientist, language) || name;
}

/** The people of a path, from the first to the one to reach. */
export function peopleOf({ hops }: Pick<Path, "hops">): Introductions_PersonFragment[] {
  const [first] = hops;
  return first === undefined ? [] : [first.fromPerson, ...hops.map((hop) => hop.toPerson)];
}

/** A factor or score between 0 and 1 with two digits; what is above 0 is never shown as 0. */
export function shownFactor(value: number): string {
  if (value > 0 && value < 0.005) return "<0.01";
  return value.toFixed(2);
}

/** The years of what two people share; null when nothing says. */
export function yearsOf({ firstYear, lastYear }: Pick<Introductions_HopFragment, "firstYear" | "lastYear">): string | null {
  if (firstYear === null || firstYear === undefined) return lastYear === null || lastYear === undefined ? null : String(lastYear);
  return lastYear === null || lastYear === undefined || lastYear === firstYear ? String(firstYear) : `${firstYear}–${lastYear}`;
}

/** Key by which a path is told from others of one answer. */
export function pathKey(path: Pick<Path, "hops">): string {
  return [...peopleOf(path).map(({ id }) => id), ...path.hops.map(({ link }) => link)].join(" ");
}
