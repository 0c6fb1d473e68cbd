import type { Tier } from "../../graphql/generated.ts";
import { type Dated, latestAlmaMater, latestEmployment } from "../scientists/index.ts";
import { TIERS } from "./person-table.ts";
import type { PersonRecord } from "./selection.types.ts";

/**
 * Numbers of the relationships that lead to filterable facts. The statements get them as `$kinds` and answer with the number: of a
 * million people, decoding six million words takes longer than everything else about a relationship.
 */
export const LINK_KINDS = { WORKS_AT: 1, STUDIED_AT: 2, SPECIALISES_IN: 3, RECEIVED: 4, BORN_IN: 5, ANCESTRAL_HOME: 6 } as const;

/** The engine's own number of a referenced node to ours, by what is referred to. */
export interface NodeNumbers {
  readonly places: ReadonlyMap<number, number>;
  readonly institutions: ReadonlyMap<number, number>;
  readonly fields: ReadonlyMap<number, number>;
  readonly awards: ReadonlyMap<number, number>;
  /** By id, since a fact names its source so. The statements get it as `$sources` and answer with the number. */
  readonly sources: ReadonlyMap<string, number>;
}

/** What the statements need to answer in numbers. */
export function statementParameters(numbers: NodeNumbers): { readonly kinds: typeof LINK_KINDS; readonly sources: Record<string, number> } {
  return { kinds: LINK_KINDS, sources: Object.fromEntries(numbers.sources) };
}

/** A person as read, with the engine's own number of the node, by which full text names it. */
export interface StoredPerson extends PersonRecord {
  readonly node: number;
}

/** The columns of one person, as the statements of selection.cypher.ts return them. */
export type PersonColumns = (column: string) => unknown;

interface Stay extends Dated {
  readonly institution: number;
}

/** What a person's relationships lead to, by kind. */
interface Links {
  readonly birthPlaces: number[];
  readonly ancestralHomes: number[];
  readonly employment: Stay[];
  readonly education: Stay[];
  readonly fields: number[];
  readonly awards: number[];
  readonly sources: number[];
  latestAwardYear: number | null;
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function add(numbers: ReadonlyMap<number, number>, node: number, to: number[]): void {
  const number = numbers.get(node);
  if (number !== undefined) to.push(number);
}

/** A person's many facts have few sources. */
function addSource(source: unknown, sources: number[]): void {
  if (typeof source === "number" && !sources.includes(source)) sources.push(source);
}

function addStay(numbers: NodeNumbers, node: number, link: readonly unknown[], stays: Stay[]): void {
  const institution = numbers.institutions.get(node);
  if (institution === undefined) return;
  const order = link[3];
  stays.push({ institution, order: typeof order === "number" ? order : 0, from: text(link[4]), to: text(link[5]), asOf: text(link[6]) });
}

function addAward(numbers: NodeNumbers, node: number, year: unknown, links: Links): void {
  add(numbers.awards, node, links.awards);
  if (typeof year === "number") links.latestAwardYear = Math.max(year, links.latestAwardYear ?? year);
}

function addLink(numbers: NodeNumbers, link: readonly unknown[], links: Links): void {
  const [kind, node, source] = link;
  if (typeof node !== "number") return;
  addSource(source, links.sources);
  const inUse = link[8] === true;
  if (kind === LINK_KINDS.WORKS_AT) addStay(numbers, node, link, links.employment);
  else if (kind === LINK_KINDS.STUDIED_AT) addStay(numbers, node, link, links.education);
  else if (kind === LINK_KINDS.SPECIALISES_IN) add(numbers.fields, node, links.fields);
  else if (kind === LINK_KINDS.RECEIVED) addAward(numbers, node, link[7], links);
  else if (kind === LINK_KINDS.BORN_IN && inUse) add(numbers.places, node, links.birthPlaces);
  else if (kind === LINK_KINDS.ANCESTRAL_HOME && inUse) add(numbers.places, node, links.ancestralHomes);
}

/** Two in-use places should not be; the smaller number then wins, the same in every build. */
function one(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : Math.min(...numbers);
}

/** By institution first, so that where the source's order is equal the engine's order of relationships decides nothing. */
function settled(stays: Stay[]): Stay[] {
  return stays.length < 2 ? stays : stays.sort((a, b) => a.institution - b.institution);
}

function tierOf(value: unknown): Tier | null {
  return TIERS.find((tier) => tier === value) ?? null;
}

/** A person in the read model's numbers; references that are not in it are left out. Null when the row has no id. */
export function personOf(numbers: NodeNumbers, column: PersonColumns): StoredPerson | null {
  const id = text(column("id"));
  const node = column("node");
  if (id === null || typeof node !== "number") return null;
  const links: Links = {
    birthPlaces: [],
    ancestralHomes: [],
    employment: [],
    education: [],
    fields: [],
    awards: [],
    sources: [],
    latestAwardYear: null,
  };
  for (const link of list(column("links"))) addLink(numbers, list(link), links);
  for (const source of list(column("factSources"))) addSource(source, links.sources);
  const employment = settled(links.employment);
  const education = settled(links.education);
  return {
    id,
    node,
    nameZh: text(column("nameZh")),
    nameEn: text(column("nameEn")),
    aliases: list(column("aliases")).filter((alias) => typeof alias === "string"),
    birthDate: text(column("birthDate")),
    deathDate: text(column("deathDate")),
    tier: tierOf(column("tier")),
    birthPlace: one(links.birthPlaces),
    ancestralHome: one(links.ancestralHomes),
    workplace: latestEmployment(employment)?.institution ?? null,
    almaMater: latestAlmaMater(education)?.institution ?? null,
    employers: employment.map((stay) => stay.institution),
    almaMaters: education.map((stay) => stay.institution),
    fields: links.fields,
    awards: links.awards,
    sources: links.sources,
    latestAwardYear: links.latestAwardYear,
  };
}
