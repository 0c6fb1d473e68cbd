import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { loadRequired } from "../scientists/index.ts";
import { type Age, ageOf } from "./ageing.ts";
import { type CheckStanding, checkStanding } from "./check-state.ts";
import { shownCheck } from "./checks.repository.ts";
import { possibleMoves } from "./engagement-moves.ts";
import { engagementsOfIds } from "./pipeline.loaders.ts";
import type { EngagementModel } from "./pipeline.types.ts";
import { todayOf } from "./pipeline-room.ts";

async function ageNow(engagement: EngagementModel, { pipeline, pipelineLoaders }: Context): Promise<Age> {
  const settings = await pipelineLoaders.settings();
  return ageOf(engagement, settings.stage(engagement.stageId).limitDays, todayOf(pipeline), pipeline.calendar);
}

async function standingOf({ id, scientistId }: EngagementModel, { pipelineLoaders }: Context): Promise<CheckStanding> {
  const [checks, workplace] = await Promise.all([
    pipelineLoaders.checks.load(id),
    scientistId === null ? ({ kind: "UNKNOWN" } as const) : pipelineLoaders.workplace.load(scientistId),
  ]);
  return checkStanding(workplace, checks[0] ?? null);
}

/** Resolvers of engagements and of what hangs on them. */
export const engagementResolvers = {
  Engagement: {
    candidate: ({ candidateId }, _args, { candidatesLoader }) => candidatesLoader.load(candidateId),
    programme: ({ programmeId }, _args, { pipelineLoaders }) => (programmeId === null ? null : pipelineLoaders.programme.load(programmeId)),
    stage: async ({ stageId }, _args, { pipelineLoaders }) => (await pipelineLoaders.settings()).stage(stageId),
    desk: async ({ deskId }, _args, { pipelineLoaders }) => (await pipelineLoaders.settings()).desk(deskId),
    owner: ({ ownerId, ownerName }) => ({ id: ownerId, name: ownerName }),
    daysInStage: async (engagement, _args, context) => (await ageNow(engagement, context)).daysInStage,
    idleDays: async (engagement, _args, context) => (await ageNow(engagement, context)).idleDays,
    ageing: async (engagement, _args, context) => (await ageNow(engagement, context)).ageing,
    nextStep: ({ nextStepText: text, nextStepDueOn: dueOn }) => (text === null || dueOn === null ? null : { text, dueOn }),
    contacts: ({ id }, _args, { pipelineLoaders }) => pipelineLoaders.contacts.load(id),
    lastContact: ({ lastContactId }, _args, { pipelineLoaders }) =>
      lastContactId === null ? null : pipelineLoaders.contact.load(lastContactId),
    moves: ({ id }, _args, { pipelineLoaders }) => pipelineLoaders.moves.load(id),
    allowedMoves: async ({ stageId, status }, _args, { pipelineLoaders }) => {
      const settings = await pipelineLoaders.settings();
      const ids = settings.current.stages.map((stage) => stage.id);
      return possibleMoves(ids, { stage: stageId, status }).map((move) => ({
        ...move,
        stage: move.stage === null ? null : settings.stage(move.stage),
      }));
    },
    checkState: async (engagement, _args, context) => {
      const { state, reason } = await standingOf(engagement, context);
      return { state, reason: reason?.[context.language] ?? null };
    },
    checks: async ({ id }, _args, { pipelineLoaders }) => (await pipelineLoaders.checks.load(id)).map(shownCheck),
    referral: ({ referralId }, _args, { referralLoaders }) => (referralId === null ? null : referralLoaders.referral.load(referralId)),
    others: async ({ id, candidateId }, _args, { pipelineLoaders }) => {
      const ids = await pipelineLoaders.ofPerson.load(candidateId);
      const others = await engagementsOfIds(
        pipelineLoaders,
        ids.filter((each) => each !== id),
      );
      return others.filter((each) => each.status !== "STOPPED");
    },
  },
  EngagementMove: {
    fromStage: async ({ fromStage }, _args, { pipelineLoaders }) =>
      fromStage === null ? null : (await pipelineLoaders.settings()).stage(fromStage),
    toStage: async ({ toStage }, _args, { pipelineLoaders }) => (await pipelineLoaders.settings()).stage(toStage),
    by: ({ byId, byName }) => ({ id: byId, name: byName }),
  },
  Candidate: {
    engagements: async ({ id }, _args, { pipelineLoaders }) => engagementsOfIds(pipelineLoaders, await pipelineLoaders.ofPerson.load(id)),
  },
  Scientist: {
    engagements: async ({ id }, _args, { pipelineLoaders }) =>
      engagementsOfIds(pipelineLoaders, await pipelineLoaders.ofScientist.load(id)),
  },
} satisfies Resolvers;

/** An engagement that was just written, read anew. */
export async function writtenEngagement(id: string, { pipelineLoaders }: Context): Promise<EngagementModel> {
  pipelineLoaders.clear();
  return loadRequired(pipelineLoaders.engagement, id);
}
