import type { Transaction } from "../../db/run.ts";
import {
  candidatesByKeys,
  candidatesOfPerson,
  candidatesOfScientist,
  type EmployerDirectory,
  findCandidate,
  isWrittenOtherwise,
  type KeyedCandidate,
  nameForms,
  objectionOf,
  type PersonKeyed,
  type RunningClaim,
  runningClaims,
  soughtKeys,
} from "../candidates/index.ts";
import type { ProgressModel } from "../pipeline/pipeline.types.ts";
import type { StatedPerson } from "./person-matcher.ts";

/** Tells the furthest engagement of a person that is open or paused. */
export type ProgressOf = (transaction: Transaction, candidateIds: readonly string[]) => Promise<ProgressModel | null>;

/** What is known already of a person that somebody names. */
export interface PersonStanding {
  /** All candidates that stand for the person, the one that a referral is added to first; empty for somebody new. */
  readonly candidateIds: readonly string[];
  /** Whether the person is known by an ORCID or as a scientist, so that nobody can say it is another one. */
  readonly certain: boolean;
  /** Since when the person objects to being contacted. */
  readonly objectedOn: string | null;
  readonly claims: readonly RunningClaim[];
  readonly progress: ProgressModel | null;
}

/** What makes a named person known. */
export function personKeyed(person: StatedPerson, directory: EmployerDirectory): PersonKeyed {
  return {
    name: nameForms(person.name),
    employerKeys: person.employer === null ? [] : directory.keysOf(person.employer),
    orcid: person.orcid,
  };
}

function hasOrcid({ keys }: KeyedCandidate, orcid: string | null): boolean {
  return orcid !== null && keys.includes(`o ${orcid}`);
}

/** Candidates known by a key, without those of another ORCID, other 汉字 or another scientist. */
async function knownByKeys(transaction: Transaction, keyed: PersonKeyed, scientistId: string | null): Promise<KeyedCandidate[]> {
  const found = await candidatesByKeys(transaction, soughtKeys(keyed));
  const known: KeyedCandidate[] = [];
  for (const candidate of found) {
    if (!hasOrcid(candidate, keyed.orcid)) {
      const otherOrcid = keyed.orcid !== null && candidate.keys.some((key) => key.startsWith("o "));
      if (otherOrcid || isWrittenOtherwise(keyed.name, candidate.keys)) continue;
      const identified = scientistId === null ? null : ((await findCandidate(transaction, candidate.id))?.scientistId ?? null);
      if (identified !== null && identified !== scientistId) continue;
    }
    known.push(candidate);
  }
  return known;
}

/**
 * What is known of a named person, by name and employer, ORCID, or as the scientist they were found to be.
 * @param scientistId null when the person is not taken for anybody of the map
 */
export async function standingOf(
  transaction: Transaction,
  { keyed, scientistId, picked }: { readonly keyed: PersonKeyed; readonly scientistId: string | null; readonly picked: boolean },
  progressOf: ProgressOf,
  today: string,
): Promise<PersonStanding> {
  const byKeys = await knownByKeys(transaction, keyed, scientistId);
  const byScientist = scientistId === null ? [] : await candidatesOfScientist(transaction, scientistId);
  const first = [...byKeys.map((candidate) => candidate.id), ...byScientist];
  const ids = new Set(first);
  for (const id of first) for (const other of await candidatesOfPerson(transaction, id)) ids.add(other);
  const candidateIds = [...ids];
  let objectedOn: string | null = null;
  for (const id of candidateIds) objectedOn ??= await objectionOf(transaction, id);
  return {
    candidateIds,
    certain: picked || byKeys.some((candidate) => hasOrcid(candidate, keyed.orcid)),
    objectedOn,
    claims: await runningClaims(transaction, candidateIds, today),
    progress: await progressOf(transaction, candidateIds),
  };
}
