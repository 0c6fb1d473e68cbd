import type { Context } from "../../context.ts";
import { InternalError } from "../../shared/errors.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import { loadRequired } from "../scientists/index.ts";
import type { Logged } from "./contact-log.ts";
import { writtenEngagement } from "./engagement.resolvers.ts";
import type { Moved } from "./move-engagement.ts";
import type { Writer } from "./pipeline.types.ts";
import { PIPELINE_SENTENCES } from "./pipeline-refusals.ts";
import type { Written } from "./pipeline-room.ts";

/** Who writes. */
export function writerOf({ principal: { id, name, role, demo }, origin }: Context): Writer {
  return { actor: { id, name, role, demo }, origin };
}

async function conflict(id: string, context: Context) {
  const engagement = await writtenEngagement(id, context);
  return { __typename: "EngagementConflict" as const, message: PIPELINE_SENTENCES.conflict[context.language], engagement };
}

/** What became of a write as the contract tells it. */
export async function engagementAnswer(written: Written, context: Context) {
  switch (written.kind) {
    case "REFUSED":
      return refusalAnswer(written.refusal, context.language);
    case "CONFLICT":
      return conflict(written.id, context);
    case "ENGAGED": {
      const engagement = await writtenEngagement(written.id, context);
      return { __typename: "AlreadyEngaged" as const, message: PIPELINE_SENTENCES.alreadyEngaged[context.language], engagement };
    }
    case "DONE":
      return { __typename: "EngagementSaved" as const, engagement: await writtenEngagement(written.id, context) };
  }
}

/** What became of a move as the contract tells it. */
export async function moveAnswer(moved: Moved, context: Context) {
  switch (moved.kind) {
    case "REFUSED":
      return refusalAnswer(moved.refusal, context.language);
    case "CONFLICT":
      return conflict(moved.id, context);
    case "MOVED": {
      const engagement = await writtenEngagement(moved.id, context);
      const move = (await context.pipelineLoaders.moves.load(moved.id)).find((each) => each.id === moved.moveId);
      if (move === undefined) throw new InternalError({ cause: new Error("A move that was written is not in the history.") });
      return { __typename: "EngagementMoved" as const, engagement, move };
    }
  }
}

/** Several moves, one after the other: each reads anew what it wrote. */
export async function moveAnswers(moved: readonly Moved[], context: Context) {
  const answers: Awaited<ReturnType<typeof moveAnswer>>[] = [];
  for (const each of moved) answers.push(await moveAnswer(each, context));
  return answers;
}

/** What became of a contact as the contract tells it. */
export async function contactAnswer(logged: Logged, context: Context) {
  const { language, pipelineLoaders } = context;
  switch (logged.kind) {
    case "REFUSED":
      return refusalAnswer(logged.refusal, language);
    case "CHECK":
      return { __typename: "CheckRequired" as const, message: logged.message[language], state: logged.state };
    case "UNSEEN": {
      const latest = await loadRequired(pipelineLoaders.contact, logged.latestId);
      return { __typename: "ContactUnseen" as const, message: PIPELINE_SENTENCES.contactUnseen[language], latest };
    }
    case "LOGGED": {
      const engagement = await writtenEngagement(logged.engagementId, context);
      return { __typename: "ContactLogged" as const, contact: await loadRequired(pipelineLoaders.contact, logged.contactId), engagement };
    }
  }
}
