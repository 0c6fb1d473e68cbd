import { addProtocol, LngLat, Map as MapLibreMap, ScaleControl, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { BLANK_IMAGE, BLANK_SIZE } from "./layer-names.ts";
import type { BaseLayer, Camera, MapPalette } from "./map-types.ts";
import { buildStyle } from "./style.ts";

/** The closest look: a district fills the screen; nothing here is known more exactly. */
export const MAX_ZOOM = 14;
/** The widest look. */
export const MIN_ZOOM = 0.6;

/** What a map needs to start. */
export interface MapStart {
  container: HTMLElement;
  base: BaseLayer;
  palette: MapPalette;
  camera: Camera;
  /** Name of the map for screen readers. */
  label: string;
}

/** The centre stays between these latitudes. */
const CENTRE_LATITUDE = 80;

/**
 * Keeps the camera within reach. Unlike the engine's own rule it lets a tall map reach past the north end of the world, where water goes
 * on, instead of filling that height with Antarctica or coming so near that a continent falls off the side.
 */
function constrain(centre: LngLat, zoom: number): { center: LngLat; zoom: number } {
  const latitude = Math.max(-CENTRE_LATITUDE, Math.min(CENTRE_LATITUDE, centre.lat));
  return { center: new LngLat(centre.lng, latitude), zoom: Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom)) };
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
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    transformConstrain: constrain,
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
