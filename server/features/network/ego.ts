import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { NetworkEdge } from "../../graphql/generated.ts";
import * as cypher from "./ego.cypher.ts";
import type { NetworkRepository, PersonRow } from "./network.repository.ts";
import type { CollaborationNetworkModel, NetworkCutModel } from "./network.types.ts";

/** What a collaboration network is asked for; all within their bounds. */
export interface EgoQuery {
  readonly around: readonly string[];
  readonly depth: number;
  readonly years: { readonly from: number | null; readonly to: number | null } | null;
  readonly minWorks: number;
  readonly limit: number;
}

/** Collaborators read of each person asked for, and of each person of the first step. */
const MOST_OF_CENTRE = 20_000;
const MOST_OF_FIRST_STEP = 200;
/** Works read of one person when only those of some years count. */
const WORKS_OF_PERSON = 5_000;

const row = z.object({
  key: z.string(),
  total: z.number(),
  others: z.array(z.tuple([z.string(), z.number(), z.number().nullable(), z.number().nullable()])),
  workCount: z.number(),
  worksRead: z.number(),
  authorships: z.number(),
});
const worksRow = z.object({ key: z.string(), works: z.array(z.tuple([z.string(), z.number()])) });
type CollaboratorsRow = z.infer<typeof row>;

interface Found {
  readonly id: string;
  readonly works: number;
  readonly last: number;
}

type Counted = Pick<EgoQuery, "years" | "minWorks">;

/** Reads with whom people have joint works. */
export interface CollaboratorsReader {
  /** Of each person, `most` people, or of some years those of `most` authorships. */
  of(keys: readonly string[], query: Counted, most: number): Promise<CollaboratorsRow[]>;
  /** The pairs with joint works among some people. */
  among(keys: readonly string[], query: Counted): Promise<NetworkEdge[]>;
}

function isEver({ years }: Counted): boolean {
  return years === null || (years.from === null && years.to === null);
}

function toEdges(rows: readonly CollaboratorsRow[]): NetworkEdge[] {
  const edges = new Map<string, NetworkEdge>();
  for (const { key, others } of rows)
    for (const [other, works, firstYear, lastYear] of others) {
      const [source, target] = key < other ? [key, other] : [other, key];
      edges.set(edgeKey(key, other), { source, target, works, firstYear, lastYear });
    }
  return [...edges.values()];
}

/** Pairs of people by the works that both have; linear in the works, however many authors these have. */
function pairUp(rows: readonly z.infer<typeof worksRow>[], minWorks: number): NetworkEdge[] {
  const peopleOf = new Map<string, { year: number; people: string[] }>();
  for (const { key, works } of rows)
    for (const [id, year] of works) {
      const work = peopleOf.get(id) ?? { year, people: [] };
      peopleOf.set(id, work);
      work.people.push(key);
    }
  const edges = new Map<string, { source: string; target: string; works: number; firstYear: number; lastYear: number }>();
  for (const { year, people } of peopleOf.values())
    people.sort().forEach((source, index) => {
      for (const target of people.slice(index + 1)) {
        const known = edges.get(edgeKey(source, target)) ?? { source, target, works: 0, firstYear: year, lastYear: year };
        known.works += 1;
        known.firstYear = Math.min(known.firstYear, year);
        known.lastYear = Math.max(known.lastYear, year);
        edges.set(edgeKey(source, target), known);
      }
    });
  return [...edges.values()].filter(({ works }) => works >= minWorks);
}

/** The reads of collaborators on one database. */
export function collaboratorsReader({ driver, database }: Database): CollaboratorsReader {
  const works = WORKS_OF_PERSON;
  const ever = async (keys: readonly string[], minWorks: number, most: number, among: readonly string[] | null) =>
    decodeRows(row, await read(driver, database, cypher.COLLABORATORS_OF, { keys, minWorks, most, among }));
  return {
    of: async (keys, query, most) => {
      const { years, minWorks } = query;
      if (isEver(query)) return ever(keys, minWorks, most, null);
      return decodeRows(row, await read(driver, database, cypher.COLLABORATORS_IN_YEARS, { keys, minWorks, most, ...years, works }));
    },
    among: async (keys, query) => {
      if (isEver(query)) return toEdges(await ever(keys, query.minWorks, keys.length, keys));
      const rows = await read(driver, database, cypher.WORKS_IN_YEARS, { keys, ...query.years, works });
      return pairUp(decodeRows(worksRow, rows), query.minWorks);
    },
  };
}

