import type { Resolvers } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { loadRequired } from "../scientists/index.ts";

const FLOWS = 50;
const NETWORK_PEOPLE = 10_000;
const TOO_MANY = { zh: "一次最多画 10000 人，请先隐藏一部分。", en: "At most 10,000 people are drawn at once; hide some first." };

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
    networkPlaces: (_root, { people }, { readModel }) => {
      if (people.length > NETWORK_PEOPLE) throw new InvalidInputError(TOO_MANY.zh, TOO_MANY.en);
      return readModel.networkPlaces(people);
    },
    basemap: (_root, _args, { basemap }) => basemap,
  },
  Flow: {
    from: (flow, _args, { loaders }) => loadRequired(loaders.place, flow.fromId),
    to: (flow, _args, { loaders }) => loadRequired(loaders.place, flow.toId),
  },
};
