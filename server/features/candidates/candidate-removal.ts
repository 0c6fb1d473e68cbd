import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { DELETE_CANDIDATES, FORGOTTEN_CANDIDATES, RECORD_CANDIDATE_OBJECTION, SUBJECT_OF } from "./candidate-removal.cypher.ts";

const idRow = z.object({ id: z.string() });
const subjectRow = z.object({ scientistId: z.string().nullable(), candidateId: z.string().nullable() });

/** Whom an id stands for: a scientist, a candidate, or both when the candidate is identified; nobody when both are null. */
export type PersonSubject = z.infer<typeof subjectRow>;

/** Whom the id of a scientist or of a candidate stands for. */
export async function subjectOf(transaction: Transaction, id: string): Promise<PersonSubject> {
  return decodeRows(subjectRow, await transaction.run(SUBJECT_OF, { id }))[0] ?? { scientistId: null, candidateId: null };
}

/** Removes candidates with their keys; what names them is removed before. */
export async function removeCandidates(transaction: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await transaction.run(DELETE_CANDIDATES, { ids });
}

/** Removes those of some candidates that no referral and no engagement names any more; returns their ids. */
export async function removeForgottenCandidates(transaction: Transaction, ids: readonly string[]): Promise<string[]> {
  const forgotten = decodeRows(idRow, await transaction.run(FORGOTTEN_CANDIDATES, { ids })).map((row) => row.id);
  await removeCandidates(transaction, forgotten);
  return forgotten;
}

/** Notes since when the person of a candidate who is not identified objects to being contacted; a day in China. */
export async function recordObjection(transaction: Transaction, id: string, on: string): Promise<void> {
  await transaction.run(RECORD_CANDIDATE_OBJECTION, { id, on });
}
