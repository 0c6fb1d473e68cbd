import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import { readSequence } from "../../db/changes.ts";
import { LeaseHeldError, withLease } from "../../db/lease.ts";
import { decodeRows } from "../../db/records.ts";
import { read, writeTransaction } from "../../db/run.ts";
import type { Log } from "../../shared/log.ts";
import { JOB_PROGRESS } from "./algorithms.cypher.ts";
import { type Computed, compute, dropProjection, MeasureGoneError } from "./compute.ts";
import { dropChunks, endIn, keepChunks, type MeasuresRepository, pruneIn } from "./measures.repository.ts";
import type { MeasuresOptions } from "./measures.service.ts";
import type { MeasureFailure, MeasureRunModel } from "./measures.types.ts";

/** What the worker needs. */
export interface WorkerOptions extends MeasuresOptions {
  readonly repository: MeasuresRepository;
  readonly log: Log;
}

/** Computes what is queued, one run at a time over all instances. */
export interface MeasureWorker {
  /** Looks for work now instead of at the next turn. */
  wake(): void;
  /** Stops taking work and gives up the run under way, which then waits again. */
  stop(): Promise<void>;
}

const LEASE = "measures";
const LEASE_TTL_MS = 30_000;
const POLL_MS = 3_000;
const WATCH_MS = 500;
const RUNS_KEPT = 200;
/** Progress between reading the graph and writing what was found, of which the library tells. */
const ALGORITHM = { from: 0.3, to: 0.9 };
const WRITE_MS = 120_000;

const progressRow = z.object({ progress: z.string() });

/** Somebody cancelled the run. */
class CancelledError extends Error {}
/** The run is no longer ours to write: another instance has it, or the server stops. */
class GivenUpError extends Error {}

class Worker implements MeasureWorker {
  private readonly options: WorkerOptions;
  private readonly stopping = new AbortController();
  private sleeping = new AbortController();
  private readonly loop: Promise<void>;

  constructor(options: WorkerOptions) {
    this.options = options;
    this.loop = this.work();
  }

  wake(): void {
    this.sleeping.abort();
  }

