import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Analyses_AnalysisFragment, Analyses_ListDocument, Analyses_OpenDocument } from "../../gql/generated.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { unpackView } from "./packed-view.ts";

/** The state of an analysis that this window has seen: what changes are held against, and the version that it may write over. */
export interface SeenAnalysis {
  readonly id: string;
  readonly version: number;
  readonly view: NetworkView;
}

/** The analysis behind the network on the screen, which outlives the panels that speak of it. */
export interface OpenAnalysis {
  /** What the server says of it; undefined while it is read and when the network is of no analysis, null when there is none. */
  readonly analysis: Analyses_AnalysisFragment | null | undefined;
  readonly missingPeople: number;
  readonly seen: SeenAnalysis | null;
  /** The view to begin with; null until it has been read. It changes when the analysis is opened anew, not when it is saved. */
  readonly initial: NetworkView | null;
  /** The view could not be read. */
  readonly broken: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  readonly notes: string;
  readonly setNotes: (notes: string) => void;
  /** Notes that this window wrote a state of an analysis, which is on the screen already. */
  readonly wrote: (seen: SeenAnalysis) => void;
  /** Lets go of the analysis: the network stays. */
  readonly letGo: () => void;
  /** Shows the analysis as it is on the server. */
  readonly reopen: () => void;
}

/** @param id the analysis that the address names, for as long as the page is there; null for a network that was not saved yet */
export function useAnalysis(id: string | null): OpenAnalysis {
  const client = useQueryClient();
  const [current, setCurrent] = useState(id);
  const [seen, setSeen] = useState<SeenAnalysis | null>(null);
  const [initial, setInitial] = useState<NetworkView | null>(null);
  const [notes, setNotes] = useState("");
  const [broken, setBroken] = useState(false);
  const { data, error, refetch } = useGraphql(
    Analyses_OpenDocument,
    { id: current ?? "" },
    { enabled: current !== null, staleTime: Number.POSITIVE_INFINITY },
  );
  const answer = current === null ? undefined : data?.analysis;
  useEffect(() => {
    if (answer === undefined || answer === null || seen !== null || broken) return;
    const view = unpackView(answer.view);
    if (view === null) {
      setBroken(true);
      return;
    }
    setSeen({ id: answer.analysis.id, version: answer.analysis.version, view });
    setInitial(view);
    setNotes(view.notes);
  }, [answer, seen, broken]);
  const renew = useCallback(async () => {
    await Promise.all(
      [Analyses_ListDocument, Analyses_OpenDocument].map(({ operationName }) => client.invalidateQueries({ queryKey: [operationName] })),
    );
  }, [client]);
  const wrote = useCallback(
    (now: SeenAnalysis) => {
      setCurrent(now.id);
      setSeen(now);
      void renew();
    },
    [renew],
  );
  const reopen = useCallback(() => void renew().then(() => setSeen(null)), [renew]);
  return {
    analysis: answer === undefined ? undefined : (answer?.analysis ?? null),
    missingPeople: answer?.missingPeople ?? 0,
    seen,
    initial,
    broken,
    error,
    refetch: () => void refetch(),
    notes,
    setNotes,
    wrote,
    letGo: useCallback(() => {
      setCurrent(null);
      setSeen(null);
    }, []),
    reopen,
  };
}
