import { type ErrorEvent, type Map as MapLibreMap, type MapSourceDataEvent, RasterTileSource } from "maplibre-gl";
import { SOURCE } from "./sources.ts";

/**
 * Tells once when the supplied base map cannot be had: its archive cannot be read, or the map has come to rest and of all its tiles some
 * failed and none arrived. A tile missing among others is a gap and nothing more. The engine still writes each error to the console.
 * Nothing happens over packaged land.
 */
export function watchBase(map: MapLibreMap, onDead: () => void): void {
  const base = map.getSource(SOURCE.base);
  if (!(base instanceof RasterTileSource)) return;
  let failed = false;
  const settle = (dead: boolean): void => {
    base.off("data", onData);
    base.off("error", onError);
    map.off("idle", onIdle);
    if (dead) onDead();
  };
  const onData = (event: MapSourceDataEvent): void => {
    if (event.tile !== undefined) settle(false);
  };
  const onError = (event: ErrorEvent): void => {
    failed = true;
    if (!("tile" in event)) settle(true);
  };
  const onIdle = (): void => {
    if (failed) settle(true);
  };
  base.on("data", onData);
  base.on("error", onError);
  map.on("idle", onIdle);
}
