import type { Tier } from "../../graphql/generated.ts";
import { type Dated, latestAlmaMater, latestEmployment } from "../scientists/latest.ts";
import { TIERS } from "./person-table.ts";
import type { PersonRecord } from "./selection.types.ts";

/** The engine's own number of a referenced node to ours, by what is referred to. */
export interface NodeNumbers {
  readonly places: ReadonlyMap<number, number>;
  readonly institutions: ReadonlyMap<number, number>;
  readonly fields: ReadonlyMap<number, number>;
  readonly awards: ReadonlyMap<number, number>;
  /** By id, since a fact names its source so. */
  readonly sources: ReadonlyMap<string, number>;
}

/** A row of one person, as the statements of selection.cypher.ts return it. */
export type PersonRow = Readonly<Record<string, unknown>>;

interface Stay extends Dated {
  readonly institution: number;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function known<K>(numbers: ReadonlyMap<K, number>, key: unknown, isKey: (key: unknown) => key is K): number | undefined {
  return isKey(key) ? numbers.get(key) : undefined;
}

const isNumber = (value: unknown): value is number => typeof value === "number";
const isText = (value: unknown): value is string => typeof value === "string";

function numbersOf<K>(numbers: ReadonlyMap<K, number>, keys: unknown, isKey: (key: unknown) => key is K): number[] {
  const found: number[] = [];
  for (const key of list(keys)) {
    const number = known(numbers, key, isKey);
    if (number !== undefined) found.push(number);
  }
  return found;
}

/** Two in-use places should not be; the smaller number then wins, the same in every build. */
function one(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}

/** Ordered by institution where the source's order is equal, so that the engine's order of relationships decides nothing. */
function staysOf(numbers: ReadonlyMap<number, number>, rows: unknown): Stay[] {
  const stays: Stay[] = [];
  for (const row of list(rows)) {
    const [node, order, from, to, asOf] = list(row);
    const institution = known(numbers, node, isNumber);
    if (institution === undefined) continue;
    stays.push({ institution, order: isNumber(order) ? order : 0, from: text(from), to: text(to), asOf: text(asOf) });
  }
  return stays.sort((a, b) => a.institution - b.institution);
}

function tierOf(value: unknown): Tier | null {
  return TIERS.find((tier) => tier === value) ?? null;
}

function latestYear(awards: unknown): number | null {
  const years = list(awards).flatMap((award) => list(award).slice(1).filter(isNumber));
  return years.length === 0 ? null : Math.max(...years);
}

/** A person in the read model's numbers; references that are not in it are left out. Null when the row has no id. */
export function personOf(numbers: NodeNumbers, row: PersonRow): PersonRecord | null {
  const id = text(row.id);
  if (id === null) return null;
  const employment = staysOf(numbers.institutions, row.employment);
  const education = staysOf(numbers.institutions, row.education);
  return {
    id,
    nameZh: text(row.nameZh),
    nameEn: text(row.nameEn),
    aliases: list(row.aliases).filter(isText),
    birthDate: text(row.birthDate),
    deathDate: text(row.deathDate),
    tier: tierOf(row.tier),
    birthPlace: one(numbersOf(numbers.places, row.birthPlaces, isNumber)),
    ancestralHome: one(numbersOf(numbers.places, row.ancestralHomes, isNumber)),
    workplace: latestEmployment(employment)?.institution ?? null,
    almaMater: latestAlmaMater(education)?.institution ?? null,
    employers: employment.map((stay) => stay.institution),
    almaMaters: education.map((stay) => stay.institution),
    fields: numbersOf(numbers.fields, row.fields, isNumber),
    awards: numbersOf(numbers.awards, list(row.awards).map((award) => list(award)[0]), isNumber),
    sources: numbersOf(numbers.sources, row.sources, isText),
    latestAwardYear: latestYear(row.awards),
  };
}
