/** A person as drawn. */
export interface NodeLook {
  x: number;
  y: number;
  /** Radius in pixels at the usual zoom. */
  size: number;
  color: string;
  label: string;
}

/** A pair as drawn. */
export interface EdgeLook {
  /** Pixels. */
  size: number;
  color: string;
  weight: number;
}

/** A person to draw; where they stand is kept by the stage. */
export interface DrawnNode {
  readonly id: string;
  readonly label: string;
  readonly size: number;
  readonly colour: string;
  /** Where somebody was put by hand. */
  readonly pinned: { readonly x: number; readonly y: number } | null;
  /** Near whom they start who have no place yet. */
  readonly near: string | null;
}

/** A pair to draw. */
export interface DrawnEdge {
  readonly source: string;
  readonly target: string;
  readonly size: number;
  readonly weight: number;
  readonly weak: boolean;
}

/** Paints that the stage needs beside those of the people. */
export interface StagePaints {
  readonly surface: string;
  readonly edge: string;
  readonly edgeWeak: string;
  readonly edgeLit: string;
  readonly text: string;
  readonly halo: string;
  readonly font: string;
}

/** How much of their colour those keep who are not concerned. */
const DIMMED = 0.15;

function channels(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** One colour laid over another, `share` of it; both as `#rrggbb`. */
export function mixed(colour: string, under: string, share: number): string {
  const [top, bottom] = [channels(colour), channels(under)];
  const blend = top.map((each, at) => Math.round(each * share + (bottom[at] ?? 0) * (1 - share)));
  return `#${blend.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}

/** The colour of somebody who is not concerned. */
export function dimmed(colour: string, surface: string): string {
  return mixed(colour, surface, DIMMED);
}
