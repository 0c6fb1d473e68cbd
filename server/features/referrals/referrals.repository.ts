import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch, type Transaction } from "../../db/run.ts";
import type { ReferralFilter } from "../../graphql/generated.ts";
import * as cypher from "./referrals.cypher.ts";
import type { ReferralModel, ReferralState } from "./referrals.types.ts";

const RELATIONS = [
  "COLLEAGUE",
  "CLASSMATE",
  "ADVISOR",
  "STUDENT",
  "COAUTHOR",
  "PROJECT_PARTNER",
  "FELLOW_TOWNSMAN",
  "FRIEND",
  "OTHER",
] as const;
const OPENNESS = ["FULL_TIME", "PART_TIME", "VISIT", "COOPERATION", "ADVICE", "UNKNOWN"] as const;
const STATUSES = [
  "CLAIMED",
  "IN_PROGRESS",
  "ALREADY_IN_PROGRESS",
  "UNDER_REVIEW",
  "LAPSED",
  "TRANSFERRED",
  "WITHDRAWN",
  "DECLINED",
  "LANDED",
] as const;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? null);
const year = z
  .number()
  .nullish()
  .transform((value) => value ?? null);
const stored = z.object({
  id: z.string(),
  name: z.string(),
  employer: text,
  orcid: text,
  relation: z.enum(RELATIONS),
  knownFrom: year,
  knownTo: year,
  openTo: z.array(z.enum(OPENNESS)),
  agreedToContact: z.boolean(),
  note: text,
  anotherPersonBecause: text,
  submittedAt: z.string(),
  claimedUntil: text,
  decisionReason: text,
  offerNote: text,
  offeredAt: text,
  offerOutcome: z.enum(["MADE", "NOT_NEEDED"]).nullish(),
  offerClosedAt: text,
  referrerId: z.string(),
  referrerName: z.string(),
  demo: z.boolean().nullish(),
});
const referralRow = z.object({ key: z.string(), referral: stored, candidateId: z.string(), status: z.enum(STATUSES) });
const idRow = z.object({ id: z.string() });
const idsRow = z.object({ key: z.string(), ids: z.array(z.string()) });
const submissionRow = z.object({ id: z.string(), collided: z.boolean().nullable() });
const pageRow = z.object({ id: z.string(), submittedAt: z.string() });
const countRow = z.object({ count: z.number() });
const engagedRow = z.object({ engaged: z.boolean() });

/** Properties of a referral as written; null takes one away. */
export type ReferralProperties = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Where a page begins: after this referral. */
export interface PagePosition {
  readonly submittedAt: string;
  readonly id: string;
}

function modelOf({ referral, candidateId, status }: z.infer<typeof referralRow>): ReferralModel {
  const { offerNote, offeredAt, offerOutcome, offerClosedAt, demo, claimedUntil, ...kept } = referral;
  const offered = offerNote !== null && offeredAt !== null;
  return {
    ...kept,
    status,
    claimedUntil: status === "CLAIMED" || status === "IN_PROGRESS" ? claimedUntil : null,
    introductionOffer: offered ? { note: offerNote, at: offeredAt, outcome: offerOutcome ?? null, closedAt: offerClosedAt } : null,
    candidateId,
    demo: demo ?? false,
  };
}

/** Referrals by id, in the order of the ids; null where there is none. `today` is a day in China. */
export async function referralsById(
  { driver, database }: Database,
  ids: readonly string[],
  today: string,
): Promise<(ReferralModel | null)[]> {
  const rows = await readBatch(driver, database, cypher.REFERRALS_BY_ID, ids, referralRow, { today });
  return rows.map((row) => (row === null ? null : modelOf(row)));
}

/** One referral as the transaction sees it, or null. */
export async function findReferral(transaction: Transaction, id: string, today: string): Promise<ReferralModel | null> {
  const [row] = decodeRows(referralRow, await transaction.run(cypher.REFERRALS_BY_ID, { keys: [id], today }));
  return row === undefined ? null : modelOf(row);
}

/** Ids of what somebody referred, latest first. */
export async function referralIdsOf({ driver, database }: Database, referrerId: string): Promise<string[]> {
  return decodeRows(idRow, await read(driver, database, cypher.REFERRALS_OF_REFERRER, { referrerId })).map((row) => row.id);
}

/** Ids of the referrals of each of some candidates, first first. */
export async function referralIdsOfCandidates({ driver, database }: Database, candidateIds: readonly string[]): Promise<string[][]> {
  return (await readBatch(driver, database, cypher.REFERRALS_OF_CANDIDATES, candidateIds, idsRow)).map((row) => row?.ids ?? []);
}

/** The referral that a submission was kept as, and whether it was told that the person is in progress; null before. */
export async function referralOfSubmission(
  transaction: Transaction,
  submissionKey: string,
): Promise<{ id: string; collided: boolean } | null> {
  const [row] = decodeRows(submissionRow, await transaction.run(cypher.REFERRAL_OF_SUBMISSION, { submissionKey }));
  return row === undefined ? null : { id: row.id, collided: row.collided === true };
}

function filterParameters(filter: ReferralFilter, today: string): Record<string, unknown> {
  return { statuses: filter.statuses ?? null, waiting: filter.waiting ?? null, offering: filter.offering ?? null, today };
}

/** One page of the referrals of a filter, latest first, and whether there are more. */
export async function referralPage(
  { driver, database }: Database,
  filter: ReferralFilter,
  today: string,
  page: { readonly first: number; readonly after: PagePosition | null },
): Promise<{ items: PagePosition[]; hasNextPage: boolean }> {
  const rows = await read(driver, database, cypher.REFERRAL_PAGE, {
    ...filterParameters(filter, today),
    afterAt: page.after?.submittedAt ?? null,
    afterId: page.after?.id ?? null,
    limit: page.first + 1,
  });
  const items = decodeRows(pageRow, rows);
  return { items: items.slice(0, page.first), hasNextPage: items.length > page.first };
}

/** How many referrals match a filter. */
export async function referralCount({ driver, database }: Database, filter: ReferralFilter, today: string): Promise<number> {
  const rows = await read(driver, database, cypher.REFERRAL_COUNT, filterParameters(filter, today));
  return decodeRows(countRow, rows)[0]?.count ?? 0;
}

/** Adds a referral of a candidate. */
export async function createReferral(transaction: Transaction, candidateId: string, properties: ReferralProperties): Promise<void> {
  await transaction.run(cypher.CREATE_REFERRAL, { candidateId, properties });
}

/** Changes a referral; null takes a property away. */
export async function changeReferral(
  transaction: Transaction,
  id: string,
  properties: ReferralProperties & { readonly state?: ReferralState },
): Promise<void> {
  await transaction.run(cypher.CHANGE_REFERRAL, { id, properties });
}

/** Makes a referral name another candidate. */
export async function moveReferral(transaction: Transaction, id: string, candidateId: string): Promise<void> {
  await transaction.run(cypher.MOVE_REFERRAL, { id, candidateId });
}

/** Whether an engagement that came from a referral is open or paused. */
export async function isEngagedFrom(transaction: Transaction, id: string): Promise<boolean> {
  return decodeRows(engagedRow, await transaction.run(cypher.ENGAGED_FROM, { id }))[0]?.engaged ?? false;
}
