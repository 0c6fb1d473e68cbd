import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Map_FlowsQuery } from "../../gql/generated.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { MapPoint } from "./engine/map-types.ts";
import { namedByPlace, personWay } from "./map-model.ts";
import type { MapAddress } from "./map-url.ts";
import { useContextMap, useFlows, useFocusPlaces, useOnlyDirection, usePeople, usePerson, useTalentMap, viewOf } from "./use-map-data.ts";
import type { Frame } from "./viewport.ts";

/** One bundle of people who moved, as the server counts it. */
export type Flow = Map_FlowsQuery["flows"][number];

const NO_POINTS: readonly MapPoint[] = [];
const NO_FLOWS: readonly Flow[] = [];

/** What the address asks to be drawn and listed: points, flows, one person's way, and the people of the side list. */
export function useMapDrawing(address: MapAddress, selection: Selection, frame: Frame) {
  const language = useLanguage();
  const { t } = useTranslation("map");
  const flowing = address.display === "FLOWS";
  const talentMap = useTalentMap(address, selection, frame);
  const context = useContextMap(address, selection, frame);
  const flows = useFlows(address, selection);
  const people = usePeople(selection);
  const selectedPerson = usePerson(address.selected).data?.scientist ?? null;
  const direction = useOnlyDirection(selection.filter);
  const focusPlaces = useFocusPlaces(address.focus);
  const features = talentMap.data?.talentMap.features;
  const points = useMemo((): readonly MapPoint[] => {
    if (flowing || features === undefined) return NO_POINTS;
    return address.focus ? namedByPlace(features, focusPlaces) : features;
  }, [flowing, features, address.focus, focusPlaces]);
  const contextPoints: readonly MapPoint[] = flowing || !context.isEnabled ? NO_POINTS : (context.data?.talentMap.features ?? NO_POINTS);
  const flowRows = flowing ? (flows.data?.flows ?? NO_FLOWS) : NO_FLOWS;
  const way = useMemo(
    () => (selectedPerson === null ? { stops: [], legs: [] } : personWay(selectedPerson, language, (kind) => t(`way.${kind}`))),
    [selectedPerson, language, t],
  );
  const view = viewOf(address);
  return { view, flowing, language, direction, talentMap, flows, people, selectedPerson, points, contextPoints, flowRows, way };
}

/** What is drawn and listed. */
export type MapDrawing = ReturnType<typeof useMapDrawing>;
