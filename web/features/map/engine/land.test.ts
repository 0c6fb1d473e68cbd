import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { coastPieces, flatRing, landFromTopology } from "./land.ts";

const detailed = landFromTopology(JSON.parse(readFileSync("node_modules/world-atlas/land-110m.json", "utf8")));

describe("packaged land", () => {
  it("runs on past the 180th meridian instead of jumping back", () => {
    const ring = flatRing(
      [
        [170, 60],
        [179, 65],
        [-170, 66],
        [170, 60],
      ],
      180,
    );
    expect(ring.map(([longitude]) => longitude)).toEqual([170, 179, 190, 170]);
  });
  it("closes the ring around the pole along the lower edge", () => {
    const ring = flatRing(
      [
        [-180, -70],
        [-60, -72],
        [60, -71],
        [179, -70],
        [-180, -70],
      ],
      0,
    );
    expect(ring.filter(([, latitude]) => latitude === -90)).toHaveLength(2);
    expect(
      coastPieces(ring)
        .flat()
        .some(([, latitude]) => latitude === -90),
    ).toBe(false);
  });
  it("has no coast line that crosses the map", () => {
    const lines = detailed.coast.geometry.coordinates;
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      for (const [index, position] of line.slice(1).entries())
        expect(Math.abs((position[0] ?? 0) - (line[index]?.[0] ?? 0))).toBeLessThan(60);
    }
  });
  it("is land alone: the web never names a file of countries", () => {
    const files = readdirSync("web", { recursive: true, encoding: "utf8" }).filter(
      (file) => /^(?!dist).*\.(ts|tsx)$/.test(file) && !file.endsWith(".test.ts"),
    );
    for (const file of files) expect(readFileSync(`web/${file}`, "utf8"), file).not.toMatch(/countries-\d+m/);
  });
});
