import type { Map as MapLibreMap } from "maplibre-gl";
import { useEffect, useRef, useState } from "react";
import { fitBox, isClear, moveTo, type Padding, readCamera, reveal, visibleBox } from "./engine/camera.ts";
import { createMap } from "./engine/create-map.ts";
import { listen, type Target } from "./engine/interactions.ts";
import { loadLand } from "./engine/land.ts";
import type { Arc, BaseLayer, Box, Camera, Leg, LngLat, MapPoint, PlaceLabel, Stop } from "./engine/map-types.ts";
import {
  light,
  syncArcDirection,
  syncArcs,
  syncArea,
  syncColour,
  syncContext,
  syncLabels,
  syncLand,
  syncMark,
  syncPoints,
  syncWay,
} from "./engine/sync.ts";
import { readPalette } from "./map-palette.ts";
import { useLatest } from "./use-latest.ts";

/** What panels may ask of the map. */
export interface MapHandle {
  camera: () => Camera;
  visible: () => Box;
  /** Pixels of the map. */
  size: () => { width: number; height: number };
  fit: (box: Box, closest: number) => void;
  /** Whether all points are in sight and under no panel. */
  clear: (points: readonly LngLat[]) => boolean;
  /** As `fit`, clear of a raised sheet too. */
  fitClear: (box: Box, closest: number) => void;
  moveTo: (camera: Camera, glide: boolean) => void;
  reveal: (point: LngLat) => void;
  zoomBy: (steps: number) => void;
  /** Degrees under a pixel of the map. */
  at: (x: number, y: number) => LngLat;
}

/** One point, arc or ring of stayers to light. */
export interface Lit {
  source: "points" | "arcs" | "ends";
  id: string;
}

/** All that the map draws and reports. */
export interface MapViewProps {
  base: BaseLayer;
  start: Camera;
  name: string;
  labels: readonly PlaceLabel[];
  points: readonly MapPoint[];
  context: readonly MapPoint[];
  located: number;
  english: boolean;
  countOnes: boolean;
  formatCount: (count: number) => string;
  colour: string;
  arcs: readonly Arc[];
  /** Whether arcs merely link two places; otherwise they lead from one to the other. It does not change while the map lives. */
  undirected?: boolean;
  legs: readonly Leg[];
  stops: readonly Stop[];
  mark: LngLat | null;
  area: readonly LngLat[] | null;
  lit: Lit | null;
  /** What always lies over the edges of the map. */
  padding: Padding;
  /** Further pixels at the foot that a raised sheet covers. */
  covered: number;
  /** The map is ready, or with null is gone and must not be asked any more. */
  onReady: (handle: MapHandle | null) => void;
  onHover: (target: Target | null) => void;
  onPick: (target: Target | null) => void;
  onMoveEnd: () => void;
  /** The supplied base map cannot be had. */
  onBaseDead: () => void;
  onLost: () => void;
}

/** Zoom above which the finer coast is worth its size. */
const FINE_FROM_ZOOM = 2.6;

function freeOf({ padding, covered }: Pick<MapViewProps, "padding" | "covered">): Padding {
  return { ...padding, bottom: padding.bottom + covered };
}

function handleOf(map: MapLibreMap, padding: () => Padding, free: () => Padding): MapHandle {
  return {
    camera: () => readCamera(map),
    visible: () => visibleBox(map),
    size: () => ({ width: map.getContainer().clientWidth, height: map.getContainer().clientHeight }),
    fit: (box, closest) => fitBox(map, box, padding(), closest),
    moveTo: (camera, glide) => moveTo(map, camera, glide),
    clear: (points) => points.every((point) => isClear(map, point, free())),
    fitClear: (box, closest) => fitBox(map, box, free(), closest),
    reveal: (point) => reveal(map, point, free()),
    zoomBy: (steps) => map.easeTo({ zoom: map.getZoom() + steps, duration: 200 }),
    at: (x, y) => {
      const { lng, lat } = map.unproject([x, y]);
      return { longitude: lng, latitude: lat };
    },
  };
}

