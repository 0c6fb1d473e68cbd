import { z } from "zod";
import type { IntroductionLink } from "../../gql/generated.ts";
import { NETWORK_LINKS, type NetworkView, parseNetworkView, type ViewEdge } from "../../lib/network-view.ts";

/**
 * A view as it is kept on the server: people and pairs in columns, a pair by the positions of its two people, so that ten thousand people fit.
 * The server states the same in server/features/analyses/stored-view.ts.
 */
export type PackedView = Omit<NetworkView, "nodes" | "edges"> & {
  readonly people: readonly string[];
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly pinned: readonly number[];
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly works: readonly number[];
  readonly strength: readonly number[];
  readonly links: readonly number[];
  readonly firstYear: readonly number[];
  readonly lastYear: readonly number[];
};

/** Kept places are as exact as a hundredth of the layout's unit, and strengths as a thousandth: nobody sees more. */
const PLACES = 100;
const STRENGTHS = 1_000;

const numbers = z.array(z.number());
const columns = z.looseObject({
  people: z.array(z.string()),
  x: numbers,
  y: numbers,
  pinned: numbers,
  source: numbers,
  target: numbers,
  works: numbers,
  strength: numbers,
  links: numbers,
  firstYear: numbers,
  lastYear: numbers,
});

/** Kinds of link as a sum of powers of two, in the order of `NETWORK_LINKS`, which kept views rest on. */
function bitsOf(links: readonly IntroductionLink[]): number {
  return NETWORK_LINKS.reduce((sum, link, at) => sum + (links.includes(link) ? 2 ** at : 0), 0);
}

function linksOf(bits: number): IntroductionLink[] {
  return NETWORK_LINKS.filter((_link, at) => Math.floor(bits / 2 ** at) % 2 === 1);
}

/** A view in columns. Pairs of people who are not in it are left out. */
export function packView({ nodes, edges, ...rest }: NetworkView): PackedView {
  const positions = new Map(nodes.map(({ id }, at) => [id, at]));
  const pairs = edges.flatMap((edge) => {
    const [source, target] = [positions.get(edge.source), positions.get(edge.target)];
    return source === undefined || target === undefined ? [] : [{ ...edge, source, target }];
  });
  return {
    ...rest,
    people: nodes.map(({ id }) => id),
    x: nodes.map(({ x }) => Math.round(x * PLACES) / PLACES),
    y: nodes.map(({ y }) => Math.round(y * PLACES) / PLACES),
    pinned: nodes.flatMap(({ pinned }, at) => (pinned ? [at] : [])),
    source: pairs.map(({ source }) => source),
    target: pairs.map(({ target }) => target),
    works: pairs.map(({ works }) => works),
    strength: pairs.map(({ strength }) => Math.round(strength * STRENGTHS) / STRENGTHS),
    links: pairs.map(({ links }) => bitsOf(links)),
    firstYear: pairs.map(({ firstYear }) => firstYear ?? 0),
    lastYear: pairs.map(({ lastYear }) => lastYear ?? 0),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A view from its JSON text in columns; null when it is none. */
export function unpackView(text: string): NetworkView | null {
  const read = columns.safeParse(jsonOf(text));
  if (!read.success) return null;
  const { people, x, y, pinned, source, target, works, strength, links, firstYear, lastYear, ...rest } = read.data;
  const held = new Set(pinned);
  const nodes = people.map((id, at) => ({ id, x: x[at], y: y[at], ...(held.has(at) ? { pinned: true } : {}) }));
  const edges = source.map(
    (from, at): Partial<ViewEdge> => ({
      source: people[from] ?? "",
      target: people[target[at] ?? -1] ?? "",
      works: works[at] ?? 0,
      strength: strength[at] ?? 0,
      links: linksOf(links[at] ?? 0),
      ...(firstYear[at] ? { firstYear: firstYear[at] } : {}),
      ...(lastYear[at] ? { lastYear: lastYear[at] } : {}),
    }),
  );
  return parseNetworkView({ ...rest, nodes, edges });
}
