import { useInfiniteQuery } from "@tanstack/react-query";
import { type EngagementFilter, type EngagementSort, Pipeline_CountsDocument, Pipeline_ListDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { useGraphql } from "../../lib/use-graphql.ts";

/** Cards that a column asks for at once. */
const PAGE = 30;
const START: { readonly after: string | null } = { after: null };

/**
 * The engagements of one stage, the most pressing next step first; further ones when asked for. `count` comes with them, so that the number at the
 * head of a column is that of its cards; undefined until they are there.
 */
export function useColumn(filter: EngagementFilter, stageId: string) {
  const sort: EngagementSort = { by: "NEXT_STEP", direction: "ASCENDING" };
  const variables = { filter: { ...filter, stages: [stageId] }, sort, first: PAGE };
  const query = useInfiniteQuery({
    queryKey: [Pipeline_ListDocument.operationName, "column", variables],
    queryFn: ({ pageParam, signal }) => request(Pipeline_ListDocument, { ...variables, after: pageParam }, signal),
    initialPageParam: START.after,
    getNextPageParam: ({ engagements: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: (before) => before,
    staleTime: 0,
  });
  // A card that moved between two pages while they were read is shown once.
  const cards = new Map(query.data?.pages.flatMap(({ engagements }) => engagements.edges.map(({ node }) => [node.id, node] as const)));
  return { ...query, cards: [...cards.values()], count: query.data?.pages.at(-1)?.engagements.totalCount };
}

/** How many engagements there are in each stage. */
export function useCounts(filter: EngagementFilter) {
  const query = useGraphql(Pipeline_CountsDocument, { filter }, { keepPrevious: true, staleTime: 0 });
  const byStage = new Map(query.data?.engagements.byStage.map(({ stage, count }) => [stage.id, count]));
  return { ...query, total: query.data?.engagements.totalCount, byStage };
}
