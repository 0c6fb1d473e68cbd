import DataLoader from "dataloader";
import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { readBatch, type Transaction } from "../../db/run.ts";
import type { WorkTransaction } from "../../db/work-changes.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { InternalError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import * as cypher from "./candidates.cypher.ts";
import type { CandidateModel, Identification, IdentificationOutcome } from "./candidates.types.ts";
import { settleClaims } from "./claims.ts";

const idRow = z.object({ id: z.string() });
const scientistRow = z.object({ name: z.string(), orcid: z.string().nullable(), objectedOn: z.string().nullable() });
const objectionRow = z.object({ objectedOn: z.string().nullable() });
const keyedRow = z.object({ id: z.string(), name: z.string(), objectedOn: z.string().nullable(), keys: z.array(z.string()) });
const candidateRow = z.object({
  key: z.string(),
  id: z.string(),
  name: z.string(),
  employer: z.string().nullable(),
  orcid: z.string().nullable(),
  scientistId: z.string().nullable(),
  demo: z.boolean(),
});

/** A candidate with the keys by which it is known. */
export type KeyedCandidate = z.infer<typeof keyedRow>;

/** What a new candidate is made of. */
export interface NewCandidate {
  readonly name: string;
  readonly employer: string | null;
  readonly orcid: string | null;
  readonly keys: readonly string[];
  readonly demo: boolean;
}

/** Candidates by id, for one request. @throws InternalError for an id that no candidate has */
export function createCandidatesLoader({ driver, database }: Database): DataLoader<string, CandidateModel> {
  return new DataLoader<string, CandidateModel>(async (ids) => {
    const rows = await readBatch(driver, database, cypher.CANDIDATES_BY_ID, ids, candidateRow);
    return rows.map((row) => row ?? new InternalError({ cause: new Error("No candidate has this id, to which the graph refers.") }));
  });
}

/** A candidate as the transaction sees it, or null. */
export async function findCandidate(transaction: Transaction, id: string): Promise<CandidateModel | null> {
  return decodeRows(candidateRow, await transaction.run(cypher.CANDIDATES_BY_ID, { keys: [id] }))[0] ?? null;
}

/** All candidates that stand for the same person (identified as the same scientist), itself included, oldest first; empty for an unknown id. */
export async function candidatesOfPerson(transaction: Transaction, candidateId: string): Promise<string[]> {
  return decodeRows(idRow, await transaction.run(cypher.CANDIDATES_OF_PERSON, { id: candidateId })).map((row) => row.id);
}

/** The candidates identified as a scientist, oldest first. */
export async function candidatesOfScientist(transaction: Transaction, scientistId: string): Promise<string[]> {
  return decodeRows(idRow, await transaction.run(cypher.CANDIDATES_OF_SCIENTIST, { scientistId })).map((row) => row.id);
}

/** Candidates that have any of some keys, oldest first. */
export async function candidatesByKeys(transaction: Transaction, keys: readonly string[]): Promise<KeyedCandidate[]> {
  return keys.length === 0 ? [] : decodeRows(keyedRow, await transaction.run(cypher.CANDIDATES_BY_KEYS, { keys }));
}

/** Since when a candidate's person objects to being contacted, as a candidate or as a scientist; null when they do not, or there is none. */
export async function objectionOf(transaction: Transaction, candidateId: string): Promise<string | null> {
  return decodeRows(objectionRow, await transaction.run(cypher.OBJECTION_OF, { id: candidateId }))[0]?.objectedOn ?? null;
}

/** Adds a candidate. */
export async function createCandidate(transaction: Transaction, { keys, ...stated }: NewCandidate, now: Date): Promise<{ id: string }> {
  const id = newId(now.getTime());
  await transaction.run(cypher.CREATE_CANDIDATE, { properties: { id, ...stated, createdAt: now.toISOString() } });
  await addKeys(transaction, id, keys);
  return { id };
}

/** Gives a candidate further keys. */
export async function addKeys(transaction: Transaction, id: string, keys: readonly string[]): Promise<void> {
  if (keys.length > 0) await transaction.run(cypher.ADD_CANDIDATE_KEYS, { id, keys });
}

/** A scientist as far as engaging them needs it; null when there is none of that id. */
export async function scientistToEngage(transaction: Transaction, id: string): Promise<z.infer<typeof scientistRow> | null> {
  return decodeRows(scientistRow, await transaction.run(cypher.SCIENTIST_TO_ENGAGE, { id }))[0] ?? null;
}

/** Finds the oldest candidate identified as a scientist, or makes one; null when there is no such scientist. */
export async function candidateOfScientist(
  transaction: WorkTransaction,
  scientistId: string,
  { now, demo, byId }: { readonly now: Date; readonly demo: boolean; readonly byId?: string },
): Promise<{ id: string } | null> {
  const [known] = await candidatesOfScientist(transaction, scientistId);
  if (known !== undefined) return { id: known };
  const scientist = await scientistToEngage(transaction, scientistId);
  if (scientist === null) return null;
  const { name, orcid } = scientist;
  const made = await createCandidate(transaction, { name, employer: null, orcid, keys: orcid === null ? [] : [`o ${orcid}`], demo }, now);
  const properties = { byId: byId ?? null, at: now.toISOString(), agrees: [] };
  await transaction.run(cypher.IDENTIFY, { id: made.id, scientistId, properties });
  return made;
}

/**
 * Links a candidate with a scientist, or takes the link away. When the scientist's candidates then hold several running claims, the first
 * keeps it and the others become referrals of a person in progress.
 */
export async function identify(transaction: WorkTransaction, identification: Identification): Promise<IdentificationOutcome> {
  const { candidateId, scientistId, byId, at, agrees } = identification;
  if ((await findCandidate(transaction, candidateId)) === null) return "NO_SUCH_CANDIDATE";
  const scientist = scientistId === null ? null : await scientistToEngage(transaction, scientistId);
  if (scientistId !== null && scientist === null) return "NO_SUCH_SCIENTIST";
  if (scientist !== null && scientist.objectedOn !== null) return "OBJECTED";
  await transaction.run(cypher.UNIDENTIFY, { id: candidateId });
  if (scientistId === null) return "DONE";
  const properties = { byId, at: at.toISOString(), agrees };
  await transaction.run(cypher.IDENTIFY, { id: candidateId, scientistId, properties });
  await settleClaims(transaction, await candidatesOfPerson(transaction, candidateId), chinaDayOf(at));
  return "DONE";
}
