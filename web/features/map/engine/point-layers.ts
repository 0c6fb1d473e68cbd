import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { BLANK_IMAGE, BLANK_SIZE, HOVERED, LAYER, RADIUS, UNSEEN_ICON } from "./layer-names.ts";
import type { MapPalette } from "./map-types.ts";
import { SOURCE } from "./sources.ts";

/** The circles: of people an area leaves out, and of the selection. */
export function pointLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: LAYER.contextDot,
      type: "circle",
      source: SOURCE.context,
      paint: { "circle-radius": ["*", 0.8, RADIUS], "circle-color": palette.label, "circle-opacity": ["case", HOVERED, 0.5, 0.22] },
    },
    {
      id: LAYER.ring,
      type: "circle",
      source: SOURCE.points,
      filter: ["all", ["==", ["get", "kind"], "PILE"], ["!", ["get", "faint"]]],
      paint: {
        "circle-radius": ["+", 3, RADIUS],
        "circle-opacity": 0,
        "circle-stroke-width": 1.25,
        "circle-stroke-color": palette.point,
        "circle-stroke-opacity": 0.6,
      },
    },
    {
      id: LAYER.circle,
      type: "circle",
      source: SOURCE.points,
      layout: { "circle-sort-key": ["-", 0, ["get", "count"]] },
      paint: pointCirclePaint(palette.point, palette),
    },
  ];
}

/** Paint of the counted circles in one colour: filled, or hollow where only the province is known. */
export function pointCirclePaint(color: string, palette: MapPalette): Extract<LayerSpecification, { type: "circle" }>["paint"] & object {
  return {
    "circle-radius": RADIUS,
    "circle-color": ["case", ["get", "hollow"], palette.labelHalo, HOVERED, palette.pointStrong, color],
    "circle-opacity": ["case", ["get", "faint"], 0.25, 0.9],
    "circle-stroke-width": ["case", HOVERED, 3, ["get", "hollow"], 2, 1],
    "circle-stroke-color": ["case", HOVERED, palette.highlight, ["get", "hollow"], color, palette.labelHalo],
  };
}

/** Names beside the circles and numbers inside. */
export function countLayers(palette: MapPalette): LayerSpecification[] {
  const text = { "text-font": palette.fonts, "text-size": 11, "text-allow-overlap": true, "icon-allow-overlap": true } as const;
  // The square that a circle keeps clear of names is smaller than the circle, so that its own name has room at the four corners.
  const iconSize: ExpressionSpecification = ["/", ["*", 2 * 0.74, RADIUS], BLANK_SIZE];
  return [
    {
      id: LAYER.names,
      type: "symbol",
      source: SOURCE.points,
      minzoom: 4,
      filter: ["!=", ["get", "name"], ""],
      layout: {
        "text-field": ["get", "name"],
        "text-font": palette.fonts,
        "text-size": 11,
        "text-max-width": 9,
        "text-padding": 1,
        "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"],
        "text-radial-offset": ["/", ["+", 7, ["*", 1.1, RADIUS]], 11],
        "text-justify": "auto",
        "symbol-sort-key": ["-", 0, ["get", "count"]],
      },
      paint: { "text-color": palette.pointText, "text-halo-color": palette.labelHalo, "text-halo-width": 1.4 },
    },
    {
      id: "arc-staying-counts",
      type: "symbol",
      source: SOURCE.ends,
      filter: ["get", "staying"],
      layout: { ...text, "text-field": ["get", "text"], "icon-image": BLANK_IMAGE, "icon-size": iconSize },
      paint: { ...UNSEEN_ICON, "text-color": palette.pointText },
    },
    {
      id: LAYER.counts,
      type: "symbol",
      source: SOURCE.points,
      layout: { ...text, "text-field": ["get", "text"], "icon-image": BLANK_IMAGE, "icon-size": iconSize },
      paint: { ...UNSEEN_ICON, "text-color": ["case", ["any", ["get", "hollow"], ["get", "faint"]], palette.pointText, palette.labelHalo] },
    },
  ];
}
