import type { IntroductionLink } from "../../graphql/generated.ts";
import { Heap } from "./heap.ts";

/** The best link between two people, seen from one of them. */
export interface Neighbour {
  readonly id: string;
  readonly link: IntroductionLink;
  readonly strength: number;
  readonly weak: boolean;
}

/** One hop of a path. */
export interface PathHop extends Omit<Neighbour, "id"> {
  readonly from: string;
  readonly to: string;
}

/** A path from one of our people to the target. */
export interface FoundPath {
  /** The product of the hops' strengths and of `perPerson` for each person between. */
  readonly score: number;
  readonly hops: readonly PathHop[];
}

/** What paths are looked for. */
export interface PathQuery {
  readonly starts: ReadonlySet<string>;
  readonly target: string;
  readonly maxHops: number;
  /** How many paths. */
  readonly first: number;
  readonly perPerson: number;
  /** Partial paths that may be looked at. */
  readonly maxSteps: number;
}

/** The best paths, best first, and whether the search ended before it could be sure of them. */
export interface PathAnswer {
  readonly paths: readonly FoundPath[];
  readonly stopped: boolean;
}

/** Links of a person, both ways and at most one for a pair: the strongest. Strengths lie above 0 and at most at 1. */
export type NeighboursOf = (id: string) => Iterable<Neighbour>;

/** Scores nearer than this, as a share, are the same score: products of the same factors may differ in the last digit. */
const SAME_SCORE = 1e-9;

interface Partial {
  readonly id: string;
  /** Towards the target. */
  readonly next: Partial | null;
  readonly hop: PathHop | null;
  readonly hops: number;
  readonly product: number;
  readonly bound: number;
}

/** Orders paths of one score: fewer hops first, then by the ids on the way. */
function compareTied(left: FoundPath, right: FoundPath): number {
  const key = ({ hops }: FoundPath): string => hops.map((hop) => hop.from).join("\n");
  return left.hops.length - right.hops.length || Number(key(left) > key(right)) - Number(key(left) < key(right));
}

/** Whether two paths have as many hops and differ in only one of them, where at least one of the two is weak. */
export function differInOneWeakHop(left: FoundPath, right: FoundPath): boolean {
  if (left.hops.length !== right.hops.length) return false;
  const differing = left.hops.flatMap((hop, index) => {
    const other = right.hops[index];
    return other === undefined || (hop.from === other.from && hop.to === other.to) ? [] : [hop.weak || other.weak];
  });
  return differing.length === 1 && differing[0] === true;
}

/** For each number of hops, the best that a walk of at most so many can make of the way from a person to a start. */
function bounds(neighbours: NeighboursOf, { starts, maxHops, perPerson }: PathQuery): ReadonlyMap<string, number>[] {
  const rounds: Map<string, number>[] = [new Map([...starts].map((id) => [id, 1]))];
  for (let hops = 1; hops <= maxHops; hops += 1) {
    const before = rounds[hops - 1] ?? new Map<string, number>();
    const now = new Map(before);
    for (const [id, best] of before) {
      for (const { id: next, strength } of neighbours(id)) {
        const reached = best * strength * perPerson;
        if (reached > (now.get(next) ?? 0)) now.set(next, reached);
      }
    }
    rounds.push(now);
  }
  return rounds;
}

function visits(partial: Partial, id: string): boolean {
  for (let at: Partial | null = partial; at !== null; at = at.next) if (at.id === id) return true;
  return false;
}

function complete(partial: Partial, perPerson: number): FoundPath {
  const hops: PathHop[] = [];
  for (let at: Partial | null = partial; at !== null; at = at.next) if (at.hop !== null) hops.push(at.hop);
  const score = hops.reduce((product, hop) => product * hop.strength, perPerson ** (hops.length - 1));
  return { score, hops };
}

/** All loopless paths, those of the best score first; grouped by score, since within a score they come in no order. */
function* byScore(neighbours: NeighboursOf, query: PathQuery, told: { stopped: boolean }): Generator<FoundPath[]> {
  const reach = bounds(neighbours, query);
  const open = new Heap<Partial>((one, other) => one.bound > other.bound);
  const best = reach[query.maxHops]?.get(query.target);
  if (best !== undefined) open.push({ id: query.target, next: null, hop: null, hops: 0, product: 1, bound: best });
  let group: FoundPath[] = [];
  let groupBound = 0;
  let steps = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    steps += 1;
    if (steps > query.maxSteps) {
      told.stopped = true;
      break;
    }
    if (group.length > 0 && at.bound < groupBound * (1 - SAME_SCORE)) {
      yield group;
      group = [];
    }
    if (at.hops > 0 && query.starts.has(at.id)) {
      if (group.length === 0) groupBound = at.bound;
      group.push(complete(at, query.perPerson));
      continue;
    }
    for (const { id, link, strength, weak } of neighbours(at.id)) {
      const rest = reach[query.maxHops - at.hops - 1]?.get(id);
      if (rest === undefined || visits(at, id)) continue;
      const product = at.product * strength * query.perPerson;
      const hop = { from: id, to: at.id, link, strength, weak };
      open.push({ id, next: at, hop, hops: at.hops + 1, product, bound: product * rest });
    }
  }
  if (group.length > 0) yield group;
}

/**
 * The best loopless paths from any of the starts to the target, of at most so many hops: by score, then fewer hops, then ids. No start
 * stands between a start and the target, and no path differs from a better one in only one weak hop ({@link differInOneWeakHop}). Exact unless
 * `stopped`: best first over partial paths from the target, with the best walk to a start as the bound of what is still to come.
 */
export function bestPaths(neighbours: NeighboursOf, query: PathQuery): PathAnswer {
  const starts = new Set(query.starts);
  starts.delete(query.target);
  const told = { stopped: false };
  const kept: FoundPath[] = [];
  for (const group of byScore(neighbours, { ...query, starts }, told)) {
    for (const path of group.sort(compareTied)) {
      if (kept.some((better) => differInOneWeakHop(better, path))) continue;
      kept.push(path);
      if (kept.length === query.first) return { paths: kept, stopped: told.stopped };
    }
  }
  return { paths: kept, stopped: told.stopped };
}
