import { useCallback, useEffect } from "react";
import type { Box, LngLat } from "./engine/map-types.ts";
import type { MapAddress } from "./map-url.ts";
import type { MapHandle } from "./map-view.tsx";
import { boxAround, FOCUS_MIN_ZOOM, overlaps, SICHUAN_CHONGQING, worldCamera } from "./places-in-view.ts";
import type { SheetStop } from "./sheet-stops.ts";
import { cameraText } from "./viewport.ts";

/** Follows the address with the camera, and the camera with the address. @returns what to do when the map has moved */
export function useCamera(
  address: MapAddress,
  handle: MapHandle | null,
  replace: (change: { map: Partial<MapAddress> }) => void,
  follow: (handle: MapHandle, at: "once" | "still") => void,
) {
  const { camera, focus } = address;
  const flowing = address.display === "FLOWS";
  useEffect(() => {
    if (handle === null || (camera === null && focus)) return;
    // Back and Forward bring an address whose camera is not the map's; panning brings one that is. None means the whole world.
    const wanted = camera ?? worldCamera({ ...handle.size(), flowing });
    if (cameraText(wanted) !== cameraText(handle.camera())) handle.moveTo(wanted, false);
  }, [handle, camera, focus, flowing]);
  return useCallback(() => {
    if (handle === null) return;
    follow(handle, "still");
    const stands = handle.camera();
    const world = cameraText(stands) === cameraText(worldCamera({ ...handle.size(), flowing }));
    const left = focus && (stands.zoom < FOCUS_MIN_ZOOM || !overlaps(handle.visible(), SICHUAN_CHONGQING));
    replace({ map: { camera: world ? null : stands, ...(left ? { focus: false } : {}) } });
  }, [handle, follow, replace, focus, flowing]);
}

/** A way is shown no closer than this. */
const CLOSEST_WAY = 7;

/** Keeps what the user asked about in sight: the way of a person, or the opened pile, also when a sheet rises over it. */
export function useInterest(handle: MapHandle | null, stops: readonly LngLat[], pile: Box | null, sheet: SheetStop): void {
  useEffect(() => {
    const box = boxAround(stops);
    if (handle === null || box === null || sheet === "full") return;
    if (!handle.clear(stops)) handle.fitClear(padded(box), CLOSEST_WAY);
  }, [handle, stops, sheet]);
  useEffect(() => {
    if (handle === null || pile === null || sheet !== "half") return;
    handle.reveal({ longitude: (pile.west + pile.east) / 2, latitude: (pile.south + pile.north) / 2 });
  }, [handle, pile, sheet]);
}

function padded(box: Box): Box {
  // Room for the names of the outermost stops.
  const margin = Math.max(1, (box.east - box.west) * 0.14);
  return {
    west: box.west - margin,
    east: box.east + margin,
    south: Math.max(-80, box.south - margin),
    north: Math.min(80, box.north + margin),
  };
}
