import type { Resolvers } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import type { Rights } from "../rights/index.ts";
import { DEFAULT_FACETS } from "../selection/index.ts";

/** How many values a facet has unless told. */
const FACET_VALUES = 20;
const MOST_CONTAINED = 100;

/** The keys that a reader is counted by when none are asked for: those of hidden fields are left out, as if they did not exist. */
function visibleKeys(rights: Rights): string[] {
  return DEFAULT_FACETS.filter((key) => rights.mayFilter(key));
}

/** @throws InvalidInputError when the text searched among a facet's values is too long */
function checkLength(contains: string | null | undefined): string | null {
  if (contains && contains.length > MOST_CONTAINED) {
    throw new InvalidInputError(
      `筛选项搜索最多 ${MOST_CONTAINED} 个字符，请缩短后再试。`,
      `At most ${MOST_CONTAINED} characters are searched among the values of a facet; shorten the text and try again.`,
    );
  }
  return contains ?? null;
}

/** Resolvers of the search section. */
export const searchResolvers: Resolvers = {
  Query: {
    scientists: async (_root, { query, filter, sort, first, after }, { search, rights }) => {
      return { search: await search.resolve({ query, filter }, rights), sort: sort ?? null, first: first ?? 50, after: after ?? null };
    },
  },
  ScientistConnection: {
    totalCount: ({ search }, _args, { readModel }) => readModel.count(search.selection),
    edges: async (connection, _args, { readModel, search, loaders, language }) => {
      const { items } = readModel.page(connection.search.selection, connection.sort, connection.first, connection.after);
      const ids = items.map((item) => item.id);
      const [people, reasons] = await Promise.all([loaders.scientist.loadMany(ids), search.reasons(connection.search, ids, language)]);
      return items.flatMap((item, index) => {
        const node = people[index];
        return node === undefined || node === null || node instanceof Error
          ? []
          : [{ cursor: item.cursor, score: item.score, node, matched: reasons[index] ?? [] }];
      });
    },
    pageInfo: ({ search, sort, first, after }, _args, { readModel }) => {
      const { hasNextPage, endCursor } = readModel.page(search.selection, sort, first, after);
      return { hasNextPage, endCursor };
    },
    facets: ({ search }, { keys, first, contains }, { readModel }) =>
      readModel.facets(search.selection, keys ?? visibleKeys(search.rights), first ?? FACET_VALUES, checkLength(contains)),
    interpretation: ({ search }) => search.interpretation,
  },
};
