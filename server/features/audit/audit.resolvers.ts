import type { Resolvers } from "../../graphql/generated.ts";
import { cursorOf } from "./audit-reader.ts";

/** Resolvers of the audit section. That the trail was read is recorded with every other read (graphql/audit-plugin.ts). */
export const auditResolvers: Resolvers = {
  Query: {
    auditRecords: async (_root, { filter, first, after }, { auditReader }) => {
      const { totalCount, records, hasNextPage } = await auditReader.page(filter ?? {}, first ?? 50, after ?? null);
      const edges = records.map((node) => ({ cursor: cursorOf(node.index), node }));
      return { totalCount, edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
    },
    auditIntegrity: (_root, _args, { auditReader }) => auditReader.integrity(),
  },
};
