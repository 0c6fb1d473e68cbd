import { describe, expect, test } from "vitest";
import { peopleOf, readView, viewOf } from "./stored-view.ts";

const sample = {
  version: 1,
  start: { kind: "people", ids: ["a", "d"] },
  filters: { minWorks: 1, links: ["COAUTHOR"], hideWeak: false },
  people: ["a", "b", "c", "d"],
  x: [1, 2, 3, 4],
  y: [5, 6, 7, 8],
  pinned: [1, 3],
  source: [0, 1, 2],
  target: [1, 2, 3],
  works: [3, 2, 1],
  strength: [0.5, 0.25, 0.1],
  links: [1, 3, 8],
  firstYear: [2020, 0, 2018],
  lastYear: [2022, 0, 2019],
  expanded: ["b"],
  hidden: ["e"],
  colourBy: "field",
  sizeBy: "degree",
  selected: "b",
  notes: "看 2022 年以来",
  dataDate: "2026-11-22T08:00:00.000Z",
};

describe("a stored view", () => {
  test("is read as it was sent", () => {
    expect(readView(sample)).toEqual(sample);
  });

  test.each([
    ["a column is too short", { ...sample, x: [1, 2, 3] }],
    ["a column of pairs is too long", { ...sample, works: [1, 2, 3, 4] }],
    ["a pair names a position where nobody is", { ...sample, target: [1, 2, 4] }],
    ["somebody pinned is nobody", { ...sample, pinned: [9] }],
    ["it holds a name", { ...sample, names: ["甲"] }],
    ["its version is not known", { ...sample, version: 2 }],
    ["a place is no number", { ...sample, x: [1, 2, 3, "4"] }],
    ["there are too many people", { ...sample, hidden: Array.from({ length: 10_001 }, (_, at) => `h${at}`) }],
  ])("is refused when %s", (_why, value) => {
    expect(readView(value)).toBeNull();
  });

  test("names everybody once, wherever they stand", () => {
    const view = readView(sample);
    expect(view && peopleOf(view).sort()).toEqual(["a", "b", "c", "d", "e"]);
  });

  test("without somebody keeps the others' places, pairs and order, and no mention of them", () => {
    const view = readView(sample);
    if (view === null) throw new Error("The sample is no view.");
    const left = viewOf(view, new Set(["a", "c", "d", "e"]));
    expect(left).toEqual({
      ...sample,
      selected: undefined,
      people: ["a", "c", "d"],
      x: [1, 3, 4],
      y: [5, 7, 8],
      pinned: [2],
      source: [1],
      target: [2],
      works: [1],
      strength: [0.1],
      links: [8],
      firstYear: [2018],
      lastYear: [2019],
      expanded: [],
    });
    expect(readView(left)).toEqual(left);
    expect(JSON.stringify(left)).not.toContain('"b"');
    expect(viewOf(view, new Set(["b"])).start).toEqual({ kind: "people", ids: [] });
  });
});