/** Makes the map once; null until its style is ready. Another base needs another map: give the component a key of the base. */
function useMap(props: MapViewProps, container: React.RefObject<HTMLDivElement | null>): MapLibreMap | null {
  const [map, setMap] = useState<MapLibreMap | null>(null);
  const latest = useLatest(props);
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    let gone = false;
    let made: MapLibreMap | null = null;
    let stop = (): void => undefined;
    const { base, start, name } = latest.current;
    const onBaseDead = (): void => latest.current.onBaseDead();
    createMap({ container: element, base, palette: readPalette(), camera: start, label: name, onBaseDead })
      .then((created) => {
        if (gone) {
          created.remove();
          return;
        }
        made = created;
        stop = listen(created, {
          onHover: (target) => latest.current.onHover(target),
          onPick: (target) => latest.current.onPick(target),
          onMoveEnd: () => latest.current.onMoveEnd(),
        });
        setMap(created);
        latest.current.onReady(
          handleOf(
            created,
            () => latest.current.padding,
            () => freeOf(latest.current),
          ),
        );
      })
      .catch(() => latest.current.onLost());
    return () => {
      gone = true;
      stop();
      made?.remove();
      latest.current.onReady(null);
    };
  }, [container, latest]);
  return map;
}

/** Coarse land at once, the finer coast when the map comes closer. */
function useLand(map: MapLibreMap | null, base: BaseLayer): void {
  const land = base.kind === "LAND";
  useEffect(() => {
    if (map === null || !land) return;
    const abort = new AbortController();
    let detail: "none" | "coarse" | "fine" = "none";
    const show = (wanted: "coarse" | "fine"): void => {
      loadLand(wanted, abort.signal)
        .then((found) => {
          if (!abort.signal.aborted && (detail !== "fine" || wanted === "fine")) {
            detail = wanted;
            syncLand(map, found);
          }
        })
        .catch(() => undefined); // Without land the points still stand on the water colour; nothing else depends on it.
    };
    const onZoom = (): void => {
      if (map.getZoom() >= FINE_FROM_ZOOM) {
        map.off("zoom", onZoom);
        show("fine");
      }
    };
    show("coarse");
    map.on("zoom", onZoom);
    onZoom();
    return () => {
      abort.abort();
      map.off("zoom", onZoom);
    };
  }, [map, land]);
}

function useDrawn(map: MapLibreMap | null, props: MapViewProps): void {
  const {
    labels,
    points,
    context,
    located,
    english,
    countOnes,
    formatCount,
    colour,
    arcs,
    undirected = false,
    legs,
    stops,
    mark,
    area,
    lit,
  } = props;
  const before = useRef<Lit | null>(null);
  useEffect(() => {
    if (map) syncLabels(map, labels);
  }, [map, labels]);
  useEffect(() => {
    if (map) syncPoints(map, points, { located, english, countOnes, formatCount });
    before.current = null;
  }, [map, points, located, english, countOnes, formatCount]);
  useEffect(() => {
    if (map) syncContext(map, context, { located, english, countOnes: false, formatCount });
  }, [map, context, located, english, formatCount]);
  useEffect(() => {
    if (map) syncColour(map, colour, readPalette());
  }, [map, colour]);
  useEffect(() => {
    if (map) syncArcs(map, arcs, formatCount);
  }, [map, arcs, formatCount]);
  useEffect(() => {
    if (map) syncArcDirection(map, undirected, readPalette());
  }, [map, undirected]);
  useEffect(() => {
    if (map) syncWay(map, legs, stops);
  }, [map, legs, stops]);
  useEffect(() => {
    if (map) syncMark(map, mark);
  }, [map, mark]);
  useEffect(() => {
    if (map) syncArea(map, area);
  }, [map, area]);
  useEffect(() => {
    if (!map) return;
    const last = before.current;
    if (last !== null && (last.id !== lit?.id || last.source !== lit.source)) light(map, last.source, last.id, null);
    if (lit !== null) light(map, lit.source, null, lit.id);
    before.current = lit;
  }, [map, lit]);
}

/** The one component that owns the map engine: data in, pointer and camera out. It decides nothing. */
export function MapView(props: MapViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const map = useMap(props, container);
  useLand(map, props.base);
  useDrawn(map, props);
  const { name } = props;
  useEffect(() => {
    map?.getCanvas().setAttribute("aria-label", name);
  }, [map, name]);
  return <div className="map-canvas" ref={container} />;
}
