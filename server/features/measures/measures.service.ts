import { createHash } from "node:crypto";
import type { Database } from "../../db/records.ts";
import { read, writeTransaction } from "../../db/run.ts";
import type { IntroductionLink, StartMeasureInput } from "../../graphql/generated.ts";
import type { Log } from "../../shared/log.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import type { AuditActor, AuditTrail, RequestOrigin } from "../audit/index.ts";
import { MEASURE_REFUSALS } from "./measure-refusals.ts";
import {
  cancelIn,
  createMeasuresRepository,
  createRun,
  dropChunks,
  keepChunks,
  lockQueue,
  type MeasuresRepository,
  runIn,
} from "./measures.repository.ts";
import type { BetweenModel, MeasuredPersonModel, MeasuredRow, MeasureParameters, MeasureRunModel } from "./measures.types.ts";
import { HAS_GDS } from "./projection.cypher.ts";
import { startMeasureWorker } from "./worker.ts";

/** What the room is made with. */
export interface MeasuresOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
}

/** Who asks, and from where. */
export interface MeasureAsker {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}

/** Computes measures of networks in the background. */
export interface MeasuresService {
  /** Queues a run of `people`, or of everybody for null. */
  start(by: MeasureAsker, input: StartMeasureInput, people: readonly string[] | null): Promise<Outcome<MeasureRunModel>>;
  cancel(by: MeasureAsker, id: string): Promise<Outcome<MeasureRunModel>>;
  run(id: string): Promise<MeasureRunModel | null>;
  /** The latest runs first. */
  runs(first: number): Promise<MeasureRunModel[]>;
  /** The best of a finished run who may be shown. */
  top(run: MeasureRunModel, first: number): Promise<MeasuredPersonModel[]>;
  /** Values of some people in a finished run. */
  values(run: MeasureRunModel, ids: readonly string[]): Promise<{ readonly id: string; readonly value: number }[]>;
  /** People by id, as far as they may be shown, in the order of the ids. */
  people(ids: readonly string[]): Promise<MeasuredPersonModel["person"][]>;
  /** Stops computing; what runs waits for the next instance. */
  close(): Promise<void>;
}

const OWN_AT_ONCE = 3;
const ALL_AT_ONCE = 20;
const MOST_NAMED = 10_000;
const MOST_SELECTED = 200_000;
const MOST_SEED = 2_147_483_647;
const MOST_SAMPLE = 10_000;
const FIRST_YEAR = 1800;
const CHUNK = 5_000;
const DEFAULT_LINKS: readonly IntroductionLink[] = ["COAUTHOR"];
const KEY = /^[\w-]{8,64}$/;

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function wrong(input: StartMeasureInput, people: readonly string[] | null, year: number): Refusal | null {
  if (!KEY.test(input.key)) return MEASURE_REFUSALS.key;
  if ((input.ids?.length ?? 0) > MOST_NAMED) return MEASURE_REFUSALS.ids;
  if (people !== null && people.length === 0) return MEASURE_REFUSALS.nobody;
  if (people !== null && people.length > MOST_SELECTED) return MEASURE_REFUSALS.selection;
  if (input.kind !== "NEAREST" && input.links?.length === 0) return MEASURE_REFUSALS.links;
  if (!isWhole(input.minWorks ?? 1, 1, 1_000)) return MEASURE_REFUSALS.minWorks;
  if (!isWhole(input.since ?? year, FIRST_YEAR, year)) return MEASURE_REFUSALS.since;
  if (!isWhole(input.seed ?? 0, 0, MOST_SEED)) return MEASURE_REFUSALS.seed;
  return isWhole(input.sample ?? 1, 1, MOST_SAMPLE) ? null : MEASURE_REFUSALS.sample;
}

/** The run of one account's key: the same key leads to the same run, however often it is sent. */
function runIdOf(accountId: string, key: string): string {
  return createHash("sha256").update(`${accountId}\n${key}`).digest("hex").slice(0, 26).toUpperCase();
}

