import { lazy } from "react";

const MapPage = lazy(async () => ({ default: (await import("../../features/map/map-page.tsx")).MapPage }));

/** 人才地图. */
export function MapRoute() {
  return <MapPage />;
}
