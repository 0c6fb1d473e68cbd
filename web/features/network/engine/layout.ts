import type Graph from "graphology";
import { iterationsFor, type LayoutAnswer, type LayoutTask } from "./layout-protocol.ts";
import type { EdgeLook, NodeLook } from "./looks.ts";

/** Above so many people a new state is shown only so often. */
const CROWD = 2_000;
const CROWD_EACH_MS = 4_000;

/** What a state of the layout changes: the picture need not look at anything else. */
const MOVED: { attributes: ("x" | "y")[] } = { attributes: ["x", "y"] };

/** Lays people out in a worker and tells of each new state. */
export interface Layout {
  /** Starts anew from where everybody stands. */
  start(fixed: ReadonlySet<string>): void;
  stop(): void;
  end(): void;
  readonly running: boolean;
}

/** The layout of a graph, which tells the picture by its own events; `onRest` is called when it started or came to rest. */
export function createLayout(graph: Graph<NodeLook, EdgeLook>, onRest: (running: boolean) => void): Layout {
  const worker = new Worker(new URL("./layout-worker.ts", import.meta.url), { type: "module" });
  let task = 0;
  let running = false;
  let applied = 0;
  let order: string[] = [];
  let held: ReadonlySet<string> = new Set();
  const rest = (now: boolean): void => {
    if (running === now) return;
    running = now;
    onRest(now);
  };
  worker.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
    if (data.task !== task || !running) return;
    // A crowd takes long to draw: between two of its states there must be time for the hand.
    const now = performance.now();
    if (!data.done && graph.order > CROWD && now - applied < CROWD_EACH_MS) return;
    applied = now;
    const { places } = data;
    const index = new Map(order.map((id, at) => [id, at]));
    graph.updateEachNodeAttributes((id, look) => {
      const at = index.get(id);
      if (at === undefined || held.has(id)) return look;
      look.x = places[2 * at] ?? look.x;
      look.y = places[2 * at + 1] ?? look.y;
      return look;
    }, MOVED);
    if (data.done) rest(false);
  };
  const taskOf = (fixed: ReadonlySet<string>): LayoutTask => {
    order = graph.nodes();
    held = fixed;
    const index = new Map(order.map((id, at) => [id, at]));
    const places = new Float32Array(2 * order.length);
    graph.forEachNode((id, { x, y }) => {
      const at = index.get(id) ?? 0;
      places[2 * at] = x;
      places[2 * at + 1] = y;
    });
    const pairs = new Uint32Array(2 * graph.size);
    const weights = new Float32Array(graph.size);
    let next = 0;
    graph.forEachEdge((_edge, { weight }, source, target) => {
      pairs[2 * next] = index.get(source) ?? 0;
      pairs[2 * next + 1] = index.get(target) ?? 0;
      weights[next] = weight;
      next += 1;
    });
    task += 1;
    return {
      task,
      places,
      pairs,
      weights,
      fixed: Uint8Array.from(order, (id) => (fixed.has(id) ? 1 : 0)),
      iterations: iterationsFor(order.length),
    };
  };
  return {
    start: (fixed) => {
      if (graph.order < 2) return;
      const given = taskOf(fixed);
      worker.postMessage(given, [given.places.buffer, given.pairs.buffer, given.weights.buffer]);
      rest(true);
    },
    stop: () => {
      task += 1;
      worker.postMessage({ stop: task });
      rest(false);
    },
    end: () => worker.terminate(),
    get running() {
      return running;
    },
  };
}
