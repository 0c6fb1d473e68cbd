import type { QueryClient } from "@tanstack/react-query";
import { Network_AroundDocument, type Network_AroundQuery, type Network_AroundQueryVariables } from "../../gql/generated.ts";
import type { NetworkFilters, NetworkStart } from "../../lib/network-view.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import { type Expansion, type Omitted, type Scene, type SceneEdge, yearsOf } from "./scene.ts";

type Answer = Network_AroundQuery["collaborationNetwork"];

/** What is known of somebody as soon as a network arrives. */
export interface Arrival {
  readonly id: string;
  readonly name: string;
  readonly degree: number;
}

/** A scene that was read, and who is in it. */
export interface ReadScene {
  readonly scene: Scene;
  readonly people: readonly Arrival[];
}

type Years = ReturnType<typeof yearsOf>;

interface Asked {
  readonly start: NetworkStart;
  readonly depth: number;
  readonly filters: NetworkFilters;
  readonly years: Years;
  readonly minWorks: number;
  readonly limit: number;
}

function toEdge(edge: Answer["edges"][number]): SceneEdge {
  const { source, target, works, strength, links, weak, firstYear, lastYear } = edge;
  const years = { ...(firstYear === null ? {} : { firstYear }), ...(lastYear === null ? {} : { lastYear }) };
  return { source, target, works, strength, links, weak, ...years };
}

function variablesOf({ start, depth, filters, years, minWorks, limit }: Asked): Network_AroundQueryVariables {
  const base = { around: [], depth, links: [...filters.links], years, minWorks, limit };
  if (start.kind === "people") return { ...base, around: [...start.ids] };
  if (start.kind === "institution") return { ...base, institutions: [start.id] };
  if (start.kind === "field") return { ...base, filter: { fields: [start.id] } };
  if (start.kind === "team") return { ...base, team: start.id };
  return { ...base, query: start.query ?? null, filter: start.filter ?? null };
}

async function ask(client: QueryClient, asked: Asked): Promise<Answer> {
  const options = graphqlOptions(Network_AroundDocument, variablesOf(asked));
  return (await client.fetchQuery({ ...options, staleTime: 60_000 })).collaborationNetwork;
}

/** The pairs among people who are on the screen, ever or in some years. */
export async function readPairs(
  client: QueryClient,
  ids: readonly string[],
  { filters, budget, years }: { readonly filters: NetworkFilters; readonly budget: number; readonly years: Years },
): Promise<{ edges: SceneEdge[]; people: readonly Arrival[] }> {
  if (ids.length === 0) return { edges: [], people: [] };
  const start = { kind: "people" as const, ids };
  const answer = await ask(client, { start, depth: 0, filters, years, minWorks: 1, limit: Math.max(budget, ids.length) });
  return { edges: answer.edges.map(toEdge), people: answer.nodes };
}

/** The pairs of a scene, ever and in the years of its filter. */
export async function readAllPairs(client: QueryClient, scene: Scene): Promise<Pick<Scene, "edges" | "inYears" | "readAt">> {
  const years = yearsOf(scene.filters);
  const [ever, inYears] = await Promise.all([
    readPairs(client, scene.ids, { ...scene, years: null }),
    years === null ? null : readPairs(client, scene.ids, { ...scene, years }),
  ]);
  return { edges: ever.edges, inYears: inYears?.edges ?? null, readAt: new Date().toISOString() };
}

function omittedOf({ omittedNodes, omittedEdges, cuts }: Answer): Omitted {
  return { nodes: omittedNodes, edges: omittedEdges, cuts: cuts.map(({ text }) => text) };
}

/** Whose network is read, and how much of it. */
export interface Opening {
  readonly start: NetworkStart;
  readonly depth: number;
  readonly filters: NetworkFilters;
  readonly budget: number;
  readonly hidden: readonly string[];
}

/** The network of a start. @throws RequestError when it cannot be read */
export async function openScene(client: QueryClient, opening: Opening): Promise<ReadScene> {
  const { start, depth, filters, budget } = opening;
  const years = yearsOf(filters);
  const hidden = new Set(opening.hidden);
  const answer = await ask(client, { start, depth, filters, years, minWorks: filters.minWorks, limit: budget });
  const people = answer.nodes.filter(({ id }) => !hidden.has(id));
  const stays = ({ source, target }: SceneEdge): boolean => !hidden.has(source) && !hidden.has(target);
  const scene: Scene = {
    ...opening,
    ids: people.map(({ id }) => id),
    centre: people.filter((person) => person.depth === 0).map(({ id }) => id),
    broughtBy: {},
    expanded: [],
    pinned: {},
    edges: answer.edges.map(toEdge).filter(stays),
    inYears: null,
    omitted: omittedOf(answer),
    step: { kind: "start", n: people.length },
    readAt: new Date().toISOString(),
  };
  // What came is of the years and the number of works asked for; the brush needs all.
  return { scene: years === null && filters.minWorks === 1 ? scene : { ...scene, ...(await readAllPairs(client, scene)) }, people };
}

/** The scene with the people around one of its people, as far as there is room. @throws RequestError when they cannot be read */
export async function expandScene(client: QueryClient, scene: Scene, expansion: Expansion): Promise<ReadScene> {
  const { id, yearFrom, minWorks } = expansion;
  const { filters, budget } = scene;
  const start = { kind: "people" as const, ids: [id] };
  const years = yearFrom === null ? null : { from: yearFrom, to: null };
  const answer = await ask(client, { start, depth: 1, filters, years, minWorks, limit: budget });
  const known = new Set([...scene.ids, ...scene.hidden]);
  const fresh = answer.nodes.filter((person) => !known.has(person.id));
  const people = fresh.slice(0, Math.max(0, budget - scene.ids.length));
  const omitted = omittedOf(answer);
  const grown: Scene = {
    ...scene,
    ids: [...scene.ids, ...people.map((person) => person.id)],
    broughtBy: { ...scene.broughtBy, ...Object.fromEntries(people.map((person) => [person.id, id])) },
    expanded: [...scene.expanded.filter((other) => other.id !== id), expansion],
    omitted: { ...omitted, nodes: omitted.nodes + fresh.length - people.length },
    step: { kind: "expand", who: id, n: people.length },
  };
  return { scene: { ...grown, ...(await readAllPairs(client, grown)) }, people };
}
