import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Map_FlowsQuery } from "../../gql/generated.ts";
import { type Selection, withValues } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useToast } from "../../ui/toast.tsx";
import type { Target } from "./engine/interactions.ts";
import type { Box, MapPoint } from "./engine/map-types.ts";
import { boxOf, featureHolding, namedByPlace, PLACE_KEY, personWay, standing, withBox } from "./map-model.ts";
import type { Lit, MapHandle } from "./map-view.tsx";
import { SICHUAN_CHONGQING, worldCamera } from "./places-in-view.ts";
import type { SheetStop } from "./sheet-stops.ts";
import { useCamera, useInterest } from "./use-camera.ts";
import { useFrame } from "./use-frame.ts";
import { useMapAddress } from "./use-map-address.ts";
import { useContextMap, useFlows, useFocusPlaces, useOnlyDirection, usePeople, usePerson, useTalentMap, viewOf } from "./use-map-data.ts";
import type { Frame } from "./viewport.ts";

type Flow = Map_FlowsQuery["flows"][number];
const NO_POINTS: readonly MapPoint[] = [];
const NO_FLOWS: readonly Flow[] = [];
/** A click on circles brings them at most this close. */
const CLOSEST_FIT = 12;

/** What is asked for when nothing can be drawn: the counts beside the list speak of the whole world. */
const WHOLE_WORLD: Frame = { bounds: null, zoom: 0 };

/**
 * Everything the map screen knows and can do, apart from how it looks.
 * @param drawable false where the browser cannot draw the map and the list stands for it
 */
export function useMapScreen(drawable: boolean) {
  const { map: address, selection, go, replace } = useMapAddress();
  const language = useLanguage();
  const { t } = useTranslation("map");
  const toast = useToast();
  const { frame: drawn, follow } = useFrame();
  const frame = drawable ? drawn : WHOLE_WORLD;
  const [handle, setHandle] = useState<MapHandle | null>(null);
  const [hover, setHover] = useState<Target | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [sheet, setSheet] = useState<SheetStop>(drawable ? "peek" : "half");
  const [tab, setTab] = useState<"flows" | "people">("flows");
  const view = viewOf(address);
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
  const edges = people.data?.pages.flatMap((page) => page.scientists.edges);
  const pointedPerson = edges?.find((edge) => edge.node.id === pointed)?.node ?? null;
  const mark = useMemo(
    () => (pointedPerson === null || flowing ? null : standing(pointedPerson, view, language).point),
    [pointedPerson, flowing, view, language],
  );
  const hoveredPoint =
    hover === null ? null : ((hover.kind === "context" ? contextPoints : points).find((point) => point.id === hover.id) ?? null);

  const lit = useMemo((): Lit | null => {
    if (hover?.kind === "point") return { source: "points", id: hover.id };
    const arc = hover?.kind === "arc" ? hover.id : flowing ? pointed : null;
    if (arc !== null) return { source: isStay(arc) ? "ends" : "arcs", id: arc };
    const holding = featureHolding(points, mark);
    return holding === null ? null : { source: "points", id: holding.id };
  }, [hover, flowing, pointed, points, mark]);

  const onMoveEnd = useCamera(address, handle, replace, follow);
  const onReady = useCallback(
    (ready: MapHandle) => {
      setHandle(ready);
      follow(ready, "once");
    },
    [follow],
  );
  const setSelection = useCallback((next: Selection) => go({ selection: next }), [go]);

  const raise = (): void => setSheet((stop) => (stop === "peek" ? "half" : stop));
  const openFlow = (flow: Flow): void => {
    const started = withValues(selection.filter, PLACE_KEY[address.from], [flow.from.id]);
    go({ selection: { ...selection, filter: withValues(started, PLACE_KEY[address.to], [flow.to.id]) } });
    setTab("people");
    raise();
  };
  const openBox = (point: MapPoint): void => {
    const spot = (language === "en" ? point.labelEn : null) ?? point.label;
    go({
      map: { spot, folded: address.folded.filter((panel) => panel !== "list") },
      selection: { ...selection, filter: withBox(selection.filter, boxOf(point), view) },
    });
    raise();
  };
  const select = (id: string | null): void => {
    go({ map: { selected: id, folded: id === null ? address.folded : address.folded.filter((panel) => panel !== "list") } });
    if (id !== null) raise();
  };
  const onPick = (target: Target | null): void => {
    setHover(null);
    if (target?.kind === "arc") {
      const flow = flowRows.find((row) => `${row.from.id}>${row.to.id}` === target.id);
      if (flow !== undefined) openFlow(flow);
      return;
    }
    const point = (target?.kind === "context" ? contextPoints : points).find((candidate) => candidate.id === target?.id);
    if (point === undefined) return;
    if (target?.kind === "context") openBox(point);
    else if (point.kind === "CLUSTER") handle?.fit(boxOf(point), CLOSEST_FIT);
    else if (point.kind === "PERSON") select(pointPerson(point, talentMap.data?.talentMap.features));
    else openBox(point);
  };
  const setFocus = (): void => {
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
  const reset = (): void => {
    handle?.moveTo(worldCamera({ ...handle.size(), flowing }), true);
  };

  useInterest(handle, way.stops, address.spot === null ? null : (selection.filter.bounds ?? null), sheet);

  return {
    address,
    selection,
    view,
    flowing,
    language,
    points,
    contextPoints,
    flowRows,
    way,
    mark,
    lit,
    hover,
    hoveredPoint,
    pointed,
    tab,
    sheet,
    direction,
    talentMap,
    flows,
    people,
    selectedPerson,
    handle,
    litBox: litBoxOf(hoveredPoint),
    go,
    setSelection,
    setHover,
    setPointed,
    setTab,
    setSheet,
    onReady,
    onMoveEnd,
    onPick,
    openFlow,
    select,
    setFocus,
    reset,
  };
}

/** The state of the map screen. */
export type MapScreen = ReturnType<typeof useMapScreen>;

function litBoxOf(point: MapPoint | null): Box | null {
  return point === null ? null : boxOf(point);
}

function isStay(arcId: string): boolean {
  const [from, to] = arcId.split(">");
  return from === to;
}

function pointPerson(point: MapPoint, features: readonly { id: string; scientistId: string | null }[] | undefined): string | null {
  return features?.find((feature) => feature.id === point.id)?.scientistId ?? null;
}
