import type Graph from "graphology";
import type Sigma from "sigma";
import { freeLabels, type LabelWish } from "./label-places.ts";
import type { EdgeLook, NodeLook, StagePaints } from "./looks.ts";

/** Labels drawn at most, and people looked at for them, the largest first. */
const MOST_LABELS = 140;
const MOST_TRIED = 1_200;
const SIZE = 12;
const LINE = 16;
/** Distance of a label from its circle. */
const GAP = 3;

/** What labels are drawn of. */
export interface LabelSource {
  readonly graph: Graph<NodeLook, EdgeLook>;
  readonly sigma: Sigma<NodeLook, EdgeLook>;
  readonly paints: StagePaints;
  /** People in the order of importance. */
  ranked: readonly string[];
  /** Those whose label comes before all others. */
  first: ReadonlySet<string>;
  /** Those who alone have labels; null for everybody. */
  only: ReadonlySet<string> | null;
  readonly pinned: ReadonlySet<string>;
}

const widths = new Map<string, number>();

function widthOf(context: CanvasRenderingContext2D, text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  const width = context.measureText(text).width;
  if (widths.size > 20_000) widths.clear();
  widths.set(text, width);
  return width;
}

function* wishes(source: LabelSource, context: CanvasRenderingContext2D): Generator<LabelWish & { readonly label: string }> {
  const { sigma, graph } = source;
  const { width, height } = sigma.getDimensions();
  let tried = 0;
  for (const id of [...source.first, ...source.ranked]) {
    if (tried > MOST_TRIED) return;
    if (!graph.hasNode(id) || (source.only !== null && !source.only.has(id))) continue;
    tried += 1;
    const look = graph.getNodeAttributes(id);
    const { x, y } = sigma.graphToViewport(look);
    if (x < -40 || y < -20 || x > width + 40 || y > height + 20) continue;
    const label = source.pinned.has(id) ? `◆ ${look.label}` : look.label;
    const wide = widthOf(context, label);
    const away = sigma.scaleSize(look.size) + GAP;
    // At the right edge a label stands before its circle.
    yield { id, label, x: x + away + wide > width ? x - away - wide : x + away, y: y - LINE / 2, width: wide, height: LINE };
  }
}

/** Where labels stand now, none over another. */
export function placedLabels(source: LabelSource, context: CanvasRenderingContext2D): (LabelWish & { readonly label: string })[] {
  context.font = `${SIZE}px ${source.paints.font}`;
  const all = [...wishes(source, context)];
  const free = new Set(freeLabels(all, MOST_LABELS).map(({ id }) => id));
  const seen = new Set<string>();
  return all.filter(({ id }) => free.has(id) && !seen.has(id) && seen.add(id));
}

/** Draws the labels on their layer. */
export function drawLabels(source: LabelSource, context: CanvasRenderingContext2D): void {
  const { width, height } = source.sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const labels = placedLabels(source, context);
  context.lineJoin = "round";
  context.lineWidth = 3;
  context.textBaseline = "middle";
  for (const { id, label, x, y } of labels) {
    context.font = `${source.first.has(id) ? "600 " : ""}${SIZE}px ${source.paints.font}`;
    context.strokeStyle = source.paints.halo;
    context.strokeText(label, x, y + LINE / 2);
    context.fillStyle = source.paints.text;
    context.fillText(label, x, y + LINE / 2);
  }
}
