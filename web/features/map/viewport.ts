import { mercatorLatitude, mercatorY } from "./engine/arc-geometry.ts";
import type { Box, Camera, LngLat } from "./engine/map-types.ts";
import type { Panel } from "./map-url.ts";

/** What to ask the server for: the points of a box at a whole zoom. Null bounds mean the whole world. */
export interface Frame {
  bounds: Box | null;
  zoom: number;
}

const MAX_LATITUDE = 85.06;

function wrap(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}

/**
 * The frame to ask for when the map shows `visible` at `zoom`: half a screen more on each side, and both ends laid on a grid, so that
 * small moves ask for what is already there.
 */
export function frameFor(visible: Box, zoom: number): Frame {
  const rounded = Math.max(0, Math.round(zoom));
  const grid = 180 / 2 ** rounded;
  const width = visible.east - visible.west;
  const height = visible.north - visible.south;
  const west = Math.floor((visible.west - width / 2) / grid) * grid;
  const east = Math.ceil((visible.east + width / 2) / grid) * grid;
  if (east - west >= 360) {
    return { bounds: null, zoom: rounded };
  }
  const south = Math.max(-MAX_LATITUDE, Math.floor((visible.south - height / 2) / grid) * grid);
  const north = Math.min(MAX_LATITUDE, Math.ceil((visible.north + height / 2) / grid) * grid);
  const wrappedEast = wrap(east);
  return { bounds: { west: wrap(west), south, east: wrappedEast === -180 ? 180 : wrappedEast, north }, zoom: rounded };
}

/** Pixels of a map. */
export interface MapSize {
  width: number;
  height: number;
}

/** Pixels that rail, header and the phone's bar take, and the widths of the panels in a wide and in a narrow window (tokens.css, map.css). */
const [RAIL, HEADER, BOTTOM_BAR] = [64, 56, 56];
const PANELS: Readonly<Record<Panel, readonly [wide: number, narrow: number]>> = { filters: [280, 240], list: [360, 300] };
const NARROW_WINDOW = 1180;

/** Size of the map before it is laid out, so that its points can be asked for while it is being made. */
export function expectedSize(windowWidth: number, windowHeight: number, phone: boolean, folded: readonly Panel[]): MapSize {
  if (phone) return { width: windowWidth, height: windowHeight - HEADER - BOTTOM_BAR };
  const panel = (name: Panel): number => (folded.includes(name) ? 0 : PANELS[name][windowWidth > NARROW_WINDOW ? 0 : 1]);
  return { width: windowWidth - RAIL - panel("filters") - panel("list"), height: windowHeight - HEADER };
}

/** What a map of this size shows from a camera, as degrees that may pass ±180. */
export function visibleFrom(camera: Camera, { width, height }: MapSize): Box {
  const degreesPerPixel = 360 / (512 * 2 ** camera.zoom);
  const [halfWidth, halfHeight] = [(width / 2) * degreesPerPixel, (height / 2) * degreesPerPixel];
  const y = mercatorY(camera.latitude);
  return {
    west: camera.longitude - halfWidth,
    east: camera.longitude + halfWidth,
    south: mercatorLatitude(y - halfHeight),
    north: mercatorLatitude(y + halfHeight),
  };
}

/** Whether a point lies in a box, edges included. */
export function inBox(point: LngLat, box: Box): boolean {
  const { longitude, latitude } = point;
  const across = box.west > box.east ? longitude >= box.west || longitude <= box.east : longitude >= box.west && longitude <= box.east;
  return across && latitude >= box.south && latitude <= box.north;
}

/** A visible box as a filter takes it: longitudes within ±180, at most the whole world. */
export function boxForFilter(visible: Box): Box {
  const south = Math.max(-90, visible.south);
  const north = Math.min(90, visible.north);
  if (visible.east - visible.west >= 360) return { west: -180, south, east: 180, north };
  const round = (value: number): number => Math.round(value * 1e4) / 1e4;
  return { west: round(wrap(visible.west)), south: round(south), east: round(wrap(visible.east)), north: round(north) };
}

/** `latitude,longitude,zoom` for the address bar, as exact as a pixel. */
export function cameraText(camera: Camera): string {
  const digits = camera.zoom < 5 ? 2 : 4;
  // Adding 0 turns −0 into 0: a hair south of the equator is written as the equator.
  const text = (value: number): string => (Number(value.toFixed(digits)) + 0).toFixed(digits);
  return `${text(camera.latitude)},${text(camera.longitude)},${camera.zoom.toFixed(1)}`;
}

/** Reads `cameraText`; null when it is not one. */
export function parseCamera(text: string | null): Camera | null {
  const [latitude, longitude, zoom, ...rest] = (text ?? "").split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (latitude === undefined || longitude === undefined || zoom === undefined || rest.length > 0) return null;
  if (![latitude, longitude, zoom].every(Number.isFinite) || Math.abs(latitude) > 85 || Math.abs(longitude) > 180 || zoom < 0 || zoom > 22)
    return null;
  return { latitude, longitude, zoom };
}
