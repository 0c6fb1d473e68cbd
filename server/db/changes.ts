import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { InternalError } from "../shared/errors.ts";
import { CHANGE_MARK, CHANGES_SINCE, LAST_CHANGE, PRUNE_CHANGES, RECORD_CHANGE, SEQUENCE_STATE } from "./changes.cypher.ts";
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
  mark: z.string().nullable(),
  kind: z.enum(["SCIENTISTS", "REFERENCE"]),
  scientistIds: z.array(z.string()),
  at: z.string(),
});

/** One committed change. `at` is a time in ISO 8601. */
export type Change = z.infer<typeof change>;

/**
 * Where a reader stands: the number of the last change it saw and that change's random mark, by which a database that was restored or
 * replaced is noticed even when it has reached the same number. The mark is null before the first change and of changes of old versions.
 */
export interface ChangePosition {
  readonly sequence: number;
  readonly mark: string | null;
}

/** The changes after a number. When `rebuild` is true they are not all there any more and the reader must start anew. */
export interface ChangesSince {
  readonly rebuild: boolean;
  /** In order and without gaps, at most 1,000; empty when `rebuild`. */
  readonly changes: readonly Change[];
  /** The position to ask with next; after a rebuild, read {@link readPosition} before reading the graph. */
  readonly position: ChangePosition;
}

/** How many changes are kept; a reader further behind has to rebuild, which is then cheaper. */
export const CHANGES_KEPT = 10_000;
const CHANGES_PER_READ = 1_000;

const recorded = z.object({ sequence: z.number(), prunedTo: z.number() });
const marked = z.object({ mark: z.string().nullable() });
const lastChange = marked.extend({ sequence: z.number() });
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

/** The position of the last change; number 0 in a database without any. */
export async function readPosition(driver: Driver, database: string): Promise<ChangePosition> {
  const [row] = decodeRows(lastChange, await read(driver, database, LAST_CHANGE));
  return row ?? { sequence: 0, mark: null };
}

/** The changes that directly follow `sequence`: a scan may meet number 8 before 7 is visible, then 8 waits for the next read. */
function withoutGap(changes: readonly Change[], sequence: number): Change[] {
  return changes.filter((entry, index) => entry.sequence === sequence + index + 1);
}

/**
 * The changes after a position, oldest first. Ask again while it returns 1,000.
 * `rebuild` is true when some of them were deleted, or when the database does not hold the change that the reader saw (it was replaced).
 */
export function readChangesSince(driver: Driver, database: string, position: ChangePosition): Promise<ChangesSince> {
  const { sequence } = position;
  return readTransaction(driver, database, async (transaction) => {
    const changes = decodeRows(change, await transaction.run(CHANGES_SINCE, { sequence, limit: CHANGES_PER_READ }));
    // Read after the changes: whatever was deleted before or while they were read is already in `prunedTo`.
    const [now] = decodeRows(state, await transaction.run(SEQUENCE_STATE));
    const { value, prunedTo } = now ?? { value: 0, prunedTo: 0 };
    const [seen] = decodeRows(marked, await transaction.run(CHANGE_MARK, { sequence }));
    if (prunedTo > sequence || value < sequence || (seen?.mark ?? null) !== position.mark) return { rebuild: true, changes: [], position };
    const following = withoutGap(changes, sequence);
    const last = following.at(-1);
    return { rebuild: false, changes: following, position: last === undefined ? position : { sequence: last.sequence, mark: last.mark } };
  });
}
