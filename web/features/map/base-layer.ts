import type { Map_BasemapQuery } from "../../gql/generated.ts";
import type { BaseLayer } from "./engine/map-types.ts";

/** What the operator configured to lie under the data. */
export type Basemap = Map_BasemapQuery["basemap"];

/** Packaged land, which needs no permission: used when the server could not say what is configured, or when that cannot be had. */
export const PACKAGED: Basemap = { kind: "LAND", approvalNo: null, owner: null, expires: null, url: null };

/** The base under the data, from what the operator configured; a kind without an address falls back to packaged land. */
export function baseLayer(basemap: Basemap): BaseLayer {
  if (basemap.kind === "LAND" || basemap.url === null) return { kind: "LAND" };
  const url = new URL(basemap.url, window.location.origin).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
  return basemap.kind === "PMTILES" ? { kind: "PMTILES", url } : { kind: "RASTER", url };
}
