import { useMemo } from "react";
import type { LngLat } from "./engine/map-types.ts";
import { boxLine } from "./engine/sync.ts";
import { contiguous, lassoDegrees, type Pixel } from "./lasso.ts";
import type { MapScreen } from "./use-map-screen.ts";
import { boxForFilter } from "./viewport.ts";

/** The area the selection is narrowed to, as a closed line; a pile's own point needs none. */
export function useArea({ selection, address }: MapScreen): readonly LngLat[] | null {
  const { bounds, lasso } = selection.filter;
  return useMemo(() => {
    if (lasso) return contiguous(lasso);
    return bounds && address.spot === null ? boxLine(bounds) : null;
  }, [bounds, lasso, address.spot]);
}

/**
 * The two ways to narrow the selection to an area: a drawn line, which is refused when it can be no filter, and what the map shows.
 * @param onDone called once the selection is narrowed
 */
export function useNarrowing(screen: MapScreen, onDone: () => void) {
  const { handle, selection, view } = screen;
  const narrow = (change: { lasso: LngLat[] } | { bounds: ReturnType<typeof boxForFilter> }): void => {
    const { bounds: _bounds, lasso: _lasso, ...rest } = selection.filter;
    screen.go({ map: { spot: null }, selection: { ...selection, filter: { ...rest, ...change, boundsView: view } } });
    onDone();
  };
  const toLine = (corners: Pixel[]): boolean => {
    const lasso = handle === null ? null : lassoDegrees(corners.map((corner) => handle.at(corner.x, corner.y)));
    if (lasso !== null) narrow({ lasso });
    return lasso !== null;
  };
  const toVisible = (): void => {
    if (handle !== null) narrow({ bounds: boxForFilter(handle.visible()) });
  };
  return { toLine, toVisible };
}
