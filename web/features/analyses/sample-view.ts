import type { NetworkView } from "../../lib/network-view.ts";

/** A view for tests: three people, two pairs. */
export const SAMPLE_VIEW: NetworkView = {
  version: 1,
  start: { kind: "people", ids: ["a"] },
  filters: { yearFrom: 2015, minWorks: 1, links: ["COAUTHOR", "ADVISOR"], hideWeak: true },
  nodes: [
    { id: "a", x: 0, y: -1.5, pinned: true },
    { id: "b", x: 10.25, y: 3 },
    { id: "c", x: -4, y: 0.5 },
  ],
  edges: [
    { source: "a", target: "b", works: 3, strength: 0.625, links: ["COAUTHOR", "ADVISOR"], firstYear: 2016, lastYear: 2024 },
    { source: "b", target: "c", works: 0, strength: 0.1, links: ["HOMETOWN"] },
  ],
  expanded: ["a"],
  hidden: ["d"],
  colourBy: "field",
  sizeBy: "degree",
  selected: "b",
  notes: "看 <重点>",
  dataDate: "2026-11-22T08:00:00.000Z",
};
