/** A point in degrees, WGS84. */
export interface LngLat {
  longitude: number;
  latitude: number;
}

/** A box in degrees, WGS84. When west is greater than east it crosses the 180th meridian. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** How broad the coarsest place behind a point is. */
export type Precision = "COUNTRY" | "PROVINCE" | "CITY" | "COUNTY";

/** A counted point to draw. */
export interface MapPoint extends LngLat {
  id: string;
  kind: "CLUSTER" | "PILE" | "PERSON";
  label: string;
  labelEn: string | null;
  count: number;
  precision: Precision;
  bounds: Box | null;
  /** Drawn pale and without a name: there for orientation, not what is looked at. */
  faint?: boolean;
}

/** A place name to print on the map; a smaller rank is more important. */
export interface PlaceLabel extends LngLat {
  name: string;
  kind: "country" | "province" | "city";
  rank: number;
}

/** A bundle of people who moved from one place to another; `id` is stable while the question is. */
export interface Arc {
  id: string;
  from: LngLat;
  to: LngLat;
  count: number;
}

/** One leg of one person's way: from birth to study, from study to work, or straight from birth to work. */
export interface Leg {
  from: LngLat;
  to: LngLat;
}

/** A stop on one person's way. */
export interface Stop extends LngLat {
  label: string;
}

/** Where the camera stands. */
export interface Camera extends LngLat {
  zoom: number;
}

/** Every colour and font the map draws with, read from the design tokens. */
export interface MapPalette {
  land: string;
  water: string;
  coast: string;
  graticule: string;
  label: string;
  labelHalo: string;
  point: string;
  pointText: string;
  pointStrong: string;
  highlight: string;
  arc: string;
  arcFaint: string;
  fonts: string[];
}

/** What lies under the data: packaged land, or tiles that this host serves. */
export type BaseLayer = { kind: "LAND" } | { kind: "RASTER"; url: string } | { kind: "PMTILES"; url: string };
