import type { ExpressionSpecification } from "maplibre-gl";

/** Names of the layers that other files of the engine speak of. */
export const LAYER = {
  contextDot: "context-dot",
  circle: "point-circle",
  ring: "point-ring",
  names: "point-names",
  counts: "point-counts",
  arcHit: "arc-hit",
  arc: "arc",
  staying: "arc-staying",
} as const;

/** Name of the transparent image that keeps place names clear of the circles. */
export const BLANK_IMAGE = "blank";
/** Side of that image in pixels. */
export const BLANK_SIZE = 10;

/** Paint of a layer whose blank image only takes room: never drawn, so that the engine makes no shader for it. */
export const UNSEEN_ICON = { "icon-opacity": 0 } as const;

/** Whether the feature is the one lit by `sync.ts`. */
export const HOVERED: ExpressionSpecification = ["boolean", ["feature-state", "lit"], false];
/** The radius that `feature-geojson.ts` gave the feature. */
export const RADIUS: ExpressionSpecification = ["get", "radius"];
