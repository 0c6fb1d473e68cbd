import { ExportButton } from "../../features/exports/export-button.tsx";
import { PeoplePage } from "../../features/search/people-page.tsx";
import { NarrowestAdvice } from "../../features/selection/narrowest-advice.tsx";
import { SelectionChips } from "../../features/selection/selection-chips.tsx";
import { SelectionPanel } from "../../features/selection/selection-panel.tsx";

/** 人才名单: search, filters, table, export. */
export function ScientistsRoute() {
  return (
    <PeoplePage
      panel={<SelectionPanel />}
      chips={<SelectionChips />}
      advice={<NarrowestAdvice />}
      exporter={(listed) => <ExportButton {...listed} />}
    />
  );
}
