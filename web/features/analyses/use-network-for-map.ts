import { Analyses_OpenDocument } from "../../gql/generated.ts";
import { handedOver, isHandedKey } from "../../lib/network-hand-over.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { unpackView } from "./packed-view.ts";

/** A network to be drawn on the map, and the address of the explorer that shows it. */
export interface NetworkForMap {
  /** Null while it is read, and when there is none. */
  readonly network: { readonly view: NetworkView; readonly title: string | null; readonly back: string } | null;
  readonly reading: boolean;
  readonly error: Error | null;
  readonly refetch: () => void;
}

/** The network that a key of an address speaks of: one handed over in this window, or a saved analysis that the viewer may open. */
export function useNetworkForMap(key: string): NetworkForMap {
  const handed = isHandedKey(key) ? handedOver(key) : null;
  const saved = !isHandedKey(key);
  const { data, error, refetch } = useGraphql(Analyses_OpenDocument, { id: key }, { enabled: saved, staleTime: Number.POSITIVE_INFINITY });
  const opened = data?.analysis;
  const view = opened ? unpackView(opened.view) : null;
  const network = handed
    ? {
        view: handed.view,
        title: null,
        back: `${handed.analysis === null ? "/network" : `/network/saved/${handed.analysis}`}?handed=${key}`,
      }
    : opened && view
      ? { view, title: opened.analysis.title, back: `/network/saved/${key}` }
      : null;
  return { network, reading: saved && data === undefined && !error, error, refetch: () => void refetch() };
}
