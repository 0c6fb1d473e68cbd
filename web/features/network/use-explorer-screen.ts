import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import type { ColourBy, NetworkStart, NetworkView, SizeBy } from "../../lib/network-view.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useToast } from "../../ui/toast.tsx";
import type { ShownMeasure } from "./appearance.ts";
import { firstPlace } from "./engine/layout-protocol.ts";
import { canDrawNetwork, type NetworkStage } from "./engine/stage.ts";
import { type NetworkAddress, USUAL_FILTERS, usualDepth } from "./network-url.ts";
import { shownName } from "./person.ts";
import type { Spot } from "./scene.ts";
import { useDrawn } from "./use-drawn.ts";
import { useExplorer } from "./use-explorer.ts";
import { useNetworkAddress } from "./use-network-address.ts";

const USUAL_BUDGET = 300;
const NOWHERE: ReadonlyMap<string, Spot> = new Map();

/** How things look and what is chosen; no part of the steps. */
function useLooks() {
  const [colourBy, setColourBy] = useState<ColourBy>("field");
  const [sizeBy, setSizeBy] = useState<SizeBy>("degree");
  const [measure, setMeasure] = useState<ShownMeasure | null>(null);
  const [table, setTable] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [pair, setPair] = useState<readonly [string, string] | null>(null);
  const choose = useCallback((ids: readonly string[]) => {
    setPair(null);
    setChosen(ids);
  }, []);
  const choosePair = useCallback((one: string, other: string) => {
    setChosen([]);
    setPair([one, other]);
  }, []);
  return { colourBy, setColourBy, sizeBy, setSizeBy, measure, setMeasure, table, setTable, chosen, choose, pair, choosePair };
}

/** Says what an expansion brought, once. */
function useExpansionToast(explorer: ReturnType<typeof useExplorer>): void {
  const { t } = useTranslation("network");
  const toast = useToast();
  const told = useRef<object | null>(null);
  const { scene } = explorer;
  useEffect(() => {
    if (scene === null || scene.step.kind !== "expand" || told.current === scene.step) return;
    told.current = scene.step;
    const n = formatExact(scene.step.n ?? 0);
    const rest = scene.omitted.nodes;
    if (scene.step.n === 0 && rest === 0) toast(t("expand.nothing"));
    else toast(rest > 0 ? t("expand.doneRest", { n, rest: formatExact(rest) }) : t("expand.done", { n }));
  }, [scene, t, toast]);
}

/**
 * Everything the explorer knows and can do, apart from how it looks.
 * @param initial a view that was kept, shown as it was; without it the address says what to read
 */
