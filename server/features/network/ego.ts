import type { IntroductionLink, NetworkEdge } from "../../graphql/generated.ts";
import type { CollaboratorsReader, CollaboratorsRow, Years } from "./collaborators.ts";
import { Neighbourhood } from "./neighbourhood.ts";
import type { NetworkRepository, PersonRow } from "./network.repository.ts";
import type { CollaborationNetworkModel, NetworkCutModel } from "./network.types.ts";
import { countsWorks, edgesAmong, groupLinks } from "./network-edges.ts";
import type { NetworkBounds, NetworkRules } from "./network-rules.ts";
import { pairOf } from "./pair-works.ts";
import { SearchBudget } from "./search-budget.ts";

/** What a collaboration network is asked for; all within their bounds. */
export interface EgoQuery {
  /** People to start from, those named first; the rest of a selection in its order. */
  readonly around: readonly string[];
  readonly depth: number;
  readonly years: Years | null;
  readonly minWorks: number;
  readonly limit: number;
  readonly links: readonly IntroductionLink[];
}

/** What a network is read with. */
export interface EgoTools {
  readonly repository: NetworkRepository;
  readonly reader: CollaboratorsReader;
  readonly rules: NetworkRules;
  readonly bounds: NetworkBounds;
  /** The current year. */
  readonly now: number;
}

/** Collaborators read of each person asked for, and of each person of the first step. */
const MOST_OF_CENTRE = 20_000;
const MOST_OF_FIRST_STEP = 200;
/** Pairs shown: so many for each person, and at least so many. */
const EDGES_A_PERSON = 5;
const LEAST_EDGES = 3_000;
/** Strongest pairs of each person that are kept before any other, so that nobody stands alone for want of room. */
const KEPT_FIRST = 2;

interface Found {
  readonly id: string;
  readonly from: string;
  readonly works: number;
  readonly strength: number;
  readonly last: number;
}

function strongestFirst(left: Found, right: Found): number {
  return (
    right.works - left.works ||
    right.strength - left.strength ||
    right.last - left.last ||
    Number(left.id > right.id) - Number(left.id < right.id)
  );
}

function cutsOf(rows: readonly CollaboratorsRow[], most: number): NetworkCutModel[] {
  const sum = (list: readonly CollaboratorsRow[], count: (row: CollaboratorsRow) => number): number =>
    list.reduce((total, each) => total + count(each), 0);
  const authorships = rows.filter((each) => each.authorships > most);
  const links = rows.filter(({ total, others }) => total > others.length);
  const works = rows.filter(({ workCount, worksRead }) => workCount > worksRead);
  const cut = (reason: NetworkCutModel["reason"], list: readonly CollaboratorsRow[], considered: number, of: number): NetworkCutModel[] =>
    list.length === 0 ? [] : [{ reason, link: null, considered, of }];
  return [
    ...cut(
      "ROWS",
      authorships,
      most * authorships.length,
      sum(authorships, (each) => each.authorships),
    ),
    ...cut(
      "LINKS",
      links,
      sum(links, (each) => each.others.length),
      sum(links, (each) => each.total),
    ),
    ...cut(
      "WORKS",
      works,
      sum(works, (each) => each.worksRead),
      sum(works, (each) => each.workCount),
    ),
  ];
}

/** People by the step at which they were met, until the network is full. */
class Growth {
  readonly depthOf = new Map<string, number>();
  readonly omitted = new Set<string>();
  readonly omittedEdges = new Set<string>();
  readonly cuts: NetworkCutModel[] = [];

  /** Takes in the strongest of a step as far as there is room; the others are counted. */
  take(found: readonly Found[], depth: number, limit: number): void {
    const people = new Map<string, Found>();
    for (const each of found) {
      const known = people.get(each.id);
      // Somebody met from several people counts by all of their joint works, and by the strongest link.
      people.set(each.id, {
        ...each,
        works: each.works + (known?.works ?? 0),
        strength: Math.max(each.strength, known?.strength ?? 0),
        last: Math.max(each.last, known?.last ?? 0),
      });
    }
    const fresh = [...people.values()].filter(({ id }) => !this.depthOf.has(id)).sort(strongestFirst);
    const room = Math.max(0, limit - this.depthOf.size);
    for (const { id } of fresh.slice(0, room)) this.depthOf.set(id, depth);
    for (const { id } of fresh.slice(room)) this.omitted.add(id);
    for (const { from, id } of found) if (!this.depthOf.has(id)) this.omittedEdges.add(pairOf(from, id));
  }
}

interface StepRead {
  readonly found: Found[];
  readonly cuts: NetworkCutModel[];
}

/** Those with joint works with the people of a step. */
async function byWorks(tools: EgoTools, frontier: readonly string[], query: EgoQuery, most: number): Promise<StepRead> {
  const rows = await tools.reader.of(frontier, query, most);
  const found = rows.flatMap(({ key, others }) =>
    others.map(([id, works, , last]): Found => ({ id, from: key, works, strength: 0, last: last ?? 0 })),
  );
  return { found, cuts: cutsOf(rows, most) };
}