class GraphMeasures implements MeasuresService {
  private readonly options: MeasuresOptions;
  private readonly repository: MeasuresRepository;
  private readonly worker: ReturnType<typeof startMeasureWorker>;

  constructor(options: MeasuresOptions, log: Log) {
    this.options = options;
    this.repository = createMeasuresRepository(options);
    this.worker = startMeasureWorker({ ...options, repository: this.repository, log });
  }

  async start(by: MeasureAsker, input: StartMeasureInput, people: readonly string[] | null): Promise<Outcome<MeasureRunModel>> {
    const { driver, database, clock, audit } = this.options;
    const now = clock();
    const refusal = wrong(input, people, now.getUTCFullYear());
    if (refusal !== null) return refuse(refusal);
    const between = await this.between(input);
    if (between === undefined) return refuse(input.betweenCommunities ? MEASURE_REFUSALS.betweenRun : MEASURE_REFUSALS.between);
    if (input.kind === "NEAREST" && !(await this.isScientist(input.person))) return refuse(MEASURE_REFUSALS.person);
    if ((await read(driver, database, HAS_GDS)).length === 0) return refuse(MEASURE_REFUSALS.noGds);
    const run = newRun(input, { by, now, between, people });
    const outcome = await writeTransaction(driver, database, async (transaction): Promise<Outcome<MeasureRunModel>> => {
      const waiting = await lockQueue(transaction, by.actor.id);
      const known = await runIn(transaction, run.id);
      if (known !== null) return { done: known };
      if (waiting.own >= OWN_AT_ONCE) return refuse(MEASURE_REFUSALS.ownQueue);
      if (waiting.every >= ALL_AT_ONCE) return refuse(MEASURE_REFUSALS.queue);
      const { summary: _none, ...kept } = run;
      await createRun(transaction, kept);
      if (people !== null) await keepChunks(transaction, run.id, "PEOPLE", people);
      const detail = { what: "STARTED", kind: run.kind, seed: run.seed, parameters: JSON.stringify(run.parameters) };
      await audit.appendIn(transaction, { ...by, action: "MEASURE", subjectIds: [run.id], detail, result: "OK" });
      return { done: run };
    });
    this.worker.wake();
    return outcome;
  }

  async cancel(by: MeasureAsker, id: string): Promise<Outcome<MeasureRunModel>> {
    const { driver, database, clock, audit } = this.options;
    return await writeTransaction(driver, database, async (transaction): Promise<Outcome<MeasureRunModel>> => {
      await lockQueue(transaction, by.actor.id);
      const cancelled = await cancelIn(transaction, id, clock().toISOString());
      if (cancelled === null) return refuse(MEASURE_REFUSALS.noSuchRun);
      const { run, before } = cancelled;
      if (before === "QUEUED") await dropChunks(transaction, id, "PEOPLE");
      if (before === "QUEUED" || before === "RUNNING") {
        const detail = { what: "CANCELLED", kind: run.kind, before };
        await audit.appendIn(transaction, { ...by, action: "MEASURE", subjectIds: [id], detail, result: "OK" });
      }
      return { done: run };
    });
  }

  run(id: string): Promise<MeasureRunModel | null> {
    return this.repository.run(id);
  }

  runs(first: number): Promise<MeasureRunModel[]> {
    return this.repository.runs(first);
  }

  async top(run: MeasureRunModel, first: number): Promise<MeasuredPersonModel[]> {
    const found: MeasuredPersonModel[] = [];
    // Who is gone leaves a gap, which those after close.
    for (let piece = 0; found.length < first; piece += 1) {
      const rows = await this.repository.rows(run.id, piece, 1);
      if (rows.length === 0) break;
      for (let start = 0; start < rows.length && found.length < first; start += first) {
        found.push(...(await this.ranked(rows.slice(start, start + first), piece * CHUNK + start)));
      }
    }
    return found.slice(0, first);
  }

