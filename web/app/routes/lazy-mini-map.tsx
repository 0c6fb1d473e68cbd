import { lazy, Suspense } from "react";
import type { PlacePoint } from "../../features/scientists/places-model.ts";

const MiniMap = lazy(async () => ({ default: (await import("../../features/map/mini-map.tsx")).MiniMap }));

/** A small map that is loaded after the page around it. */
export function LazyMiniMap({ points }: { points: PlacePoint[] }) {
  return (
    <Suspense fallback={<span className="skeleton" />}>
      <MiniMap points={points} />
    </Suspense>
  );
}
