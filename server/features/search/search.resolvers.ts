import type { Resolvers } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";

const MAX_FIRST = 200;

function checkFirst(first: number): number {
  if (!Number.isInteger(first) || first < 0 || first > MAX_FIRST) {
    throw new InvalidInputError(
      `每页最多 ${MAX_FIRST} 人，请把 first 改为 0 到 ${MAX_FIRST}。`,
      `A page holds at most ${MAX_FIRST} people; set first to 0–${MAX_FIRST}.`,
    );
  }
  return first;
}

/** Resolvers of the search section. */
export const searchResolvers: Resolvers = {
  Query: {
    scientists: async (_root, { query, filter, sort, first, after }, { search }) => {
      const size = checkFirst(first ?? 50);
      return { search: await search.resolve({ query, filter }), sort: sort ?? null, first: size, after: after ?? null };
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
    facets: ({ search }, { keys, first }, { readModel }) =>
      readModel.facets(search.selection, keys ?? null, Math.min(first ?? 20, MAX_FIRST)),
    interpretation: ({ search }) => search.interpretation,
  },
};
