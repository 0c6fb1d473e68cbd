import { datesAgree } from "../../shared/dates.ts";
import type { FactModel, PlaceModel } from "./scientists.types.ts";

/** A fact before it was compared with the others. */
export type StatedFact = Omit<FactModel, "agrees">;

/** Of the places that facts were resolved to: each with all places around it and those that succeeded it, itself first. */
export type Lineages = ReadonlyMap<string, readonly PlaceModel[]>;

const DATES = new Set(["birthDate", "deathDate"]);
const PLACES = new Set(["birthPlace", "ancestralHome"]);
/** Properties of which one value is in use; of all others several stand side by side. */
const ONE_IN_USE = new Set([...DATES, ...PLACES, "nameZh", "nameEn", "gender", "specialty", "tier"]);
const ENDING = /(?:特别行政区|自治区|自治州|自治县|地区|省|市|县|区|州)$/;

/** Letters and digits only, so that "Washington, D.C." is "washingtondc". */
function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether every word of a statement is a name of one of the places or a word of the other statement. */
function saysNoMore(words: string, places: readonly PlaceModel[], other: string): boolean {
  const names = places.flatMap(({ nameZh, nameEn }) => [nameZh, nameZh.replace(ENDING, ""), nameEn ?? ""]);
  const known = [...names, ...other.split(/[\s,，、]+/)].map(fold).filter((name) => name !== "");
  const longestFirst = [...new Set(known)].sort((left, right) => right.length - left.length);
  return longestFirst.reduce((rest, name) => rest.replaceAll(name, ""), fold(words)) === "";
}

/**
 * Places agree when they are the same city or county, or when one is or contains the other and its words say no more than that:
 * "United Kingdom" agrees with "Leeds, United Kingdom", but "Paris, United States", of which only the country could be resolved,
 * contradicts "New York" and "Newark, United States".
 */
function placesAgree(one: StatedFact, other: StatedFact, lineages: Lineages): boolean {
  if (one.resolvedId === null || other.resolvedId === null) return one.value === other.value;
  const around = (fact: StatedFact): readonly PlaceModel[] => lineages.get(fact.resolvedId ?? "") ?? [];
  const level = around(one)[0]?.level;
  if (one.resolvedId === other.resolvedId && (level === "CITY" || level === "COUNTY")) return true;
  const within = (finer: StatedFact, wider: StatedFact): boolean =>
    around(finer).some((place) => place.id === wider.resolvedId) && saysNoMore(wider.value, around(finer), finer.value);
  return within(one, other) || within(other, one);
}

function agree(one: StatedFact, other: StatedFact, lineages: Lineages): boolean {
  if (DATES.has(one.property)) return datesAgree(one.value, other.value);
  return PLACES.has(one.property) ? placesAgree(one, other, lineages) : one.value === other.value;
}

/** Ids of the places that decide whether facts agree. */
export function placesOf(facts: readonly StatedFact[]): string[] {
  return [...new Set(facts.flatMap((fact) => (PLACES.has(fact.property) && fact.resolvedId !== null ? [fact.resolvedId] : [])))];
}

/**
 * The facts, each with whether it agrees with the one in use of its property: says the same, or the same more or less precisely.
 * This is the one rule for what counts as a disagreement of sources.
 */
export function withAgreement(facts: readonly StatedFact[], lineages: Lineages): FactModel[] {
  const inUse = new Map<string, StatedFact>();
  for (const fact of facts) if (fact.inUse && !inUse.has(fact.property)) inUse.set(fact.property, fact);
  return facts.map((fact) => {
    const used = ONE_IN_USE.has(fact.property) ? inUse.get(fact.property) : undefined;
    return { ...fact, agrees: used === undefined || fact === used || agree(fact, used, lineages) };
  });
}
