import type { Context } from "../../context.ts";
import type { ExportRequest, Resolvers } from "../../graphql/generated.ts";
import { type Outcome, refusalAnswer } from "../../shared/refusals.ts";
import type { ExportRequestModel, Requester } from "./exports.types.ts";

function requesterOf({ principal: { id, name, role, demo }, origin }: Context): Requester {
  return { actor: { id, name, role, demo }, origin };
}

function toRequest({ requestedById, ...request }: ExportRequestModel, { principal }: Context): ExportRequest {
  return { ...request, own: requestedById === principal.id };
}

function answerOf(outcome: Outcome<ExportRequestModel>, context: Context) {
  if (outcome.refused !== undefined) return refusalAnswer(outcome.refused, context.language);
  return { __typename: "ExportRequestSaved" as const, request: toRequest(outcome.done, context) };
}

/** Resolvers of the exports section. Who decides sees everyone's requests, everybody else the own. */
export const exportsResolvers: Resolvers = {
  Query: {
    exportRequests: async (_root, _args, context) => {
      const all = context.rights.may("Mutation.decideExportRequest");
      const requests = await context.exports.list(all ? null : context.principal.id);
      return requests.map((request) => toRequest(request, context));
    },
    exportRowCap: (_root, _args, { exports }) => exports.rowCap,
  },
  Mutation: {
    requestExport: async (_root, { input: { query, filter, reason } }, context) => {
      const { selection } = await context.search.resolve({ query, filter }, context.rights);
      const count = context.readModel.count(selection);
      return answerOf(await context.exports.request(requesterOf(context), { query, filter }, reason, count), context);
    },
    decideExportRequest: async (_root, { id, approve, note }, context) =>
      answerOf(await context.exports.decide(requesterOf(context), id, approve, note), context),
  },
};
