import type { Tier } from "../../gql/generated.ts";
import type { Direction } from "../../lib/direction.ts";
import type { ColourBy, SizeBy } from "../../lib/network-view.ts";
import { mixed } from "./engine/looks.ts";
import type { Person } from "./person.ts";
import type { SceneEdge } from "./scene.ts";

/** A measure whose values colour or size people. */
export interface ShownMeasure {
  readonly id: string;
  readonly label: string;
  readonly values: ReadonlyMap<string, number | string>;
}

/** One colour of the picture and what it stands for; `ids` are its people. */
export interface LegendEntry {
  readonly key: string;
  readonly label: string;
  readonly colour: string;
  readonly ids: readonly string[];
}

/** Colours by name, as the tokens give them. */
export interface Palette {
  /** Told apart by colour-blind eyes; the first are used first. */
  readonly kinds: readonly string[];
  readonly other: string;
  readonly unknown: string;
  readonly directions: Readonly<Record<Direction, string>>;
  /** Ends of a scale. */
  readonly low: string;
  readonly high: string;
}

/** What colours are told from. */
export interface ColourSource {
  readonly ids: readonly string[];
  readonly people: ReadonlyMap<string, Person>;
  readonly edges: readonly SceneEdge[];
  readonly communities: ReadonlyMap<string, number>;
  readonly directionOf: (fields: readonly string[]) => Direction | null;
  readonly measure: ShownMeasure | null;
  readonly palette: Palette;
  readonly words: ColourWords;
}

/** Words of the legend in the language of the page. */
export interface ColourWords {
  readonly unknown: string;
  readonly other: string;
  readonly direction: (direction: Direction) => string;
  readonly tier: (tier: Tier) => string;
  readonly country: (person: Person) => string;
  /** By number from 1, and by the typical employer or field of its people. */
  readonly community: (number: number, typical: string | null) => string;
  readonly years: (from: number, to: number) => string;
  readonly range: (from: number, to: number) => string;
  readonly typicalOf: (ids: readonly string[]) => string | null;
}

const DIRECTIONS: readonly Direction[] = ["information", "life", "matter", "space"];
const TIERS: readonly Tier[] = ["TOP", "OUTSTANDING", "LEADING", "YOUNG"];
const STEPS = 5;
/** A community of fewer is one of “others”. */
const LEAST_COMMUNITY = 2;

function grouped<K>(ids: readonly string[], keyOf: (id: string) => K | null): Map<K | null, string[]> {
  const groups = new Map<K | null, string[]>();
  for (const id of ids) {
    const key = keyOf(id);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [id]);
    else known.push(id);
  }
  return groups;
}

function ofKinds<K>(
  groups: ReadonlyMap<K | null, readonly string[]>,
  order: readonly K[],
  { palette, words }: ColourSource,
  look: (key: K, at: number) => { readonly label: string; readonly colour?: string },
): LegendEntry[] {
  const named = order.slice(0, palette.kinds.length);
  const others = order.slice(palette.kinds.length).flatMap((key) => groups.get(key) ?? []);
  const unknown = groups.get(null) ?? [];
  return [
    ...named.map((key, at): LegendEntry => {
      const { label, colour } = look(key, at);
      return { key: String(key), label, colour: colour ?? palette.kinds[at] ?? palette.other, ids: groups.get(key) ?? [] };
    }),
    { key: "other", label: words.other, colour: palette.other, ids: others },
    { key: "unknown", label: words.unknown, colour: palette.unknown, ids: unknown },
  ].filter((entry) => entry.ids.length > 0);
}

function bySize<K>(groups: ReadonlyMap<K | null, readonly string[]>): K[] {
  return [...groups]
    .flatMap(([key, ids]) => (key === null ? [] : [{ key, ids }]))
    .sort((left, right) => right.ids.length - left.ids.length || (String(left.key) < String(right.key) ? -1 : 1))
    .map(({ key }) => key);
}

/** Numbers in equal steps from the lowest to the highest. */
function byScale(source: ColourSource, numberOf: (id: string) => number | null, word: (from: number, to: number) => string): LegendEntry[] {
  const { ids, palette, words } = source;
  const known = ids.map(numberOf).filter((each) => each !== null);
  if (known.length === 0) return [{ key: "unknown", label: words.unknown, colour: palette.unknown, ids }];
  const [low, high] = [known.reduce((one, other) => Math.min(one, other)), known.reduce((one, other) => Math.max(one, other))];
  const steps = low === high ? 1 : STEPS;
  const stepOf = (value: number): number => (low === high ? 0 : Math.min(steps - 1, Math.floor(((value - low) / (high - low)) * steps)));
  const groups = grouped(ids, (id) => {
    const value = numberOf(id);
    return value === null ? null : stepOf(value);
  });
  const entries = Array.from({ length: steps }, (_, at): LegendEntry => {
    const share = steps === 1 ? 1 : at / (steps - 1);
    const inside = (groups.get(at) ?? []).map(numberOf).filter((each) => each !== null);
    const [from, to] = inside.length === 0 ? [low, high] : [Math.min(...inside), Math.max(...inside)];
    return { key: String(at), label: word(from, to), colour: mixed(palette.high, palette.low, share), ids: groups.get(at) ?? [] };
  });
  const unknown = { key: "unknown", label: words.unknown, colour: palette.unknown, ids: groups.get(null) ?? [] };
  return [...entries.reverse(), unknown].filter((entry) => entry.ids.length > 0);
}

