import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { AuditTrail } from "../audit/audit.types.ts";
import {
  candidatesByKeys,
  candidatesOfScientist,
  type EmployerDirectory,
  findCandidate,
  isWrittenOtherwise,
  nameForms,
  recordObjection,
  removeCandidates,
  removeForgottenCandidates,
  soughtKeys,
  subjectOf,
} from "../candidates/index.ts";
import { removeEngagementsOf } from "../pipeline/index.ts";
import type { HeldThing, HeldWork } from "../privacy/privacy.types.ts";
import * as cypher from "./personal-work.cypher.ts";

const texts = z.array(z.string().nullable());
const idRow = z.object({ id: z.string() });
const removedRow = z.object({ id: z.string(), candidateId: z.string(), referrerId: z.string() });
const identityRow = z.object({ names: texts, employers: texts, orcids: texts });
const scientistRow = z.object({ orcid: z.string().nullable(), names: texts, employerIds: z.array(z.string()), employers: texts });
const heldRow = z.object({ label: z.string(), properties: z.record(z.string(), z.unknown()), referrerRole: z.string().nullable() });

const BATCH = 200;
/** Names and accounts of others, and the store's own marks. */
const OF_OTHERS = new Set(
  "referrerId referrerName ownerId ownerName byId byName decidedById decidedByName decidedBy ambassadorId ambassadorName submissionKey loggingKey occasion".split(
    " ",
  ),
);

function present(list: readonly (string | null)[]): string[] {
  return [...new Set(list.filter((text) => text !== null && text !== "").flatMap((text) => text ?? []))];
}

function shownOf({ label, properties, referrerRole }: z.infer<typeof heldRow>): HeldThing {
  const own = Object.entries(properties).filter(([name]) => !OF_OTHERS.has(name));
  const more: [string, unknown][] = label === "Referral" ? [["referrer", referrerRole ?? "AMBASSADOR"]] : [];
  if (label === "Attachment") more.push(["openedAt", `/attachments/${String(properties.id)}`]);
  return { label, properties: Object.fromEntries([...own, ...more]) };
}

/** Removes referrals with what hangs on them, and notes whose they were. */
async function removeReferrals(transaction: WorkTransaction, ids: readonly string[]): Promise<z.infer<typeof removedRow>[]> {
  const removed = decodeRows(removedRow, await transaction.run(cypher.DELETE_REFERRALS, { ids }));
  for (const { referrerId } of removed) transaction.touchReferrer(referrerId);
  return removed;
}

/** What referrals and engagements hold on people, for requests of the people concerned. */
export function createHeldWork(directory: () => Promise<EmployerDirectory>): HeldWork {
  /** Candidates that nobody has identified and that are the scientist by the rule for two referrals. */
  async function knownAs(transaction: Transaction, scientistId: string): Promise<string[]> {
    const [row] = decodeRows(scientistRow, await transaction.run(cypher.SCIENTIST_AS_STATED, { id: scientistId }));
    if (row === undefined) return [];
    const employers = await directory();
    const stated = present([...row.employers, ...employers.namesOf(row.employerIds)]);
    const employerKeys = [...new Set([...row.employerIds.map((id) => `i:${id}`), ...stated.flatMap((text) => employers.keysOf(text))])];
    const found: string[] = [];
    for (const name of present(row.names).map(nameForms)) {
      for (const { id, keys } of await candidatesByKeys(transaction, soughtKeys({ name, employerKeys, orcid: row.orcid }))) {
        const known = row.orcid !== null && keys.includes(`o ${row.orcid}`);
        const another = !known && isWrittenOtherwise(name, keys);
        if (!another && (await findCandidate(transaction, id))?.scientistId === null) found.push(id);
      }
    }
    return found;
  }

  return {
    subjectOf,
    candidatesOf: async (transaction, scientistId) => [
      ...new Set([...(await candidatesOfScientist(transaction, scientistId)), ...(await knownAs(transaction, scientistId))]),
    ],

    async identitiesOf(transaction, candidateIds) {
      const employers = await directory();
      return decodeRows(identityRow, await transaction.run(cypher.STATED_IDENTITIES, { candidateIds })).map((row) => ({
        ids: present(row.orcids).map((orcid) => `orcid:${orcid}`),
        names: present(row.names),
        birthDates: [],
        institutions: present(present(row.employers).flatMap((text) => [text, ...employers.namesOf(employers.institutionsOf(text))])),
      }));
    },

    heldOn: async (transaction, candidateIds) =>
      decodeRows(heldRow, await transaction.run(cypher.HELD_ON_CANDIDATES, { candidateIds })).map(shownOf),

    async erase(transaction, candidateIds) {
      await removeEngagementsOf(transaction, candidateIds);
      const referrals = decodeRows(idRow, await transaction.run(cypher.REFERRALS_TO_REMOVE, { candidateIds }));
      await removeReferrals(
        transaction,
        referrals.map((row) => row.id),
      );
      await removeCandidates(transaction, candidateIds);
    },

    object: recordObjection,
  };
}

function removeBatch(database: Database, audit: AuditTrail, before: string): Promise<number> {
  return workTransaction(database, async (transaction) => {
    const ids = decodeRows(idRow, await transaction.run(cypher.ENDED_REFERRALS, { before, limit: BATCH })).map((row) => row.id);
    if (ids.length === 0) return 0;
    const removed = await removeReferrals(transaction, ids);
    const candidateIds = [...new Set(removed.map((row) => row.candidateId))];
    await removeForgottenCandidates(transaction, candidateIds);
    const detail = { kind: "referrals", before, count: removed.length };
    const subjectIds = [...removed.map((row) => row.id), ...candidateIds];
    await audit.appendIn(transaction, { actor: null, origin: null, action: "RETENTION", subjectIds, detail, result: "OK" });
    return removed.length;
  });
}

/** Removes referrals that ended before a day without an engagement, on record; returns how many. Their people go with them when nothing else names them. */
export async function removeEndedReferrals(database: Database, audit: AuditTrail, before: string): Promise<number> {
  let total = 0;
  for (let batch = BATCH; batch === BATCH; total += batch) batch = await removeBatch(database, audit, before);
  return total;
}
