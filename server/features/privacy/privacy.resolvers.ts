import type { Context } from "../../context.ts";
import type { Resolvers } from "../../graphql/generated.ts";
import { refusalAnswer } from "../../shared/refusals.ts";
import type { Writer } from "./subject-requests.ts";

function writer({ principal, origin }: Context): Writer {
  return { actor: principal, origin };
}

/** Resolvers of the privacy section. */
export const privacyResolvers = {
  Query: {
    subjectRequests: (_root, { status }, { subjectRequests }) => subjectRequests.list(status ?? null),
    dataRegistry: (_root, _args, { dataRegistry }) => [...dataRegistry],
  },
  SubjectRequest: {
    scientist: ({ scientistId }, _args, { loaders }) => loaders.scientist.load(scientistId),
  },
  Mutation: {
    registerSubjectRequest: async (_root, { input }, context) => {
      const { done, refused } = await context.subjectRequests.register(input, writer(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "SubjectRequestSaved", request: done };
    },
    closeSubjectRequest: async (_root, { id, outcome, note }, context) => {
      const { done, refused } = await context.subjectRequests.close(id, outcome, note, writer(context));
      return refused ? refusalAnswer(refused, context.language) : { __typename: "SubjectRequestSaved", request: done };
    },
  },
} satisfies Resolvers;
