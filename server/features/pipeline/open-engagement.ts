import type { WorkTransaction } from "../../db/work-changes.ts";
import type { OpenEngagementInput } from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { candidateOfScientist, findCandidate, objectionOf, scientistToEngage } from "../candidates/index.ts";
import { CREATE_ENGAGEMENT, CREATE_MOVE, SET_CAME_FROM, SET_ENGAGED_FOR } from "./engagements.cypher.ts";
import { engagementIn, officerIn, referredCandidate, type Staff } from "./engagements.repository.ts";
import { readNextStep } from "./next-step.ts";
import type { Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import {
  eventOf,
  type PipelineRoom,
  particulars,
  record,
  refused,
  refuseObjected,
  sameProgramme,
  subjectsOf,
  touch,
  type Written,
  writing,
} from "./pipeline-room.ts";
import { programmeIn } from "./programmes.repository.ts";

type Found = { readonly candidateId: string } | { readonly refusal: Refusal } | "OBJECTED";

const ENDED = new Set(["WITHDRAWN", "DECLINED", "TRANSFERRED"]);

/** The person that is meant; a scientist without a candidate gets one, unless they object. */
async function personOf(room: PipelineRoom, transaction: WorkTransaction, input: OpenEngagementInput, by: Writer): Promise<Found> {
  const { candidateId, scientistId, referralId } = input;
  if (candidateId) {
    const known = await findCandidate(transaction, candidateId);
    return known === null ? { refusal: PIPELINE_REFUSALS.noSuchCandidate } : { candidateId };
  }
  if (referralId) {
    const referral = await referredCandidate(transaction, referralId);
    if (referral === null) return { refusal: PIPELINE_REFUSALS.noSuchReferral };
    return ENDED.has(referral.state) ? { refusal: PIPELINE_REFUSALS.endedReferral } : { candidateId: referral.candidateId };
  }
  const scientist = await scientistToEngage(transaction, scientistId ?? "");
  if (scientist === null) return { refusal: PIPELINE_REFUSALS.noSuchScientist };
  if (scientist.objectedOn !== null) return "OBJECTED";
  const { demo, id: byId } = by.actor;
  const made = await candidateOfScientist(transaction, scientistId ?? "", { now: room.clock(), demo, byId });
  return made === null ? { refusal: PIPELINE_REFUSALS.noSuchScientist } : { candidateId: made.id };
}

/** Who is to be in charge: the writer, or an officer whose account is in use; null when there is no such officer. */
export async function ownerOf(transaction: WorkTransaction, ownerId: string | null | undefined, by: Writer): Promise<Staff | null> {
  const { id, name } = by.actor;
  return ownerId == null || ownerId === id ? { id, name } : officerIn(transaction, ownerId);
}

/** Why a programme cannot be engaged for; null when it can, and when none is named. */
export async function programmeRefusal(transaction: WorkTransaction, programmeId: string | null): Promise<Refusal | null> {
  if (programmeId === null) return null;
  const programme = await programmeIn(transaction, programmeId);
  if (programme === null) return PIPELINE_REFUSALS.noSuchProgramme;
  return programme.closed ? PIPELINE_REFUSALS.closedProgramme : null;
}

/** Opens an engagement in the first stage: a person for a programme or need. */
export async function openEngagement(room: PipelineRoom, input: OpenEngagementInput, by: Writer): Promise<Written> {
  if ([input.candidateId, input.scientistId, input.referralId].filter(Boolean).length !== 1) return refused(PIPELINE_REFUSALS.oneOfThree);
  const step = readNextStep(input.nextStep);
  if ("refusal" in step) return refused(step.refusal);
  const programmeId = input.programmeId ?? null;
  return writing(room, async (transaction) => {
    const { stages, desks } = await room.settings.currentIn(transaction);
    const desk = input.deskId == null ? desks[0] : desks.find((each) => each.id === input.deskId);
    if (desk === undefined) return refused(PIPELINE_REFUSALS.noSuchDesk);
    const owner = await ownerOf(transaction, input.ownerId, by);
    if (owner === null) return refused(PIPELINE_REFUSALS.noSuchOwner);
    const refusal = await programmeRefusal(transaction, programmeId);
    if (refusal !== null) return refused(refusal);
    const person = await personOf(room, transaction, input, by);
    if (person === "OBJECTED") return refuseObjected(room, transaction, by, [input.scientistId ?? ""], "opening");
    if ("refusal" in person) return refused(person.refusal);
    const { candidateId } = person;
    if ((await objectionOf(transaction, candidateId)) !== null) return refuseObjected(room, transaction, by, [candidateId], "opening");
    const other = await sameProgramme(transaction, candidateId, programmeId, null);
    if (other !== null) return { kind: "ENGAGED", id: other };
    const kept = { channel: input.channel, desk: desk.id, ownerId: owner.id, ownerName: owner.name, ...step.kept };
    const stage = stages[0]?.id ?? "";
    return write(room, transaction, by, { kept, stage, candidateId, programmeId, referralId: input.referralId ?? null });
  });
}

interface Opening {
  readonly kept: Readonly<Record<string, string | null>>;
  readonly stage: string;
  readonly candidateId: string;
  readonly programmeId: string | null;
  readonly referralId: string | null;
}

async function write(room: PipelineRoom, transaction: WorkTransaction, by: Writer, opening: Opening): Promise<Written> {
  const { kept, stage, candidateId, programmeId, referralId } = opening;
  const now = room.clock();
  const today = chinaDayOf(now);
  const id = newId(now.getTime());
  const moveId = newId(now.getTime());
  const dates = { openedOn: today, stageSince: today, stageEnteredOn: today };
  const properties = { id, version: 1, stage, status: "OPEN", ...kept, ...dates, lastMoveId: moveId, demo: by.actor.demo };
  await transaction.run(CREATE_ENGAGEMENT, { candidateId, properties });
  const move = {
    id: moveId,
    toStage: stage,
    toStatus: "OPEN",
    at: now.toISOString(),
    byId: by.actor.id,
    byName: by.actor.name,
    version: 1,
  };
  await transaction.run(CREATE_MOVE, { id, move });
  if (programmeId !== null) await transaction.run(SET_ENGAGED_FOR, { id, programmeId });
  if (referralId !== null) await transaction.run(SET_CAME_FROM, { id, referralId });
  const opened = await engagementIn(transaction, id);
  if (opened === null) return refused(PIPELINE_REFUSALS.noSuchCandidate);
  await touch(transaction, id, candidateId);
  for (const listener of room.listeners) await listener.engagementOpened?.(transaction, eventOf(opened, by, today));
  await record(room, transaction, by, subjectsOf(opened), { what: "opened", before: null, after: particulars(opened) });
  return { kind: "DONE", id };
}
