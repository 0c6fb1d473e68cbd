import type { IntroductionMove, IntroductionTaskStatus } from "../../graphql/generated.ts";
import type { IntroductionTaskModel, TaskViewer } from "./introductions.types.ts";

/** Into which state each move leads. */
export const MOVES_TO: Readonly<Record<IntroductionMove, IntroductionTaskStatus>> = {
  ACCEPT: "ACCEPTED",
  DECLINE: "DECLINED",
  DONE: "DONE",
  TAKE_BACK: "TAKEN_BACK",
};

const ANSWERS: Readonly<Record<IntroductionTaskStatus, readonly IntroductionMove[]>> = {
  ASKED: ["ACCEPT", "DECLINE", "DONE"],
  ACCEPTED: ["DONE", "DECLINE"],
  DECLINED: [],
  DONE: [],
  TAKEN_BACK: [],
};

/** Whether a viewer may answer a task: who is asked by it; where nobody's account is, any officer, who then writes down what they were told. */
export function answers({ handlerId }: Pick<IntroductionTaskModel, "handlerId">, viewer: TaskViewer): boolean {
  return handlerId === null ? viewer.officer : handlerId === viewer.id;
}

/** Whether a viewer may see a task. */
export function sees(task: Pick<IntroductionTaskModel, "handlerId">, viewer: TaskViewer): boolean {
  return viewer.officer || task.handlerId === viewer.id;
}

/**
 * What a viewer may do with a task now. Who is asked may decline at any time until it is done, also after having been willing; nobody answers for
 * somebody who has an account. Officers may take it back.
 */
export function allowedMoves(task: Pick<IntroductionTaskModel, "status" | "handlerId">, viewer: TaskViewer): IntroductionMove[] {
  const running = task.status === "ASKED" || task.status === "ACCEPTED";
  return [...(answers(task, viewer) ? ANSWERS[task.status] : []), ...(running && viewer.officer ? (["TAKE_BACK"] as const) : [])];
}
