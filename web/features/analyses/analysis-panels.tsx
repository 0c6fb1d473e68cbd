import { useTranslation } from "react-i18next";
import type { ExplorerPanel } from "../../lib/explorer-api.ts";
import { useMay } from "../../lib/session.ts";
import { AnalysisPanel } from "./analysis-panel.tsx";
import { NetworkExportPanel } from "./export-panel.tsx";
import { NetworkMapLink } from "./network-map-link.tsx";
import type { OpenAnalysis } from "./use-analysis.ts";
import { ANALYSES } from "./words.ts";

/** The panels of this room beside the explorer: saving and export for those who may, and the way to the map. */
export function useAnalysisPanels(open: OpenAnalysis): ExplorerPanel[] {
  const { t } = useTranslation(ANALYSES);
  const may = useMay("SAVE_ANALYSES");
  const map: ExplorerPanel = {
    key: "map",
    title: t("panel.map"),
    render: (api) => <NetworkMapLink api={api} id={open.seen?.id ?? null} />,
  };
  if (!may) return [map];
  return [
    { key: "analysis", title: t("panel.analysis"), render: (api) => <AnalysisPanel api={api} open={open} /> },
    { key: "export", title: t("panel.export"), render: (api) => <NetworkExportPanel api={api} title={open.analysis?.title ?? null} /> },
    map,
  ];
}