  async stop(): Promise<void> {
    this.stopping.abort(new GivenUpError());
    this.sleeping.abort();
    await this.loop;
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      try {
        if ((await this.options.repository.open()).length > 0) await this.turn();
      } catch (error) {
        if (!this.stopping.signal.aborted) this.options.log.error({ err: error }, "measures could not be computed");
      }
      await this.sleep();
    }
  }

  private async sleep(): Promise<void> {
    if (this.stopping.signal.aborted) return;
    if (!this.sleeping.signal.aborted) await wait(POLL_MS, undefined, { signal: this.sleeping.signal, ref: false }).catch(() => undefined);
    this.sleeping = new AbortController();
  }

  /** Computes everything that waits, unless another instance does. Whoever holds the lease computes alone, so a run that is said to run has lost its instance. */
  private async turn(): Promise<void> {
    const { driver, database, repository, clock, log } = this.options;
    const work = async (lost: AbortSignal): Promise<void> => {
      for (const { id, status } of await repository.recover(clock().toISOString())) {
        log.warn({ run: id, status }, "a measure was taken over from an instance that stopped");
        await dropProjection(this.options, id);
      }
      const signal = AbortSignal.any([lost, this.stopping.signal]);
      for (;;) {
        if (signal.aborted) return;
        const holder = randomUUID();
        const run = await repository.take(holder, clock().toISOString());
        if (run === null) return;
        await this.one(run, holder, signal);
      }
    };
    try {
      await withLease(driver, database, LEASE, work, { ttlMs: LEASE_TTL_MS, waitMs: 0 });
    } catch (error) {
      if (!(error instanceof LeaseHeldError)) throw error;
    }
  }

  private async one(run: MeasureRunModel, holder: string, outer: AbortSignal): Promise<void> {
    const { driver, database, repository, clock, log } = this.options;
    const ended = new AbortController();
    const cancel = new AbortController();
    const signal = AbortSignal.any([outer, cancel.signal]);
    let progress = 0;
    const reached = (part: number): void => {
      progress = Math.max(progress, part);
    };
    const watching = this.watch(run, { holder, done: ended.signal, cancel, reached, progress: () => progress });
    try {
      const changeSequence = await readSequence(driver, database);
      const now = clock().getUTCFullYear();
      const found = await compute(run, { driver, database, repository, now, signal, reached });
      signal.throwIfAborted();
      await this.keep(run, holder, found, changeSequence);
    } catch (error) {
      await this.fail(run, holder, signal.aborted ? signal.reason : error);
      if (!signal.aborted) log.warn({ err: error, run: run.id }, "a measure failed");
    } finally {
      ended.abort();
      await watching;
    }
  }

  /** Writes progress and hears of cancelling until the run has ended. */
  private async watch(run: MeasureRunModel, { holder, done, cancel, reached, progress }: Watched): Promise<void> {
    const { driver, database, repository } = this.options;
    while (!done.aborted) {
      await wait(WATCH_MS, undefined, { signal: done }).catch(() => undefined);
      if (done.aborted) return;
      try {
        if (progress() >= ALGORITHM.from && progress() < ALGORITHM.to) {
          const [row] = decodeRows(progressRow, await read(driver, database, JOB_PROGRESS, { job: run.id }));
          const part = Number.parseFloat(row?.progress ?? "");
          if (Number.isFinite(part)) reached(ALGORITHM.from + ((ALGORITHM.to - ALGORITHM.from) * part) / 100);
        }
        const asked = await repository.note(run.id, holder, progress());
        if (asked === true) cancel.abort(new CancelledError());
        if (asked === null && !done.aborted) cancel.abort(new GivenUpError());
      } catch {
        // Progress is told again in a moment; what must not be missed is decided when the run is written.
      }
    }
  }

  private async keep(run: MeasureRunModel, holder: string, found: Computed, changeSequence: number): Promise<void> {
    const { driver, database, clock } = this.options;
    const { people, pairs, unlinked, sample } = found;
    const changes = {
      ...{ status: "DONE", progress: 1, finishedAt: clock().toISOString(), changeSequence, people, pairs, unlinked },
      summary: JSON.stringify(found.summary),
      ...(sample === null ? {} : { parameters: JSON.stringify({ ...run.parameters, sample }) }),
    };
    await writeTransaction(
      driver,
      database,
      async (transaction) => {
        if (!(await endIn(transaction, run.id, holder, changes))) return;
        await keepChunks(transaction, run.id, "ROWS", found.rows);
        await dropChunks(transaction, run.id, "PEOPLE");
        await pruneIn(transaction, RUNS_KEPT);
      },
      { timeoutMs: WRITE_MS },
    );
  }

  private async fail(run: MeasureRunModel, holder: string, error: unknown): Promise<void> {
    // Left as it is, the next holder of the lease takes it over.
    if (error instanceof GivenUpError || !(error instanceof Error)) return;
    const { driver, database, clock } = this.options;
    const failure: MeasureFailure = error instanceof MeasureGoneError ? "GONE" : "DATABASE";
    const changes =
      error instanceof CancelledError
        ? { status: "CANCELLED", finishedAt: clock().toISOString() }
        : { status: "FAILED", finishedAt: clock().toISOString(), failure };
    await writeTransaction(driver, database, async (transaction) => {
      if (await endIn(transaction, run.id, holder, changes)) await dropChunks(transaction, run.id, "PEOPLE");
    });
  }
}

interface Watched {
  readonly holder: string;
  readonly done: AbortSignal;
  readonly cancel: AbortController;
  readonly reached: (part: number) => void;
  readonly progress: () => number;
}

/** Starts the worker of one instance. */
export function startMeasureWorker(options: WorkerOptions): MeasureWorker {
  return new Worker(options);
}
