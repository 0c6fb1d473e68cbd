import type { Database } from "../../db/records.ts";
import type { DataStatus, NetworkPlaces, ScientistFilter, ScientistSort } from "../../graphql/generated.ts";
import type { Log } from "../../shared/log.ts";
import type { NameHit } from "../names/index.ts";
import { facetsOf } from "./facets.ts";
import { type FlowCount, type FlowRequest, flowsOf } from "./flows.ts";
import { networkPlacesOf } from "./network-places.ts";
import { idsInOrder, pageOf } from "./order.ts";
import { intersectRows, rankedFromIds, rankedFromNodes, type ScoredNodes, unionRows } from "./ranked-rows.ts";
import { releaseAfterBuild } from "./release-memory.ts";
import { Replica } from "./replica.ts";
import { selectRows } from "./select.ts";
import type { FacetCount, Page, RankedRows, Selection } from "./selection.types.ts";
import { type MapRequest, type TalentMapResult, talentMapOf } from "./talent-map.ts";

const POLL_MS = 300;
const CATCH_UP_MS = 10_000;
const RETRY_MS = 20;
/** Selections kept while nothing changes: one screen asks for list, facets and map of the same one. */
const SELECTIONS_KEPT = 8;
/** Rows of all of them together: 8 MB. */
const ROWS_KEPT = 2_000_000;

/** What a read model is built from. */
export interface ReadModelOptions extends Database {
  readonly log: Log;
  readonly clock: () => Date;
  /** Milliseconds between two looks for changes; 300 unless told. */
  readonly pollMs?: number;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/**
 * The filterable facts of everyone in memory, kept current with the graph. Answers are synchronous, so that all projections of one
 * selection in one tick agree. Build it with {@link createReadModel}.
 */
export class ReadModel {
  private timer: NodeJS.Timeout | null = null;
  private polling: Promise<void> | null = null;
  private rebuilding: Promise<void> | null = null;
  private closed = false;
  private failing = false;
  private rebuilds = 0;
  private kept = new Map<string, Selection>();
  private keptFor = "";
  private readonly pages = new WeakMap<Selection, { readonly asked: string; readonly page: Page }>();

  /** Use {@link createReadModel}. */
  constructor(
    private readonly options: ReadModelOptions,
    private replica: Replica,
    /** Milliseconds that the first build took. */
    readonly builtInMs: number,
  ) {
    this.schedule();
  }

  /** Number of the last change that every answer includes. */
  get sequence(): number {
    return this.replica.sequence;
  }

  /** People there are. */
  get size(): number {
    return this.replica.table.size;
  }

  /** Changes whenever places, institutions, fields, awards or sources may have. */
  get referenceVersion(): number {
    return this.rebuilds;
  }

  /** Bytes in the columns, without the name index. */
  memoryBytes(): number {
    return this.replica.table.bytes;
  }

  /**
   * Returns once every answer includes a change: a writer calls it with the number of its own change.
   * @throws Error when the change does not show within ten seconds
   */
  async catchUp(sequence: number): Promise<void> {
    const deadline = performance.now() + CATCH_UP_MS;
    while (this.sequence < sequence) {
      await this.poll();
      if (this.rebuilding !== null) await this.rebuilding;
      if (this.sequence >= sequence) return;
      if (this.closed || performance.now() > deadline)
        throw new Error(`The read model has not reached change ${sequence}; it is at ${this.sequence}.`);
      await wait(RETRY_MS);
    }
  }

  /** The people of a filter, of those that a text search found when `within` is given. */
  select(filter: ScientistFilter | null | undefined, within: RankedRows | null = null): Selection {
    if (within !== null) return selectRows(this.replica.table, filter ?? {}, within);
    const now = `${this.rebuilds}:${this.replica.version}`;
    if (this.keptFor !== now) this.kept = new Map();
    this.keptFor = now;
    const key = JSON.stringify(filter ?? {});
    const selection = this.kept.get(key) ?? selectRows(this.replica.table, filter ?? {}, null);
    this.kept.delete(key);
    this.kept.set(key, selection);
    let rows = [...this.kept.values()].reduce((sum, each) => sum + each.rows.length, 0);
    for (const [oldest, each] of this.kept) {
      if (this.kept.size <= SELECTIONS_KEPT && (rows <= ROWS_KEPT || this.kept.size === 1)) break;
      rows -= each.rows.length;
      this.kept.delete(oldest);
    }
    return selection;
  }

  /** How many people a selection holds. */
  count(selection: Selection): number {
    return selection.rows.length;
  }

  /** A selection as rows for a further one. */
  ranked({ table, rows, scores }: Selection): RankedRows {
    return { table, rows, scores: scores ?? new Float32Array(rows.length) };
  }

  /** People whose name matches a text. */
  findByName(text: string): RankedRows {
    const { rows, scores } = this.replica.findByName(text);
    return { table: this.replica.table, rows, scores };
  }

  /** Why a person's name matches a text; null when it does not. */
  explainName(text: string, id: string): NameHit | null {
    const row = this.replica.table.rowOf(id);
    return row < 0 ? null : this.replica.findByName(text).explain(row);
  }

  /** Whether a text is somebody's whole name. */
  isName(text: string): boolean {
    return this.replica.isName(text);
  }

