import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { InternalError } from "../shared/errors.ts";
import { CHANGES_SINCE, PRUNE_CHANGES, RECORD_CHANGE, SEQUENCE_STATE } from "./changes.cypher.ts";
import { decodeRows } from "./records.ts";
import { read, readTransaction, type Transaction } from "./run.ts";

/** What a writing transaction touched: some people, or the places, institutions, fields, awards or sources behind all of them. */
export type ChangeKind = "SCIENTISTS" | "REFERENCE";

/** What {@link recordChange} is told. `scientistIds` is empty for `REFERENCE`. */
export interface NewChange {
  readonly kind: ChangeKind;
  readonly scientistIds: readonly string[];
}

const change = z.object({
  sequence: z.number(),
  kind: z.enum(["SCIENTISTS", "REFERENCE"]),
  scientistIds: z.array(z.string()),
  at: z.string(),
});

/** One committed change. `at` is a time in ISO 8601. */
export type Change = z.infer<typeof change>;

/** The changes after a number. When `rebuild` is true they are not all there any more and the reader must start anew. */
export interface ChangesSince {
  readonly rebuild: boolean;
  /** In order and without gaps, at most 1,000; empty when `rebuild`. */
  readonly changes: readonly Change[];
  /** The number to ask with next; after a rebuild, read {@link readSequence} before reading the graph. */
  readonly sequence: number;
}

/** How many changes are kept; a reader further behind has to rebuild, which is then cheaper. */
export const CHANGES_KEPT = 10_000;
const CHANGES_PER_READ = 1_000;

const recorded = z.object({ sequence: z.number(), prunedTo: z.number() });
const state = z.object({ value: z.number(), prunedTo: z.number() });

/**
 * Numbers the transaction. Call it before the first write of the transaction: it takes the one write lock, which serialises writers,
 * spares them deadlocks, and makes the order of the numbers the order of the commits.
 * @returns the new number
 */
export async function recordChange(transaction: Transaction, made: NewChange, keep: number = CHANGES_KEPT): Promise<number> {
  const [row] = decodeRows(recorded, await transaction.run(RECORD_CHANGE, { ...made, keep }));
  if (row === undefined) throw new InternalError();
  // Same transaction and lock as the new `prunedTo`, so no reader sees changes missing without being told.
  if (row.prunedTo > 0) await transaction.run(PRUNE_CHANGES, { prunedTo: row.prunedTo });
  return row.sequence;
}

/** The number of the last change; 0 in a database without any. */
export async function readSequence(driver: Driver, database: string): Promise<number> {
  const [row] = decodeRows(state, await read(driver, database, SEQUENCE_STATE));
  return row?.value ?? 0;
}

/** The changes that directly follow `sequence`: a scan may meet number 8 before 7 is visible, then 8 waits for the next read. */
function withoutGap(changes: readonly Change[], sequence: number): Change[] {
  return changes.filter((entry, index) => entry.sequence === sequence + index + 1);
}

/**
 * The changes after `sequence`, oldest first. Ask again while it returns 1,000.
 * `rebuild` is true when some of them were deleted, or when the database has fewer changes than the reader saw (it was replaced).
 */
export function readChangesSince(driver: Driver, database: string, sequence: number): Promise<ChangesSince> {
  return readTransaction(driver, database, async (transaction) => {
    const changes = decodeRows(change, await transaction.run(CHANGES_SINCE, { sequence, limit: CHANGES_PER_READ }));
    // Read after the changes: whatever was deleted before or while they were read is already in `prunedTo`.
    const [now] = decodeRows(state, await transaction.run(SEQUENCE_STATE));
    const { value, prunedTo } = now ?? { value: 0, prunedTo: 0 };
    if (prunedTo > sequence || value < sequence) return { rebuild: true, changes: [], sequence };
    const following = withoutGap(changes, sequence);
    return { rebuild: false, changes: following, sequence: sequence + following.length };
  });
}
