import type { OpenEngagementCheckInput } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import { stateOfCheck } from "./check-state.ts";
import { CREATE_CHECK, DECIDE_CHECK } from "./checks.cypher.ts";
import { checkToDecide, latestCheckIn } from "./checks.repository.ts";
import { engagementIn } from "./engagements.repository.ts";
import type { Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import { change, isLong, type PipelineRoom, record, refused, subjectsOf, type Written, writing } from "./pipeline-room.ts";

const NOTE_MOST = 1_000;
const NOTE_LEAST = 4;

/** Records the check that comes before contact with somebody employed abroad. */
export async function recordCheck(room: PipelineRoom, input: OpenEngagementCheckInput, by: Writer): Promise<Written> {
  if (!isLong(input.note ?? "", 0, NOTE_MOST)) return refused(PIPELINE_REFUSALS.checkNote);
  return writing(room, async (transaction) => {
    const engagement = await engagementIn(transaction, input.engagementId);
    if (engagement === null) return refused(PIPELINE_REFUSALS.noSuchEngagement);
    const latest = await latestCheckIn(transaction, engagement.id);
    const before = latest === null ? null : stateOfCheck(latest);
    if (before === "LEGAL_REVIEW") return refused(PIPELINE_REFUSALS.atLegalDesk);
    // A no of the legal desk is not undone by answering its question otherwise.
    if (before === "NOT_CLEARED" && !input.restrictedField) return refused(PIPELINE_REFUSALS.legalSaidNo);
    const now = room.clock();
    const { informedOfDisclosure, commitment, dualPost, restrictedField } = input;
    const answers = { informedOfDisclosure, commitment, dualPost, restrictedField };
    const who = { at: now.toISOString(), byId: by.actor.id, byName: by.actor.name };
    const check = { id: newId(now.getTime()), ...who, ...answers, note: input.note?.trim() || null };
    await transaction.run(CREATE_CHECK, { id: engagement.id, check });
    await change(transaction, engagement, {});
    const after = { ...answers, state: stateOfCheck({ ...answers, cleared: null }) };
    await record(room, transaction, by, subjectsOf(engagement), { what: "check recorded", check: check.id, before, after });
    return { kind: "DONE", id: engagement.id };
  });
}

/** The legal desk's decision on a check that was sent to it; never by who recorded it, nor through a script of theirs. */
export async function decideLegalReview(room: PipelineRoom, checkId: string, cleared: boolean, note: string, by: Writer): Promise<Written> {
  if (!isLong(note, NOTE_LEAST, NOTE_MOST)) return refused(PIPELINE_REFUSALS.decisionNote);
  return writing(room, async (transaction) => {
    const found = await checkToDecide(transaction, checkId, by.actor.id);
    const engagement = found === null ? null : await engagementIn(transaction, found.engagementId);
    if (found === null || engagement === null) return refused(PIPELINE_REFUSALS.noSuchCheck);
    if (stateOfCheck(found.check) !== "LEGAL_REVIEW") return refused(PIPELINE_REFUSALS.checkDecided);
    if (found.recordedBy === found.decidedBy) return refused(PIPELINE_REFUSALS.ownCheck);
    const decidedBy = { decidedById: by.actor.id, decidedByName: by.actor.name, decidedAt: room.clock().toISOString() };
    await transaction.run(DECIDE_CHECK, { id: checkId, decision: { cleared, ...decidedBy, decisionNote: note.trim() } });
    await change(transaction, engagement, {});
    const after = stateOfCheck({ ...found.check, cleared });
    const detail = { what: "legal review", check: checkId, before: "LEGAL_REVIEW", after };
    await record(room, transaction, by, subjectsOf(engagement), detail);
    return { kind: "DONE", id: engagement.id };
  });
}
