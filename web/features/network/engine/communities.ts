/** A weighted pair of a network. */
export interface WeightedPair {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

type Neighbours = Map<number, Map<number, number>>;

const MOST_PASSES = 20;
const MOST_LEVELS = 8;
const LEAST_GAIN = 1e-9;

function addWeight(neighbours: Neighbours, from: number, to: number, weight: number): void {
  const own = neighbours.get(from) ?? new Map<number, number>();
  neighbours.set(from, own);
  own.set(to, (own.get(to) ?? 0) + weight);
}

/** Moves each node, in order, to the neighbouring community that gains most modularity, until nothing moves. */
function moveAll(count: number, neighbours: Neighbours): number[] {
  const community = Array.from({ length: count }, (_, index) => index);
  const degrees = community.map((index) => [...(neighbours.get(index)?.values() ?? [])].reduce((sum, weight) => sum + weight, 0));
  const totals = [...degrees];
  const all = degrees.reduce((sum, degree) => sum + degree, 0);
  if (all === 0) return community;
  for (let pass = 0, moved = true; moved && pass < MOST_PASSES; pass += 1) {
    moved = false;
    for (let node = 0; node < count; node += 1) {
      const own = community[node] ?? node;
      const degree = degrees[node] ?? 0;
      totals[own] = (totals[own] ?? 0) - degree;
      const links = new Map<number, number>([[own, 0]]);
      for (const [other, weight] of neighbours.get(node) ?? []) {
        const theirs = community[other] ?? other;
        if (other !== node) links.set(theirs, (links.get(theirs) ?? 0) + weight);
      }
      const gain = (to: number): number => (links.get(to) ?? 0) - ((totals[to] ?? 0) * degree) / all;
      let best = own;
      for (const to of links.keys()) if (gain(to) > gain(best) + LEAST_GAIN) best = to;
      totals[best] = (totals[best] ?? 0) + degree;
      if (best !== own) {
        community[node] = best;
        moved = true;
      }
    }
  }
  return community;
}

/**
 * Communities of a network by Louvain's method, always the same for the same input: the number of each person's community, 0 for the largest.
 * People without pairs are each of their own.
 */
export function communitiesOf(ids: readonly string[], pairs: readonly WeightedPair[]): Map<string, number> {
  const index = new Map(ids.map((id, at) => [id, at]));
  let neighbours: Neighbours = new Map();
  for (const { source, target, weight } of pairs) {
    const [one, other] = [index.get(source), index.get(target)];
    if (one === undefined || other === undefined || one === other) continue;
    addWeight(neighbours, one, other, weight);
    addWeight(neighbours, other, one, weight);
  }
  let membership = ids.map((_, at) => at);
  let count = ids.length;
  for (let level = 0; level < MOST_LEVELS; level += 1) {
    const moved = moveAll(count, neighbours);
    const numbers = new Map([...new Set(moved)].map((community, number) => [community, number]));
    if (numbers.size === count) break;
    const numberOf = (node: number): number => numbers.get(moved[node] ?? node) ?? 0;
    membership = membership.map(numberOf);
    const merged: Neighbours = new Map();
    for (const [from, links] of neighbours) for (const [to, weight] of links) addWeight(merged, numberOf(from), numberOf(to), weight);
    neighbours = merged;
    count = numbers.size;
  }
  const sizes = new Map<number, number>();
  for (const each of membership) sizes.set(each, (sizes.get(each) ?? 0) + 1);
  const ranked = [...sizes].sort((left, right) => right[1] - left[1] || left[0] - right[0]);
  const rank = new Map(ranked.map(([community], at) => [community, at]));
  return new Map(ids.map((id, at) => [id, rank.get(membership[at] ?? 0) ?? 0]));
}
