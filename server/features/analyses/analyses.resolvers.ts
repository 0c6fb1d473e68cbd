import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { type Outcome, refusalAnswer } from "../../shared/refusals.ts";
import type { AnalysisOutcome } from "./analyses.service.ts";
import type { AnalysisModel, Analyst } from "./analyses.types.ts";

function analystOf({ principal: { id, name, role, demo }, origin }: Context): Analyst {
  return { actor: { id, name, role, demo }, origin };
}

const CONFLICT = {
  zh: "这份分析在别的窗口已被修改，请查看最新的一版后再改。",
  en: "This analysis was changed in another window; look at the latest version first.",
};

function answerOf(outcome: AnalysisOutcome | Outcome<AnalysisModel>, { language }: Context) {
  if ("conflict" in outcome) return { __typename: "AnalysisConflict" as const, message: CONFLICT[language], analysis: outcome.conflict };
  if (outcome.refused !== undefined) return refusalAnswer(outcome.refused, language);
  return { __typename: "AnalysisSaved" as const, analysis: outcome.done };
}

/** Resolvers of the analyses section. */
export const analysesResolvers = {
  Query: {
    analyses: (_root, _args, context) => context.analyses.list(analystOf(context)),
    analysis: (_root, { id }, context) => context.analyses.open(id, analystOf(context)),
  },
  Mutation: {
    updateAnalysis: async (_root, { input: { id, version, title, shared } }, context) =>
      answerOf(await context.analyses.change({ id, version, title: title ?? null, shared: shared ?? null }, analystOf(context)), context),
    deleteAnalysis: async (_root, { id }, context) => answerOf(await context.analyses.remove(id, analystOf(context)), context),
    restoreAnalysis: async (_root, { id }, context) => answerOf(await context.analyses.restore(id, analystOf(context)), context),
  },
  Analysis: {
    owner: ({ ownerName }) => ownerName,
    own: ({ ownerId }, _args, { principal }) => ownerId === principal.id,
  },
} satisfies Resolvers;
