import type { Direction } from "../../lib/direction.ts";
import { readTokens } from "../../lib/tokens.ts";
import type { MapPalette } from "./engine/map-types.ts";

/** The map's colours and fonts as the design tokens name them; throws when a token is missing, for wrong colours would pass unseen. */
export function readPalette(): MapPalette {
  const token = readTokens();
  return {
    land: token("map-land"),
    water: token("map-water"),
    coast: token("map-coast"),
    graticule: token("map-graticule"),
    label: token("map-label"),
    labelHalo: token("map-label-halo"),
    point: token("map-circle"),
    pointText: token("text"),
    pointStrong: token("map-circle-strong"),
    highlight: token("map-highlight"),
    arc: token("map-arc"),
    arcFaint: token("map-arc-faint"),
    fonts: token("font")
      .split(",")
      .map((name) => name.trim().replaceAll('"', ""))
      .filter((name) => name !== "system-ui"),
  };
}

/** The colour of a science direction, or the neutral colour of the map for none. */
export function directionColour(direction: Direction | null): string {
  return readTokens()(direction === null ? "map-circle" : `direction-${direction}`);
}
