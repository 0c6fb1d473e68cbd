import { describe, expect, test } from "vitest";
import {
  broughtThrough,
  collapsed,
  edgesOf,
  movedTo,
  pairsByYear,
  type Scene,
  type SceneEdge,
  spanOfEdges,
  stepped,
  visibleEdges,
  visibleIds,
  without,
  withPairsInYears,
} from "./scene.ts";

function edge(source: string, target: string, more: Partial<SceneEdge> = {}): SceneEdge {
  return { source, target, works: 1, strength: 0.3, links: ["COAUTHOR"], weak: false, firstYear: 2015, lastYear: 2018, ...more };
}

const scene: Scene = {
  start: { kind: "people", ids: ["a"] },
  depth: 1,
  filters: { minWorks: 1, links: ["COAUTHOR", "COLLEAGUE"], hideWeak: false },
  budget: 300,
  ids: ["a", "b", "c", "d", "e"],
  centre: ["a"],
  broughtBy: { d: "b", e: "d" },
  expanded: ["b", "d"].map((id) => ({ id, yearFrom: null, minWorks: 1 })),
  hidden: [],
  pinned: {},
  edges: [
    edge("a", "b", { works: 3 }),
    edge("a", "c", { works: 1, links: ["COAUTHOR", "COLLEAGUE"], firstYear: 2001, lastYear: 2003 }),
    edge("b", "d", { weak: true }),
    edge("d", "e", { works: 0, links: ["COLLEAGUE"], firstYear: undefined, lastYear: undefined }),
  ],
  inYears: null,
  omitted: { nodes: 0, edges: 0, cuts: [] },
  step: { kind: "start" },
  readAt: "2026-11-22T00:00:00.000Z",
};
const pairs = (edges: readonly SceneEdge[]): string[] => edges.map(({ source, target }) => source + target);
const filtered = (filters: Partial<Scene["filters"]>, playing: [number, number] | null = null) =>
  visibleEdges({ ...scene, filters: { ...scene.filters, ...filters } }, playing);

describe("what of a scene is shown", () => {
  test("pairs by works, kinds and weakness; other kinds of a pair stay when its works are too few", () => {
    expect(pairs(filtered({}))).toEqual(["ab", "ac", "bd", "de"]);
    expect(pairs(filtered({ hideWeak: true }))).toEqual(["ab", "ac", "de"]);
    expect(pairs(filtered({ links: ["COAUTHOR"] }))).toEqual(["ab", "ac", "bd"]);
    const often = filtered({ minWorks: 2 });
    expect(pairs(often)).toEqual(["ab", "ac", "de"]);
    expect(often[1]?.links).toEqual(["COLLEAGUE"]);
  });

  test("years: what the server counted for them, before that what overlaps; undated pairs in no years", () => {
    expect(pairs(filtered({ yearFrom: 2010 }))).toEqual(["ab", "bd"]);
    expect(pairs(filtered({}, [2003, 2004]))).toEqual(["ac"]);
    const counted = { ...scene, filters: { ...scene.filters, yearFrom: 2010 }, inYears: [edge("a", "b", { works: 2 })] };
    expect(visibleEdges(counted, null).map(({ works }) => works)).toEqual([2]);
    expect(pairs(visibleEdges(counted, [2001, 2001]))).toEqual(["ac"]);
  });

  test("those asked for, expanded or pinned, and whom pairs join to them; who stands apart is not shown", () => {
    expect(visibleIds(scene, [])).toEqual(["a", "b", "d"]);
    const apart = [edge("c", "e"), edge("a", "b")];
    expect(visibleIds(scene, apart)).toEqual(["a", "b", "d"]);
    expect(pairs(edgesOf(apart, visibleIds(scene, apart)))).toEqual(["ab"]);
    expect(visibleIds({ ...scene, pinned: { e: { x: 0, y: 0 } } }, filtered({ links: ["COAUTHOR"] }))).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("years of the brush", () => {
    expect(spanOfEdges(scene.edges)).toEqual([2001, 2018]);
    expect(spanOfEdges([edge("a", "b", { firstYear: undefined, lastYear: undefined })])).toBeNull();
    expect(pairsByYear(scene.edges, [2001, 2018])).toEqual([1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 2]);
  });
});

describe("steps", () => {
  test("collapsing takes away all that an expansion brought, and nobody else", () => {
    expect([...broughtThrough(scene, "b")]).toEqual(["d", "e"]);
    const next = collapsed(scene, "b");
    expect([next.ids, next.expanded, pairs(next.edges), next.hidden]).toEqual([["a", "b", "c"], [], ["ab", "ac"], []]);
  });

  test("taking people off the screen takes their pairs, and remembers them", () => {
    const next = without(scene, new Set(["b"]), { kind: "remove", n: 1 });
    expect([next.ids, pairs(next.edges), next.hidden]).toEqual([["a", "c", "d", "e"], ["ac", "de"], ["b"]]);
  });

  test("back, forth, and a new step where one stood", () => {
    const two = { ...scene, ids: ["a"] };
    const history = stepped(stepped({ scenes: [], at: -1 }, scene), two);
    expect(history.scenes[movedTo(history, 0).at]).toBe(scene);
    expect(movedTo(history, 9).at).toBe(1);
    const branched = stepped(movedTo(history, 0), { ...scene, ids: [] });
    expect(branched.scenes.map(({ ids }) => ids.length)).toEqual([5, 0]);
  });

  test("pairs counted for some years come to the scenes of these years and people, not to the one that stands there now", () => {
    const years = { ...scene, filters: { ...scene.filters, yearFrom: 2019 } };
    const later = [
      scene,
      years,
      { ...years, pinned: { a: { x: 0, y: 0 } } },
      without(years, new Set(["b"]), { kind: "remove", n: 1 }),
      scene,
    ];
    const counted = withPairsInYears({ scenes: later, at: 4 }, years, [edge("a", "b")]);
    expect(counted.at).toBe(4);
    expect(counted.scenes.map(({ inYears }) => inYears?.length ?? null)).toEqual([null, 1, 1, null, null]);
  });
});
