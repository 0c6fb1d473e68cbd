import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read, readBatch, type Transaction } from "../../db/run.ts";
import * as cypher from "./engagements.cypher.ts";
import type { EngagementModel, MoveModel, ProgressModel } from "./pipeline.types.ts";

export const STATUSES = ["OPEN", "PAUSED", "STOPPED", "LANDED"] as const;
export const CHANNELS = [
  "TALENT_REFERRAL",
  "MARKET",
  "EVENT",
  "SPECIAL_SESSION",
  "PROJECT",
  "OVERSEAS_STATION",
  "SELF_RECOMMENDATION",
] as const;

const status = z.enum(STATUSES);
const text = z.string().nullable();
const contact = z.object({ id: z.string(), on: z.string() }).nullable();
const stored = z
  .object({
    id: z.string(),
    version: z.number(),
    stageId: z.string(),
    status,
    channel: z.enum(CHANNELS),
    deskId: z.string(),
    ownerId: z.string(),
    ownerName: z.string(),
    openedOn: z.string(),
    stageSince: z.string(),
    stageEnteredOn: z.string(),
    closedOn: text,
    nextStepText: text,
    nextStepDueOn: text,
    lastMoveId: z.string(),
    demo: z.boolean(),
    candidateId: z.string(),
    personName: z.string(),
    personNameZh: text,
    personNameEn: text,
    scientistId: text,
    programmeId: text,
    referralId: text,
    ownContact: contact,
    personContact: contact,
  })
  .transform(({ ownContact, personContact, ...engagement }): EngagementModel => {
    // Those of an identified candidate are among the person's.
    const latest = personContact ?? ownContact;
    return { ...engagement, lastContactId: latest?.id ?? null, lastContactOn: latest?.on ?? null };
  });
const engagementRow = z.object({ engagement: stored });
const keyedRow = engagementRow.extend({ key: z.string() });
const idsRow = z.object({ key: z.string(), ids: z.array(z.string()) });
const move = z.object({
  id: z.string(),
  engagementId: z.string(),
  fromStage: text,
  toStage: z.string(),
  fromStatus: status.nullable(),
  toStatus: status,
  at: z.string(),
  byId: z.string(),
  byName: z.string(),
  reason: text,
  takesBack: text,
  takenBack: z.boolean(),
});
const movesRow = z.object({ key: z.string(), items: z.array(move) });
const undoRow = z.object({
  engagementId: z.string(),
  move: z.object({
    id: z.string(),
    fromStage: text,
    fromStatus: status.nullable(),
    toStage: z.string(),
    toStatus: status,
    at: z.string(),
    byId: z.string(),
    takesBack: text,
    version: z.number().nullable(),
    sinceBefore: text,
    enteredBefore: text,
    closedBefore: text,
  }),
});
const runningRow = z.object({
  engagementId: z.string(),
  stage: z.string(),
  desk: z.string(),
  stageSince: z.string(),
  status,
  programmeId: text,
});
const referredRow = z.object({ candidateId: z.string(), state: z.string() });
const idRow = z.object({ id: z.string() });
const staffRow = z.object({ id: z.string(), name: z.string() });

/** Somebody who can own an engagement. */
export type Staff = z.infer<typeof staffRow>;
/** A move with what it takes to take it back. */
export type UndoableMove = z.infer<typeof undoRow>;
/** An engagement that is open or paused. */
export type RunningEngagement = ProgressModel & { readonly programmeId: string | null };

/** Which engagements are read; everything else is filtered in memory, because it is reckoned. */
export interface EngagementsWanted {
  readonly statuses: readonly string[];
  readonly openedFrom: string | null;
  readonly openedTo: string | null;
  /** Of one officer in charge; all when left out. */
  readonly ownerId?: string;
}

/** All engagements of some statuses. */
export async function engagementsOfStatuses({ driver, database }: Database, wanted: EngagementsWanted): Promise<EngagementModel[]> {
  return engagementsIn(await read(driver, database, cypher.ENGAGEMENTS_OF_STATUSES, { ownerId: null, ...wanted }));
}

function engagementsIn(rows: readonly Row[]): EngagementModel[] {
  return decodeRows(engagementRow, rows).map((row) => row.engagement);
}

/** Engagements by id, null for those that are not there. */
export async function engagementsById({ driver, database }: Database, ids: readonly string[]): Promise<Array<EngagementModel | null>> {
  return (await readBatch(driver, database, cypher.ENGAGEMENTS_BY_ID, ids, keyedRow)).map((row) => row?.engagement ?? null);
}

/** An engagement as the transaction sees it, or null. */
export async function engagementIn(transaction: Transaction, id: string): Promise<EngagementModel | null> {
  return engagementsIn(await transaction.run(cypher.ENGAGEMENTS_BY_ID, { keys: [id] }))[0] ?? null;
}

const ID_LISTS = { person: cypher.ENGAGEMENT_IDS_OF_PEOPLE, scientist: cypher.ENGAGEMENT_IDS_OF_SCIENTISTS } as const;

/** By which keys ids of engagements are wanted: the candidates of a person, or a scientist. */
export type IdList = keyof typeof ID_LISTS;

/** Ids of engagements by key, in the order of the keys. */
export async function engagementIds({ driver, database }: Database, list: IdList, keys: readonly string[]): Promise<string[][]> {
  return (await readBatch(driver, database, ID_LISTS[list], keys, idsRow)).map((row) => row?.ids ?? []);
}

/** Histories of engagements, latest move first. */
export async function movesOf({ driver, database }: Database, ids: readonly string[]): Promise<MoveModel[][]> {
  return (await readBatch(driver, database, cypher.MOVES_OF, ids, movesRow)).map((row) => row?.items ?? []);
}

/** A move to be taken back, or null. */
export async function moveToUndo(transaction: Transaction, id: string): Promise<UndoableMove | null> {
  return decodeRows(undoRow, await transaction.run(cypher.MOVE_TO_UNDO, { id }))[0] ?? null;
}

/** Engagements of some candidates that are open or paused. */
export async function runningEngagements(transaction: Transaction, candidateIds: readonly string[]): Promise<RunningEngagement[]> {
  return decodeRows(runningRow, await transaction.run(cypher.RUNNING_ENGAGEMENTS, { ids: candidateIds }));
}

/** Whom a referral names and its state, or null. */
export async function referredCandidate(transaction: Transaction, id: string): Promise<z.infer<typeof referredRow> | null> {
  return decodeRows(referredRow, await transaction.run(cypher.REFERRED_CANDIDATE, { id }))[0] ?? null;
}

/** Accounts whose referrals name some candidates. */
export async function referrersOf(transaction: Transaction, candidateIds: readonly string[]): Promise<string[]> {
  return decodeRows(idRow, await transaction.run(cypher.REFERRERS_OF, { ids: candidateIds })).map((row) => row.id);
}

/** Who can own an engagement, by name. */
export async function officers({ driver, database }: Database, demo: boolean): Promise<Staff[]> {
  return decodeRows(staffRow, await read(driver, database, cypher.OFFICERS, { demo }));
}

/** An officer whose account is in use, or null. */
export async function officerIn(transaction: Transaction, id: string): Promise<Staff | null> {
  return decodeRows(staffRow, await transaction.run(cypher.OFFICER_OF_ID, { id }))[0] ?? null;
}
