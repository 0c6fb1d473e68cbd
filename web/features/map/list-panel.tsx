import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { onTabKeys } from "../../ui/tab-keys.ts";
import { FlowPanel } from "./flow-panel.tsx";
import { PeoplePanel } from "./people-panel.tsx";
import type { MapScreen } from "./use-map-screen.ts";

function FlowTabs({ tab, setTab }: Pick<MapScreen, "tab" | "setTab">) {
  const { t } = useTranslation("map");
  return (
    <div className="map-tabs" role="tablist" aria-label={t("flow.tabs")} onKeyDown={onTabKeys}>
      {(["flows", "people"] as const).map((one) => (
        <button key={one} type="button" role="tab" aria-selected={tab === one} className="map-tab" onClick={() => setTab(one)}>
          {t(`flow.tab.${one}`)}
        </button>
      ))}
    </div>
  );
}

/** The list, or while flows are shown a choice of flow table and list. */
export function ListPanel({ screen, advice }: { screen: MapScreen; advice: ReactNode }) {
  const { address, flowing, tab } = screen;
  return (
    <>
      {flowing && <FlowTabs tab={tab} setTab={screen.setTab} />}
      {flowing && tab === "flows" ? (
        <FlowPanel
          address={address}
          flows={screen.flowRows}
          loading={screen.flows.isFetching}
          error={screen.flows.error}
          litId={screen.hover?.kind === "arc" ? screen.hover.id : null}
          onAddress={(change) => screen.go({ map: change })}
          onPoint={screen.setPointed}
          onOpen={screen.openFlow}
          onRetry={() => void screen.flows.refetch()}
        />
      ) : (
        <PeoplePanel
          people={screen.people}
          talentMap={screen.talentMap.data?.talentMap}
          selection={screen.selection}
          view={screen.view}
          selected={screen.selectedPerson}
          litBox={screen.litBox}
          spot={address.spot}
          advice={advice}
          onSelection={screen.setSelection}
          onPoint={screen.setPointed}
          onSelect={screen.select}
        />
      )}
    </>
  );
}
