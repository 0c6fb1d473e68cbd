import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Analyses_AnalysisFragment, Analyses_ListDocument, Analyses_OpenDocument } from "../../gql/generated.ts";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { unpackView } from "./packed-view.ts";

/** The state of an analysis that this window has seen: what it shows changes are held against, and the version that it may write over. */
export interface SeenAnalysis {
  readonly id: string;
  readonly version: number;
  readonly view: NetworkView;
}

/** The analysis that is open in the explorer, and whether it has arrived. */
export interface OpenedAnalysis {
  /** What the server says of it; undefined while it is read and when nothing is open, null when there is none. */
  readonly analysis: Analyses_AnalysisFragment | null | undefined;
  readonly missingPeople: number;
  readonly seen: SeenAnalysis | null;
  /** The view could not be read. */
  readonly broken: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
  readonly notes: string;
  readonly setNotes: (notes: string) => void;
  /** Notes that this window wrote a state of an analysis: it is on the screen already. */
  readonly wrote: (seen: SeenAnalysis) => void;
  /** Forgets what was seen, so that the analysis is shown as it is on the server. */
  readonly reopen: () => void;
}

/** Opens an analysis in the explorer, once; later answers of the server change what is told of it, not what is on the screen. */
export function useOpenedAnalysis(api: ExplorerApi, id: string | null): OpenedAnalysis {
  const client = useQueryClient();
  const { data, error, refetch } = useGraphql(
    Analyses_OpenDocument,
    { id: id ?? "" },
    { enabled: id !== null, staleTime: Number.POSITIVE_INFINITY },
  );
  const [seen, setSeen] = useState<SeenAnalysis | null>(null);
  const [notes, setNotes] = useState("");
  const [broken, setBroken] = useState(false);
  const answer = id === null ? undefined : data?.analysis;
  const { show } = api;
  useEffect(() => {
    if (id === null || answer === undefined || answer === null || seen?.id === id || broken) return;
    const view = unpackView(answer.view);
    if (view === null) {
      setBroken(true);
      return;
    }
    setSeen({ id, version: answer.analysis.version, view });
    setNotes(view.notes);
    show(view);
  }, [id, answer, seen, broken, show]);
  const renew = useCallback(async () => {
    await Promise.all(
      [Analyses_ListDocument, Analyses_OpenDocument].map(({ operationName }) => client.invalidateQueries({ queryKey: [operationName] })),
    );
  }, [client]);
  const wrote = useCallback(
    (now: SeenAnalysis) => {
      setSeen(now);
      void renew();
    },
    [renew],
  );
  const reopen = useCallback(() => {
    void renew().then(() => setSeen(null));
  }, [renew]);
  return {
    analysis: answer === undefined ? undefined : (answer?.analysis ?? null),
    missingPeople: answer?.missingPeople ?? 0,
    seen: seen?.id === id ? seen : null,
    broken,
    error,
    refetch: () => void refetch(),
    notes,
    setNotes,
    wrote,
    reopen,
  };
}
