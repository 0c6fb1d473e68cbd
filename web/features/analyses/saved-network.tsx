import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Arriving } from "../../lib/arriving.tsx";
import type { ExplorerPanel } from "../../lib/explorer-api.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { useAnalysisPanels } from "./analysis-panels.tsx";
import { useAnalysis } from "./use-analysis.ts";
import { ANALYSES } from "./words.ts";

interface Props {
  id: string;
  /** The explorer, which shows a view and takes panels. */
  explorer: (view: NetworkView, panels: readonly ExplorerPanel[]) => ReactNode;
}

/** A saved analysis in the explorer, or the one sentence about why there is none, which does not tell whether it exists. */
export function SavedNetwork({ id, explorer }: Props) {
  const { t } = useTranslation(ANALYSES);
  const open = useAnalysis(id);
  const panels = useAnalysisPanels(open);
  if (open.initial !== null) return explorer(open.initial, panels);
  const absent = open.broken || open.analysis === null;
  return (
    <div className="page">
      <Arriving ready={absent} error={open.error} retry={open.refetch}>
        <EmptyState
          page
          title={t(open.broken ? "open.broken" : "open.none")}
          detail={open.broken ? undefined : t("open.noneDetail")}
          action={
            <Link className="button button-primary" to="/network/saved">
              {t("deed.list")}
            </Link>
          }
        />
      </Arriving>
    </div>
  );
}
