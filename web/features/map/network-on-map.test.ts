import { describe, expect, it } from "vitest";
import { type NetworkPlaces, networkOnMap, placeLinkWords } from "./network-on-map.ts";

const person = (id: string) => ({ id, nameZh: `人${id}`, nameEn: null });
const place = (id: string, longitude: number, people: string[]) => ({
  id,
  label: `所${id}`,
  labelEn: `Inst ${id}`,
  longitude,
  latitude: 30,
  precision: "CITY" as const,
  people: people.map(person),
});
const PLACES: NetworkPlaces = { places: [place("p", 100, ["a", "b"]), place("q", 110, ["c"])], unlocated: [person("u")], others: 1 };
const edge = (source: string, target: string, works: number) => ({ source, target, works, strength: 0.5, links: ["COAUTHOR" as const] });

describe("a network on the map", () => {
  const drawn = networkOnMap(PLACES, [edge("c", "a", 2), edge("b", "c", 3), edge("a", "b", 1), edge("a", "u", 9), edge("u", "x", 9)]);

  it("stands at its places: one person by name, several by institution", () => {
    expect(drawn.points).toMatchObject([
      { id: "p", kind: "PILE", label: "所p", labelEn: "Inst p", count: 2, longitude: 100 },
      { id: "q", kind: "PERSON", label: "人c", labelEn: null, count: 1, longitude: 110 },
    ]);
  });

  it("bundles pairs by their two places whichever end is named first, and draws no arc within a place", () => {
    expect(drawn.links.map(({ id, links, works }) => [id, links, works])).toEqual([
      ["p–q", 2, 5],
      ["p–p", 1, 1],
    ]);
    expect(drawn.arcs).toMatchObject([{ id: "p–q", from: { longitude: 100 }, to: { longitude: 110 }, count: 2 }]);
    expect(drawn.links.map((link) => placeLinkWords(link, "en"))).toEqual(["Inst p – Inst q", "Inst p"]);
  });

  it("counts pairs that have no place at an end", () => {
    expect(drawn.unplaced).toBe(2);
  });
});
