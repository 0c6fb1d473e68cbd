import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { type Transaction, writeTransaction } from "../../db/run.ts";
import { AppError } from "../../shared/errors.ts";
import { AUDIT_RECORDS_UP_TO, FIRST_AUDIT_RECORD_SINCE, PRUNE_AUDIT_RECORDS } from "./audit.cypher.ts";
import { type HeadState, proven } from "./audit-chain.ts";
import { type AuditTrailOptions, draftOf, type Extension, extendChain } from "./audit-trail.ts";

/** Days that records are kept at least: six months by 网络安全法 art. 21 (3) (security.md S36). */
export const LEAST_KEEP_DAYS = 180;
const DAY_MS = 86_400_000;
/** One transaction deletes so many at most: it holds the lock of the trail meanwhile. */
const BATCH = 5_000;
const BATCH_TIMEOUT_MS = 60_000;

const firstKept = z.object({ index: z.number().nullable() });
const recordRow = z.object({ properties: z.unknown() });

/** What is to be deleted is not as it was written, so it stays as evidence. Code `AUDIT_BROKEN`. */
export class AuditBrokenError extends AppError {
  constructor(index: number) {
    super(
      "AUDIT_BROKEN",
      `审计链在第 ${index} 条处被破坏，因此没有删除到期记录；请运行 npm run audit -- verify。`,
      `The audit trail is broken at record ${index}, so no old records were deleted; run npm run audit -- verify.`,
    );
  }
}

/** The hash of record `to`, once every record from the beginning of the chain up to it is proven. */
async function provenUpTo(transaction: Transaction, options: AuditTrailOptions, head: HeadState, to: number): Promise<string> {
  const rows = decodeRows(recordRow, await transaction.run(AUDIT_RECORDS_UP_TO, { after: head.prunedTo, to }));
  let last = { index: head.prunedTo, hash: head.prunedHash };
  for (const row of rows) {
    const record = proven(options.secret, last.hash, row.properties);
    if (record === null || record.index !== last.index + 1) throw new AuditBrokenError(last.index + 1);
    last = record;
  }
  if (last.index !== to) throw new AuditBrokenError(last.index + 1);
  return last.hash;
}

async function pruneBatch(transaction: Transaction, options: AuditTrailOptions, cutoff: string, head: HeadState): Promise<Extension> {
  const [kept] = decodeRows(firstKept, await transaction.run(FIRST_AUDIT_RECORD_SINCE, { cutoff }));
  const due = Math.min((kept?.index ?? head.count + 1) - 1, head.count, head.prunedTo + BATCH);
  if (due <= head.prunedTo) return { drafts: [] };
  const prunedHash = await provenUpTo(transaction, options, head, due);
  await transaction.run(PRUNE_AUDIT_RECORDS, { to: due });
  const detail = { what: "AUDIT_RECORDS", from: head.prunedTo + 1, to: due, before: cutoff };
  const event = { actor: null, origin: null, action: "RETENTION" as const, subjectIds: [], detail, result: "OK" as const };
  return { drafts: [draftOf(event, options.clock())], start: { prunedTo: due, prunedHash } };
}

/**
 * Deletes the records older than `keepDays`, oldest first, up to the first that is younger. The head keeps the hash of the last one
 * deleted under its seal, so that the chain that is left stays verifiable, and each deletion is itself recorded.
 * @returns how many were deleted
 * @throws RangeError below 180 days
 * @throws AuditBrokenError when what is due is not as it was written: evidence stays
 */
export async function pruneAuditTrail(options: AuditTrailOptions, keepDays: number): Promise<number> {
  if (!(keepDays >= LEAST_KEEP_DAYS)) throw new RangeError(`audit records are kept ${LEAST_KEEP_DAYS} days at least`);
  const cutoff = new Date(options.clock().getTime() - keepDays * DAY_MS).toISOString();
  let pruned = 0;
  for (;;) {
    let batch = 0;
    await writeTransaction(
      options.driver,
      options.database,
      (transaction) =>
        extendChain(transaction, options, async (head) => {
          const extension = await pruneBatch(transaction, options, cutoff, head);
          batch = (extension.start?.prunedTo ?? head.prunedTo) - head.prunedTo;
          return extension;
        }),
      { timeoutMs: BATCH_TIMEOUT_MS },
    );
    pruned += batch;
    if (batch < BATCH) return pruned;
  }
}
