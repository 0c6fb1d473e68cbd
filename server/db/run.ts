import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import type { z } from "zod";
import { toAppError } from "./errors.ts";
import { decodeRows, type Parameters, type Row, toParameterMap, toRow } from "./records.ts";

/** Limits of one statement or transaction. */
export interface RunOptions {
  /** After which the server stops the transaction; 10 s unless told. */
  readonly timeoutMs?: number;
}

/** Limits of a streamed read. */
export interface StreamOptions extends RunOptions {
  /** Records fetched from the server at a time; 10,000 unless told. */
  readonly fetchSize?: number;
  /** Ends the statement on the server when it is aborted, also before its first row. */
  readonly signal?: AbortSignal;
}

/** An open transaction. */
export interface Transaction {
  /** Runs one statement and returns all its rows. */
  run(cypher: string, parameters?: Parameters): Promise<Row[]>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const STREAM_TIMEOUT_MS = 600_000;
const STREAM_FETCH_SIZE = 10_000;

type AccessMode = "READ" | "WRITE";

/** The bookmark manager of the driver makes each session of this process see the writes of the sessions before it, also in a cluster. */
function openSession(driver: Driver, database: string, mode: AccessMode, fetchSize?: number): Session {
  return driver.session({
    database,
    defaultAccessMode: mode === "READ" ? neo4j.session.READ : neo4j.session.WRITE,
    bookmarkManager: driver.executeQueryBookmarkManager,
    ...(fetchSize === undefined ? {} : { fetchSize }),
  });
}

function wrap(transaction: ManagedTransaction): Transaction {
  return {
    async run(cypher, parameters = {}) {
      const result = await transaction.run(cypher, toParameterMap(parameters));
      return result.records.map(toRow);
    },
  };
}

async function inTransaction<T>(
  driver: Driver,
  database: string,
  mode: AccessMode,
  work: (transaction: Transaction) => Promise<T>,
  options: RunOptions,
): Promise<T> {
  const session = openSession(driver, database, mode);
  const config = { timeout: options.timeoutMs ?? DEFAULT_TIMEOUT_MS };
  try {
    if (mode === "READ") return await session.executeRead((transaction) => work(wrap(transaction)), config);
    return await session.executeWrite((transaction) => work(wrap(transaction)), config);
  } catch (error) {
    throw toAppError(error);
  } finally {
    await session.close();
  }
}

/**
 * Runs several reads in one transaction. The driver alone decides about running `work` again after a passing fault, so it must be repeatable.
 * @throws AppError by the code of the driver's error
 */
export function readTransaction<T>(
  driver: Driver,
  database: string,
  work: (transaction: Transaction) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  return inTransaction(driver, database, "READ", work, options);
}

/**
 * Runs several statements in one writing transaction, all kept or none. `work` may run again, as in {@link readTransaction}.
 * @throws AppError by the code of the driver's error
 */
export function writeTransaction<T>(
  driver: Driver,
  database: string,
  work: (transaction: Transaction) => Promise<T>,
  options: RunOptions = {},
): Promise<T> {
  return inTransaction(driver, database, "WRITE", work, options);
}

/** Runs one reading statement and returns all its rows. */
export function read(
  driver: Driver,
  database: string,
  cypher: string,
  parameters: Parameters = {},
  options: RunOptions = {},
): Promise<Row[]> {
  return readTransaction(driver, database, (transaction) => transaction.run(cypher, parameters), options);
}

/** Runs one writing statement and returns all its rows. */
export function write(
  driver: Driver,
  database: string,
  cypher: string,
  parameters: Parameters = {},
  options: RunOptions = {},
): Promise<Row[]> {
  return writeTransaction(driver, database, (transaction) => transaction.run(cypher, parameters), options);
}

/**
 * Reads many keys at once. The statement gets `$keys`, without duplicates, and answers at most one row per key in a column `key`.
 * @returns one entry per given key, in the order given; null where no row came
 */
export async function readBatch<T extends { key: string }>(
  driver: Driver,
  database: string,
  cypher: string,
  keys: readonly string[],
  shape: z.ZodType<T>,
  parameters: Parameters = {},
): Promise<Array<T | null>> {
  if (keys.length === 0) return [];
  const rows = await read(driver, database, cypher, { ...parameters, keys: [...new Set(keys)] });
  const byKey = new Map(decodeRows(shape, rows).map((row) => [row.key, row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/**
 * Streams the rows of one reading statement without holding them all. Stopping early ends the read on the server.
 * Nothing is tried again, since rows may already have been used.
 * @throws AppError by the code of the driver's error; the reason of `signal` when that was aborted
 */
export async function* readStream(
  driver: Driver,
  database: string,
  cypher: string,
  parameters: Parameters = {},
  options: StreamOptions = {},
): AsyncGenerator<Row, void, void> {
  options.signal?.throwIfAborted();
  const session = openSession(driver, database, "READ", options.fetchSize ?? STREAM_FETCH_SIZE);
  const stop = (): void => void session.close().catch(() => undefined);
  options.signal?.addEventListener("abort", stop, { once: true });
  try {
    const result = session.run(cypher, toParameterMap(parameters), { timeout: options.timeoutMs ?? STREAM_TIMEOUT_MS });
    for await (const record of result) yield toRow(record);
    options.signal?.throwIfAborted();
  } catch (error) {
    options.signal?.throwIfAborted();
    throw toAppError(error);
  } finally {
    options.signal?.removeEventListener("abort", stop);
    await session.close();
  }
}
