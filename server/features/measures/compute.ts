import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { readStream } from "../../db/run.ts";
import * as algorithms from "./algorithms.cypher.ts";
import { type Background, byId, describeGroups, groupsOf, rowsOfGroups } from "./communities.ts";
import type { MeasuresRepository } from "./measures.repository.ts";
import type { MeasuredRow, MeasureRunModel, MeasureSummary } from "./measures.types.ts";
import * as projection from "./projection.cypher.ts";

/** Institutions with more people are passed over as links: two of so many need not know each other, and all pairs would be too many. */
export const LARGE_GROUP = 300;
/** A measure of a large graph takes its time; after so long something is wrong. */
const STATEMENT_MS = 60 * 60_000;
const DESCRIBED_GROUPS = 50;
/** People of one group whose backgrounds are read, the best linked. */
const DESCRIBED_PEOPLE = 5_000;
const NEAREST_MOST = 200;

/** Null when there was nobody to project. */
const projected = z.object({ people: z.number().nullable(), ends: z.number().nullable() });
const valued = z.object({ id: z.string(), value: z.number() });
const linked = z.object({ id: z.string(), other: z.string() });
const counted = z.object({ groups: z.number() });

/** What a run found. */
export interface Computed {
  readonly rows: readonly MeasuredRow[];
  readonly summary: MeasureSummary;
  readonly people: number;
  /** Null where links between people play no part. */
  readonly pairs: number | null;
  /** Null where links between people play no part. */
  readonly unlinked: number | null;
  /** From how many people betweenness was followed; null for other kinds. */
  readonly sample: number | null;
}

/** What computing needs. */
export interface ComputeOptions extends Database {
  readonly repository: MeasuresRepository;
  /** The current year. */
  readonly now: number;
  /** Ends the work; nothing is written then. */
  readonly signal: AbortSignal;
  /** Told when a part of the work is done. */
  readonly reached: (progress: number) => void;
}

/** What a measure was asked of is not there any more. */
export class MeasureGoneError extends Error {}

/** Name of a run's projection in the catalog of graphs. */
export function projectionName(runId: string): string {
  return `measure-${runId}`;
}

class Computing {
  private readonly graph: string;
  private readonly run: MeasureRunModel;
  private readonly options: ComputeOptions;

  constructor(run: MeasureRunModel, options: ComputeOptions) {
    this.run = run;
    this.options = options;
    this.graph = projectionName(run.id);
  }

  /** All rows of a statement, which ends when the run does. */
  async list<T>(shape: z.ZodType<T>, statement: string, parameters: Row = {}): Promise<T[]> {
    const { driver, database, signal } = this.options;
    const given = { graph: this.graph, job: this.run.id, ...parameters };
    const rows: Row[] = [];
    for await (const row of readStream(driver, database, statement, given, { timeoutMs: STATEMENT_MS, signal })) rows.push(row);
    return decodeRows(shape, rows);
  }

  async values(statement: string, parameters: Row = {}): Promise<MeasuredRow[]> {
    return (await this.list(valued, statement, parameters)).map(({ id, value }): MeasuredRow => [id, value]);
  }

  async project(ids: readonly string[] | null): Promise<{ readonly people: number; readonly ends: number }> {
    const { links, minWorks, since, personId } = this.run.parameters;
    const coauthorsOnly = links.every((link) => link === "COAUTHOR" || link === "PROJECT");
    const statement =
      this.run.kind === "NEAREST" ? projection.PROJECT_TOPICS : coauthorsOnly ? projection.PROJECT_COAUTHORS : projection.PROJECT_LINKS;
    const kinds = links.map((link) => (link === "PROJECT" ? "COAUTHOR" : link));
    const given = { ids, links: kinds, minWorks, since, now: this.options.now, most: LARGE_GROUP, person: personId };
    const [row] = await this.list(projected, statement, given);
    if (!row?.people || row.ends === null) throw new MeasureGoneError("nobody was projected");
    return { people: row.people, ends: row.ends };
  }

  async largeGroups(): Promise<number> {
    return (await this.list(counted, projection.LARGE_GROUPS, { links: this.run.parameters.links, most: LARGE_GROUP }))[0]?.groups ?? 0;
  }

  async groups(degrees: ReadonlyMap<string, number>): Promise<Pick<Computed, "rows"> & { summary: Omit<MeasureSummary, "largeGroups"> }> {
    const isComponents = this.run.kind === "COMPONENTS";
    const found = await this.values(isComponents ? algorithms.COMPONENTS : algorithms.COMMUNITIES, { seed: this.run.seed });
    const groups = groupsOf(found, degrees);
    const several = groups.filter(({ members }) => members.length > 1);
    this.options.reached(0.9);
    const described = several.slice(0, DESCRIBED_GROUPS);
    const people = described.flatMap(({ members }) => members.slice(0, DESCRIBED_PEOPLE));
    const backgrounds = new Map<string, Background>();
    for (const { key, fields, institutions } of await this.options.repository.typicalOf(people))
      backgrounds.set(key, { fields, institutions });
    return { rows: rowsOfGroups(groups), summary: { communities: describeGroups(described, backgrounds), communityCount: several.length } };
  }

