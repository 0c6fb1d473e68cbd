import { describe, expect, it } from "vitest";
import { NETWORK_LINKS, type NetworkView } from "../../lib/network-view.ts";
import { packView, unpackView } from "./packed-view.ts";
import { SAMPLE_VIEW } from "./sample-view.ts";

const again = (view: NetworkView): NetworkView | null => unpackView(JSON.stringify(packView(view)));

describe("a packed view", () => {
  it("is unpacked as it was", () => {
    expect(again(SAMPLE_VIEW)).toEqual(SAMPLE_VIEW);
  });

  it("keeps every kind of link by itself and all together", () => {
    for (const links of [...NETWORK_LINKS.map((link) => [link]), [...NETWORK_LINKS]]) {
      const edges = [{ source: "a", target: "b", works: 0, strength: 0, links }];
      expect(again({ ...SAMPLE_VIEW, edges })?.edges).toEqual(edges);
    }
  });

  it("rounds places to what can be seen", () => {
    const nodes = [{ id: "a", x: 1.23456, y: -9.99999 }];
    expect(again({ ...SAMPLE_VIEW, nodes, edges: [] })?.nodes).toEqual([{ id: "a", x: 1.23, y: -10 }]);
  });

  it("of ten thousand people and fifty thousand pairs is under two megabytes", () => {
    const id = (at: number): string => `01ARZ3NDEKTSV4RRFFQ${String(at).padStart(7, "0")}`;
    const nodes = Array.from({ length: 10_000 }, (_, at) => ({ id: id(at), x: Math.sin(at) * 900, y: Math.cos(at) * 900 }));
    const edges = Array.from({ length: 50_000 }, (_, at) => ({
      source: id(at % 10_000),
      target: id((at * 7 + 1) % 10_000),
      works: 1 + (at % 9),
      strength: (at % 997) / 997,
      links: [NETWORK_LINKS[0]],
      firstYear: 2001,
      lastYear: 2024,
    }));
    const large = packView({ ...SAMPLE_VIEW, nodes, edges });
    expect(large.source).toHaveLength(50_000);
    expect(new TextEncoder().encode(JSON.stringify(large)).length).toBeLessThan(2 * 1024 * 1024);
  });

  it.each(["", "null", "{}", "not JSON", JSON.stringify({ ...packView(SAMPLE_VIEW), x: ["1", "2", "3"] })])("%s is none", (text) =>
    expect(unpackView(text)).toBeNull(),
  );
});
