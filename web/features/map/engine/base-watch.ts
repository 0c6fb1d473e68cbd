import { type ErrorEvent, type Map as MapLibreMap, type MapSourceDataEvent, RasterTileSource } from "maplibre-gl";
import { SOURCE } from "./sources.ts";

/** So many tiles may fail before the base counts as dead, as long as none ever came. */
const FAILED_TILES = 3;

/**
 * Tells once when the supplied base map cannot be had: its archive cannot be read, or its first tiles fail and none arrives. A tile that
 * fails later is a gap and nothing more. The engine still writes each error to the console. Nothing happens over packaged land.
 */
export function watchBase(map: MapLibreMap, onDead: () => void): void {
  const base = map.getSource(SOURCE.base);
  if (!(base instanceof RasterTileSource)) return;
  let failed = 0;
  let settled = false;
  base.on("data", (event: MapSourceDataEvent) => {
    settled ||= event.tile !== undefined;
  });
  base.on("error", (event: ErrorEvent) => {
    failed += 1;
    if (settled || ("tile" in event && failed < FAILED_TILES)) return;
    settled = true;
    onDead();
  });
}
