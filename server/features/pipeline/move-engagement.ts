import type { WorkTransaction } from "../../db/work-changes.ts";
import type { MoveEngagementInput } from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { newId } from "../../shared/ids.ts";
import type { Refusal } from "../../shared/refusals.ts";
import { objectionOf } from "../candidates/index.ts";
import { decideMove, type Standing } from "./engagement-moves.ts";
import { CREATE_MOVE } from "./engagements.cypher.ts";
import { engagementIn, moveToUndo, type UndoableMove } from "./engagements.repository.ts";
import type { EngagementModel, Writer } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import {
  change,
  eventOf,
  type PipelineRoom,
  record,
  refused,
  refuseObjected,
  sameProgramme,
  seenEngagement,
  subjectsOf,
  type Written,
  writing,
} from "./pipeline-room.ts";

/** What became of a move; `moveId` is its place in the history. */
export type Moved =
  | { readonly kind: "MOVED"; readonly id: string; readonly moveId: string }
  | Exclude<Written, { kind: "DONE" | "ENGAGED" }>;

const UNDO_MS = 10 * 60_000;
const MOST_AT_ONCE = 100;

function isRunning(status: string): boolean {
  return status === "OPEN" || status === "PAUSED";
}

/** Why an engagement cannot run again; null when it can, or ran all along. */
async function whyNotAgain(
  room: PipelineRoom,
  transaction: WorkTransaction,
  engagement: EngagementModel,
  after: Standing,
  by: Writer,
): Promise<{ readonly kind: "REFUSED"; readonly refusal: Refusal } | null> {
  if (isRunning(engagement.status) || !isRunning(after.status)) return null;
  if ((await objectionOf(transaction, engagement.candidateId)) !== null)
    return refuseObjected(room, transaction, by, subjectsOf(engagement), "reopening");
  const other = await sameProgramme(transaction, engagement.candidateId, engagement.programmeId, engagement.id);
  return other === null ? null : refused(PIPELINE_REFUSALS.engagedAlready);
}

/** How a move is written: where to, and the days that then hold. */
interface Step {
  readonly after: Standing;
  readonly reason: string | null;
  readonly takesBack: string | null;
  readonly stageSince: string;
  readonly stageEnteredOn: string;
  readonly closedOn: string | null;
}

async function write(
  room: PipelineRoom,
  transaction: WorkTransaction,
  engagement: EngagementModel,
  step: Step,
  by: Writer,
): Promise<Moved> {
  const now = room.clock();
  const { after, reason, takesBack, stageSince, stageEnteredOn, closedOn } = step;
  const moveId = newId(now.getTime());
  const changes = { stage: after.stage, status: after.status, stageSince, stageEnteredOn, closedOn, lastMoveId: moveId };
  const moved = await change(transaction, engagement, changes);
  const move = {
    id: moveId,
    fromStage: engagement.stageId,
    toStage: after.stage,
    fromStatus: engagement.status,
    toStatus: after.status,
    at: now.toISOString(),
    byId: by.actor.id,
    byName: by.actor.name,
    reason,
    takesBack,
    // What it takes to take it back: the version that it made, and the days before it.
    version: moved.version,
    sinceBefore: engagement.stageSince,
    enteredBefore: engagement.stageEnteredOn,
    closedBefore: engagement.closedOn,
  };
  await transaction.run(CREATE_MOVE, { id: engagement.id, move });
  for (const listener of room.listeners) await listener.engagementMoved?.(transaction, eventOf(moved, by, chinaDayOf(now)));
  const at = ({ stageId, status, version }: EngagementModel) => ({ stage: stageId, status, version });
  const what = takesBack === null ? "moved" : "move taken back";
  await record(room, transaction, by, subjectsOf(engagement), {
    what,
    reasonGiven: reason !== null,
    before: at(engagement),
    after: at(moved),
  });
  return { kind: "MOVED", id: engagement.id, moveId };
}

