import type { Database } from "../../db/records.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { AuditResult, ContactEntryKind } from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { AuditDetail, AuditTrail } from "../audit/audit.types.ts";
import { candidatesOfPerson } from "../candidates/index.ts";
import { CHANGE_ENGAGEMENT } from "./engagements.cypher.ts";
import { engagementIn, referrersOf, runningEngagements } from "./engagements.repository.ts";
import type { EngagementEvent, EngagementModel, PipelineListener, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import type { PipelineSettingsService } from "./settings.ts";

/** What every part of the room works with. */
export interface PipelineRoom extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly settings: PipelineSettingsService;
  /** Other rooms; the list may grow until the server listens. */
  readonly listeners: readonly PipelineListener[];
}

/** What became of a write: the id of the engagement written, or why nothing was. */
export type Written =
  | { readonly kind: "DONE"; readonly id: string }
  | { readonly kind: "CONFLICT"; readonly id: string }
  /** The id of the other engagement. */
  | { readonly kind: "ENGAGED"; readonly id: string }
  | { readonly kind: "REFUSED"; readonly refusal: Refusal };

/** A refusal as what became of a write. */
export function refused(refusal: Refusal): { readonly kind: "REFUSED"; readonly refusal: Refusal } {
  return { kind: "REFUSED", refusal };
}

/** Today in China. */
export function todayOf(room: PipelineRoom): string {
  return chinaDayOf(room.clock());
}

/** Characters of a text without blanks around it are within bounds. */
export function isLong(text: string, least: number, most: number): boolean {
  const { length } = text.trim();
  return length >= least && length <= most;
}

/** Ids that a record about an engagement stands under: engagement, candidate, scientist, referral. */
export function subjectsOf(engagement: Pick<EngagementModel, "id" | "candidateId" | "scientistId" | "referralId">): string[] {
  return [engagement.id, engagement.candidateId, engagement.scientistId, engagement.referralId].filter((id) => id !== null);
}

/** Records a write in the transaction that makes it. Texts that people wrote about a person stay out of the trail. */
export function record(
  room: PipelineRoom,
  transaction: WorkTransaction,
  by: Writer,
  subjectIds: readonly string[],
  detail: AuditDetail,
  result: AuditResult = "OK",
): Promise<void> {
  return room.audit.appendIn(transaction, { ...by, action: "ENGAGEMENT", subjectIds, detail, result });
}

/** Refuses because the person does not want to be contacted, on record and without a name. */
export async function refuseObjected(
  room: PipelineRoom,
  transaction: WorkTransaction,
  by: Writer,
  subjectIds: readonly string[],
  what: string,
): Promise<{ readonly kind: "REFUSED"; readonly refusal: Refusal }> {
  await record(room, transaction, by, subjectIds, { what, refusal: "objected" }, "REFUSED");
  return refused(PIPELINE_REFUSALS.objected);
}

/** Particulars of an engagement for the trail. */
export function particulars(engagement: EngagementModel): AuditDetail {
  const { version, stageId, status, channel, deskId, ownerId, programmeId, nextStepDueOn } = engagement;
  return { version, stage: stageId, status, channel, desk: deskId, owner: ownerId, programme: programmeId, nextStepDueOn };
}

/** A running engagement of the person for the same programme, besides one of them; null when there is none. */
export async function sameProgramme(
  transaction: WorkTransaction,
  candidateId: string,
  programmeId: string | null,
  besidesId: string | null,
): Promise<string | null> {
  const running = await runningEngagements(transaction, await candidatesOfPerson(transaction, candidateId));
  return running.find((each) => each.programmeId === programmeId && each.engagementId !== besidesId)?.engagementId ?? null;
}

/** Notes an engagement with all that show it: the person's other engagements, and the referrals of the person. */
export async function touch(transaction: WorkTransaction, engagementId: string, candidateId: string): Promise<void> {
  const people = await candidatesOfPerson(transaction, candidateId);
  transaction.touchEngagement(engagementId);
  for (const each of await runningEngagements(transaction, people)) transaction.touchEngagement(each.engagementId);
  for (const referrerId of await referrersOf(transaction, people)) transaction.touchReferrer(referrerId);
}

/** An engagement's event for other rooms. */
export function eventOf(engagement: EngagementModel, by: Writer, on: string, kind?: ContactEntryKind): EngagementEvent {
  return {
    engagementId: engagement.id,
    candidateId: engagement.candidateId,
    referralId: engagement.referralId,
    stage: engagement.stageId,
    status: engagement.status,
    ...(kind === undefined ? {} : { kind }),
    on,
    by,
  };
}

/** An engagement that is there in the version that was seen, or why it cannot be written. */
export async function seenEngagement(
  transaction: WorkTransaction,
  id: string,
  version: number,
): Promise<{ readonly engagement: EngagementModel } | Exclude<Written, { kind: "DONE" }>> {
  const engagement = await engagementIn(transaction, id);
  if (engagement === null) return refused(PIPELINE_REFUSALS.noSuchEngagement);
  return engagement.version === version ? { engagement } : { kind: "CONFLICT", id };
}

/** Writes some properties of an engagement, counts the change, and tells how it is afterwards. */
export async function change(
  transaction: WorkTransaction,
  engagement: EngagementModel,
  changes: Readonly<Record<string, string | null>>,
): Promise<EngagementModel> {
  await transaction.run(CHANGE_ENGAGEMENT, { id: engagement.id, changes });
  await touch(transaction, engagement.id, engagement.candidateId);
  return (await engagementIn(transaction, engagement.id)) ?? engagement;
}

/** Runs a write of the room. */
export function writing<T>(room: PipelineRoom, work: (transaction: WorkTransaction) => Promise<T>): Promise<T> {
  return workTransaction({ driver: room.driver, database: room.database }, work);
}
