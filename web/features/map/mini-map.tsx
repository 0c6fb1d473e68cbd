import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { addMessages } from "../../lib/i18n.ts";
import { type Land, loadLand } from "./engine/land.ts";
import type { LngLat, Precision } from "./engine/map-types.ts";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import { arcPath, landPath, project, type Sketch, sketchFor } from "./mini-map-geometry.ts";
import "./mini-map.css";

addMessages("map", { zh, en });

/** One place of a person. */
export interface MiniMapPoint extends LngLat {
  kind: "birth" | "home" | "study" | "work";
  label: string;
  precision: Precision;
}

const RATIO = 16 / 10;
/** A sketch this narrow is worth the finer coast. */
const FINE_BELOW_DEGREES = 70;

/** Points that are one place, with all that happened there. */
function byPlace(points: readonly MiniMapPoint[]): MiniMapPoint[][] {
  const groups = new Map<string, MiniMapPoint[]>();
  for (const point of points) {
    const key = `${point.longitude.toFixed(2)},${point.latitude.toFixed(2)}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups.values()];
}

function useLandFor(sketch: Sketch): Land | null {
  const [land, setLand] = useState<Land | null>(null);
  const detail = sketch.width < FINE_BELOW_DEGREES ? "fine" : "coarse";
  useEffect(() => {
    const abort = new AbortController();
    loadLand(detail, abort.signal)
      .then(setLand)
      .catch(() => undefined); // The points and their words say the same without the land.
    return () => abort.abort();
  }, [detail]);
  return land;
}

/** The way from birth over study to work; ancestral home is a place, not a stop. */
function legsOf(points: readonly MiniMapPoint[]): [MiniMapPoint, MiniMapPoint][] {
  const order = { birth: 0, home: 9, study: 1, work: 2 } as const;
  const stops = points.filter((point) => point.kind !== "home").sort((a, b) => order[a.kind] - order[b.kind]);
  return stops.slice(1).flatMap((to, index): [MiniMapPoint, MiniMapPoint][] => {
    const from = stops[index];
    return from === undefined ? [] : [[from, to]];
  });
}

/**
 * A small sketch of a person's places over packaged land, without borders: drawn as SVG, so that it prints and needs no WebGL. A place
 * known only to its province or country is hollow. Nothing is drawn without points.
 */
export function MiniMap({ points }: { points: readonly MiniMapPoint[] }) {
  const { t } = useTranslation("map");
  const sketch = useMemo(() => sketchFor(points, RATIO), [points]);
  const land = useLandFor(sketch);
  const shape = useMemo(() => (land === null ? "" : landPath(land, sketch)), [land, sketch]);
  if (points.length === 0) return null;
  const unit = sketch.width / 320;
  const groups = byPlace(points);
  const words = (point: MiniMapPoint): string => {
    const label = `${t(`mini.${point.kind}`)} ${point.label}`;
    return point.precision === "PROVINCE" || point.precision === "COUNTRY" ? t("mini.approximate", { label }) : label;
  };
  return (
    <figure className="mini-map">
      <svg
        viewBox={`${sketch.x} ${sketch.y} ${sketch.width} ${sketch.height}`}
        role="img"
        aria-label={t("mini.label", { places: points.map(words).join(t("comma")) })}
      >
        <rect className="mini-map-water" x={sketch.x} y={sketch.y} width={sketch.width} height={sketch.height} />
        <path className="mini-map-land" d={shape} fillRule="evenodd" strokeWidth={0.6 * unit} />
        {legsOf(points).map(([from, to]) => (
          <path
            key={`${from.kind}${from.label}-${to.kind}${to.label}`}
            className="mini-map-leg"
            d={arcPath(from, to, sketch.middle)}
            strokeWidth={1.4 * unit}
          />
        ))}
        {groups.map((group) => {
          const first = group[0];
          if (first === undefined) return null;
          const at = project(first, sketch.middle);
          const rough = first.precision === "PROVINCE" || first.precision === "COUNTRY";
          return (
            <circle
              key={`${first.longitude},${first.latitude}`}
              className={`mini-map-point mini-map-${first.kind}`}
              data-rough={rough}
              cx={at.x}
              cy={at.y}
              r={5 * unit}
              strokeWidth={2 * unit}
            />
          );
        })}
      </svg>
      <ul className="mini-map-key">
        {points.map((point, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same school may stand in the list twice, and the order does not change
          <li key={`${index}-${point.kind}-${point.label}`} className={`mini-map-${point.kind}`}>
            <i data-rough={point.precision === "PROVINCE" || point.precision === "COUNTRY"} />
            {words(point)}
          </li>
        ))}
      </ul>
    </figure>
  );
}
