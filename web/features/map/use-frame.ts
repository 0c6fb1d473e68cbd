import { useCallback, useEffect, useRef, useState } from "react";
import type { MapHandle } from "./map-view.tsx";
import { type Frame, frameFor } from "./viewport.ts";

/** A pan is over when the map has been still this long. */
const STILL_MS = 120;

/** The frame to ask the server for: the expected one until the map is ready, then following the map once it is still. */
export function useFrame(expected: Frame): { frame: Frame; follow: (handle: MapHandle, at: "once" | "still") => void } {
  const [frame, setFrame] = useState(expected);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const follow = useCallback((handle: MapHandle, at: "once" | "still") => {
    const read = (): void => {
      const next = frameFor(handle.visible(), handle.camera().zoom);
      setFrame((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    window.clearTimeout(timer.current);
    if (at === "once") read();
    else timer.current = window.setTimeout(read, STILL_MS);
  }, []);
  return { frame, follow };
}
