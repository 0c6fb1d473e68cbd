import { addProtocol, LngLat, Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { mercatorLatitude, mercatorY } from "./arc-geometry.ts";
import { watchBase } from "./base-watch.ts";
import { BLANK_IMAGE, BLANK_SIZE } from "./layer-names.ts";
import type { BaseLayer, Camera, MapPalette } from "./map-types.ts";
import { buildStyle } from "./style.ts";

/** The closest look: a district fills the screen; nothing here is known more exactly. */
export const MAX_ZOOM = 14;
/** Pixels of the world at zoom 0. */
const TILE = 512;

/** What a map needs to start. */
export interface MapStart {
  container: HTMLElement;
  base: BaseLayer;
  palette: MapPalette;
  camera: Camera;
  /** Name of the map for screen readers. */
  label: string;
  /** Called once when a supplied base map cannot be had. */
  onBaseDead: () => void;
}

/**
 * Keeps the camera where there is a world to see: never so far out, nor so far north or south, that the map shows what lies beyond the
 * ends of a Mercator map. Turning round the world stays free.
 */
function constrainTo(container: HTMLElement): (centre: LngLat, zoom: number) => { center: LngLat; zoom: number } {
  return (centre, wanted) => {
    const height = container.clientHeight;
    const zoom = Math.min(MAX_ZOOM, Math.max(0, Math.log2(height / TILE), wanted));
    const reach = Math.max(0, 180 - (180 * height) / (TILE * 2 ** zoom));
    const y = Math.max(-reach, Math.min(reach, mercatorY(centre.lat)));
    return { center: new LngLat(centre.lng, mercatorLatitude(y)), zoom };
  };
}

/** Whether this browser can draw the map at all. */
export function canDraw(): boolean {
  return document.createElement("canvas").getContext("webgl2") !== null;
}

async function registerPmtiles(): Promise<void> {
  const { Protocol } = await import("pmtiles");
  addProtocol("pmtiles", new Protocol().tile);
}

/**
 * Makes the map and resolves when its style is ready for data. Requests that would leave this host are refused, whatever a tile archive
 * may name.
 */
export async function createMap(start: MapStart): Promise<MapLibreMap> {
  setWorkerUrl(workerUrl);
  if (start.base.kind === "PMTILES") {
    await registerPmtiles();
  }
  const map = new MapLibreMap({
    container: start.container,
    style: buildStyle(start.base, start.palette),
    center: [start.camera.longitude, start.camera.latitude],
    zoom: start.camera.zoom,
    maxZoom: MAX_ZOOM,
    transformConstrain: constrainTo(start.container),
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    maxPitch: 0,
    fadeDuration: 0,
    localIdeographFontFamily: start.palette.fonts.map((name) => `"${name}"`).join(","),
    transformRequest: (url) => ({ url: sameHost(url) ? url : "about:blank" }),
  });
  map.touchZoomRotate.disableRotation();
  map.keyboard.disableRotation();
  map.addControl(new ScaleControl({ maxWidth: 96, unit: "metric" }), "bottom-right");
  map.getCanvas().setAttribute("aria-label", start.label);
  await new Promise<void>((resolve) => {
    map.once("style.load", () => resolve());
  });
  watchBase(map, start.onBaseDead);
  map.addImage(BLANK_IMAGE, { width: BLANK_SIZE, height: BLANK_SIZE, data: new Uint8ClampedArray(BLANK_SIZE * BLANK_SIZE * 4) });
  return map;
}

function sameHost(url: string): boolean {
  if (url.startsWith("pmtiles://")) {
    return sameHost(url.slice("pmtiles://".length));
  }
  const { protocol, origin } = new URL(url, window.location.href);
  return origin === window.location.origin || protocol === "blob:" || protocol === "data:";
}
