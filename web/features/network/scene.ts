import type { IntroductionLink } from "../../gql/generated.ts";
import type { NetworkFilters, NetworkStart, ViewEdge } from "../../lib/network-view.ts";

/** A pair on the screen. */
export interface SceneEdge extends ViewEdge {
  readonly weak: boolean;
}

/** Where somebody was put by hand. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What led from the scene before to this one; `n` people, or the name of one. */
export interface Step {
  readonly kind:
    | "start"
    | "expand"
    | "collapse"
    | "remove"
    | "restore"
    | "keep"
    | "pin"
    | "unpin"
    | "links"
    | "years"
    | "works"
    | "weak"
    | "show";
  readonly who?: string;
  readonly n?: number;
}

/** What reading left out. */
export interface Omitted {
  readonly nodes: number;
  readonly edges: number;
  /** Sentences of the server on what it did not read. */
  readonly cuts: readonly string[];
}

/** Somebody whose links were read beside those of the start, and which of them. */
export interface Expansion {
  readonly id: string;
  /** Only what was shared since this year; null for all. */
  readonly yearFrom: number | null;
  readonly minWorks: number;
}

/** All that one step of the explorer shows, apart from where people stand and how they look. */
export interface Scene {
  readonly start: NetworkStart;
  readonly depth: number;
  readonly filters: NetworkFilters;
  /** Most people that are shown. */
  readonly budget: number;
  readonly ids: readonly string[];
  /** Those of `ids` whom the start named; they stay whatever is filtered. */
  readonly centre: readonly string[];
  /** Whose expansion brought somebody. */
  readonly broughtBy: Readonly<Record<string, string>>;
  readonly expanded: readonly Expansion[];
  readonly hidden: readonly string[];
  readonly pinned: Readonly<Record<string, Spot>>;
  /** Pairs of these people ever. */
  readonly edges: readonly SceneEdge[];
  /** Pairs in the years of the filter, counted by the server; null without years. */
  readonly inYears: readonly SceneEdge[] | null;
  readonly omitted: Omitted;
  readonly step: Step;
  /** When the data was read, ISO. */
  readonly readAt: string;
}

const BY_WORKS: readonly IntroductionLink[] = ["COAUTHOR", "PROJECT"];

/** Years of a filter, or null when all count. */
export function yearsOf({ yearFrom, yearTo }: NetworkFilters): { from: number | null; to: number | null } | null {
  return yearFrom === undefined && yearTo === undefined ? null : { from: yearFrom ?? null, to: yearTo ?? null };
}

/** Whether two filters leave the same years. */
export function haveSameYears(one: NetworkFilters, other: NetworkFilters): boolean {
  return one.yearFrom === other.yearFrom && one.yearTo === other.yearTo;
}

/** Whether some years of a pair lie in a window; undated pairs lie in none. */
export function liesIn(edge: Pick<ViewEdge, "firstYear" | "lastYear">, from: number, to: number): boolean {
  const first = edge.firstYear ?? edge.lastYear;
  const last = edge.lastYear ?? edge.firstYear;
  return first !== undefined && last !== undefined && first <= to && last >= from;
}

/** The pair with only the kinds of link that a filter leaves, or null. */
function narrowed(edge: SceneEdge, { minWorks, links, hideWeak }: NetworkFilters): SceneEdge | null {
  if (hideWeak && edge.weak) return null;
  const kept = edge.links.filter((link) => links.includes(link) && (edge.works >= minWorks || !BY_WORKS.includes(link)));
  // Joint works that are no kind of their own in the answer count as co-authorship.
  const plain = edge.links.length === 0 && edge.works >= minWorks && links.includes("COAUTHOR");
  if (kept.length === 0 && !plain) return null;
  return kept.length === edge.links.length ? edge : { ...edge, links: kept };
}

/** The pairs to show; `playing` is a window of years that is only looked at while it moves. */
export function visibleEdges(scene: Scene, playing: readonly [number, number] | null): SceneEdge[] {
  const { filters } = scene;
  const years = yearsOf(filters);
  const window = playing ?? (years === null ? null : ([years.from ?? 0, years.to ?? 9999] as const));
  const counted = playing === null && scene.inYears !== null;
  const base = counted && scene.inYears !== null ? scene.inYears : scene.edges;
  const inTime = window === null || counted ? base : base.filter((edge) => liesIn(edge, window[0], window[1]));
  return inTime.map((edge) => narrowed(edge, filters)).filter((edge) => edge !== null);
}

