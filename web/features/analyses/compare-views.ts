import type { NetworkView, ViewEdge } from "../../lib/network-view.ts";

/** What the graph says now of the people of a view. */
export interface NetworkNow {
  /** Ids of those who are still there. */
  readonly people: readonly string[];
  readonly edges: readonly ViewEdge[];
  /** False where reading was bounded, so that a pair that is not told may exist all the same. */
  readonly complete: boolean;
}

/** What differs between a view and now. */
export interface ViewChanges {
  /** Pairs that were not linked then. */
  readonly added: readonly ViewEdge[];
  /** Pairs that are no longer linked; empty where not everything was read. */
  readonly gone: readonly ViewEdge[];
  /** Pairs whose works, years or kinds of link differ: as they were and as they are. */
  readonly changed: readonly { readonly before: ViewEdge; readonly after: ViewEdge }[];
  /** People of the view who stand alone or under another id now, such as an author who was identified with a scientist. */
  readonly missing: readonly string[];
  readonly complete: boolean;
}

/** A pair without direction. */
export function pairKey({ source, target }: Pick<ViewEdge, "source" | "target">): string {
  return source < target ? `${source} ${target}` : `${target} ${source}`;
}

function isSame(one: ViewEdge, other: ViewEdge): boolean {
  const kinds = (edge: ViewEdge): string => [...edge.links].sort().join(" ");
  return (
    one.works === other.works &&
    (one.firstYear ?? 0) === (other.firstYear ?? 0) &&
    (one.lastYear ?? 0) === (other.lastYear ?? 0) &&
    kinds(one) === kinds(other)
  );
}

/** What has changed since a view was kept. Strength is not compared: it falls with every year by itself. */
export function changesSince(view: NetworkView, now: NetworkNow): ViewChanges {
  const before = new Map(view.edges.map((edge) => [pairKey(edge), edge]));
  const after = new Map(now.edges.map((edge) => [pairKey(edge), edge]));
  const there = new Set(now.people);
  return {
    added: now.edges.filter((edge) => !before.has(pairKey(edge))),
    gone: now.complete ? view.edges.filter((edge) => !after.has(pairKey(edge))) : [],
    changed: view.edges.flatMap((was) => {
      const match = after.get(pairKey(was));
      return match === undefined || isSame(was, match) ? [] : [{ before: was, after: match }];
    }),
    missing: view.nodes.filter(({ id }) => !there.has(id)).map(({ id }) => id),
    complete: now.complete,
  };
}

/** Whether nothing has changed. */
export function isUnchanged({ added, gone, changed, missing }: ViewChanges): boolean {
  return added.length + gone.length + changed.length + missing.length === 0;
}

/** The view with the links of now, everybody in the place where they were. `at` is when now was read, ISO. */
export function viewNow(view: NetworkView, now: NetworkNow, at: string): NetworkView {
  const shown = new Set(view.nodes.map(({ id }) => id));
  const edges = now.edges.filter(({ source, target }) => shown.has(source) && shown.has(target));
  return { ...view, edges, dataDate: at };
}
