import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { writeTransaction } from "../../db/run.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import { CLOSED_REQUEST_KEEP_DAYS } from "./data-registry.ts";
import type { RetainedRecords } from "./privacy.types.ts";
import { DELETE_OLD_CONTACTS, DELETE_OLD_REQUESTS } from "./retention.cypher.ts";

/** What retention is given. */
export interface RetentionOptions extends Database {
  readonly audit: AuditTrail;
  readonly contactKeepDays: number;
  /** Records of other rooms. */
  readonly others?: readonly RetainedRecords[];
}

/** How many records a run removed, by their name. */
export type RetentionResult = Readonly<Record<string, number>>;

const BATCH = 500;
const removedRow = z.object({ scientistId: z.string() });

interface Kind {
  readonly name: string;
  readonly statement: string;
  readonly before: string;
}

/** Removes one batch and records it in the same transaction. */
function removeBatch({ driver, database, audit }: RetentionOptions, { name, statement, before }: Kind): Promise<number> {
  return writeTransaction(driver, database, async (transaction) => {
    const removed = decodeRows(removedRow, await transaction.run(statement, { before, limit: BATCH }));
    if (removed.length === 0) return 0;
    const subjectIds = [...new Set(removed.map((row) => row.scientistId))];
    const detail = { kind: name, before, count: removed.length };
    await audit.appendIn(transaction, { actor: null, origin: null, action: "RETENTION", subjectIds, detail, result: "OK" });
    return removed.length;
  });
}

async function removeAll(options: RetentionOptions, kind: Kind): Promise<number> {
  let total = 0;
  for (let batch = BATCH; batch === BATCH; total += batch) batch = await removeBatch(options, kind);
  return total;
}

/**
 * Removes what has been kept long enough: contacts by the day they were obtained, closed requests by the day they were closed. The days are
 * those of the registry of personal data.
 */
export async function applyRetention(options: RetentionOptions, now: Date): Promise<RetentionResult> {
  const before = (days: number): string => daysAfter(chinaDayOf(now), -days);
  const others: Record<string, number> = {};
  for (const { name, keepDays, remove } of options.others ?? []) others[name] = await remove(before(keepDays));
  return {
    ...others,
    contacts: await removeAll(options, { name: "contacts", statement: DELETE_OLD_CONTACTS, before: before(options.contactKeepDays) }),
    requests: await removeAll(options, { name: "requests", statement: DELETE_OLD_REQUESTS, before: before(CLOSED_REQUEST_KEEP_DAYS) }),
  };
}
