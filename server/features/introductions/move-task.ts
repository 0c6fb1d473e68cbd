import type { WorkTransaction } from "../../db/work-changes.ts";
import type { MoveIntroductionTaskInput } from "../../graphql/generated.ts";
import type { Refusal } from "../../shared/refusals.ts";
import type { TaskViewer, Writer } from "./introductions.types.ts";
import { INTRODUCTION_REFUSALS, INTRODUCTION_SENTENCES } from "./introductions-refusals.ts";
import { type IntroductionsRoom, NOTE_MOST, recordTask, type Written, writing } from "./introductions-room.ts";
import { allowedMoves, MOVES_TO, sees } from "./task-moves.ts";
import { CHANGE_INTRODUCTION_TASK } from "./tasks.cypher.ts";
import { isBarred, runningTasksWith, taskIn } from "./tasks.repository.ts";

const LEAST_REASON = 2;

function wrongNote({ move, note }: MoveIntroductionTaskInput): Refusal | null {
  const length = (note ?? "").trim().length;
  if (length > NOTE_MOST) return INTRODUCTION_REFUSALS.note;
  return move === "TAKE_BACK" && length < LEAST_REASON ? INTRODUCTION_REFUSALS.takeBackBecause : null;
}

/** Answers or ends a task. Who may not see it is answered as if it were not there. */
export async function moveTask(
  room: IntroductionsRoom,
  input: MoveIntroductionTaskInput,
  viewer: TaskViewer,
  by: Writer,
): Promise<Written> {
  const refused = (refusal: Refusal): Written => ({ kind: "REFUSED", refusal });
  const wrong = wrongNote(input);
  if (wrong !== null) return refused(wrong);
  const { id, version, move, note } = input;
  return writing(room, async (transaction) => {
    const before = await taskIn(transaction, id);
    if (before === null || !sees(before, viewer)) return refused(INTRODUCTION_REFUSALS.noSuchTask);
    if (before.version !== version) return { kind: "CHANGED", id };
    if (!allowedMoves(before, viewer).includes(move)) return refused(INTRODUCTION_REFUSALS.notNow);
    if ((move === "ACCEPT" || move === "DONE") && (await isBarred(transaction, id))) return refused(INTRODUCTION_REFUSALS.barred);
    const status = MOVES_TO[move];
    const answered = { answeredBy: by.actor.name, answeredAt: room.clock().toISOString(), answer: note?.trim() || null };
    await transaction.run(CHANGE_INTRODUCTION_TASK, { id, changes: { status, ...answered } });
    const detail = { what: "introduction answered", before: { status: before.status }, after: { status } };
    await recordTask(room, transaction, before, detail, by);
    return { kind: "DONE", id };
  });
}

/** Ends what runs with a person on the path who does not want to be contacted. */
export async function endTasksWith(
  room: Pick<IntroductionsRoom, "audit" | "clock">,
  transaction: WorkTransaction,
  scientistId: string,
): Promise<void> {
  for (const id of await runningTasksWith(transaction, scientistId)) {
    const task = await taskIn(transaction, id);
    if (task === null) continue;
    const answered = { answeredBy: null, answeredAt: room.clock().toISOString(), answer: INTRODUCTION_SENTENCES.objected.zh };
    await transaction.run(CHANGE_INTRODUCTION_TASK, { id, changes: { status: "TAKEN_BACK", ...answered } });
    const detail = { what: "introduction ended", refusal: "objected", before: { status: task.status }, after: { status: "TAKEN_BACK" } };
    await recordTask(room, transaction, task, detail, null);
  }
}
