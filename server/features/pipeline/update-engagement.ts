import type { WorkTransaction } from "../../db/work-changes.ts";
import type { SetNextStepInput, UpdateEngagementInput } from "../../graphql/generated.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { SET_ENGAGED_FOR } from "./engagements.cypher.ts";
import { readNextStep } from "./next-step.ts";
import { ownerOf, programmeRefusal } from "./open-engagement.ts";
import type { EngagementModel, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import {
  change,
  type PipelineRoom,
  particulars,
  record,
  refused,
  sameProgramme,
  seenEngagement,
  subjectsOf,
  type Written,
  writing,
} from "./pipeline-room.ts";

type Changes = Record<string, string | null>;

/** What is to be written of owner, desk and channel, or what is wrong with it. */
async function changesOf(
  room: PipelineRoom,
  transaction: WorkTransaction,
  input: UpdateEngagementInput,
  by: Writer,
): Promise<{ readonly changes: Changes } | { readonly refusal: Refusal }> {
  const changes: Changes = {};
  if (input.ownerId != null) {
    const owner = await ownerOf(transaction, input.ownerId, by);
    if (owner === null) return { refusal: PIPELINE_REFUSALS.noSuchOwner };
    Object.assign(changes, { ownerId: owner.id, ownerName: owner.name });
  }
  if (input.deskId != null) {
    const { desks } = await room.settings.currentIn(transaction);
    if (!desks.some((desk) => desk.id === input.deskId)) return { refusal: PIPELINE_REFUSALS.noSuchDesk };
    changes.desk = input.deskId;
  }
  if (input.channel != null) changes.channel = input.channel;
  return { changes };
}

async function programmeChange(
  transaction: WorkTransaction,
  engagement: EngagementModel,
  programmeId: string | null,
): Promise<Exclude<Written, { kind: "DONE" }> | null> {
  if (programmeId === engagement.programmeId) return null;
  const refusal = await programmeRefusal(transaction, programmeId);
  if (refusal !== null) return refused(refusal);
  const isRunning = engagement.status === "OPEN" || engagement.status === "PAUSED";
  const other = isRunning ? await sameProgramme(transaction, engagement.candidateId, programmeId, engagement.id) : null;
  if (other !== null) return { kind: "ENGAGED", id: other };
  await transaction.run(SET_ENGAGED_FOR, { id: engagement.id, programmeId });
  return null;
}

/** Changes programme, owner, desk or channel; a programme of null leaves it open. */
export function updateEngagement(room: PipelineRoom, input: UpdateEngagementInput, by: Writer): Promise<Written> {
  const { programmeId } = input;
  return writing(room, async (transaction) => {
    const seen = await seenEngagement(transaction, input.id, input.version);
    if (!("engagement" in seen)) return seen;
    const { engagement } = seen;
    const wanted = await changesOf(room, transaction, input, by);
    if ("refusal" in wanted) return refused(wanted.refusal);
    if (Object.keys(wanted.changes).length === 0 && programmeId === undefined) return refused(PIPELINE_REFUSALS.nothingChanged);
    const refusal = programmeId === undefined ? null : await programmeChange(transaction, engagement, programmeId);
    if (refusal !== null) return refusal;
    const changed = await change(transaction, engagement, wanted.changes);
    const detail = { what: "changed", before: particulars(engagement), after: particulars(changed) };
    await record(room, transaction, by, subjectsOf(engagement), detail);
    return { kind: "DONE", id: engagement.id };
  });
}

/** Sets or clears the next step. */
export async function setNextStep(room: PipelineRoom, input: SetNextStepInput, by: Writer): Promise<Written> {
  const step = readNextStep(input.nextStep);
  if ("refusal" in step) return refused(step.refusal);
  return writing(room, async (transaction) => {
    const seen = await seenEngagement(transaction, input.engagementId, input.version);
    if (!("engagement" in seen)) return seen;
    const changed = await change(transaction, seen.engagement, { ...step.kept });
    const detail = { what: "next step", before: { dueOn: seen.engagement.nextStepDueOn }, after: { dueOn: changed.nextStepDueOn } };
    await record(room, transaction, by, subjectsOf(changed), detail);
    return { kind: "DONE", id: changed.id };
  });
}
