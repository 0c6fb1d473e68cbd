import { describe, expect, it } from "vitest";
import { arcLine, arcWidth, mercatorLatitude, mercatorY, unwrapLongitude } from "./arc-geometry.ts";
import { circleRadius, PERSON_RADIUS, pointRadius } from "./circle-size.ts";
import { graticule } from "./graticule.ts";

const chengdu = { longitude: 104.07, latitude: 30.57 };
const sanFrancisco = { longitude: -122.42, latitude: 37.77 };
const boston = { longitude: -71.06, latitude: 42.36 };
const beijing = { longitude: 116.4, latitude: 39.9 };

describe("arcs", () => {
  it("run the short way round and never jump across the map", () => {
    const line = arcLine(chengdu, sanFrancisco);
    expect(line[0]?.[0]).toBeCloseTo(104.07);
    expect(line.at(-1)?.[0]).toBeCloseTo(-122.42 + 360);
    for (const [index, position] of line.slice(1).entries()) expect(Math.abs(position[0] - (line[index]?.[0] ?? 0))).toBeLessThan(15);
  });
  it("follow the great circle: its middle is as far from both ends", () => {
    const middle = arcLine({ longitude: 0, latitude: 0 }, { longitude: 90, latitude: 0 })[24];
    expect(middle?.[0]).toBeCloseTo(45);
    expect(middle?.[1]).toBeCloseTo(0);
    expect(arcLine(chengdu, sanFrancisco)[24]?.[1]).toBeGreaterThan(50);
  });
  it("stay below the high latitudes where the great circle passes near the pole", () => {
    const highest = Math.max(...arcLine(beijing, boston).map((position) => position[1]));
    expect(highest).toBeLessThan(72.1);
    expect(highest).toBeGreaterThan(45);
  });
  it("are nothing between one place and itself, and something between antipodes", () => {
    expect(arcLine(chengdu, chengdu)).toEqual([]);
    expect(arcLine({ longitude: 10, latitude: 20 }, { longitude: -170, latitude: -20 }).flat().every(Number.isFinite)).toBe(true);
  });
  it("widen with the people", () => {
    expect(arcWidth(21, 21)).toBeGreaterThan(arcWidth(4, 21));
    expect(arcWidth(1, 1)).toBeLessThan(3);
  });
  it("unwrap longitudes to within half a turn", () => {
    expect(unwrapLongitude(170, -170)).toBe(190);
    expect(unwrapLongitude(-170, 170)).toBe(-190);
    expect(unwrapLongitude(10, 20)).toBe(20);
  });
  it("go to Mercator and back", () => {
    expect(mercatorLatitude(mercatorY(63.2))).toBeCloseTo(63.2);
  });
});

describe("circles", () => {
  it("grow by area, not by radius", () => {
    const area = (count: number): number => circleRadius(count, 1000, "") ** 2;
    expect(area(400) - area(200)).toBeCloseTo(area(600) - area(400));
    expect(circleRadius(400, 1000, "") / circleRadius(200, 1000, "")).toBeLessThan(1.5);
  });
  it("hold their number", () => {
    expect(circleRadius(2, 1_000_000, "123,456")).toBeGreaterThan(circleRadius(2, 1_000_000, "2"));
  });
  it("do not shout when few are on the map", () => {
    expect(circleRadius(5, 10, "5")).toBeLessThan(20);
  });
  it("are a dot for one person whatever the scale", () => {
    expect(pointRadius({ kind: "PERSON", count: 1 }, 1, "")).toBe(PERSON_RADIUS);
  });
});

describe("graticule", () => {
  it("has a line every step in both directions, the equator among them", () => {
    const { coordinates } = graticule(15).geometry;
    expect(coordinates.filter((line) => line[0]?.[1] === 0 && line[1]?.[1] === 0)).toHaveLength(1);
    expect(coordinates.filter((line) => line[0]?.[0] === line[1]?.[0])).toHaveLength(24);
  });
});