/** The people to show: those who were asked for, expanded or pinned, and everybody whom pairs that are shown join to them. */
export function visibleIds(scene: Scene, edges: readonly SceneEdge[]): string[] {
  const neighbours = new Map<string, string[]>();
  for (const { source, target } of edges)
    for (const [one, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const known = neighbours.get(one);
      if (known === undefined) neighbours.set(one, [other]);
      else known.push(other);
    }
  const reached = new Set([...scene.centre, ...scene.expanded.map(({ id }) => id), ...Object.keys(scene.pinned)]);
  const queue = [...reached];
  for (let id = queue.pop(); id !== undefined; id = queue.pop())
    for (const other of neighbours.get(id) ?? [])
      if (!reached.has(other)) {
        reached.add(other);
        queue.push(other);
      }
  return scene.ids.filter((id) => reached.has(id));
}

/** The pairs of people who are shown. */
export function edgesOf(edges: readonly SceneEdge[], ids: readonly string[]): SceneEdge[] {
  const shown = new Set(ids);
  return edges.filter(({ source }) => shown.has(source));
}

/** First and last year of any pair, or null when nothing is dated. */
export function spanOfEdges(edges: readonly SceneEdge[]): [number, number] | null {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { firstYear, lastYear } of edges) {
    first = Math.min(first, firstYear ?? lastYear ?? first);
    last = Math.max(last, lastYear ?? firstYear ?? last);
  }
  return first <= last ? [first, last] : null;
}

/** How many pairs lie in each year from the first of a span. */
export function pairsByYear(edges: readonly SceneEdge[], [first, last]: readonly [number, number]): number[] {
  const steps = new Array<number>(last - first + 2).fill(0);
  for (const { firstYear, lastYear } of edges) {
    const from = firstYear ?? lastYear;
    const to = lastYear ?? firstYear;
    if (from === undefined || to === undefined) continue;
    const start = Math.max(0, from - first);
    const end = Math.min(last, to) - first + 1;
    steps[start] = (steps[start] ?? 0) + 1;
    steps[end] = (steps[end] ?? 0) - 1;
  }
  let sum = 0;
  return steps.slice(0, -1).map((step) => {
    sum += step;
    return sum;
  });
}

/** Everybody whom the expansion of a person brought, and whom their expansions brought. */
export function broughtThrough(scene: Scene, id: string): Set<string> {
  const children = new Map<string, string[]>();
  for (const [one, by] of Object.entries(scene.broughtBy)) children.set(by, [...(children.get(by) ?? []), one]);
  const found = new Set<string>();
  const queue = [id];
  for (let next = queue.pop(); next !== undefined; next = queue.pop())
    for (const child of children.get(next) ?? [])
      if (!found.has(child) && child !== id) {
        found.add(child);
        queue.push(child);
      }
  return found;
}

/** The scene without some people. */
export function without(scene: Scene, ids: ReadonlySet<string>, step: Step): Scene {
  const stays = (id: string): boolean => !ids.has(id);
  const pairStays = ({ source, target }: SceneEdge): boolean => stays(source) && stays(target);
  const kept = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).filter(([id]) => stays(id)));
  return {
    ...scene,
    ids: scene.ids.filter(stays),
    centre: scene.centre.filter(stays),
    expanded: scene.expanded.filter(({ id }) => stays(id)),
    hidden: [...new Set([...scene.hidden, ...ids])],
    broughtBy: kept(scene.broughtBy),
    pinned: kept(scene.pinned),
    edges: scene.edges.filter(pairStays),
    inYears: scene.inYears?.filter(pairStays) ?? null,
    step,
  };
}

/** The scene with what an expansion brought taken away again. */
export function collapsed(scene: Scene, id: string): Scene {
  const gone = without(scene, broughtThrough(scene, id), { kind: "collapse", who: id });
  return { ...gone, hidden: scene.hidden, expanded: gone.expanded.filter((one) => one.id !== id) };
}

/** Steps taken, and where in them one stands. */
export interface History {
  readonly scenes: readonly Scene[];
  readonly at: number;
}

/** Steps kept for going back. */
const MOST_STEPS = 200;

/** The history with one step more; steps that were undone are dropped. */
export function stepped({ scenes, at }: History, scene: Scene): History {
  const next = [...scenes.slice(0, at + 1), scene].slice(-MOST_STEPS);
  return { scenes: next, at: next.length - 1 };
}

/** The history at another of its steps. */
export function movedTo(history: History, at: number): History {
  return { ...history, at: Math.min(Math.max(at, 0), history.scenes.length - 1) };
}

/** The history with the pairs that were counted for the people and years of a scene, which may have been left for another one meanwhile. */
export function withPairsInYears(history: History, { ids, filters }: Scene, inYears: readonly SceneEdge[]): History {
  const isOfThese = (scene: Scene): boolean => scene.ids === ids && haveSameYears(scene.filters, filters);
  return { ...history, scenes: history.scenes.map((scene) => (isOfThese(scene) ? { ...scene, inYears } : scene)) };
}
