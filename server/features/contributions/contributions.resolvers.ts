import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { InternalError, InvalidInputError } from "../../shared/errors.ts";
import { type Outcome, refusalAnswer } from "../../shared/refusals.ts";
import { RULE_EVIDENCE } from "./contribution-rules.ts";
import type { ContributionModel, Writer } from "./contributions.types.ts";

function writer({ principal: { id, name, role, demo }, origin }: Context): Writer {
  return { actor: { id, name, role, demo }, origin };
}

function cursorOf(id: string): string {
  return Buffer.from(`contribution:${id}`).toString("base64url");
}

function idOfCursor(cursor: string): string {
  const match = /^contribution:([0-9A-Z]{26})$/.exec(Buffer.from(cursor, "base64url").toString("utf8"));
  if (match?.[1] === undefined)
    throw new InvalidInputError("翻页位置无效，请从第一页重新查看。", "The position is not valid; start again from the first page.");
  return match[1];
}

function answerOf({ done, refused }: Outcome<ContributionModel>, { language }: Context) {
  return refused ? refusalAnswer(refused, language) : { __typename: "ContributionSaved" as const, contribution: done };
}

/** The referral of a contribution, which is removed with it only. @throws InternalError when it is gone all the same */
async function referralOf(id: string, { referralLoaders }: Context) {
  const referral = await referralLoaders.referral.load(id);
  if (referral === null) throw new InternalError();
  return referral;
}

/** Resolvers of the contributions section. */
export const contributionsResolvers = {
  Query: {
    contributions: async (_root, { filter, first, after }, { contributions }) => {
      const selection = { statuses: filter?.statuses ?? null, ambassadorId: filter?.ambassador ?? null };
      const before = after == null ? null : idOfCursor(after);
      const { items, hasNextPage, ...totals } = await contributions.page(selection, first, before);
      const edges = items.map((node) => ({ cursor: cursorOf(node.id), node }));
      return { ...totals, edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    myContributions: (_root, _args, { contributions, principal }) => contributions.own(principal.id),
  },
  Contribution: {
    referral: ({ referralId }, _args, context) => referralOf(referralId, context),
    ambassador: ({ ambassadorId, ambassadorName }) => ({ id: ambassadorId, name: ambassadorName }),
    evidence: ({ evidence, kind }, _args, { language }) => evidence ?? RULE_EVIDENCE[kind][language],
  },
  Mutation: {
    decideContribution: async (_root, { id, confirmed, points, note }, context) =>
      answerOf(await context.contributions.decide(id, { confirmed, points: points ?? null, note }, writer(context)), context),
    disputeContribution: async (_root, { id, evidence }, context) =>
      answerOf(await context.contributions.dispute(id, evidence, writer(context)), context),
    proposeContribution: async (_root, { input }, context) =>
      answerOf(await context.contributions.propose(input, writer(context)), context),
  },
} satisfies Resolvers;
