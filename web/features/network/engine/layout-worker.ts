import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { LayoutAnswer, LayoutTask } from "./layout-protocol.ts";

/** Milliseconds of work between two answers, so that the picture moves evenly whatever the size. */
const SLICE_MS = 60;

/** The latest task; an older one stops at its next slice. */
let current = 0;

function graphOf({ places, fixed, pairs, weights }: LayoutTask): Graph {
  const graph = new Graph({ type: "undirected" });
  for (let index = 0; index < fixed.length; index += 1)
    graph.addNode(String(index), { x: places[2 * index] ?? 0, y: places[2 * index + 1] ?? 0, fixed: fixed[index] === 1 });
  for (let index = 0; index < weights.length; index += 1)
    graph.mergeEdge(String(pairs[2 * index]), String(pairs[2 * index + 1]), { weight: weights[index] ?? 1 });
  return graph;
}

function placesOf(graph: Graph): Float32Array {
  const places = new Float32Array(2 * graph.order);
  graph.forEachNode((node, { x, y }) => {
    places[2 * Number(node)] = x;
    places[2 * Number(node) + 1] = y;
  });
  return places;
}

function settle(task: LayoutTask): void {
  const graph = graphOf(task);
  const settings = {
    ...forceAtlas2.inferSettings(graph.order),
    barnesHutOptimize: graph.order > 1_000,
    gravity: 0.6,
    scalingRatio: 12,
    slowDown: 1 + Math.log(graph.order + 1),
    edgeWeightInfluence: 0.6,
  };
  let left = task.iterations;
  let slice = 4;
  const work = (): void => {
    if (task.task !== current) return;
    const iterations = Math.min(slice, left);
    const start = performance.now();
    forceAtlas2.assign(graph, { iterations, settings, getEdgeWeight: "weight" });
    const each = (performance.now() - start) / iterations;
    slice = Math.max(1, Math.min(40, Math.round(SLICE_MS / Math.max(0.01, each))));
    left -= iterations;
    const places = placesOf(graph);
    const answer: LayoutAnswer = { task: task.task, places, done: left <= 0 };
    self.postMessage(answer, { transfer: [places.buffer] });
    // The queue is looked at between slices: a newer task or a stop gets its turn.
    if (left > 0) setTimeout(work);
  };
  work();
}

self.onmessage = ({ data }: MessageEvent<LayoutTask | { readonly stop: number }>) => {
  if ("stop" in data) {
    current = data.stop;
    return;
  }
  current = data.task;
  settle(data);
};
