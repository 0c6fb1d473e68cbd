import type { Context } from "../../context.ts";
import type { ReferralStatus, Resolvers } from "../../graphql/generated.ts";
import { InternalError, InvalidInputError } from "../../shared/errors.ts";
import { type Outcome, refusalAnswer } from "../../shared/refusals.ts";
import { loadRequired } from "../scientists/index.ts";
import type { PagePosition } from "./referrals.repository.ts";
import type { ReferralModel, Writer } from "./referrals.types.ts";

const PAGE = { usual: 50, most: 200 };
/** While a referral stands so, its ambassador is told how far its person has come. */
const FOLLOWED: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>(["CLAIMED", "IN_PROGRESS", "ALREADY_IN_PROGRESS", "LANDED"]);

function writer({ principal: { id, name, role, demo }, origin }: Context): Writer {
  return { actor: { id, name, role, demo }, origin };
}

function readsAll({ rights }: Context): boolean {
  return rights.may("Query.referrals");
}

/** What was just written, also when the same operation read it before. */
async function written(id: string, { referralLoaders }: Context): Promise<ReferralModel> {
  const referral = await referralLoaders.referral.clear(id).load(id);
  if (referral === null) throw new InternalError();
  return referral;
}

async function saved(outcome: Outcome<string>, context: Context) {
  if (outcome.refused !== undefined) return refusalAnswer(outcome.refused, context.language);
  const referral = await written(outcome.done, context);
  return { __typename: "ReferralSaved" as const, referral };
}

async function listed(ids: readonly string[], { referralLoaders }: Context): Promise<ReferralModel[]> {
  return (await Promise.all(ids.map((id) => referralLoaders.referral.load(id)))).filter((referral) => referral !== null);
}

function encodeCursor({ submittedAt, id }: PagePosition): string {
  return Buffer.from(`${submittedAt} ${id}`).toString("base64url");
}

function decodeCursor(cursor: string): PagePosition {
  const [, submittedAt, id] = /^(\S+) (\S+)$/.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? [];
  if (submittedAt === undefined || id === undefined) {
    throw new InvalidInputError("分页标记无效，请从第一页重新查看。", "The cursor is not valid; start again from the first page.");
  }
  return { submittedAt, id };
}

function pageSize(first: number | null | undefined): number {
  return Math.min(Math.max(first ?? PAGE.usual, 1), PAGE.most);
}

function progressOf({ candidateId, status }: ReferralModel, { referralLoaders }: Context) {
  return FOLLOWED.has(status) ? referralLoaders.progress.load(candidateId) : null;
}

/** Resolvers of the referrals section, and of what other types tell of referrals. Who may not read all gets the own ones only. */
export const referralsResolvers = {
  Query: {
    myReferrals: async (_root, _args, context) => listed(await context.referrals.own(context.principal.id), context),
    referral: async (_root, { id }, context) => {
      const referral = await context.referralLoaders.referral.load(id);
      return referral !== null && (readsAll(context) || referral.referrerId === context.principal.id) ? referral : null;
    },
    referralLookup: (_root, { input }, { referrals }) => referrals.lookup(input),
    referrals: async (_root, { filter, first, after }, context) => {
      const selection = filter ?? {};
      const position = after ? decodeCursor(after) : null;
      const { items, hasNextPage } = await context.referrals.page(selection, { first: pageSize(first), after: position });
      const nodes = await listed(
        items.map((item) => item.id),
        context,
      );
      const edges = nodes.map((node) => ({ cursor: encodeCursor(node), node }));
      return {
        totalCount: await context.referrals.count(selection),
        edges,
        pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null },
      };
    },
  },
  Mutation: {
    submitReferral: async (_root, { input }, context) => {
      const outcome = await context.referrals.submit(input, writer(context));
      if (outcome.refused !== undefined) return refusalAnswer(outcome.refused, context.language);
      const referral = await written(outcome.done.id, context);
      if (!outcome.done.collided) return { __typename: "Referral", ...referral };
      const { stage, desk } = await context.referrals.told(await context.referralLoaders.progress.load(referral.candidateId));
      const message =
        context.language === "en"
          ? "This person is already in progress. Your referral is kept; you can offer an introduction on it."
          : "此人已有人在联系。您的引荐已保存，可在其上提出引见。";
      return { __typename: "AlreadyInProgress", message, stage, desk, referral };
    },
    withdrawReferral: async (_root, { id, reason }, context) =>
      saved(await context.referrals.withdraw(id, reason ?? null, writer(context)), context),
    offerIntroduction: async (_root, { referralId, note }, context) =>
      saved(await context.referrals.offerIntroduction(referralId, note, writer(context)), context),
    closeIntroductionOffer: async (_root, { referralId, outcome, note }, context) =>
      saved(await context.referrals.closeOffer(referralId, outcome, note, writer(context)), context),
    transferClaim: async (_root, { fromReferralId, toReferralId, reason }, context) =>
      saved(await context.referrals.transfer(fromReferralId, toReferralId, reason, writer(context)), context),
    decideReferral: async (_root, { id, decision, reason }, context) =>
      saved(await context.referrals.decide(id, decision, reason, writer(context)), context),
  },
  Referral: {
    stage: async (referral, _args, context) => {
      const progress = await progressOf(referral, context);
      return progress === null ? null : (await context.referrals.told(progress)).stage;
    },
    stageSince: async (referral, _args, context) => (await progressOf(referral, context))?.stageSince ?? null,
    desk: async (referral, _args, context) => {
      const progress = await progressOf(referral, context);
      return progress === null ? null : (await context.referrals.told(progress)).desk;
    },
    attachments: ({ id }, _args, { attachmentsLoader }) => attachmentsLoader.load(id),
    referrer: ({ referrerId, referrerName }) => ({ id: referrerId, name: referrerName }),
    candidate: ({ candidateId }, _args, { candidatesLoader }) => candidatesLoader.load(candidateId),
    matches: ({ name, employer, orcid }, _args, { referrals }) => referrals.matches({ name, employer, orcid }),
  },
  ReferralMatch: {
    scientist: ({ scientistId }, _args, { loaders }) => loadRequired(loaders.scientist, scientistId),
  },
  Candidate: {
    scientist: ({ scientistId }, _args, { loaders }) => (scientistId === null ? null : loaders.scientist.load(scientistId)),
    referrals: ({ id }, _args, { referralLoaders }) => referralLoaders.ofCandidate.load(id),
  },
} satisfies Resolvers;
