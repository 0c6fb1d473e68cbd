import type { Context } from "../../context.ts";
import type { PipelineSettings, Resolvers } from "../../graphql/generated.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import { decideLegalReview, recordCheck } from "./checks.ts";
import { keepPromise, logContact } from "./contact-log.ts";
import { engagementResolvers } from "./engagement.resolvers.ts";
import { countByStage, pageOf } from "./engagement-list.ts";
import { dayOrNull, engagementsOpenedIn, selectEngagements } from "./engagement-selection.ts";
import { officers } from "./engagements.repository.ts";
import { identifyCandidate } from "./identify-candidate.ts";
import { moveEngagement, moveEngagements, undoMoves } from "./move-engagement.ts";
import { openEngagement } from "./open-engagement.ts";
import { contactAnswer, engagementAnswer, moveAnswer, moveAnswers, writerOf } from "./pipeline.answers.ts";
import type { SettingsModel } from "./pipeline.types.ts";
import { todayOf } from "./pipeline-room.ts";
import { programmes } from "./programmes.repository.ts";
import { saveProgramme } from "./save-programme.ts";
import { statisticsOf } from "./statistics.ts";
import { setNextStep, updateEngagement } from "./update-engagement.ts";

const FIRST = 50;

function shownSettings({ stages, desks, points, ...settings }: SettingsModel, { pipeline }: Context): PipelineSettings {
  return { ...settings, stages: [...stages], desks: [...desks], points: [...points], mailConfigured: pipeline.mailConfigured };
}

const queries = {
  pipelineSettings: async (_root, _args, context) => shownSettings((await context.pipelineLoaders.settings()).current, context),
  engagements: async (_root, { filter, sort, first, after }, context) => {
    const settings = await context.pipelineLoaders.settings();
    const list = await selectEngagements(context.pipeline, filter ?? {}, settings, context);
    const { edges, pageInfo } = pageOf(list, sort, first ?? FIRST, after ?? null);
    for (const { node } of edges) context.pipelineLoaders.engagement.prime(node.id, node);
    return { totalCount: list.length, edges: [...edges], pageInfo, byStage: countByStage(list, settings) };
  },
  engagement: (_root, { id }, { pipelineLoaders }) => pipelineLoaders.engagement.load(id),
  programmes: (_root, { includeClosed }, { pipeline }) => programmes(pipeline, includeClosed ?? false),
  officers: (_root, _args, { pipeline, principal }) => officers(pipeline, principal.demo),
  reminders: (_root, _args, { pipeline, principal, language }) => pipeline.reminders.of(principal, language),
  digestAddress: (_root, _args, { pipeline, principal }) => pipeline.digest.addressOf(principal.id),
  pipelineStatistics: async (_root, { from, to }, { pipeline, pipelineLoaders }) => {
    const settings = await pipelineLoaders.settings();
    const time = { from: dayOrNull(from), to: dayOrNull(to) };
    const all = await engagementsOpenedIn(pipeline, settings, time.from, time.to);
    return statisticsOf(all, settings, time, todayOf(pipeline));
  },
} satisfies Resolvers["Query"];

const mutations = {
  openEngagement: async (_root, { input }, context) =>
    engagementAnswer(await openEngagement(context.pipeline, input, writerOf(context)), context),
  updateEngagement: async (_root, { input }, context) =>
    engagementAnswer(await updateEngagement(context.pipeline, input, writerOf(context)), context),
  moveEngagement: async (_root, { input }, context) =>
    moveAnswer(await moveEngagement(context.pipeline, input, writerOf(context)), context),
  moveEngagements: async (_root, { inputs }, context) =>
    moveAnswers(await moveEngagements(context.pipeline, inputs, writerOf(context)), context),
  undoMoves: async (_root, { moveIds }, context) => moveAnswers(await undoMoves(context.pipeline, moveIds, writerOf(context)), context),
  logContact: async (_root, { input }, context) => contactAnswer(await logContact(context.pipeline, input, writerOf(context)), context),
  setNextStep: async (_root, { input }, context) =>
    engagementAnswer(await setNextStep(context.pipeline, input, writerOf(context)), context),
  keepPromise: async (_root, { id, keptOn }, context) =>
    engagementAnswer(await keepPromise(context.pipeline, id, keptOn ?? null, writerOf(context)), context),
  recordOpenEngagementCheck: async (_root, { input }, context) =>
    engagementAnswer(await recordCheck(context.pipeline, input, writerOf(context)), context),
  decideLegalReview: async (_root, { checkId, cleared, note }, context) =>
    engagementAnswer(await decideLegalReview(context.pipeline, checkId, cleared, note, writerOf(context)), context),
  saveProgramme: async (_root, { input }, context) => {
    const { done, refused } = await saveProgramme(context.pipeline, input, writerOf(context));
    return refused ? refusalAnswer(refused, context.language) : { __typename: "ProgrammeSaved" as const, programme: done };
  },
  identifyCandidate: async (_root, { candidateId, scientistId }, context) => {
    const { pipeline, pipelineLoaders, candidatesLoader, language } = context;
    const identified = await identifyCandidate(pipeline, candidateId, scientistId ?? null, writerOf(context));
    if (identified.kind === "REFUSED") return refusalAnswer(identified.refusal, language);
    pipelineLoaders.clear();
    candidatesLoader.clearAll();
    return { __typename: "CandidateSaved" as const, candidate: await candidatesLoader.load(candidateId) };
  },
  updatePipelineSettings: async (_root, { input }, context) => {
    const { done, refused } = await context.pipeline.settings.update(input, writerOf(context));
    if (refused) return refusalAnswer(refused, context.language);
    context.pipelineLoaders.clear();
    return { __typename: "PipelineSettingsSaved" as const, settings: shownSettings(done, context) };
  },
  dismissReminder: async (_root, { id }, { pipeline, principal, language }) => {
    const { done, refused } = await pipeline.reminders.dismiss(principal, id);
    return refused ? refusalAnswer(refused, language) : { __typename: "ReminderDismissed" as const, ...done };
  },
  setDigestAddress: async (_root, { email }, context) => {
    const { done, refused } = await context.pipeline.digest.setAddress(context.principal, email ?? null, writerOf(context));
    return refused ? refusalAnswer(refused, context.language) : { __typename: "DigestAddressSaved" as const, ...done };
  },
} satisfies Resolvers["Mutation"];

/** Resolvers of the pipeline section. */
export const pipelineResolvers = { Query: queries, Mutation: mutations, ...engagementResolvers } satisfies Resolvers;
