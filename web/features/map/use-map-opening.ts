import type { Dispatch, SetStateAction } from "react";
import { type Selection, withValues } from "../../lib/url-state.ts";
import type { Target } from "./engine/interactions.ts";
import type { MapPoint } from "./engine/map-types.ts";
import { boxOf, PLACE_KEY, withBox } from "./map-model.ts";
import type { MapAddress } from "./map-url.ts";
import type { MapHandle } from "./map-view.tsx";
import { CLOSEST_FIT } from "./places-in-view.ts";
import type { SheetStop } from "./sheet-stops.ts";
import type { MapAddressInUrl } from "./use-map-address.ts";
import type { Flow, MapDrawing } from "./use-map-drawing.ts";

interface Hands {
  address: MapAddress;
  selection: Selection;
  go: MapAddressInUrl["go"];
  drawing: MapDrawing;
  handle: MapHandle | null;
  setSheet: Dispatch<SetStateAction<SheetStop>>;
  setTab: (tab: "flows" | "people") => void;
}

function listOpen(address: MapAddress): MapAddress["folded"] {
  return address.folded.filter((panel) => panel !== "list");
}

/** What a press on a circle, an arc, a row or a card opens: a closer look, a list of people, or one person's way. */
export function useMapOpening({ address, selection, go, drawing, handle, setSheet, setTab }: Hands) {
  const { view, language, points, contextPoints, flowRows } = drawing;
  const raise = (): void => setSheet((stop) => (stop === "peek" ? "half" : stop));
  const openFlow = (flow: Flow): void => {
    const started = withValues(selection.filter, PLACE_KEY[address.from], [flow.from.id]);
    go({ selection: { ...selection, filter: withValues(started, PLACE_KEY[address.to], [flow.to.id]) } });
    setTab("people");
    raise();
  };
  const openBox = (point: MapPoint): void => {
    const spot = (language === "en" ? point.labelEn : null) ?? point.label;
    const filter = withBox(selection.filter, boxOf(point), view);
    go({ map: { spot, folded: listOpen(address) }, selection: { ...selection, filter } });
    raise();
  };
  const select = (id: string | null): void => {
    go({ map: { selected: id, folded: id === null ? address.folded : listOpen(address) } });
    if (id !== null) raise();
  };
  const openPoint = (point: MapPoint): void => {
    const features = drawing.talentMap.data?.talentMap.features;
    if (point.kind === "CLUSTER") handle?.fit(boxOf(point), CLOSEST_FIT);
    else if (point.kind === "PERSON") select(features?.find((feature) => feature.id === point.id)?.scientistId ?? null);
    else openBox(point);
  };
  const onPick = (target: Target | null): void => {
    if (target === null) return;
    if (target.kind === "arc") {
      const flow = flowRows.find((row) => `${row.from.id}>${row.to.id}` === target.id);
      if (flow !== undefined) openFlow(flow);
      return;
    }
    const point = (target.kind === "context" ? contextPoints : points).find((candidate) => candidate.id === target.id);
    if (point === undefined) return;
    if (target.kind === "context") openBox(point);
    else openPoint(point);
  };
  return { openFlow, select, onPick };
}