  async values(run: MeasureRunModel, ids: readonly string[]): Promise<{ id: string; value: number }[]> {
    const asked = new Set(ids);
    const found = new Map<string, number>();
    for (let piece = 0; found.size < asked.size; piece += 1) {
      const rows = await this.repository.rows(run.id, piece, 1);
      if (rows.length === 0) break;
      for (const [id, value] of rows) if (asked.has(id)) found.set(id, value);
    }
    const shown = new Set((await this.repository.show([...found.keys()])).map(({ key }) => key));
    return [...found].filter(([id]) => shown.has(id)).map(([id, value]) => ({ id, value }));
  }

  async people(ids: readonly string[]): Promise<MeasuredPersonModel["person"][]> {
    const shown = new Map((await this.repository.show(ids)).map(({ key, ...person }) => [key, person]));
    return ids.flatMap((id) => shown.get(id) ?? []);
  }

  close(): Promise<void> {
    return this.worker.stop();
  }

  private async ranked(rows: readonly MeasuredRow[], before: number): Promise<MeasuredPersonModel[]> {
    const shown = new Map((await this.repository.show(rows.map(([id]) => id))).map(({ key, ...person }) => [key, person]));
    return rows.flatMap(([id, value, first, second], index) => {
      const person = shown.get(id);
      return person === undefined ? [] : [{ rank: before + index + 1, person, value, first: first ?? null, second: second ?? null }];
    });
  }

  private async isScientist(id: string | null | undefined): Promise<boolean> {
    return typeof id === "string" && (await this.repository.show([id])).some((person) => person.id === id && person.isScientist);
  }

  /** What is to be bridged; null for other kinds, undefined when it is not there. */
  private async between({ kind, betweenInstitutions, betweenCommunities }: StartMeasureInput): Promise<BetweenModel | null | undefined> {
    if (kind !== "BRIDGES") return null;
    if (betweenCommunities) {
      const { run: runId, first, second } = betweenCommunities;
      const run = await this.repository.run(runId);
      const numbers = run?.status === "DONE" ? run.summary.communities.map(({ number }) => number) : [];
      return first !== second && numbers.includes(first) && numbers.includes(second)
        ? { kind: "COMMUNITIES", runId, first, second }
        : undefined;
    }
    const [first, second, ...more] = betweenInstitutions ?? [];
    if (first === undefined || second === undefined || first === second || more.length > 0) return undefined;
    return (await this.repository.institutions([first, second])).length === 2 ? { kind: "INSTITUTIONS", first, second } : undefined;
  }
}

function newRun(
  input: StartMeasureInput,
  asked: { by: MeasureAsker; now: Date; between: BetweenModel | null; people: readonly string[] | null },
): MeasureRunModel {
  const { by, now, between, people } = asked;
  const parameters: MeasureParameters = {
    selection:
      people === null
        ? null
        : {
            query: input.query?.trim() || null,
            filter: JSON.parse(JSON.stringify(input.filter ?? null)),
            named: input.ids?.length ?? null,
          },
    links: input.kind === "NEAREST" ? [] : [...new Set(input.links ?? DEFAULT_LINKS)],
    minWorks: input.minWorks ?? 1,
    since: input.since ?? null,
    sample: input.kind === "BETWEENNESS" ? (input.sample ?? 500) : null,
    personId: input.kind === "NEAREST" ? (input.person ?? null) : null,
    between,
  };
  return {
    ...{ id: runIdOf(by.actor.id, input.key), kind: input.kind, status: "QUEUED", progress: 0, seed: input.seed ?? 42, parameters },
    ...{ queuedAt: now.toISOString(), startedById: by.actor.id, startedBy: by.actor.name, startedAt: null, finishedAt: null },
    ...{ changeSequence: null, people: null, pairs: null, unlinked: null, failure: null, demo: by.actor.demo },
    summary: { communities: [], communityCount: 0, largeGroups: 0 },
  };
}

/** The room on one database, with its worker. Close it before the driver. */
export function createMeasuresService({ log, ...options }: MeasuresOptions & { readonly log: Log }): MeasuresService {
  return new GraphMeasures(options, log);
}
