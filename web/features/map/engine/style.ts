import type { StyleSpecification } from "maplibre-gl";
import { buildLayers } from "./layers.ts";
import type { BaseLayer, MapPalette } from "./map-types.ts";
import { buildSources } from "./sources.ts";

/**
 * The map's style. It names no glyphs and no sprite, so that all text is drawn from fonts of the viewer's machine and nothing is fetched
 * for it.
 */
export function buildStyle(base: BaseLayer, palette: MapPalette): StyleSpecification {
  return { version: 8, sources: buildSources(base), layers: buildLayers(base, palette) };
}
