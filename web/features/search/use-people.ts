import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { Search_ListDocument, type Search_ListQuery } from "../../gql/generated.ts";
import { useMay } from "../../lib/session.ts";
import type { Selection } from "../../lib/url-state.ts";
import { graphqlOptions, useGraphql } from "../../lib/use-graphql.ts";
import type { ListState } from "./list-state.ts";

/** A person in the list with the reasons for the match. */
export type PersonEdge = Search_ListQuery["scientists"]["edges"][number];

/** One page of people; the next page is fetched ahead. */
export function usePeople(selection: Selection, state: ListState) {
  const client = useQueryClient();
  const variables = {
    query: selection.query || null,
    filter: selection.filter,
    sort: state.sort,
    first: state.pageSize,
    after: state.after,
    withAwards: state.columns.includes("awards"),
    withSources: state.columns.includes("sources"),
    working: useMay("READ_WORKING_DATA"),
  };
  const people = useGraphql(Search_ListDocument, variables, { keepPrevious: true });
  const endCursor = people.isPlaceholderData ? null : people.data?.scientists.pageInfo.endCursor;
  const more = people.data?.scientists.pageInfo.hasNextPage ?? false;
  const nextKey = more && endCursor ? JSON.stringify({ ...variables, after: endCursor }) : null;
  useEffect(() => {
    if (nextKey) void client.prefetchQuery(graphqlOptions(Search_ListDocument, JSON.parse(nextKey)));
  }, [client, nextKey]);
  return people;
}
