import { useSearchParams } from "react-router";
import { useAnalysisPanels } from "../../features/analyses/analysis-panels.tsx";
import { useAnalysis } from "../../features/analyses/use-analysis.ts";
import { ExplorerPage } from "../../features/network/explorer-page.tsx";
import type { ExplorerPanel } from "../../lib/explorer-api.ts";
import { handedOver } from "../../lib/network-hand-over.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useExplorerPanels } from "../explorer-panels.tsx";

interface Props {
  /** A kept view to show as it was; what another page of this window handed over comes before it. */
  initial: NetworkView | null;
  /** Panels about the analysis that the network belongs to. */
  panels: readonly ExplorerPanel[];
}

/** The explorer with what other rooms put beside it. */
export function NetworkExplorer({ initial, panels }: Props) {
  const [params] = useSearchParams();
  const handed = params.get("handed");
  const others = useExplorerPanels();
  return <ExplorerPage key={handed} initial={handedOver(handed ?? "")?.view ?? initial} panels={[...panels, ...others]} />;
}

/** 合作网络: the explorer. */
export function NetworkRoute() {
  const open = useAnalysis(null);
  const panels = useAnalysisPanels(open);
  return <NetworkExplorer initial={open.initial} panels={panels} />;
}