function lastYears(edges: readonly SceneEdge[]): Map<string, number> {
  const last = new Map<string, number>();
  for (const { source, target, lastYear } of edges)
    if (lastYear !== undefined) for (const id of [source, target]) last.set(id, Math.max(last.get(id) ?? lastYear, lastYear));
  return last;
}

function byMeasure(source: ColourSource): LegendEntry[] {
  const { measure, ids } = source;
  const values = measure?.values ?? new Map<string, number | string>();
  const numberOf = (id: string): number | null => {
    const value = values.get(id);
    return typeof value === "number" ? value : null;
  };
  if (ids.some((id) => numberOf(id) !== null)) return byScale(source, numberOf, source.words.range);
  const groups = grouped(ids, (id) => values.get(id) ?? null);
  return ofKinds(groups, bySize(groups), source, (key) => ({ label: String(key) }));
}

/** The colours of the people on the screen as a legend: every person is in exactly one entry. */
export function legendOf(colourBy: ColourBy, source: ColourSource): LegendEntry[] {
  const { ids, people, communities, directionOf, palette, words } = source;
  const person = (id: string): Person | undefined => people.get(id);
  if (colourBy === "measure") return byMeasure(source);
  if (colourBy === "recency") {
    const last = lastYears(source.edges);
    return byScale(source, (id) => last.get(id) ?? null, words.years);
  }
  if (colourBy === "field") {
    const groups = grouped(ids, (id) => directionOf(person(id)?.fields ?? []));
    const order = DIRECTIONS.filter((each) => groups.has(each));
    return ofKinds(groups, order, source, (key) => ({ label: words.direction(key), colour: palette.directions[key] }));
  }
  if (colourBy === "tier") {
    const groups = grouped(ids, (id) => person(id)?.tier ?? null);
    const order = TIERS.filter((each) => groups.has(each));
    return ofKinds(groups, order, source, (key) => ({ label: words.tier(key) }));
  }
  if (colourBy === "country") {
    const groups = grouped(ids, (id) => person(id)?.country?.id ?? null);
    return ofKinds(groups, bySize(groups), source, (key) => {
      const first = person(groups.get(key)?.[0] ?? "");
      return { label: first === undefined ? key : words.country(first) };
    });
  }
  const sizes = grouped(ids, (id) => communities.get(id) ?? null);
  const groups = grouped(ids, (id) => {
    const community = communities.get(id) ?? null;
    return (sizes.get(community) ?? []).length < LEAST_COMMUNITY ? null : community;
  });
  return ofKinds(groups, bySize(groups), source, (key, at) => ({ label: words.community(at + 1, words.typicalOf(groups.get(key) ?? [])) }));
}

const LEAST_RADIUS = 3.5;
const MOST_RADIUS = 15;
const EQUAL_RADIUS = 6;

/** Radius of everybody in pixels: the area grows with the number. */
export function radii(
  sizeBy: SizeBy,
  ids: readonly string[],
  degrees: ReadonlyMap<string, number>,
  measure: ShownMeasure | null,
): Map<string, number> {
  const sizeOf = (id: string): number => {
    if (sizeBy === "equal") return 0;
    const value = sizeBy === "measure" ? measure?.values.get(id) : degrees.get(id);
    return typeof value === "number" && Number.isFinite(value) ? Math.max(0, value) : 0;
  };
  const most = ids.reduce((sum, id) => Math.max(sum, sizeOf(id)), 0);
  // In a crowd even the largest must leave room.
  const crowd = ids.length > 1_000 ? 0.6 : 1;
  return new Map(
    ids.map((id) => {
      const share = most === 0 ? 0 : Math.sqrt(sizeOf(id) / most);
      return [id, (sizeBy === "equal" ? EQUAL_RADIUS : LEAST_RADIUS + share * (MOST_RADIUS - LEAST_RADIUS)) * crowd];
    }),
  );
}

/** With how many people everybody is linked on the screen. */
export function degreesOf(edges: readonly SceneEdge[]): Map<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of edges) for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  return degrees;
}

/** The word that is told most often, when at least a third of all say it and at least two. */
export function typicalWord(words: readonly string[], all: number): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const [best] = [...counts].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  return best !== undefined && best[1] >= 2 && best[1] * 3 >= all ? best[0] : null;
}
