import type { Resolvers } from "../../graphql/generated.ts";
import { loadRequired } from "../scientists/index.ts";

const FLOWS = 50;

/** Resolvers of the map section. */
export const mapResolvers: Resolvers = {
  Query: {
    talentMap: async (_root, { view, zoom, bounds, query, filter }, { search, readModel, rights }) => {
      const { selection } = await search.resolve({ query, filter }, rights);
      return readModel.talentMap(selection, { view, zoom, bounds });
    },
    flows: async (_root, { from, to, level, first, query, filter }, { search, readModel, rights }) => {
      const { selection } = await search.resolve({ query, filter }, rights);
      return readModel.flows(selection, { from, to, level, first: first ?? FLOWS });
    },
    basemap: (_root, _args, { basemap }) => basemap,
  },
  Flow: {
    from: (flow, _args, { loaders }) => loadRequired(loaders.place, flow.fromId),
    to: (flow, _args, { loaders }) => loadRequired(loaders.place, flow.toId),
  },
};
