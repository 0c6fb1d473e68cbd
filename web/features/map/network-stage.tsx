import { useCallback, useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatExact, labelOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { baseLayer, PACKAGED } from "./base-layer.ts";
import type { Target } from "./engine/interactions.ts";
import type { LngLat } from "./engine/map-types.ts";
import { MapControls } from "./map-controls.tsx";
import { BasemapNote } from "./map-legend.tsx";
import { labelsBeside } from "./map-model.ts";
import { directionColour } from "./map-palette.ts";
import { type Lit, type MapHandle, MapView } from "./map-view.tsx";
import { type NetworkOnMap, placeLinkWords } from "./network-on-map.ts";
import { boxAround, CLOSEST_FIT, worldCamera } from "./places-in-view.ts";
import { useBasemap, usePlaceLabels } from "./use-map-data.ts";

interface Props {
  drawn: NetworkOnMap;
  english: boolean;
  formatCount: (count: number) => string;
  phone: boolean;
  lit: string | null;
  onHover: (id: string | null) => void;
  onChoose: (id: string | null) => void;
  onLost: () => void;
}

const NONE: readonly never[] = [];
const PADDING = { top: 48, right: 72, bottom: 56, left: 56 } as const;
const PHONE_PADDING = { top: 24, right: 48, bottom: 32, left: 24 } as const;

function litOf(drawn: NetworkOnMap, id: string | null): Lit | null {
  if (id === null) return null;
  if (drawn.points.some((point) => point.id === id)) return { source: "points", id };
  return drawn.arcs.some((arc) => arc.id === id) ? { source: "arcs", id } : null;
}

/** What the pointer is over, in words. */
function useWords(drawn: NetworkOnMap, hover: Target | null): string | null {
  const { t } = useTranslation("map");
  const language = useLanguage();
  if (hover === null) return null;
  const link = drawn.links.find(({ id }) => id === hover.id);
  if (link !== undefined)
    return `${placeLinkWords(link, language)} · ${t("network.links", { n: formatExact(link.links), works: formatExact(link.works) })}`;
  const point = drawn.points.find(({ id }) => id === hover.id);
  return point === undefined ? null : `${labelOf(point, language)} · ${t("network.people", { n: formatExact(point.count) })}`;
}

/** The drawn map of a network. */
export function NetworkStage({ drawn, english, formatCount, phone, lit, onHover, onChoose, onLost }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const basemap = useBasemap();
  const [baseDead, setBaseDead] = useState(false);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [hover, setHover] = useState<Target | null>(null);
  const allLabels = usePlaceLabels(language);
  const shown = baseDead ? PACKAGED : (basemap.data?.basemap ?? PACKAGED);
  const base = useMemo(() => baseLayer(shown), [shown]);
  const labels = useMemo(() => labelsBeside(allLabels, drawn.points, english), [allLabels, drawn.points, english]);
  const located = drawn.points.reduce((sum, { count }) => sum + count, 0);
  const colour = useMemo(() => directionColour(null), []);
  const [start] = useState(() => worldCamera({ width: window.innerWidth, height: window.innerHeight, flowing: false }));
  const light = useMemo(() => litOf(drawn, lit), [drawn, lit]);
  const count = useCallback((value: number) => formatCount(value), [formatCount]);
  const showAll = useCallback((map: MapHandle, points: readonly LngLat[]): void => {
    const box = boxAround(points);
    if (box !== null) map.fit(box, CLOSEST_FIT);
  }, []);
  useEffect(() => {
    if (handle !== null) showAll(handle, drawn.points);
  }, [handle, drawn.points, showAll]);
  const words = useWords(drawn, hover);
  return (
    <div className="map-stage">
      <MapView
        key={JSON.stringify(base)}
        base={base}
        start={start}
        name={t("network.canvas")}
        labels={labels}
        points={drawn.points}
        context={NONE}
        located={located}
        english={english}
        countOnes={false}
        formatCount={count}
        colour={colour}
        arcs={drawn.arcs}
        undirected
        legs={NONE}
        stops={NONE}
        mark={null}
        area={null}
        lit={light}
        padding={phone ? PHONE_PADDING : PADDING}
        covered={0}
        onReady={setHandle}
        onHover={(target) => {
          setHover(target);
          onHover(target?.id ?? null);
        }}
        onPick={(target) => onChoose(target?.kind === "point" ? target.id : null)}
        onMoveEnd={() => undefined}
        onBaseDead={() => setBaseDead(true)}
        onLost={onLost}
      />
      {words !== null && hover !== null && (
        <p className="network-map-hover" aria-hidden="true">
          {words}
        </p>
      )}
      <MapControls onZoom={(steps) => handle?.zoomBy(steps)} onReset={() => handle !== null && showAll(handle, drawn.points)} />
      <div className="map-foot">
        <BasemapNote basemap={shown} replaced={baseDead} />
        {!phone && <p className="map-legend">{t("network.legend")}</p>}
      </div>
    </div>
  );
}
