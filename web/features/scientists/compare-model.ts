import type { Person, SourcedFact } from "./person-types.ts";

/** Fewest and most people that are compared. */
export const COMPARED = { least: 2, most: 5 } as const;

/** Ids to compare from `?ids=`, each once, at most five. */
export function comparedIds(params: URLSearchParams): string[] {
  return [...new Set((params.get("ids") ?? "").split(",").filter((id) => id !== ""))].slice(0, COMPARED.most);
}

/** Rows of the comparison, in order. */
export const COMPARE_ROWS = [
  "birthDate",
  "birthPlace",
  "ancestralHome",
  "education",
  "employment",
  "fields",
  "specialty",
  "tier",
  "awards",
] as const;

/** A row of the comparison. */
export type CompareRow = (typeof COMPARE_ROWS)[number];

/** Names that the facts of a row go by. */
const PROPERTY: Readonly<Record<CompareRow, string>> = {
  birthDate: "birthDate",
  birthPlace: "birthPlace",
  ancestralHome: "ancestralHome",
  education: "education",
  employment: "employment",
  fields: "field",
  specialty: "specialty",
  tier: "tier",
  awards: "award",
};

/** The facts shown in one cell: those in use, one for each source. */
export function sourcesOfCell(person: Person, row: CompareRow): SourcedFact[] {
  const facts = person.facts.filter((fact) => fact.property === PROPERTY[row] && fact.inUse);
  return facts.filter((fact, index) => facts.findIndex((other) => other.source.id === fact.source.id) === index);
}
