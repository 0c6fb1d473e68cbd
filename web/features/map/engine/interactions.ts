import type { Map as MapLibreMap, MapMouseEvent } from "maplibre-gl";
import { LAYER } from "./layer-names.ts";

/** What the pointer is over. */
export interface Target {
  kind: "point" | "context" | "arc";
  id: string;
  /** Pixels from the upper left corner of the map. */
  x: number;
  y: number;
}

/** What the map reports; it never acts by itself. */
export interface Listeners {
  onHover: (target: Target | null) => void;
  onPick: (target: Target | null) => void;
  onMoveEnd: () => void;
}

const TOUCH_REACH = 10;
const KINDS = [
  { layer: LAYER.circle, kind: "point" },
  { layer: LAYER.staying, kind: "arc" },
  { layer: LAYER.arcHit, kind: "arc" },
  { layer: LAYER.contextDot, kind: "context" },
] as const;

/** The topmost point, arc or faint point within `reach` pixels of the pointer. */
function targetAt(map: MapLibreMap, event: MapMouseEvent, reach: number): Target | null {
  const { x, y } = event.point;
  const found = map.queryRenderedFeatures(
    [
      [x - reach, y - reach],
      [x + reach, y + reach],
    ],
    { layers: KINDS.map((entry) => entry.layer) },
  );
  for (const entry of KINDS) {
    const feature = found.find((candidate) => candidate.layer.id === entry.layer);
    const id: unknown = feature?.properties.id;
    if (typeof id === "string") {
      return { kind: entry.kind, id, x, y };
    }
  }
  return null;
}

/** Reports pointer and camera; returns the function that stops it. */
export function listen(map: MapLibreMap, listeners: Listeners): () => void {
  let hovered: string | null = null;
  const onMove = (event: MapMouseEvent): void => {
    const target = targetAt(map, event, 1);
    map.getCanvas().style.cursor = target === null ? "" : "pointer";
    if (target?.id !== hovered) {
      hovered = target?.id ?? null;
      listeners.onHover(target);
    }
  };
  const onOut = (): void => {
    hovered = null;
    listeners.onHover(null);
  };
  const onClick = (event: MapMouseEvent): void => {
    const touch = window.matchMedia("(pointer: coarse)").matches;
    listeners.onPick(targetAt(map, event, 1) ?? targetAt(map, event, touch ? TOUCH_REACH : 3));
  };
  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.on("dragstart", onOut);
  map.on("click", onClick);
  map.on("moveend", listeners.onMoveEnd);
  return () => {
    map.off("mousemove", onMove);
    map.off("mouseout", onOut);
    map.off("dragstart", onOut);
    map.off("click", onClick);
    map.off("moveend", listeners.onMoveEnd);
  };
}
