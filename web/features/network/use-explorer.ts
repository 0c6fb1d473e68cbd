import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { NetworkFilters, NetworkView } from "../../lib/network-view.ts";
import { expandScene, type Opening, openScene, type ReadScene, readAllPairs, readPairs } from "./network-data.ts";
import {
  collapsed,
  type Expansion,
  type History,
  haveSameYears,
  movedTo,
  type Scene,
  type Spot,
  type Step,
  stepped,
  without,
  withPairsInYears,
  yearsOf,
} from "./scene.ts";
import { useNetworkPeople } from "./use-network-people.ts";

const EMPTY: History = { scenes: [], at: -1 };

/** What is being read, or what could not be. */
export interface Reading {
  readonly busy: "open" | "expand" | "pairs" | null;
  readonly fault: unknown;
}

/** Which step a change of filters is. */
function stepOf(before: NetworkFilters, after: NetworkFilters): Step {
  if (before.links.join() !== after.links.join()) return { kind: "links" };
  if (before.minWorks !== after.minWorks) return { kind: "works", n: after.minWorks };
  return { kind: before.hideWeak === after.hideWeak ? "years" : "weak" };
}

/** A kept view as a scene: people, pairs and filters as they were. */
function sceneOf(view: NetworkView): Scene {
  const edges = view.edges.map((edge) => ({ ...edge, weak: false }));
  const people = new Set(view.nodes.map(({ id }) => id));
  return {
    start: view.start,
    depth: 1,
    filters: view.filters,
    budget: Math.max(300, view.nodes.length),
    ids: [...people],
    centre: [...people],
    broughtBy: {},
    expanded: view.expanded.filter((id) => people.has(id)).map((id) => ({ id, yearFrom: null, minWorks: 1 })),
    hidden: view.hidden,
    pinned: Object.fromEntries(view.nodes.filter(({ pinned }) => pinned).map(({ id, x, y }) => [id, { x, y }])),
    edges,
    inYears: yearsOf(view.filters) === null ? null : edges,
    omitted: { nodes: 0, edges: 0, cuts: [] },
    step: { kind: "show", n: people.size },
    readAt: view.dataDate,
  };
}

/** The steps of the explorer: what is shown, what can be done about it, and the way back from everything. */
export function useExplorer() {
  const client = useQueryClient();
  const { people, meet, learn } = useNetworkPeople();
  const [history, setHistory] = useState<History>(EMPTY);
  const [reading, setReading] = useState<Reading>({ busy: null, fault: null });
  const latest = useRef(history);
  const turn = useRef(0);
  const keep = useCallback((next: History) => {
    latest.current = next;
    setHistory(next);
  }, []);
  const current = useCallback((): Scene | null => latest.current.scenes[latest.current.at] ?? null, []);
  const step = useCallback((scene: Scene) => keep(stepped(latest.current, scene)), [keep]);
  /** Runs one reading; a newer one takes its place, so that answers never overtake each other. */
  const run = useCallback(async <T>(busy: Reading["busy"], read: () => Promise<T>, take: (answer: T) => void): Promise<boolean> => {
    turn.current += 1;
    const own = turn.current;
    setReading({ busy, fault: null });
    try {
      const answer = await read();
      if (own !== turn.current) return false;
      take(answer);
      setReading({ busy: null, fault: null });
      return true;
    } catch (fault) {
      if (own === turn.current) setReading({ busy: null, fault });
      return false;
    }
  }, []);
  /** What is still being read is not waited for any more. */
  const stopReading = useCallback(() => {
    turn.current += 1;
    setReading({ busy: null, fault: null });
  }, []);
  const arrive = useCallback(
    ({ scene, people: arrivals }: ReadScene) => {
      step(scene);
      void meet(arrivals);
    },
    [step, meet],
  );
  const actions = useMemo(
    () => ({
      /** Opens a start, and expands who was expanded before; all one step. */
      open: (opening: Opening, expanded: readonly Expansion[] = []) =>
        run(
          "open",
          async () => {
            let read = await openScene(client, opening);
            for (const expansion of expanded) {
              if (!read.scene.ids.includes(expansion.id)) continue;
              const more = await expandScene(client, read.scene, expansion);
              read = { scene: { ...more.scene, step: read.scene.step }, people: [...read.people, ...more.people] };
            }
            return read;
          },
          arrive,
        ),
      expand: (expansion: Expansion) => {
        const scene = current();
        return scene === null ? Promise.resolve(false) : run("expand", () => expandScene(client, scene, expansion), arrive);
      },
      collapse: (id: string) => {
        const scene = current();
        if (scene !== null) step(collapsed(scene, id));
      },
      remove: (ids: readonly string[]) => {
        const scene = current();
        if (scene !== null && ids.length > 0) step(without(scene, new Set(ids), { kind: "remove", n: ids.length }));
      },
      restore: () => {
        const scene = current();
        if (scene === null) return;
        const back: Scene = {
          ...scene,
          ids: [...scene.ids, ...scene.hidden],
          hidden: [],
          step: { kind: "restore", n: scene.hidden.length },
        };
        void run(
          "pairs",
          () => readAllPairs(client, back),
          (pairs) => step({ ...back, ...pairs }),
        );
      },
      keepOnly: (ids: readonly string[]) => {
        const scene = current();
        const kept = new Set(ids);
        if (scene !== null && kept.size > 0)
          step(without(scene, new Set(scene.ids.filter((id) => !kept.has(id))), { kind: "keep", n: kept.size }));
      },
      pin: (id: string, spot: Spot | null) => {
        const scene = current();
        if (scene === null) return;
        const { [id]: _before, ...others } = scene.pinned;
        const pinned = spot === null ? others : { ...others, [id]: spot };
        step({ ...scene, pinned, step: { kind: spot === null ? "unpin" : "pin", who: id } });
      },
      filter: (filters: NetworkFilters) => {
        const scene = current();
        if (scene === null) return;
        const next: Scene = { ...scene, filters, step: stepOf(scene.filters, filters) };
        const years = yearsOf(filters);
        const isSameTime = haveSameYears(scene.filters, filters);
        if (next.step.kind === "links") {
          void run(
            "pairs",
            () => readAllPairs(client, next),
            (pairs) => step({ ...next, ...pairs }),
          );
        } else if (isSameTime) step(next);
        else {
          // The brush answers at once by what overlaps; the server's count takes its place when it comes.
          step({ ...next, inYears: null });
          if (years === null) stopReading();
          else
            void run(
              "pairs",
              () => readPairs(client, next.ids, { ...next, years }),
              ({ edges }) => keep(withPairsInYears(latest.current, next, edges)),
            );
        }
      },
      show: (view: NetworkView) => {
        const scene = sceneOf(view);
        step(scene);
        // Names need not wait for pairs, which take longer.
        void learn(scene.ids);
        void run(
          "pairs",
          () => readPairs(client, scene.ids, { ...scene, years: null }),
          ({ people: arrivals }) => void meet(arrivals),
        );
      },
      goTo: (at: number) => {
        stopReading();
        keep(movedTo(latest.current, at));
      },
      clear: () => {
        stopReading();
        keep(EMPTY);
      },
    }),
    [client, run, stopReading, arrive, current, step, keep, meet, learn],
  );
  return { history, scene: history.scenes[history.at] ?? null, people, reading, ...actions };
}
