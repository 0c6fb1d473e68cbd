import { describe, expect, it } from "vitest";
import { contiguous, lassoCorners, lassoDegrees } from "./lasso.ts";

describe("lasso", () => {
  const circle = Array.from({ length: 300 }, (_, index) => ({
    x: 200 + 90 * Math.cos(index / 47.7),
    y: 200 + 90 * Math.sin(index / 47.7),
  }));
  it("keeps the shape in few corners", () => {
    const corners = lassoCorners(circle) ?? [];
    expect(corners.length).toBeGreaterThan(6);
    expect(corners.length).toBeLessThanOrEqual(48);
  });
  it("refuses a tap and a straight stroke", () => {
    expect(lassoCorners([{ x: 1, y: 1 }])).toBeNull();
    expect(
      lassoCorners([
        { x: 0, y: 0 },
        { x: 50, y: 0 },
        { x: 100, y: 0 },
      ]),
    ).toBeNull();
  });
  it("stays within the world", () => {
    expect(lassoDegrees([{ longitude: 190.123456, latitude: 89 }])).toEqual([{ longitude: -169.8765, latitude: 85 }]);
  });
  it("across the 180th meridian is one short line again when drawn", () => {
    const drawn = [
      { longitude: 170, latitude: 10 },
      { longitude: 200, latitude: 10 },
      { longitude: 200, latitude: -10 },
      { longitude: 170, latitude: -10 },
    ];
    const filter = lassoDegrees(drawn) ?? [];
    expect(filter.map((point) => point.longitude)).toEqual([170, -160, -160, 170]);
    expect(contiguous(filter)).toEqual(drawn);
  });
  it("keeps a side wider than half the world the way it was drawn", () => {
    const filter = lassoDegrees([
      { longitude: 20, latitude: 60 },
      { longitude: 290, latitude: 60 },
      { longitude: 290, latitude: -40 },
      { longitude: 20, latitude: -40 },
    ]);
    const line = contiguous(filter ?? []);
    expect(Math.max(...line.map((point) => point.longitude))).toBeCloseTo(290);
    expect(Math.min(...line.map((point) => point.longitude))).toBeCloseTo(20);
    for (const { longitude } of filter ?? []) expect(Math.abs(longitude)).toBeLessThanOrEqual(180);
  });
  it("refuses a line round the whole world", () => {
    expect(
      lassoDegrees([
        { longitude: -170, latitude: 0 },
        { longitude: 190, latitude: 0 },
        { longitude: 190, latitude: 40 },
      ]),
    ).toBeNull();
  });
});
