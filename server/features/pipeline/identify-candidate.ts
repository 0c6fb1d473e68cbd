import type { WorkTransaction } from "../../db/work-changes.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { type CandidateModel, candidatesOfPerson, candidatesOfScientist, findCandidate, identify } from "../candidates/index.ts";
import { runningEngagements } from "./engagements.repository.ts";
import type { Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import { type PipelineRoom, record, refused, writing } from "./pipeline-room.ts";

/** What became of linking a candidate. */
export type Identified = { readonly kind: "DONE"; readonly candidateId: string } | { readonly kind: "REFUSED"; readonly refusal: Refusal };

/** Whether two people who turn out to be one are both engaged for the same programme. */
async function areBothEngaged(transaction: WorkTransaction, candidate: CandidateModel, scientistId: string): Promise<boolean> {
  const others = (await candidatesOfScientist(transaction, scientistId)).filter((id) => id !== candidate.id);
  const own = await runningEngagements(transaction, [candidate.id]);
  const theirs = await runningEngagements(transaction, others);
  return own.some((each) => theirs.some((other) => other.programmeId === each.programmeId));
}

/** Links a candidate with a scientist of the map; null takes the link away again. */
export function identifyCandidate(room: PipelineRoom, candidateId: string, scientistId: string | null, by: Writer): Promise<Identified> {
  return writing(room, async (transaction) => {
    const before = await findCandidate(transaction, candidateId);
    if (before === null) return refused(PIPELINE_REFUSALS.noSuchCandidate);
    if (scientistId !== null && (await areBothEngaged(transaction, before, scientistId))) return refused(PIPELINE_REFUSALS.twoEngagements);
    // Those who stood for the same person before are shown otherwise as well.
    const known = await candidatesOfPerson(transaction, candidateId);
    const ended = await identify(transaction, { candidateId, scientistId, byId: by.actor.id, at: room.clock(), agrees: [] });
    const subjectIds = [candidateId, before.scientistId, scientistId].filter((id) => id !== null);
    if (ended === "OBJECTED") {
      const detail = { what: "identification", refusal: "objected" };
      await record(room, transaction, by, subjectIds, detail, "REFUSED");
      return refused({ ...PIPELINE_REFUSALS.objected, field: "scientistId" });
    }
    if (ended !== "DONE")
      return refused(ended === "NO_SUCH_SCIENTIST" ? PIPELINE_REFUSALS.noSuchScientist : PIPELINE_REFUSALS.noSuchCandidate);
    const people = new Set([...known, ...(await candidatesOfPerson(transaction, candidateId))]);
    for (const each of await runningEngagements(transaction, [...people])) transaction.touchEngagement(each.engagementId);
    const detail = { what: "identified", before: { scientist: before.scientistId }, after: { scientist: scientistId } };
    await record(room, transaction, by, subjectIds, detail);
    return { kind: "DONE", candidateId };
  });
}