/** Those linked otherwise with the people of a step. */
async function byGroups(
  tools: EgoTools,
  frontier: readonly string[],
  query: EgoQuery,
  links: readonly IntroductionLink[],
): Promise<StepRead> {
  const budget = new SearchBudget(tools.bounds, () => performance.now());
  const years = { since: query.years?.from ?? null, until: query.years?.to ?? null, now: tools.now };
  const around = new Neighbourhood({ ...tools, budget, choice: { ...years, links: new Set(links), notThrough: new Set() } });
  await around.expand(frontier);
  const found = frontier.flatMap((from) =>
    around.neighbours(from).map(({ id, strength }): Found => {
      const last = around.linksBetween(from, id)[0]?.strength.lastYear ?? 0;
      return { id, from, works: 0, strength, last };
    }),
  );
  return { found, cuts: budget.cuts };
}

/** Those linked in any way asked for with the people of a step. */
async function stepFrom(tools: EgoTools, frontier: readonly string[], query: EgoQuery, most: number): Promise<StepRead> {
  const links = groupLinks(query);
  const none: StepRead = { found: [], cuts: [] };
  const [works, groups] = await Promise.all([
    countsWorks(query) ? byWorks(tools, frontier, query, most) : none,
    links.length === 0 ? none : byGroups(tools, frontier, query, links),
  ]);
  return { found: [...works.found, ...groups.found], cuts: [...works.cuts, ...groups.cuts] };
}

/** People to start from as far as there is room: those of many collaborators first when there is not room for all. */
function centreOf(people: readonly PersonRow[], limit: number): { shown: PersonRow[]; omitted: PersonRow[] } {
  const unique = [...new Map(people.map((person) => [person.id, person])).values()];
  if (unique.length <= limit) return { shown: unique, omitted: [] };
  const ranked = [...unique].sort((left, right) => right.degree - left.degree);
  return { shown: ranked.slice(0, limit), omitted: ranked.slice(limit) };
}

/** The pairs there is room for: first the strongest of each person, then the others, in the order of the list. */
function thinned(edges: readonly NetworkEdge[], most: number): NetworkEdge[] {
  if (edges.length <= most) return [...edges];
  const counts = new Map<string, number>();
  const kept = new Set<NetworkEdge>();
  for (const edge of edges) {
    const [one, other] = [counts.get(edge.source) ?? 0, counts.get(edge.target) ?? 0];
    if (kept.size >= most || (one >= KEPT_FIRST && other >= KEPT_FIRST)) continue;
    kept.add(edge);
    counts.set(edge.source, one + 1).set(edge.target, other + 1);
  }
  for (const edge of edges) if (kept.size < most) kept.add(edge);
  return edges.filter((edge) => kept.has(edge));
}

function hasLinkOrIsAskedFor(edges: readonly NetworkEdge[], depthOf: ReadonlyMap<string, number>): (id: string) => boolean {
  const linked = new Set(edges.flatMap(({ source, target }) => [source, target]));
  return (id) => linked.has(id) || depthOf.get(id) === 0;
}

/** The network around people: the strongest linked within the limit, with what was left out counted. */
export async function egoNetwork(tools: EgoTools, query: EgoQuery): Promise<CollaborationNetworkModel> {
  const { repository } = tools;
  const growth = new Growth();
  const { shown, omitted } = centreOf(await repository.people([...new Set(query.around)]), query.limit);
  for (const { id } of shown) growth.depthOf.set(id, 0);
  for (const { id } of omitted) growth.omitted.add(id);
  let frontier = [...growth.depthOf.keys()];
  for (let depth = 1; depth <= query.depth && frontier.length > 0; depth += 1) {
    const most = depth === 1 ? MOST_OF_CENTRE : MOST_OF_FIRST_STEP;
    const { found, cuts } = await stepFrom(tools, frontier, query, most);
    growth.cuts.push(...cuts);
    growth.take(found, depth, query.limit);
    frontier = [...growth.depthOf].filter((entry) => entry[1] === depth).map(([id]) => id);
  }
  const ids = [...growth.depthOf.keys()];
  const [rows, among] = await Promise.all([repository.people(ids), edgesAmong(tools, ids, query)]);
  const edges = thinned(among.edges, Math.max(LEAST_EDGES, EDGES_A_PERSON * query.limit));
  const byId = new Map<string, PersonRow>(rows.map((each) => [each.id, each]));
  const isShown = hasLinkOrIsAskedFor(among.edges, growth.depthOf);
  const nodes = ids.filter(isShown).flatMap((id) => {
    const person = byId.get(id);
    return person === undefined
      ? []
      : [{ id, name: person.name, isScientist: person.isScientist, degree: person.degree, depth: growth.depthOf.get(id) ?? 0 }];
  });
  return {
    nodes,
    edges,
    omittedNodes: growth.omitted.size,
    omittedEdges: growth.omittedEdges.size + among.edges.length - edges.length,
    cuts: [...growth.cuts, ...among.cuts],
  };
}
