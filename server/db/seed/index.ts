import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { readSeeds } from "../../../seeds/index.ts";
import type { Log } from "../../shared/log.ts";
import { withLease } from "../lease.ts";
import { decodeRows } from "../records.ts";
import { read, write } from "../run.ts";
import { importReferenceRows } from "./import-reference.ts";
import { importScientistRows } from "./import-scientists.ts";
import { ANY_SCIENTIST, FINISH_SEED_RUN, SEED_RUN, START_SEED_RUN } from "./seed.cypher.ts";
import type { ImportOptions, ImportResult, SeedRows } from "./seed.types.ts";

export { importReferenceRows } from "./import-reference.ts";
export { importScientistRows, RefusalCheckMissingError, removeScientist, removeScientistIn } from "./import-scientists.ts";
export { UnknownKeyError } from "./scientist-plan.ts";
export type { ImportOptions, ImportResult, ReferenceRows, RefusalCheck, SeedRows } from "./seed.types.ts";

/** A seed waits for another instance that seeds the same database. */
const LEASE = { waitMs: 600_000 };

/** The options of an import that stops as well when the lease is lost. */
function stoppedBy(options: ImportOptions, lost: AbortSignal): ImportOptions {
  return { ...options, signal: options.signal === undefined ? lost : AbortSignal.any([options.signal, lost]) };
}

const seedRun = z.object({ finished: z.boolean() });

async function load(driver: Driver, database: string, log: Log, rows: SeedRows, options: ImportOptions): Promise<ImportResult> {
  const started = performance.now();
  await write(driver, database, START_SEED_RUN);
  const reference = await importReferenceRows(driver, database, rows, options);
  log.info({ created: reference.created, changed: reference.changed }, "seed: sources, places, fields, institutions and awards are in");
  const onProgress = (written: number): void => {
    log.info({ written, of: rows.scientists.length }, "seed: scientists");
    options.onProgress?.(written);
  };
  const people = await importScientistRows(driver, database, rows.scientists, { ...options, onProgress });
  options.signal?.throwIfAborted();
  await write(driver, database, FINISH_SEED_RUN);
  const created = reference.created + people.created;
  const changed = reference.changed + people.changed;
  const unchanged = reference.unchanged + people.unchanged;
  log.info(
    { created, changed, unchanged, refused: people.refused, milliseconds: Math.round(performance.now() - started) },
    `seed: ${created} created, ${changed} changed`,
  );
  return { created, changed, unchanged, refused: people.refused, sequence: people.sequence };
}

/**
 * Loads the seeds, or completes or updates them: rows that are in already are skipped. Nodes that are no longer in the seeds stay.
 * One instance at a time; others wait and then find nothing to do.
 * @returns how many nodes were created and changed; 0 and 0 when everything was there
 * @throws UnknownKeyError, LeaseHeldError, or an AppError by the code of the driver's error
 */
export function seed(
  driver: Driver,
  database: string,
  log: Log,
  rows: SeedRows = readSeeds(),
  options: ImportOptions = {},
): Promise<ImportResult> {
  return withLease(driver, database, "seed", (lost) => load(driver, database, log, rows, stoppedBy(options, lost)), LEASE);
}

async function isNeeded(driver: Driver, database: string): Promise<boolean> {
  const [run] = decodeRows(seedRun, await read(driver, database, SEED_RUN));
  if (run !== undefined) return !run.finished;
  return (await read(driver, database, ANY_SCIENTIST)).length === 0;
}

/**
 * Loads the seeds into a database without people, or completes a load that was stopped; otherwise does nothing, so that
 * an operator's own data is never mixed with the demo data at start.
 * @returns what {@link seed} returns, or null when there was nothing to do
 */
export function seedIfEmpty(
  driver: Driver,
  database: string,
  log: Log,
  readRows: () => SeedRows = readSeeds,
  options: ImportOptions = {},
): Promise<ImportResult | null> {
  const loadIfNeeded = async (lost: AbortSignal): Promise<ImportResult | null> =>
    (await isNeeded(driver, database)) ? load(driver, database, log, readRows(), stoppedBy(options, lost)) : null;
  return withLease(driver, database, "seed", loadIfNeeded, LEASE);
}
