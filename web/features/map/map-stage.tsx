import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Map_BasemapQuery } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatCount, formatExact } from "../../lib/format.ts";
import { usePhone } from "../../lib/use-media.ts";
import type { Arc, BaseLayer, LngLat } from "./engine/map-types.ts";
import { boxLine } from "./engine/sync.ts";
import { flowId, useFlowWords } from "./flow-panel.tsx";
import { ArcCard, HoverCard } from "./hover-card.tsx";
import { contiguous, lassoDegrees, type Pixel } from "./lasso.ts";
import { LassoLayer } from "./lasso-layer.tsx";
import { MapControls } from "./map-controls.tsx";
import { BasemapNote, MapLegend } from "./map-legend.tsx";
import { labelsBeside, scaleTotal } from "./map-model.ts";
import { directionColour } from "./map-palette.ts";
import { MapView } from "./map-view.tsx";
import { worldCamera } from "./places-in-view.ts";
import { usePlaceLabels } from "./use-map-data.ts";
import type { MapScreen } from "./use-map-screen.ts";
import { boxForFilter } from "./viewport.ts";

interface Props {
  screen: MapScreen;
  basemap: Map_BasemapQuery["basemap"];
  drawing: boolean;
  onDrawingEnd: () => void;
  onLost: () => void;
}

/** Share of the screen that the half-raised sheet takes, and pixels of the lowered one (map.css). */
const HALF_SHEET = 0.5;
const PEEK_SHEET = 84;

/** The base under the data, from what the operator configured; a kind without an address falls back to packaged land. */
function baseLayer(basemap: Map_BasemapQuery["basemap"]): BaseLayer {
  if (basemap.kind === "LAND" || basemap.url === null) return { kind: "LAND" };
  const url = new URL(basemap.url, window.location.origin).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
  return basemap.kind === "PMTILES" ? { kind: "PMTILES", url } : { kind: "RASTER", url };
}

/** Said over the map when it has nothing to draw or could not be asked. */
function StageNotice({ screen }: { screen: MapScreen }) {
  const { t } = useTranslation("map");
  const { talentMap, flowing, selection, view, language } = screen;
  const client = useQueryClient();
  // Place names and the list failed with it; one press asks for all of them again.
  const retry = (): void => void client.refetchQueries({ predicate: (query) => query.state.status === "error" });
  if (talentMap.isError) {
    return (
      <div className="map-notice" role="alert">
        <p>
          <strong>{t("error.map")}</strong> {errorSentence(talentMap.error, t, language)}
        </p>
        <button type="button" className="button" onClick={retry}>
          {t("action.retry")}
        </button>
      </div>
    );
  }
  const data = talentMap.data?.talentMap;
  if (flowing || data === undefined || data.located > 0) return null;
  return (
    <div className="map-notice" role="status">
      <p>{data.total === 0 ? t("empty.nobody") : t("empty.unlocated", { n: formatExact(data.total), view: t(`view.${view}`) })}</p>
      {data.total > 0 && selection.filter.unlocatedIn === view && (
        <button
          type="button"
          className="button"
          onClick={() => {
            const { unlocatedIn: _only, ...filter } = selection.filter;
            screen.setSelection({ ...selection, filter });
          }}
        >
          {t("empty.back")}
        </button>
      )}
    </div>
  );
}

/** The area the selection is narrowed to, as a closed line; a pile's own point needs none. */
function useArea({ selection, address }: MapScreen): readonly LngLat[] | null {
  const { bounds, lasso } = selection.filter;
  return useMemo(() => {
    if (lasso) return contiguous(lasso);
    return bounds && address.spot === null ? boxLine(bounds) : null;
  }, [bounds, lasso, address.spot]);
}

/** The card of what the pointer is over; points are quiet while a line is drawn. */
function UnderPointer({ screen, size, quiet }: { screen: MapScreen; size: { width: number; height: number }; quiet: boolean }) {
  const words = useFlowWords();
  const { hover, hoveredPoint, selection, view, flowRows } = screen;
  if (hover === null) return null;
  if (hover.kind === "arc") {
    const flow = flowRows.find((row) => flowId(row) === hover.id);
    return flow === undefined ? null : <ArcCard target={hover} words={words(flow)} count={flow.count} size={size} />;
  }
  if (hoveredPoint === null || quiet) return null;
  return <HoverCard target={hover} point={hoveredPoint} query={selection.query} filter={selection.filter} view={view} size={size} />;
}

