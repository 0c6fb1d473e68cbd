import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { BLANK_IMAGE, HOVERED, LAYER, RADIUS, UNSEEN_ICON } from "./layer-names.ts";
import type { BaseLayer, MapPalette } from "./map-types.ts";
import { countLayers, pointLayers } from "./point-layers.ts";
import { SOURCE } from "./sources.ts";

/** The smallest rank number shown at a zoom; a larger rank waits for a closer look. */
const RANK_AT_ZOOM: ExpressionSpecification = ["step", ["zoom"], 0, 2, 1, 3, 12, 4, 40, 5, 120, 6, 400, 7, 10000];

function baseLayers(base: BaseLayer, palette: MapPalette): LayerSpecification[] {
  const water: LayerSpecification = { id: "water", type: "background", paint: { "background-color": palette.water } };
  if (base.kind !== "LAND") {
    return [water, { id: "base", type: "raster", source: SOURCE.base, paint: { "raster-fade-duration": 0 } }];
  }
  return [
    water,
    { id: "land", type: "fill", source: SOURCE.land, paint: { "fill-color": palette.land, "fill-antialias": false } },
    {
      id: "coast",
      type: "line",
      source: SOURCE.coast,
      layout: { "line-join": "round" },
      paint: { "line-color": palette.coast, "line-width": ["interpolate", ["linear"], ["zoom"], 1, 0.5, 6, 1] },
    },
    { id: "graticule", type: "line", source: SOURCE.graticule, paint: { "line-color": palette.graticule, "line-width": 1 } },
  ];
}

function labelLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: "place-labels",
      type: "symbol",
      source: SOURCE.labels,
      filter: ["<=", ["get", "rank"], RANK_AT_ZOOM],
      layout: {
        "text-field": ["get", "name"],
        "text-font": palette.fonts,
        "text-size": ["match", ["get", "kind"], "country", 12, "province", 11.5, 11],
        "text-letter-spacing": ["match", ["get", "kind"], "country", 0.12, "province", 0.06, 0],
        "text-max-width": 8,
        "text-padding": 6,
        // A circle on the place itself pushes the name beside it instead of hiding it.
        "text-variable-anchor": ["center", "left", "right", "bottom", "top"],
        "text-radial-offset": 1.4,
        "text-justify": "auto",
        "symbol-sort-key": ["get", "rank"],
      },
      paint: { "text-color": palette.label, "text-halo-color": palette.labelHalo, "text-halo-width": 1.2, "text-opacity": 0.92 },
    },
  ];
}

function arcLayers(palette: MapPalette): LayerSpecification[] {
  const gradient: ExpressionSpecification = ["interpolate", ["linear"], ["line-progress"], 0, palette.arcFaint, 1, palette.arc];
  return [
    {
      id: LAYER.arc,
      type: "line",
      source: SOURCE.arcs,
      layout: { "line-cap": "round" },
      paint: {
        "line-gradient": gradient,
        "line-width": ["get", "width"],
        "line-offset": ["+", 1, ["*", 0.5, ["get", "width"]]],
        "line-opacity": ["case", HOVERED, 1, 0.6],
      },
    },
    {
      id: LAYER.arcHit,
      type: "line",
      source: SOURCE.arcs,
      paint: {
        "line-width": ["+", 8, ["get", "width"]],
        "line-offset": ["+", 1, ["*", 0.5, ["get", "width"]]],
        "line-opacity": 0,
        "line-color": palette.arc,
      },
    },
    {
      id: "arc-ends",
      type: "circle",
      source: SOURCE.ends,
      filter: ["!", ["get", "staying"]],
      paint: { "circle-radius": RADIUS, "circle-color": palette.labelHalo, "circle-stroke-color": palette.arc, "circle-stroke-width": 1.5 },
    },
    {
      id: LAYER.staying,
      type: "circle",
      source: SOURCE.ends,
      filter: ["get", "staying"],
      paint: {
        "circle-radius": RADIUS,
        "circle-color": ["case", HOVERED, palette.highlight, palette.labelHalo],
        "circle-stroke-color": palette.arc,
        "circle-stroke-width": 1.5,
        "circle-opacity": 0.95,
      },
    },
  ];
}

function personLayers(palette: MapPalette): LayerSpecification[] {
  return [
    { id: "area-fill", type: "fill", source: SOURCE.area, paint: { "fill-color": palette.arc, "fill-opacity": 0.05 } },
    {
      id: "area-line",
      type: "line",
      source: SOURCE.area,
      paint: { "line-color": palette.arc, "line-width": 1.5, "line-dasharray": [3, 2] },
    },
    {
      id: "legs",
      type: "line",
      source: SOURCE.legs,
      layout: { "line-cap": "round" },
      paint: {
        "line-width": 2,
        "line-gradient": ["interpolate", ["linear"], ["line-progress"], 0, palette.arcFaint, 0.4, palette.highlight, 1, palette.highlight],
      },
    },
    {
      id: "stops",
      type: "circle",
      source: SOURCE.stops,
      paint: {
        "circle-radius": 5,
        "circle-color": palette.labelHalo,
        "circle-stroke-color": palette.highlight,
        "circle-stroke-width": 2.5,
      },
    },
    {
      id: "mark",
      type: "circle",
      source: SOURCE.mark,
      paint: { "circle-radius": 9, "circle-opacity": 0, "circle-stroke-color": palette.highlight, "circle-stroke-width": 2.5 },
    },
    {
      id: "stop-names",
      type: "symbol",
      source: SOURCE.stops,
      layout: {
        "text-field": ["get", "name"],
        "text-font": palette.fonts,
        "text-size": 12,
        "text-max-width": 14,
        "text-variable-anchor": ["left", "right", "top", "bottom", "top-left", "top-right", "bottom-left", "bottom-right"],
        "text-radial-offset": 0.9,
        "text-justify": "auto",
        "text-allow-overlap": false,
        "icon-image": BLANK_IMAGE,
        "icon-allow-overlap": true,
        "text-optional": true,
      },
      paint: { ...UNSEEN_ICON, "text-color": palette.highlight, "text-halo-color": palette.labelHalo, "text-halo-width": 1.6 },
    },
  ];
}

/** All layers, bottom first. Names on a supplied base map are the supplier's: ours are drawn on packaged land only. */
export function buildLayers(base: BaseLayer, palette: MapPalette): LayerSpecification[] {
  return [
    ...baseLayers(base, palette),
    ...arcLayers(palette),
    ...(base.kind === "LAND" ? labelLayers(palette) : []),
    ...pointLayers(palette),
    ...countLayers(palette),
    ...personLayers(palette),
  ];
}