/** Moves an engagement to a stage, or pauses, resumes, stops or reopens it. */
export function moveEngagement(room: PipelineRoom, input: MoveEngagementInput, by: Writer): Promise<Moved> {
  return writing(room, async (transaction) => {
    const seen = await seenEngagement(transaction, input.id, input.version);
    if (!("engagement" in seen)) return seen.kind === "ENGAGED" ? refused(PIPELINE_REFUSALS.engagedAlready) : seen;
    const { engagement } = seen;
    const { stages } = await room.settings.currentIn(transaction);
    const ids = stages.map((stage) => stage.id);
    const decided = decideMove(ids, { stage: engagement.stageId, status: engagement.status }, input);
    if (decided.refused !== undefined) return refused(decided.refused);
    const { after, reason } = decided;
    const refusal = await whyNotAgain(room, transaction, engagement, after, by);
    if (refusal !== null) return refusal;
    const today = chinaDayOf(room.clock());
    const stageEnteredOn = after.stage === engagement.stageId ? engagement.stageEnteredOn : today;
    const closedOn = isRunning(after.status) ? null : today;
    return write(room, transaction, engagement, { after, reason, takesBack: null, stageSince: today, stageEnteredOn, closedOn }, by);
  });
}

/** Several moves, each on its own, in the order of the inputs. */
export async function moveEngagements(room: PipelineRoom, inputs: readonly MoveEngagementInput[], by: Writer): Promise<Moved[]> {
  if (inputs.length > MOST_AT_ONCE) return inputs.map(() => refused(PIPELINE_REFUSALS.tooMany));
  const moved: Moved[] = [];
  for (const input of inputs) moved.push(await moveEngagement(room, input, by));
  return moved;
}

function whyNotUndo({ move }: UndoableMove, engagement: EngagementModel | null, stages: readonly string[], now: Date): Refusal | null {
  if (move.fromStage === null || move.fromStatus === null) return PIPELINE_REFUSALS.openingMove;
  if (now.getTime() - Date.parse(move.at) > UNDO_MS) return PIPELINE_REFUSALS.moveTooOld;
  // Whatever has changed since has counted the version up.
  const isLast = engagement !== null && move.version === engagement.version && engagement.lastMoveId === move.id;
  return isLast && move.takesBack === null && stages.includes(move.fromStage) ? null : PIPELINE_REFUSALS.moveFollowed;
}

function undoMove(room: PipelineRoom, moveId: string, by: Writer): Promise<Moved> {
  return writing(room, async (transaction) => {
    const found = await moveToUndo(transaction, moveId);
    if (found === null || found.move.byId !== by.actor.id) return refused(PIPELINE_REFUSALS.noSuchMove);
    const engagement = await engagementIn(transaction, found.engagementId);
    const { stages } = await room.settings.currentIn(transaction);
    const ids = stages.map((stage) => stage.id);
    const refusal = whyNotUndo(found, engagement, ids, room.clock());
    if (refusal !== null) return refused(refusal);
    const { fromStage, fromStatus, sinceBefore, enteredBefore, closedBefore } = found.move;
    if (engagement === null || fromStage === null || fromStatus === null) return refused(PIPELINE_REFUSALS.noSuchMove);
    const after = { stage: fromStage, status: fromStatus };
    const again = await whyNotAgain(room, transaction, engagement, after, by);
    if (again !== null) return again;
    const stageSince = sinceBefore ?? engagement.stageSince;
    const days = { stageSince, stageEnteredOn: enteredBefore ?? stageSince, closedOn: closedBefore };
    return write(room, transaction, engagement, { after, reason: null, takesBack: moveId, ...days }, by);
  });
}

/** Takes back moves of the writer that nothing has followed yet, within ten minutes, each on its own. */
export async function undoMoves(room: PipelineRoom, moveIds: readonly string[], by: Writer): Promise<Moved[]> {
  if (moveIds.length > MOST_AT_ONCE) return moveIds.map(() => refused(PIPELINE_REFUSALS.tooMany));
  const undone: Moved[] = [];
  for (const id of moveIds) undone.push(await undoMove(room, id, by));
  return undone;
}