  /** The people of either side of a bridge. */
  private async sides(): Promise<readonly [ReadonlySet<string>, ReadonlySet<string>]> {
    const { between } = this.run.parameters;
    const { repository } = this.options;
    if (between === null) throw new MeasureGoneError("nothing to bridge was asked for");
    if (between.kind === "INSTITUTIONS") {
      const members = await repository.employedBy([between.first, between.second]);
      const of = (key: string): Set<string> => new Set(members.filter((each) => each.key === key).map(({ id }) => id));
      return [of(between.first), of(between.second)];
    }
    const rows = await repository.rows(between.runId, 0, Number.MAX_SAFE_INTEGER);
    const of = (number: number): Set<string> => new Set(rows.filter(([, value]) => value === number).map(([id]) => id));
    return [of(between.first), of(between.second)];
  }

  /** People by the smaller of the numbers of people of either side with whom they are linked, then by the larger. */
  async bridges(): Promise<MeasuredRow[]> {
    const [first, second] = await this.sides();
    if (first.size === 0 || second.size === 0) throw new MeasureGoneError("one side has nobody");
    const counts = new Map<string, [number, number]>();
    for (const { id, other } of await this.list(linked, algorithms.LINKS_OF, { ids: [...new Set([...first, ...second])] })) {
      const count = counts.get(id) ?? [0, 0];
      if (first.has(other)) count[0] += 1;
      if (second.has(other)) count[1] += 1;
      counts.set(id, count);
    }
    return [...counts]
      .filter(([, [one, two]]) => one > 0 && two > 0)
      .map(([id, [one, two]]): MeasuredRow => [id, Math.min(one, two), one, two])
      .sort((left, right) => right[1] - left[1] || total(right) - total(left) || byId(left[0], right[0]));
  }
}

function total([, , first = 0, second = 0]: MeasuredRow): number {
  return first + second;
}

/** The best first, ties by id. Those with nothing are left out. */
function ranked(rows: readonly MeasuredRow[]): MeasuredRow[] {
  return rows.filter(([, value]) => value > 0).sort((left, right) => right[1] - left[1] || byId(left[0], right[0]));
}

const NO_GROUPS = { communities: [], communityCount: 0 };

async function computeProjected(computing: Computing, run: MeasureRunModel, people: number): Promise<Omit<Computed, "people" | "pairs">> {
  if (run.kind === "NEAREST") {
    const rows = ranked(await computing.values(algorithms.NEAREST, { person: run.parameters.personId, most: NEAREST_MOST }));
    return { rows, summary: { ...NO_GROUPS, largeGroups: 0 }, unlinked: null, sample: null };
  }
  const largeGroups = await computing.largeGroups();
  const degrees = new Map((await computing.values(algorithms.DEGREES)).map(([id, value]) => [id, value]));
  const unlinked = [...degrees.values()].filter((degree) => degree === 0).length;
  const without = { summary: { ...NO_GROUPS, largeGroups }, unlinked, sample: null };
  const { seed } = run;
  switch (run.kind) {
    case "COMPONENTS":
    case "COMMUNITIES": {
      const { rows, summary } = await computing.groups(degrees);
      return { ...without, rows, summary: { ...summary, largeGroups } };
    }
    case "PAGERANK": {
      const rows = await computing.values(algorithms.PAGERANK);
      // Everybody has a rank to start with; who is linked with nobody has earned none.
      return { ...without, rows: ranked(rows.filter(([id]) => (degrees.get(id) ?? 0) > 0)) };
    }
    case "BETWEENNESS": {
      const sample = Math.min(run.parameters.sample ?? people, people);
      return { ...without, rows: ranked(await computing.values(algorithms.BETWEENNESS, { sample, seed })), sample };
    }
    case "BRIDGES":
      return { ...without, rows: await computing.bridges() };
  }
}

/**
 * Computes a run: projects its people and links, runs the algorithm on them alone (one thread, so that the same seed gives the same result), and drops the
 * projection whatever happens.
 * @throws MeasureGoneError when what was asked for is not there any more
 * @throws AppError by the code of the driver's error
 */
export async function compute(run: MeasureRunModel, options: ComputeOptions): Promise<Computed> {
  const computing = new Computing(run, options);
  try {
    const ids = run.parameters.selection === null ? null : await options.repository.peopleOf(run.id);
    options.reached(0.02);
    const { people, ends } = await computing.project(ids);
    options.reached(0.3);
    return { ...(await computeProjected(computing, run, people)), people, pairs: run.kind === "NEAREST" ? null : ends / 2 };
  } finally {
    await dropProjection(options, run.id);
  }
}

/** Drops the projection of a run, if there is one. */
export async function dropProjection({ driver, database }: Database, runId: string): Promise<void> {
  for await (const _row of readStream(driver, database, projection.DROP_PROJECTION, { graph: projectionName(runId) })) {
    // The row says what was dropped, which nobody asks for.
  }
}