export function useExplorerScreen(initial: NetworkView | null) {
  const language = useLanguage();
  const explorer = useExplorer();
  const looks = useLooks();
  const [drawable, setDrawable] = useState(canDrawNetwork);
  const [playing, setPlaying] = useState<readonly [number, number] | null>(null);
  const [running, setRunning] = useState(false);
  const [stage, setStage] = useState<NetworkStage | null>(null);
  const [places, setPlaces] = useState<ReadonlyMap<string, Spot>>(NOWHERE);
  const notes = useRef("");
  const { scene, people } = explorer;
  const drawn = useDrawn({ scene, people, playing, colourBy: looks.colourBy, sizeBy: looks.sizeBy, measure: looks.measure });
  useExpansionToast(explorer);

  const { open, clear } = explorer;
  const { choose, setColourBy, setSizeBy, setTable } = looks;
  const onArrival = useCallback(
    (address: NetworkAddress) => {
      const { start, depth, filters, budget, hidden, expanded } = address;
      setColourBy(address.colourBy);
      setSizeBy(address.sizeBy);
      setTable(address.table);
      choose(address.selected === null ? [] : [address.selected]);
      if (start === null) clear();
      else void open({ start, depth, filters, budget, hidden }, expanded);
    },
    [open, clear, choose, setColourBy, setSizeBy, setTable],
  );
  const write = useNetworkAddress(initial === null, onArrival);
  const selected = looks.chosen.length === 1 ? (looks.chosen[0] ?? null) : null;
  useEffect(() => {
    if (scene === null) return;
    const { start, depth, budget, filters, expanded, hidden } = scene;
    const { colourBy, sizeBy, table } = looks;
    write({ start, depth, budget, filters, expanded, hidden, colourBy, sizeBy, selected, table });
  }, [scene, looks, selected, write]);

  const { show: showScene } = explorer;
  const { setMeasure } = looks;
  const show = useCallback(
    (view: NetworkView) => {
      notes.current = view.notes;
      setPlaces(new Map(view.nodes.map(({ id, x, y }) => [id, { x, y }])));
      setColourBy(view.colourBy === "measure" ? "community" : view.colourBy);
      setSizeBy(view.sizeBy === "measure" ? "degree" : view.sizeBy);
      choose(view.selected === undefined ? [] : [view.selected]);
      showScene(view);
    },
    [showScene, choose, setColourBy, setSizeBy],
  );
  useEffect(() => {
    if (initial !== null) show(initial);
  }, [initial, show]);

  const startFrom = useCallback(
    (start: NetworkStart) => {
      choose([]);
      const budget = scene?.budget ?? USUAL_BUDGET;
      void open({ start, depth: usualDepth(start), filters: scene?.filters ?? USUAL_FILTERS, budget, hidden: [] });
    },
    [open, choose, scene],
  );
  const api = useMemo((): ExplorerApi | null => {
    if (scene === null) return null;
    const { ids, edges } = drawn;
    return {
      view: () => {
        const at = stage?.places() ?? places;
        const shown = new Set(ids);
        return {
          version: 1,
          start: scene.start,
          filters: scene.filters,
          nodes: ids.map((id) => {
            const { x, y } = at.get(id) ?? firstPlace(id, { x: 0, y: 0 }, 100);
            return { id, x, y, ...(id in scene.pinned ? { pinned: true } : {}) };
          }),
          edges: edges.map(({ weak: _weak, ...edge }) => edge),
          expanded: scene.expanded.map(({ id }) => id).filter((id) => shown.has(id)),
          hidden: [...scene.hidden],
          colourBy: looks.colourBy,
          sizeBy: looks.sizeBy,
          ...(looks.measure === null ? {} : { measureId: looks.measure.id }),
          ...(selected === null ? {} : { selected }),
          notes: notes.current,
          dataDate: scene.readAt,
        };
      },
      shown: ids.map((id) => {
        const person = people.get(id);
        return { id, name: person === undefined ? id : shownName(person, language) };
      }),
      selectedIds: looks.chosen,
      show,
      select: (wanted) => {
        const shown = new Set(ids);
        choose(wanted.filter((id) => shown.has(id)));
      },
      colourByMeasure: (values, label, id) => {
        setMeasure({ values, label, id });
        setColourBy("measure");
        if ([...values.values()].some((value) => typeof value === "number")) setSizeBy("measure");
      },
      canvas: () => (stage === null ? Promise.reject(new Error("There is no picture")) : stage.png()),
      svg: () => stage?.svg() ?? "",
    };
  }, [
    scene,
    drawn,
    stage,
    places,
    looks.colourBy,
    looks.sizeBy,
    looks.measure,
    looks.chosen,
    selected,
    people,
    language,
    show,
    choose,
    setMeasure,
    setColourBy,
    setSizeBy,
  ]);
  return {
    ...explorer,
    ...looks,
    ...drawn,
    drawable,
    setDrawable,
    playing,
    setPlaying,
    running,
    setRunning,
    stage,
    setStage,
    places,
    selected,
    startFrom,
    api,
  };
}

/** The state of the explorer's screen. */
export type ExplorerScreen = ReturnType<typeof useExplorerScreen>;
