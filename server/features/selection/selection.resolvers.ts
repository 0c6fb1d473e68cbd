import type { Resolvers } from "../../graphql/generated.ts";

/** Resolvers of what the read model alone can tell. */
export const selectionResolvers: Resolvers = {
  Query: {
    dataStatus: (_root, _args, { readModel }) => readModel.dataStatus(),
  },
  Institution: {
    employedCount: ({ id }, _args, { readModel }) => readModel.count(readModel.select({ employers: [id] })),
    alumniCount: ({ id }, _args, { readModel }) => readModel.count(readModel.select({ almaMaters: [id] })),
  },
};