  /** Whether a text is a name or a part of one, such as a surname alone. */
  mayBeName(text: string): boolean {
    return this.replica.mayBeName(text);
  }

  /** Rows of people found elsewhere, such as by full text; ids that are not there are left out. */
  rowsOfIds(matches: Iterable<readonly [id: string, score: number]>): RankedRows {
    return rankedFromIds(this.replica.table, matches);
  }

  /** Rows of people found by full text, by the engine's own numbers of their nodes. */
  rowsOfNodes(found: readonly ScoredNodes[]): RankedRows {
    return rankedFromNodes(this.replica.table, this.replica.nodes, found);
  }

  /** Everyone in any of the lists, with the best score. */
  union(lists: readonly RankedRows[]): RankedRows {
    return unionRows(this.replica.table, lists);
  }

  /** Everyone in both lists, with the sum of the scores. */
  intersect(one: RankedRows, other: RankedRows): RankedRows {
    return intersectRows(this.replica.table, one, other);
  }

  /** A page of a selection. @throws InvalidInputError when `after` is not a cursor of this order */
  page(selection: Selection, sort: ScientistSort | null | undefined, first: number, after: string | null | undefined): Page {
    // A list's edges and its page info are asked for one after the other.
    const asked = JSON.stringify([sort ?? null, first, after ?? null]);
    const last = this.pages.get(selection);
    if (last?.asked === asked) return last.page;
    const page = pageOf(selection, sort, first, after);
    this.pages.set(selection, { asked, page });
    return page;
  }

  /** The ids of everyone selected, in order. */
  idsInOrder(selection: Selection, sort: ScientistSort | null | undefined): Iterable<string> {
    return idsInOrder(selection, sort);
  }

  /** Facets of a selection: all usual ones when `keys` is null. */
  facets(selection: Selection, keys: readonly string[] | null | undefined, first: number, contains?: string | null): FacetCount[] {
    return facetsOf(selection, keys, first, contains);
  }

  /** A selection as counted points. */
  talentMap(selection: Selection, request: MapRequest): TalentMapResult {
    return talentMapOf(selection, request);
  }

  /** Moves between places within a selection. */
  flows(selection: Selection, request: FlowRequest): FlowCount[] {
    return flowsOf(selection, request);
  }

  /** Where some people work, by id. */
  networkPlaces(ids: readonly string[]): NetworkPlaces {
    return networkPlacesOf(this.replica.table, ids);
  }

  /** How much there is and how fresh it is. */
  dataStatus(): DataStatus {
    const { sources, institutions } = this.replica.table.reference.records;
    const dates = sources.map((source) => source.retrievedAt).sort();
    return {
      scientistCount: this.size,
      institutionCount: institutions.length,
      dataDate: dates.at(-1) ?? null,
      changeSequence: this.sequence,
    };
  }

  /** Stops following the graph. A rebuild under way is not waited for: it ends with the driver, which the caller closes, and changes nothing. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.polling;
  }

  private schedule(): void {
    if (this.closed) return;
    this.timer = setTimeout(() => {
      this.poll().finally(() => this.schedule());
    }, this.options.pollMs ?? POLL_MS);
    this.timer.unref();
  }

  /** Looks for changes once; a call while another is under way waits for that one. Never rejects: the next look tries again. */
  private poll(): Promise<void> {
    this.polling ??= this.follow().finally(() => {
      this.polling = null;
    });
    return this.polling;
  }

  private async follow(): Promise<void> {
    if (this.closed) return;
    try {
      await this.replica.advance();
      this.recovered();
    } catch (error) {
      this.failed(error, "The changes of the graph could not be read; answers may be behind until they can");
    }
    if (this.replica.needsRebuild && !this.closed) this.rebuild();
  }

  private rebuild(): void {
    this.rebuilding ??= this.replace().finally(() => {
      this.rebuilding = null;
    });
  }

  /** The old copy goes on answering and following until the new one is complete. */
  private async replace(): Promise<void> {
    const started = performance.now();
    try {
      const next = await Replica.build(this.options);
      await next.advance();
      if (this.closed) return;
      this.replica = next;
      this.rebuilds += 1;
      this.kept = new Map();
      releaseAfterBuild(next.table.size);
      this.options.log.info({ people: next.table.size, ms: Math.round(performance.now() - started) }, "read model rebuilt");
    } catch (error) {
      this.failed(error, "The read model could not be rebuilt; the old one goes on answering");
    }
  }

  private failed(error: unknown, message: string): void {
    if (!this.failing && !this.closed) this.options.log.warn({ err: error }, message);
    this.failing = true;
  }

  private recovered(): void {
    if (this.failing) this.options.log.info({ sequence: this.sequence }, "The changes of the graph can be read again");
    this.failing = false;
  }
}

/**
 * Builds the read model from the graph and keeps it current until it is closed.
 * @throws AppError when the graph cannot be read
 */
export async function createReadModel(options: ReadModelOptions): Promise<ReadModel> {
  const started = performance.now();
  const replica = await Replica.build(options);
  await replica.advance();
  releaseAfterBuild(replica.table.size);
  const builtInMs = Math.round(performance.now() - started);
  options.log.info({ people: replica.table.size, ms: builtInMs, sequence: replica.sequence }, "read model ready");
  return new ReadModel(options, replica, builtInMs);
}
