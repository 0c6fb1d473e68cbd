import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { type Outcome, type Refusal, type RefusalAnswer, refusalAnswer } from "../../shared/refusals.ts";
import { ADMINISTRATORS } from "../../shared/roles.ts";
import { capabilitiesOf } from "../rights/index.ts";
import type { AccountWithLink, Administrator } from "./administration.ts";
import type { Principal } from "./auth.types.ts";
import { linkAddress } from "./links.ts";
import type { TokenIssuer } from "./tokens.ts";

const MAX_NAME = 80;
const MAX_DAYS = 365;

const NOT_ISSUED: Refusal = {
  field: null,
  zh: "管理员角色的令牌只能在服务器命令行上发放(npm run account -- token)。",
  en: "Tokens in an administrator's role are issued at the server's shell only (npm run account -- token).",
};
const BAD_TOKEN_NAME: Refusal = {
  field: "name",
  zh: `请用 1 到 ${MAX_NAME} 个字写明用途。`,
  en: `Say what it is for in 1 to ${MAX_NAME} characters.`,
};
const BAD_DAYS: Refusal = { field: "days", zh: `有效期应为 1 到 ${MAX_DAYS} 天。`, en: `A token lives 1 to ${MAX_DAYS} days.` };
const NO_REASON: Refusal = { field: "reason", zh: "请填写 2 到 500 字的理由。", en: "Give a reason of 2 to 500 characters." };

function administrator({ principal, origin }: Context): Administrator {
  return { principal, origin };
}

function issuer({ principal, origin }: Context): TokenIssuer {
  const { id, name, role, demo }: Principal = principal;
  return { actor: { id, name, role, demo }, origin };
}

function answer<Done, Answer>(outcome: Outcome<Done>, { language }: Context, done: (value: Done) => Answer): Answer | RefusalAnswer {
  return outcome.refused ? refusalAnswer(outcome.refused, language) : done(outcome.done);
}

function withLink({ account, link }: AccountWithLink, context: Context) {
  const expiresAt = new Date(link.expiresAt).toISOString();
  return { __typename: "AccountLink" as const, account, link: linkAddress(context.address, link), expiresAt };
}

/** Resolvers of the auth section. Which role may call which field is the table of rights' to say; here are only refusals that depend on data. */
export const authResolvers = {
  Query: {
    viewer: (_root, _args, { principal: { id, name, role, demo } }) => ({ id, name, role, demo, capabilities: capabilitiesOf(role) }),
    accounts: (_root, _args, { auth }) => auth.administration.list(),
    mySessions: (_root, _args, { auth, principal }) => auth.ownSessions.list(principal),
    apiTokens: (_root, _args, { auth }) => auth.tokens.list(),
  },
  Mutation: {
    createAccount: async (_root, { input }, context) =>
      answer(await context.auth.administration.create(input, administrator(context)), context, (done) => withLink(done, context)),
    resetAccount: async (_root, { id, reason }, context) =>
      answer(await context.auth.administration.reset(id, reason, administrator(context)), context, (done) => withLink(done, context)),
    setAccountRole: async (_root, { id, role, reason }, context) =>
      answer(await context.auth.administration.setRole(id, role ?? null, reason, administrator(context)), context, (account) => ({
        __typename: "AccountChanged" as const,
        account,
      })),
    setAccountDisabled: async (_root, { id, disabled, reason }, context) =>
      answer(await context.auth.administration.setDisabled(id, disabled, reason, administrator(context)), context, (account) => ({
        __typename: "AccountChanged" as const,
        account,
      })),
    unlockAccount: async (_root, { id }, context) =>
      answer(await context.auth.administration.unlock(id, administrator(context)), context, (account) => ({
        __typename: "AccountChanged" as const,
        account,
      })),
    revokeSession: async (_root, { id }, { auth, principal, origin }) => ({
      __typename: "Revoked",
      count: await auth.ownSessions.end(id, principal, origin),
    }),
    revokeOtherSessions: async (_root, _args, { auth, principal, origin }) => ({
      __typename: "Revoked",
      count: await auth.ownSessions.end(null, principal, origin),
    }),
    issueApiToken: async (_root, { input }, context) => {
      const name = input.name.trim();
      const days = input.days ?? 90;
      if (ADMINISTRATORS.some((role) => role === input.role)) return refusalAnswer(NOT_ISSUED, context.language);
      if (name === "" || name.length > MAX_NAME) return refusalAnswer(BAD_TOKEN_NAME, context.language);
      if (days < 1 || days > MAX_DAYS) return refusalAnswer(BAD_DAYS, context.language);
      return { __typename: "ApiTokenIssued", ...(await context.auth.tokens.issue({ name, role: input.role, days }, issuer(context))) };
    },
    revokeApiToken: async (_root, { id, reason }, context) => {
      if (reason.trim().length < 2 || reason.trim().length > 500) return refusalAnswer(NO_REASON, context.language);
      return { __typename: "Revoked", count: await context.auth.tokens.revoke(id, reason.trim(), issuer(context)) };
    },
  },
} satisfies Resolvers;
