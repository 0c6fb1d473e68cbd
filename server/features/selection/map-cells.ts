import type { BoundsInput } from "../../graphql/generated.ts";
import { longitudeSpans } from "./geometry.ts";

/** Pixels of a cell's side; circles of people a cell apart do not cover each other much. */
const CELL_PIXELS = 72;
/** Pixels of the whole world at zoom 0, as MapLibre draws it. */
const WORLD_PIXELS = 512;
/** Latitude at which the Web Mercator square ends. */
const MERCATOR_EDGE = 85.051128779806604;
/** Finest zoom. */
export const MAX_ZOOM = 22;
/** Cells far outside the bounds are as coarse as at this zoom. */
const COARSEST_ZOOM = 2;

/** A cell of the grid of one zoom. */
export interface Cell {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

/** East–west position in the Web Mercator square, 0 at −180° and 1 at 180°. */
function mercatorX(longitude: number): number {
  return (longitude + 180) / 360;
}

/** North–south position in the Web Mercator square, 0 at the northern edge and 1 at the southern; further poleward counts as the edge. */
function mercatorY(latitude: number): number {
  const sine = Math.sin((Math.min(MERCATOR_EDGE, Math.max(-MERCATOR_EDGE, latitude)) * Math.PI) / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

function cellsPerSide(zoom: number): number {
  return (WORLD_PIXELS * 2 ** zoom) / CELL_PIXELS;
}

/** Whole zoom whose grid is used, so that nothing moves while zooming from one whole number to the next. */
export function gridZoom(zoom: number): number {
  return Number.isFinite(zoom) ? Math.min(MAX_ZOOM, Math.max(0, Math.floor(zoom))) : 0;
}

/** East–west cell of a longitude at the finest zoom. All coarser cells follow from it by halving, so rounding cannot make one stick out of its parent. */
export function fineColumn(longitude: number): number {
  return Math.floor(mercatorX(longitude) * cellsPerSide(MAX_ZOOM));
}

/** North–south cell of a latitude at the finest zoom. */
export function fineRow(latitude: number): number {
  return Math.floor(mercatorY(latitude) * cellsPerSide(MAX_ZOOM));
}

function coarser(fine: number, zoom: number): number {
  return Math.floor(fine / 2 ** (MAX_ZOOM - zoom));
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * Assigns points to cells. A cell is half open, and the cells of a zoom lie wholly inside those of the zoom before, so every point is in
 * exactly one cell and no cell's box reaches into another's. Inside `bounds` cells are those of the zoom; outside, the coarsest that do not touch it.
 */
export class CellGrid {
  private readonly zoom: number;
  private readonly columns: readonly Span[] | null;
  private readonly rows: Span;

  constructor(zoom: number, bounds: BoundsInput | null | undefined) {
    this.zoom = gridZoom(zoom);
    this.columns = bounds ? longitudeSpans(bounds).map(([west, east]) => ({ from: mercatorX(west), to: mercatorX(east) })) : null;
    this.rows = bounds ? { from: mercatorY(bounds.north), to: mercatorY(bounds.south) } : { from: 0, to: 1 };
  }

  /** The cell of a point given by its position on the finest grid. */
  cellOf(fineX: number, fineY: number): Cell {
    let zoom = this.columns === null ? this.zoom : Math.min(this.zoom, COARSEST_ZOOM);
    while (zoom < this.zoom && this.touches(zoom, coarser(fineX, zoom), coarser(fineY, zoom))) zoom += 1;
    return { zoom, x: coarser(fineX, zoom), y: coarser(fineY, zoom) };
  }

  private touches(zoom: number, x: number, y: number): boolean {
    const side = 1 / cellsPerSide(zoom);
    if ((y + 1) * side < this.rows.from || y * side > this.rows.to) return false;
    return this.columns?.some((span) => (x + 1) * side >= span.from && x * side <= span.to) ?? true;
  }
}
