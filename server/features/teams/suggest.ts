/** Two people with joint works. */
export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly works: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

/** People of whom every two are a pair. */
export interface Group {
  readonly people: readonly string[];
  readonly leastWorks: number;
  readonly allWorks: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
}

const LEAST_PEOPLE = 3;
/** Steps of the search; with more, a network of pairs is so dense that groups of it say little. */
const MOST_STEPS = 200_000;
/** Of a further group so much may lie within one that was taken already. */
const MOST_SHARED = 0.5;

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function neighboursOf(pairs: readonly Pair[]): Map<string, Set<string>> {
  const neighbours = new Map<string, Set<string>>();
  const add = (one: string, other: string): void => {
    const known = neighbours.get(one);
    if (known === undefined) neighbours.set(one, new Set([other]));
    else known.add(other);
  };
  for (const { source, target } of pairs) {
    add(source, target);
    add(target, source);
  }
  return neighbours;
}

/** The largest groups of which every two are a pair: Bron and Kerbosch with Tomita's pivot, in a bounded number of steps. */
export function cliquesOf(neighbours: Neighbours, mostSteps = MOST_STEPS): string[][] {
  const found: string[][] = [];
  let steps = 0;
  const none: ReadonlySet<string> = new Set();
  const of = (id: string): ReadonlySet<string> => neighbours.get(id) ?? none;
  const grow = (clique: readonly string[], may: Set<string>, done: Set<string>): void => {
    steps += 1;
    if (steps > mostSteps) return;
    if (may.size === 0 && done.size === 0) {
      if (clique.length >= LEAST_PEOPLE) found.push([...clique]);
      return;
    }
    let pivot = "";
    let most = -1;
    for (const id of [...may, ...done]) {
      const count = [...of(id)].filter((other) => may.has(other)).length;
      if (count > most) [pivot, most] = [id, count];
    }
    for (const id of [...may].filter((each) => !of(pivot).has(each))) {
      const near = of(id);
      grow([...clique, id], new Set([...may].filter((each) => near.has(each))), new Set([...done].filter((each) => near.has(each))));
      may.delete(id);
      done.add(id);
    }
  };
  grow([], new Set([...neighbours.keys()].sort()), new Set());
  return found;
}

function groupOf(people: readonly string[], pairs: ReadonlyMap<string, Pair>): Group {
  const inside: Pair[] = [];
  const works = new Map<string, number>();
  for (const [index, one] of people.entries())
    for (const other of people.slice(index + 1)) {
      const pair = pairs.get(one < other ? `${one} ${other}` : `${other} ${one}`);
      if (pair === undefined) continue;
      inside.push(pair);
      for (const id of [one, other]) works.set(id, (works.get(id) ?? 0) + pair.works);
    }
  const years = inside.flatMap(({ firstYear, lastYear }) => [firstYear, lastYear]).filter((year) => year !== null);
  return {
    people: [...people].sort((left, right) => (works.get(right) ?? 0) - (works.get(left) ?? 0) || (left < right ? -1 : 1)),
    leastWorks: Math.min(...inside.map((pair) => pair.works)),
    allWorks: inside.reduce((sum, pair) => sum + pair.works, 0),
    firstYear: years.length === 0 ? null : Math.min(...years),
    lastYear: years.length === 0 ? null : Math.max(...years),
  };
}

/**
 * Groups of three and more people of whom every two are a pair, the largest first, then those with most joint works, then by ids. A group of which more than
 * half lies within one before it, or all within one of `known`, is left out.
 */
export function suggestGroups(pairs: readonly Pair[], known: readonly ReadonlySet<string>[], first: number): Group[] {
  const byKey = new Map(
    pairs.map((pair) => [pair.source < pair.target ? `${pair.source} ${pair.target}` : `${pair.target} ${pair.source}`, pair]),
  );
  const groups = cliquesOf(neighboursOf(pairs)).map((people) => groupOf(people.sort(), byKey));
  groups.sort(
    (left, right) =>
      right.people.length - left.people.length ||
      right.allWorks - left.allWorks ||
      ([...left.people].sort().join() < [...right.people].sort().join() ? -1 : 1),
  );
  const taken: Group[] = [];
  for (const group of groups) {
    if (taken.length === first) break;
    const within = (others: ReadonlySet<string>): number => group.people.filter((id) => others.has(id)).length / group.people.length;
    if (known.some((team) => within(team) === 1)) continue;
    if (taken.some((other) => within(new Set(other.people)) > MOST_SHARED)) continue;
    taken.push(group);
  }
  return taken;
}