/** The map with what stands over it. */
export function MapStage({ screen, basemap, drawing, onDrawingEnd, onLost }: Props) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  const host = useRef<HTMLDivElement>(null);
  const allLabels = usePlaceLabels(screen.language);
  const area = useArea(screen);
  const { language, handle, selection, view, address, flowRows, direction } = screen;
  const [start] = useState(() => address.camera ?? worldCamera({ ...expectedSize(phone), flowing: screen.flowing }));
  const count = useCallback((value: number) => formatCount(value, language), [language]);
  const colour = useMemo(() => directionColour(direction), [direction]);
  const base = useMemo(() => baseLayer(basemap), [basemap]);
  const arcs = useMemo(() => arcsOf(flowRows), [flowRows]);
  const labels = useMemo(() => labelsBeside(allLabels, screen.points, language === "en"), [allLabels, screen.points, language]);
  const padding = useMemo(
    () => ({ top: phone ? 110 : 76, right: phone ? 32 : 72, bottom: phone ? 150 : 64, left: phone ? 32 : 56 }),
    [phone],
  );
  const narrow = (change: { lasso: LngLat[] } | { bounds: ReturnType<typeof boxForFilter> }): void => {
    const { bounds: _bounds, lasso: _lasso, ...rest } = selection.filter;
    screen.go({ map: { spot: null }, selection: { ...selection, filter: { ...rest, ...change, boundsView: view } } });
    onDrawingEnd();
  };
  const onDrawn = (corners: Pixel[]): boolean => {
    const lasso = handle === null ? null : lassoDegrees(corners.map((corner) => handle.at(corner.x, corner.y)));
    if (lasso !== null) narrow({ lasso });
    return lasso !== null;
  };
  return (
    <div className="map-stage" ref={host}>
      <MapView
        base={base}
        start={start}
        name={t("canvas", { view: t(`view.${address.display}`) })}
        labels={labels}
        points={screen.points}
        context={screen.contextPoints}
        located={scaleTotal(screen.points, screen.talentMap.data?.talentMap.located ?? 0, address.focus)}
        english={language === "en"}
        countOnes={address.focus}
        formatCount={count}
        colour={colour}
        arcs={arcs}
        legs={screen.way.legs}
        stops={screen.way.stops}
        mark={screen.mark}
        area={area}
        lit={screen.lit}
        padding={padding}
        covered={phone && screen.sheet !== "peek" ? window.innerHeight * HALF_SHEET - PEEK_SHEET : 0}
        onReady={screen.onReady}
        onHover={screen.setHover}
        onPick={screen.onPick}
        onMoveEnd={screen.onMoveEnd}
        onLost={onLost}
      />
      {(screen.talentMap.isFetching || screen.flows.isFetching) && <div className="map-progress" />}
      <StageNotice screen={screen} />
      {!phone && <UnderPointer screen={screen} size={sizeOf(host.current)} quiet={drawing} />}
      {drawing && handle !== null && (
        <LassoLayer onDrawn={onDrawn} onVisible={() => narrow({ bounds: boxForFilter(handle.visible()) })} onCancel={onDrawingEnd} />
      )}
      <MapControls onZoom={(steps) => handle?.zoomBy(steps)} onReset={screen.reset} />
      <div className="map-foot">
        <BasemapNote basemap={basemap} />
        {!phone && <MapLegend address={address} />}
      </div>
    </div>
  );
}

/** Size of the map before it is laid out: the window without rail, header and panels (see map.css and the shell's tokens). */
function expectedSize(phone: boolean): { width: number; height: number } {
  return { width: window.innerWidth - (phone ? 0 : 704), height: window.innerHeight - 56 };
}

function sizeOf(element: HTMLElement | null): { width: number; height: number } {
  return { width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 };
}

function arcsOf(flows: MapScreen["flowRows"]): Arc[] {
  return flows.flatMap((flow) => {
    const { from, to } = flow;
    if (from.longitude === null || from.latitude === null || to.longitude === null || to.latitude === null) return [];
    return [
      {
        id: flowId(flow),
        from: { longitude: from.longitude, latitude: from.latitude },
        to: { longitude: to.longitude, latitude: to.latitude },
        count: flow.count,
      },
    ];
  });
}
