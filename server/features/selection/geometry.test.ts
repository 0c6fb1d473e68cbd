import { describe, expect, it } from "vitest";
import { insideBounds, insideLine } from "./geometry.ts";

describe("a box", () => {
  it("includes its sides and nothing beyond", () => {
    const inside = insideBounds({ west: 104, south: 28, east: 107, north: 31 });
    expect([inside(104, 28), inside(107, 31), inside(105, 30), inside(103.999, 30), inside(105, 31.001)]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("crosses the 180th meridian when west is greater than east", () => {
    const inside = insideBounds({ west: 170, south: -30, east: -170, north: 0 });
    expect([inside(178, -18), inside(-179.9, -16), inside(180, -1), inside(-180, -1), inside(0, -10), inside(169, -10)]).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it("may be given in another turn of the world, as a map that was panned round gives it", () => {
    const inside = insideBounds({ west: 170, south: -30, east: 190, north: 0 });
    expect([inside(178, -18), inside(-175, -18), inside(-165, -18)]).toEqual([true, true, false]);
    expect(insideBounds({ west: -200, south: -90, east: 200, north: 90 })(0, 0)).toBe(true);
  });
});

describe("a closed line", () => {
  const point = (longitude: number, latitude: number): { longitude: number; latitude: number } => ({ longitude, latitude });

  it("holds what is inside, also in the bay of a concave one", () => {
    const inside = insideLine([point(0, 0), point(10, 0), point(10, 10), point(5, 3), point(0, 10)]);
    expect([inside(1, 5), inside(9, 5), inside(5, 8), inside(5, 1), inside(11, 5)]).toEqual([true, true, false, true, false]);
  });

  it("crosses the 180th meridian the short way", () => {
    const inside = insideLine([point(175, -20), point(-175, -20), point(-175, -10), point(175, -10)]);
    expect([inside(178.4, -18.1), inside(-179.9, -16.8), inside(0, -15), inside(-170, -15)]).toEqual([true, true, false, false]);
  });

  it("of fewer than three corners holds nothing", () => {
    expect(insideLine([point(0, 0), point(10, 10)])(5, 5)).toBe(false);
  });
});
