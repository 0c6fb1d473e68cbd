import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addMessages } from "../../lib/i18n.ts";
import { usePhone } from "../../lib/use-media.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { BottomSheet } from "./bottom-sheet.tsx";
import { canDraw } from "./engine/create-map.ts";
import { FlowPanel } from "./flow-panel.tsx";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import "./map.css";
import { MapStage } from "./map-stage.tsx";
import { MapToolbar } from "./map-toolbar.tsx";
import type { Panel } from "./map-url.ts";
import { PeoplePanel } from "./people-panel.tsx";
import { useBasemap } from "./use-map-data.ts";
import { type MapScreen, useMapScreen } from "./use-map-screen.ts";
import { YearBrush } from "./year-brush.tsx";

addMessages("map", { zh, en });

interface Props {
  /** Facets of the selection in the address. */
  panel: ReactNode;
  /** What was understood and chosen, removable. */
  chips: ReactNode;
  /** Ways out when nobody matches. */
  advice: ReactNode;
}

/** A button at the edge of a panel that folds it away or brings it back. */
function Fold({ panel, screen }: { panel: Panel; screen: MapScreen }) {
  const { t } = useTranslation("map");
  const { folded } = screen.address;
  const away = folded.includes(panel);
  const label = t(`fold.${panel}.${away ? "open" : "close"}`);
  const next = away ? folded.filter((one) => one !== panel) : [...folded, panel];
  return (
    <button
      type="button"
      className={`map-fold map-fold-${panel}`}
      aria-expanded={!away}
      aria-label={label}
      title={label}
      onClick={() => screen.go({ map: { folded: next } })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={(panel === "filters") === away ? "m6 4 4 4-4 4" : "m10 4-4 4 4 4"} />
      </svg>
    </button>
  );
}

/** The list, or while flows are shown a choice of flow table and list. */
function ListPanel({ screen, advice }: { screen: MapScreen; advice: ReactNode }) {
  const { t } = useTranslation("map");
  const { address, flowing, tab } = screen;
  return (
    <>
      {flowing && (
        <div className="map-tabs" role="tablist" aria-label={t("flow.tabs")}>
          {(["flows", "people"] as const).map((one) => (
            <button key={one} type="button" role="tab" aria-selected={tab === one} className="map-tab" onClick={() => screen.setTab(one)}>
              {t(`flow.tab.${one}`)}
            </button>
          ))}
        </div>
      )}
      {flowing && tab === "flows" ? (
        <FlowPanel
          address={address}
          flows={screen.flowRows}
          loading={screen.flows.isFetching}
          litId={screen.hover?.kind === "arc" ? screen.hover.id : null}
          onAddress={(change) => screen.go({ map: change })}
          onPoint={screen.setPointed}
          onOpen={screen.openFlow}
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

/** 人才地图: filters, map and list of one selection. The list alone is a full equivalent of the map. */
export function MapPage({ panel, chips, advice }: Props) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  const [drawable, setDrawable] = useState(canDraw);
  const screen = useMapScreen(drawable);
  const basemap = useBasemap();
  const [drawing, setDrawing] = useState(false);
  const [years, setYears] = useState(screen.selection.filter.birthYears !== undefined);
  const { address } = screen;
  const filterPanel = (
    <>
      <h2 className="visually-hidden">{t("panel.filters")}</h2>
      {chips}
      {panel}
    </>
  );
  const list = <ListPanel screen={screen} advice={advice} />;
  const folds = phone
    ? ""
    : `${address.folded.includes("filters") ? " map-no-filters" : ""}${address.folded.includes("list") ? " map-no-list" : ""}`;
  return (
    <div className={`map-page${folds}${drawable ? "" : " map-list-only"}`}>
      <PageTitle page={t("title")} product={t("product")} />
      <h1 className="visually-hidden">{t("title")}</h1>
      {!phone && (
        <aside className="map-filters" aria-label={t("panel.filters")}>
          {!address.folded.includes("filters") && filterPanel}
        </aside>
      )}
      <section className="map-middle" aria-label={t("panel.map")}>
        <MapToolbar
          display={address.display}
          focus={address.focus}
          drawing={drawing}
          years={years}
          canDraw={drawable}
          onDisplay={(display) => screen.go({ map: { display, ...(display === "FLOWS" ? { focus: false } : {}) } })}
          onFocus={screen.setFocus}
          onDrawing={() => setDrawing(!drawing)}
          onYears={() => setYears(!years)}
        />
        {!phone && <Fold panel="filters" screen={screen} />}
        {!phone && <Fold panel="list" screen={screen} />}
        {drawable && (basemap.data !== undefined || basemap.isError) ? (
          <MapStage
            screen={screen}
            basemap={basemap.data?.basemap ?? PACKAGED}
            drawing={drawing}
            onDrawingEnd={() => setDrawing(false)}
            onLost={() => setDrawable(false)}
          />
        ) : (
          <div className="map-stage">{!drawable && <p className="map-notice">{t("noWebgl")}</p>}</div>
        )}
        {years && (
          <div className="map-years-box">
            <YearBrush selection={screen.selection} onSelection={screen.setSelection} />
          </div>
        )}
      </section>
      {phone ? (
        <BottomSheet
          list={list}
          filters={filterPanel}
          total={screen.people.data?.pages[0]?.scientists.totalCount}
          stop={screen.sheet}
          onStop={screen.setSheet}
        />
      ) : (
        <aside className="map-side" aria-label={t("panel.list")}>
          {!address.folded.includes("list") && list}
        </aside>
      )}
    </div>
  );
}

/** Used when the server could not say what is configured: packaged land needs no permission. */
const PACKAGED = { kind: "LAND", approvalNo: null, owner: null, expires: null, url: null } as const;
