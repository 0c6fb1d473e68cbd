import { expect, it } from "vitest";
import { handedOver, handOver, isHandedKey } from "./network-hand-over.ts";
import type { NetworkView } from "./network-view.ts";

const view: NetworkView = {
  version: 1,
  start: { kind: "people", ids: [] },
  filters: { minWorks: 1, links: ["COAUTHOR"], hideWeak: false },
  nodes: [],
  edges: [],
  expanded: [],
  hidden: [],
  colourBy: "field",
  sizeBy: "degree",
  notes: "",
  dataDate: "2026-11-22T08:00:00.000Z",
};

it("hands networks over by key and keeps the latest five", () => {
  const keys = Array.from({ length: 6 }, (_, at) => handOver({ view: { ...view, notes: String(at) }, analysis: null }));
  expect(keys.every(isHandedKey)).toBe(true);
  expect(isHandedKey("01ARZ3NDEKTSV4RRFFQ69G5FAV")).toBe(false);
  expect(keys.map((key) => handedOver(key)?.view.notes ?? null)).toEqual([null, "1", "2", "3", "4", "5"]);
});
