import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatCount } from "../../lib/format.ts";
import { usePhone } from "../../lib/use-media.ts";
import { type Basemap, baseLayer, PACKAGED } from "./base-layer.ts";
import { arcsOf } from "./flow-words.ts";
import { LassoLayer } from "./lasso-layer.tsx";
import { MapControls } from "./map-controls.tsx";
import { BasemapNote, MapLegend } from "./map-legend.tsx";
import { labelsBeside, scaleTotal } from "./map-model.ts";
import { directionColour } from "./map-palette.ts";
import { MapView } from "./map-view.tsx";
import { StageNotice } from "./stage-notice.tsx";
import { UnderPointer } from "./under-pointer.tsx";
import { useArea, useNarrowing } from "./use-area.ts";
import { usePlaceLabels } from "./use-map-data.ts";
import type { MapScreen } from "./use-map-screen.ts";
import type { MapSize } from "./viewport.ts";

interface Props {
  screen: MapScreen;
  basemap: Basemap;
  drawing: boolean;
  onDrawingEnd: () => void;
  onLost: () => void;
}

/** Share of the screen that the half-raised sheet takes, and pixels of the lowered one (bottom-sheet.css). */
const HALF_SHEET = 0.5;
const PEEK_SHEET = 84;
/** Pixels that toolbar, controls and legend take at the edges. */
const PADDING = { top: 76, right: 72, bottom: 64, left: 56 } as const;
const PHONE_PADDING = { top: 110, right: 32, bottom: 150, left: 32 } as const;

/** What is drawn, in the map's own terms and unchanged as long as it is the same. */
function useDrawn(screen: MapScreen, basemap: Basemap) {
  const { language, points, flowRows, direction, address, talentMap } = screen;
  const english = language === "en";
  const allLabels = usePlaceLabels(language);
  return {
    english,
    base: useMemo(() => baseLayer(basemap), [basemap]),
    labels: useMemo(() => labelsBeside(allLabels, points, english), [allLabels, points, english]),
    located: scaleTotal(points, talentMap.data?.talentMap.located ?? 0, address.focus),
    formatCount: useCallback((value: number) => formatCount(value, language), [language]),
    colour: useMemo(() => directionColour(direction), [direction]),
    arcs: useMemo(() => arcsOf(flowRows), [flowRows]),
    area: useArea(screen),
  };
}

/** The drawn map of a screen. */
function Drawing({ screen, basemap, onBaseDead, onLost }: Pick<Props, "screen" | "basemap" | "onLost"> & { onBaseDead: () => void }) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  const drawn = useDrawn(screen, basemap);
  return (
    <MapView
      key={JSON.stringify(drawn.base)}
      {...drawn}
      start={screen.start}
      name={t("canvas", { view: t(`view.${screen.address.display}`) })}
      points={screen.points}
      context={screen.contextPoints}
      countOnes={screen.address.focus}
      legs={screen.way.legs}
      stops={screen.way.stops}
      mark={screen.mark}
      lit={screen.lit}
      padding={phone ? PHONE_PADDING : PADDING}
      covered={phone && screen.sheet !== "peek" ? window.innerHeight * HALF_SHEET - PEEK_SHEET : 0}
      onReady={screen.onReady}
      onHover={screen.setHover}
      onPick={screen.onPick}
      onMoveEnd={screen.onMoveEnd}
      onBaseDead={onBaseDead}
      onLost={onLost}
    />
  );
}

/** The map with what stands over it. */
export function MapStage({ screen, basemap, drawing, onDrawingEnd, onLost }: Props) {
  const phone = usePhone();
  const host = useRef<HTMLDivElement>(null);
  const [baseDead, setBaseDead] = useState(false);
  const { handle } = screen;
  const { toLine, toVisible } = useNarrowing(screen, onDrawingEnd);
  const shown = baseDead ? PACKAGED : basemap;
  return (
    <div className="map-stage" ref={host}>
      <Drawing screen={screen} basemap={shown} onBaseDead={() => setBaseDead(true)} onLost={onLost} />
      {(screen.talentMap.isFetching || screen.flows.isFetching) && <div className="map-progress" />}
      <StageNotice screen={screen} />
      {!phone && <UnderPointer screen={screen} size={sizeOf(host.current)} quiet={drawing} />}
      {drawing && handle !== null && <LassoLayer onDrawn={toLine} onVisible={toVisible} onCancel={onDrawingEnd} />}
      <MapControls onZoom={(steps) => handle?.zoomBy(steps)} onReset={screen.reset} />
      <div className="map-foot">
        <BasemapNote basemap={shown} replaced={baseDead} />
        {!phone && <MapLegend address={screen.address} />}
      </div>
    </div>
  );
}

function sizeOf(element: HTMLElement | null): MapSize {
  return { width: element?.clientWidth ?? 0, height: element?.clientHeight ?? 0 };
}
