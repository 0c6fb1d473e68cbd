import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Selection } from "../../lib/url-state.ts";
import { usePhone } from "../../lib/use-media.ts";
import { useToast } from "../../ui/toast.tsx";
import type { Target } from "./engine/interactions.ts";
import type { MapHandle } from "./map-view.tsx";
import { CLOSEST_FIT, SICHUAN_CHONGQING, worldCamera } from "./places-in-view.ts";
import type { SheetStop } from "./sheet-stops.ts";
import { useCamera, useInterest } from "./use-camera.ts";
import { useFrame } from "./use-frame.ts";
import { type MapAddressInUrl, useMapAddress } from "./use-map-address.ts";
import { useMapDrawing } from "./use-map-drawing.ts";
import { useMapOpening } from "./use-map-opening.ts";
import { useMapPointer } from "./use-map-pointer.ts";
import { expectedSize, type Frame, frameFor, visibleFrom } from "./viewport.ts";

/** What is asked for when nothing can be drawn: the counts beside the list speak of the whole world. */
const WHOLE_WORLD: Frame = { bounds: null, zoom: 0 };

/** Where the map will start, and the frame it will show there, so that its points are asked for while it is being made. */
function useStart({ map: address }: MapAddressInUrl) {
  const phone = usePhone();
  const [start] = useState(() => {
    const size = expectedSize(window.innerWidth, window.innerHeight, phone, address.folded);
    const camera = address.camera ?? worldCamera({ ...size, flowing: address.display === "FLOWS" });
    return { camera, frame: frameFor(visibleFrom(camera, size), camera.zoom) };
  });
  return start;
}

/** The way to the counties of 四川 and 重庆, and back out. */
function useFocus({ map: address, go }: MapAddressInUrl, handle: MapHandle | null, setSheet: (stop: SheetStop) => void): () => void {
  const { t } = useTranslation("map");
  const toast = useToast();
  return () => {
    if (address.focus) {
      go({ map: { focus: false } });
      return;
    }
    const home = address.display === "BIRTHPLACE" || address.display === "ANCESTRAL_HOME";
    go({ map: { focus: true, display: home ? address.display : "BIRTHPLACE" } });
    setSheet("peek");
    handle?.fit(SICHUAN_CHONGQING, CLOSEST_FIT);
    if (!home) toast(t("focus.switched"));
  };
}

/**
 * Everything the map screen knows and can do, apart from how it looks.
 * @param drawable false where the browser cannot draw the map and the list stands for it
 */
export function useMapScreen(drawable: boolean) {
  const inUrl = useMapAddress();
  const { map: address, selection, go, replace } = inUrl;
  const start = useStart(inUrl);
  const { frame, follow } = useFrame(start.frame);
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [sheet, setSheet] = useState<SheetStop>(drawable ? "peek" : "half");
  const [tab, setTab] = useState<"flows" | "people">("flows");
  const drawing = useMapDrawing(address, selection, drawable ? frame : WHOLE_WORLD);
  const pointer = useMapPointer(drawing);
  const { onPick, ...opening } = useMapOpening({ address, selection, go, drawing, handle, setSheet, setTab });
  const setFocus = useFocus(inUrl, handle, setSheet);
  const onMoveEnd = useCamera(address, handle, replace, follow);
  const onReady = useCallback(
    (ready: MapHandle | null) => {
      setHandle(ready);
      if (ready !== null) follow(ready, "once");
    },
    [follow],
  );
  useInterest(handle, drawing.way.stops, address.spot === null ? null : (selection.filter.bounds ?? null), sheet);
  return {
    ...drawing,
    ...pointer,
    ...opening,
    ...{ address, selection, go, start: start.camera, handle, sheet, setSheet, tab, setTab, setFocus, onReady, onMoveEnd },
    setSelection: useCallback((next: Selection) => go({ selection: next }), [go]),
    onPick: (target: Target | null): void => {
      pointer.setHover(null);
      onPick(target);
    },
    reset: (): void => handle?.moveTo(worldCamera({ ...handle.size(), flowing: drawing.flowing }), true),
  };
}

/** The state of the map screen. */
export type MapScreen = ReturnType<typeof useMapScreen>;