function strongestFirst(left: Found, right: Found): number {
  return right.works - left.works || right.last - left.last || Number(left.id > right.id) - Number(left.id < right.id);
}

function edgeKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

function cutsOf(rows: readonly CollaboratorsRow[], most: number): NetworkCutModel[] {
  const authorships = rows.filter((each) => each.authorships > most);
  const links = rows.filter(({ total, others }) => total > others.length);
  const works = rows.filter(({ workCount, worksRead }) => workCount > worksRead);
  const rowsCut = { reason: "ROWS" as const, link: null, considered: most * authorships.length };
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
  return [
    ...(authorships.length === 0 ? [] : [{ ...rowsCut, of: sum(authorships.map((each) => each.authorships)) }]),
    ...(links.length === 0
      ? []
      : [
          {
            reason: "LINKS" as const,
            link: null,
            considered: sum(links.map((each) => each.others.length)),
            of: sum(links.map((each) => each.total)),
          },
        ]),
    ...(works.length === 0
      ? []
      : [
          {
            reason: "WORKS" as const,
            link: null,
            considered: sum(works.map((each) => each.worksRead)),
            of: sum(works.map((each) => each.workCount)),
          },
        ]),
  ];
}

/** People by the step at which they were met, until the network is full. */
class Growth {
  readonly depthOf = new Map<string, number>();
  readonly omitted = new Set<string>();
  readonly omittedEdges = new Set<string>();
  readonly cuts: NetworkCutModel[] = [];

  /** Takes in the strongest of a step as far as there is room; the others are counted. */
  take(rows: readonly CollaboratorsRow[], depth: number, { limit, most }: { readonly limit: number; readonly most: number }): void {
    this.cuts.push(...cutsOf(rows, most));
    const found = new Map<string, Found>();
    for (const { others } of rows)
      for (const [id, works, , last] of others) {
        const known = found.get(id);
        // Somebody met from several people counts by all of their joint works.
        found.set(id, { id, works: works + (known?.works ?? 0), last: Math.max(last ?? 0, known?.last ?? 0) });
      }
    const fresh = [...found.values()].filter(({ id }) => !this.depthOf.has(id)).sort(strongestFirst);
    const room = Math.max(0, limit - this.depthOf.size);
    for (const { id } of fresh.slice(0, room)) this.depthOf.set(id, depth);
    for (const { id } of fresh.slice(room)) this.omitted.add(id);
    for (const { key, others } of rows) for (const [id] of others) if (!this.depthOf.has(id)) this.omittedEdges.add(edgeKey(key, id));
  }
}

async function edgesAmong(reader: CollaboratorsReader, query: EgoQuery, ids: readonly string[]): Promise<NetworkEdge[]> {
  return (await reader.among(ids, query)).sort(
    (left, right) => right.works - left.works || (edgeKey(left.source, left.target) < edgeKey(right.source, right.target) ? -1 : 1),
  );
}

/** The collaboration network around people: the strongest collaborators within the limit, with what was left out counted. */
export async function egoNetwork(
  { people }: Pick<NetworkRepository, "people">,
  reader: CollaboratorsReader,
  query: EgoQuery,
): Promise<CollaborationNetworkModel> {
  const growth = new Growth();
  const centre = await people([...new Set(query.around)]);
  for (const { id } of centre) growth.depthOf.set(id, 0);
  let frontier = [...growth.depthOf.keys()];
  for (let depth = 1; depth <= query.depth && frontier.length > 0; depth += 1) {
    const most = depth === 1 ? MOST_OF_CENTRE : MOST_OF_FIRST_STEP;
    growth.take(await reader.of(frontier, query, most), depth, { limit: query.limit, most });
    frontier = [...growth.depthOf].filter((entry) => entry[1] === depth).map(([id]) => id);
  }
  const ids = [...growth.depthOf.keys()];
  const [rows, edges] = await Promise.all([people(ids), edgesAmong(reader, query, ids)]);
  const byId = new Map<string, PersonRow>(rows.map((each) => [each.id, each]));
  const nodes = ids.flatMap((id) => {
    const person = byId.get(id);
    return person === undefined
      ? []
      : [{ id, name: person.name, isScientist: person.isScientist, degree: person.degree, depth: growth.depthOf.get(id) ?? 0 }];
  });
  return { nodes, edges, omittedNodes: growth.omitted.size, omittedEdges: growth.omittedEdges.size, cuts: growth.cuts };
}
