import { useQuery } from "@tanstack/react-query";
import { Measures_RunDocument, Measures_RunsDocument } from "../../gql/generated.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import { isOpen } from "./run-words.ts";

const WATCH_MS = 1_000;
const LIST_MS = 2_000;

/** The runs, asked for again while one of them has not ended. */
export function useRuns() {
  return useQuery({
    ...graphqlOptions(Measures_RunsDocument, {}),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.measureRuns.some(isOpen) ? LIST_MS : false),
  });
}

/** One run with the first of its result, asked for again until it has ended; nothing while there is no id. */
export function useRun(id: string | null, first: number) {
  return useQuery({
    ...graphqlOptions(Measures_RunDocument, { id: id ?? "", first }),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data?.measureRun && isOpen(state.data.measureRun) ? WATCH_MS : false),
  });
}
