import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { ExportButton } from "../../features/exports/export-button.tsx";
import { PeoplePage } from "../../features/search/people-page.tsx";
import { NarrowestAdvice } from "../../features/selection/narrowest-advice.tsx";
import { SelectionChips } from "../../features/selection/selection-chips.tsx";
import { SelectionPanel } from "../../features/selection/selection-panel.tsx";
import { useMay } from "../../lib/session.ts";
import { toSearch, writeSelection } from "../../lib/url-state.ts";
import { usePhone } from "../../lib/use-media.ts";

/** 人才名单: search, filters, table, export; the same people in the pipeline for those who work on it. */
export function ScientistsRoute() {
  const { t } = useTranslation();
  // On a phone the list begins higher without it; the pipeline finds people by name there.
  const phone = usePhone();
  const pipeline = useMay("WORK_PIPELINE") && !phone;
  return (
    <PeoplePage
      panel={<SelectionPanel />}
      chips={<SelectionChips />}
      advice={<NarrowestAdvice />}
      exporter={(listed) => (
        <>
          {pipeline && (
            <Link className="button" to={`/pipeline${toSearch(writeSelection(listed.selection))}`}>
              {t("action.showInPipeline")}
            </Link>
          )}
          {!phone && (
            <Link className="button" to={`/network${toSearch(writeSelection(listed.selection))}`}>
              {t("action.showInNetwork")}
            </Link>
          )}
          <ExportButton {...listed} />
        </>
      )}
    />
  );
}
