import { MapPage } from "../../features/map/map-page.tsx";
import { NarrowestAdvice } from "../../features/selection/narrowest-advice.tsx";
import { SelectionChips } from "../../features/selection/selection-chips.tsx";
import { SelectionPanel } from "../../features/selection/selection-panel.tsx";

/** 人才地图: filters, map and list of one selection. */
export function MapRoute() {
  return <MapPage panel={<SelectionPanel />} chips={<SelectionChips />} advice={<NarrowestAdvice />} />;
}
