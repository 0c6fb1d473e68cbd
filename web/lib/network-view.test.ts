import { describe, expect, test } from "vitest";
import { type NetworkView, parseNetworkView, withoutPeople } from "./network-view.ts";

const view: NetworkView = {
  version: 1,
  start: { kind: "people", ids: ["a", "b"] },
  filters: { yearFrom: 2010, minWorks: 1, links: ["COAUTHOR", "COLLEAGUE"], hideWeak: true },
  nodes: [
    { id: "a", x: 0, y: 1 },
    { id: "b", x: -2.5, y: 1, pinned: true },
    { id: "c", x: 3, y: 3 },
  ],
  edges: [
    { source: "a", target: "b", works: 2, strength: 0.4, links: ["COAUTHOR"], firstYear: 2012, lastYear: 2020 },
    { source: "b", target: "c", works: 0, strength: 0.2, links: ["COLLEAGUE"] },
  ],
  expanded: ["b"],
  hidden: ["d"],
  colourBy: "community",
  sizeBy: "degree",
  selected: "b",
  notes: "看一看",
  dataDate: "2026-11-22T08:00:00.000Z",
};

describe("a kept view of a network", () => {
  test("comes back as it was", () => expect(parseNetworkView(JSON.parse(JSON.stringify(view)))).toEqual(view));

  test("keeps a filter of the list, and of it only what the list understands", () => {
    const filter = { fields: ["f"], birthYears: { from: 1950, to: null }, living: true, tiers: ["TOP", "NONE"], cypher: "x" };
    expect(parseNetworkView({ ...view, start: { kind: "search", query: "量子", filter } })?.start).toEqual({
      kind: "search",
      query: "量子",
      filter: { fields: ["f"], birthYears: { from: 1950, to: null }, living: true, tiers: ["TOP"] },
    });
  });

  test("is refused when it is something else", () => {
    const wrong: readonly unknown[] = [
      null,
      "view",
      { ...view, version: 2 },
      { ...view, more: 1 },
      { ...view, nodes: [{ id: "a", x: Number.NaN, y: 0 }] },
      { ...view, edges: [{ source: "a", target: "b", works: -1, strength: 0, links: [] }] },
      { ...view, filters: { ...view.filters, links: ["FRIEND"] } },
      { ...view, start: { kind: "everybody" } },
      { ...view, dataDate: "gestern" },
    ];
    expect(wrong.map(parseNetworkView)).toEqual(wrong.map(() => null));
  });

  test("has no pair without its people, no pair twice and no pair of one", () => {
    const pair = (source: string, target: string) => ({ source, target, works: 1, strength: 0.1, links: [] });
    const edges = [pair("a", "b"), pair("b", "a"), pair("a", "nobody"), pair("c", "c")];
    expect(parseNetworkView({ ...view, edges })?.edges).toEqual([pair("b", "a")]);
  });

  test("without somebody has no mention of them", () => {
    const rest = withoutPeople(view, new Set(["b"]));
    expect(JSON.stringify(rest)).not.toContain('"b"');
    expect(rest.nodes.map(({ id }) => id)).toEqual(["a", "c"]);
    expect(withoutPeople(view, new Set())).toEqual(view);
  });
});
