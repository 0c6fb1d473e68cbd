import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import type { StoredOperation } from "../gql/generated.ts";
import { request } from "./graphql-client.ts";

/** Query options for one operation; the same document and variables share one cache entry. */
export function graphqlOptions<Result, Variables>(document: StoredOperation<Result, Variables>, variables: Variables) {
  return queryOptions({
    queryKey: [document.operationName, variables],
    queryFn: ({ signal }) => request(document, variables, signal),
  });
}

interface Options {
  /** False holds the request back. */
  enabled?: boolean;
  /** Keeps showing the former answer while the next one loads. */
  keepPrevious?: boolean;
  /** How long an answer counts as fresh, in milliseconds. */
  staleTime?: number;
}

/** Reads one operation through the cache. */
export function useGraphql<Result, Variables>(document: StoredOperation<Result, Variables>, variables: Variables, options: Options = {}) {
  const base = graphqlOptions(document, variables);
  return useQuery({
    queryKey: base.queryKey,
    queryFn: ({ signal }) => request(document, variables, signal),
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
