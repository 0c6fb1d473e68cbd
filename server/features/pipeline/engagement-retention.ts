import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import { removeForgottenCandidates } from "../candidates/index.ts";
import { CLOSED_BEFORE, DELETE_ENGAGEMENTS, ENGAGEMENTS_OF_CANDIDATES } from "./engagement-retention.cypher.ts";

const idRow = z.object({ id: z.string() });
const deletedRow = z.object({ id: z.string(), candidateId: z.string() });
const BATCH = 200;

async function remove(transaction: WorkTransaction, ids: readonly string[]): Promise<z.infer<typeof deletedRow>[]> {
  const removed = decodeRows(deletedRow, await transaction.run(DELETE_ENGAGEMENTS, { ids }));
  for (const { id } of removed) transaction.touchEngagement(id);
  return removed;
}

/** Removes all engagements of some candidates with everything that hangs on them, for an erasure; returns their ids. */
export async function removeEngagementsOf(transaction: WorkTransaction, candidateIds: readonly string[]): Promise<string[]> {
  const found = decodeRows(idRow, await transaction.run(ENGAGEMENTS_OF_CANDIDATES, { candidateIds })).map((row) => row.id);
  return found.length === 0 ? [] : (await remove(transaction, found)).map((row) => row.id);
}

function removeBatch(database: Database, audit: AuditTrail, before: string): Promise<number> {
  return workTransaction(database, async (transaction) => {
    const ids = decodeRows(idRow, await transaction.run(CLOSED_BEFORE, { before, limit: BATCH })).map((row) => row.id);
    if (ids.length === 0) return 0;
    const removed = await remove(transaction, ids);
    const candidateIds = [...new Set(removed.map((row) => row.candidateId))];
    await removeForgottenCandidates(transaction, candidateIds);
    const detail = { kind: "engagements", before, count: removed.length };
    const subjectIds = [...removed.map((row) => row.id), ...candidateIds];
    await audit.appendIn(transaction, { actor: null, origin: null, action: "RETENTION", subjectIds, detail, result: "OK" });
    return removed.length;
  });
}

/** Removes engagements that were stopped or landed before a day, on record; returns how many. Their people go with them when nothing else names them. */
export async function removeClosedEngagements(database: Database, audit: AuditTrail, before: string): Promise<number> {
  let total = 0;
  for (let batch = BATCH; batch === BATCH; total += batch) batch = await removeBatch(database, audit, before);
  return total;
}
