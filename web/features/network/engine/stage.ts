import Graph from "graphology";
import Sigma from "sigma";
import { EdgeLineProgram, EdgeRectangleProgram } from "sigma/rendering";
import type { EdgeDisplayData } from "sigma/types";
import { drawLabels, type LabelSource, placedLabels } from "./labels.ts";
import { createLayout, type Layout } from "./layout.ts";
import { firstPlace } from "./layout-protocol.ts";
import { type DrawnEdge, type DrawnNode, dimmed, type EdgeLook, type NodeLook, type StagePaints } from "./looks.ts";
import { type SvgPicture, svgOf } from "./svg.ts";

/** What the stage reports. */
export interface StageEvents {
  onPick(id: string | null, more: boolean): void;
  onPickPair(source: string, target: string): void;
  onOpen(id: string): void;
  onMoved(id: string, x: number, y: number): void;
  onRest(running: boolean): void;
  onLost(): void;
}

/** Above this many people hovering lights nobody, and above this many pairs these cannot be picked and are hidden while the picture moves. */
const MOST_HOVERED = 3_000;
const MOST_PICKED = 6_000;
const SPREAD = 10;
const NAMES = "names";

/** Whether this browser can draw the picture. */
export function canDrawNetwork(): boolean {
  const context = document.createElement("canvas").getContext("webgl2");
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}

/** The picture of a network: people and pairs in, pointer out. It decides nothing. */
export class NetworkStage {
  private readonly graph = new Graph<NodeLook, EdgeLook>({ type: "undirected", multi: false });
  private readonly sigma: Sigma<NodeLook, EdgeLook>;
  private readonly layout: Layout;
  private readonly labels: LabelSource;
  private readonly names: CanvasRenderingContext2D | null;
  /** Where those stand who are off the screen, for when they come back. */
  private readonly former = new Map<string, { x: number; y: number }>();
  private pinned = new Set<string>();
  private drawn: readonly DrawnEdge[] | null = null;
  private lit: ReadonlySet<string> | null = null;
  private chosen: ReadonlySet<string> = new Set();
  private hovered: string | null = null;
  private pairsHidden = false;

  constructor(
    container: HTMLElement,
    private readonly paints: StagePaints,
    private readonly events: StageEvents,
  ) {
    this.sigma = new Sigma<NodeLook, EdgeLook>(this.graph, container, {
      allowInvalidContainer: true,
      renderLabels: false,
      labelFont: paints.font,
      defaultEdgeType: "line",
      edgeProgramClasses: { line: EdgeRectangleProgram, thin: EdgeLineProgram },
      defaultDrawNodeHover: () => undefined,
      minCameraRatio: 0.02,
      maxCameraRatio: 4,
      stagePadding: 48,
      zIndex: true,
      nodeReducer: (id, look) => this.lookOfNode(id, look),
      edgeReducer: (id, look) => this.lookOfEdge(id, look),
    });
    this.sigma.createCanvasContext(NAMES, { style: { pointerEvents: "none" } });
    this.sigma.resize(true);
    this.names = this.sigma.getCanvases()[NAMES]?.getContext("2d") ?? null;
    const { graph, sigma } = this;
    this.labels = { graph, sigma, paints, ranked: [], first: new Set(), only: null, pinned: this.pinned };
    this.layout = createLayout(graph, (running) => {
      this.withoutPairs(running && graph.size > MOST_PICKED);
      events.onRest(running);
    });
    this.listen(container);
  }

  private lookOfNode(id: string, look: NodeLook) {
    const isChosen = this.chosen.has(id);
    if (this.lit !== null && !this.lit.has(id)) return { ...look, color: dimmed(look.color, this.paints.surface), zIndex: 0 };
    return { ...look, size: isChosen ? look.size + 2 : look.size, zIndex: isChosen ? 2 : 1 };
  }

  /** So many pairs take longer to draw than the rest of a state of the layout: they come when it rests, so that the hand is followed meanwhile. */
  private withoutPairs(hidden: boolean): void {
    if (this.pairsHidden === hidden) return;
    this.pairsHidden = hidden;
    this.sigma.refresh();
  }

  private lookOfEdge(id: string, look: EdgeLook): EdgeLook & Pick<Partial<EdgeDisplayData>, "hidden" | "zIndex"> {
    if (this.pairsHidden) return { ...look, hidden: true };
    if (this.lit === null) return look;
    const [source, target] = this.graph.extremities(id);
    const concerned = this.lit.has(source) && this.lit.has(target) && (this.isCentre(source) || this.isCentre(target));
    return concerned
      ? { ...look, color: this.paints.edgeLit, zIndex: 1 }
      : { ...look, color: dimmed(look.color, this.paints.surface), zIndex: 0 };
  }

  private isCentre(id: string): boolean {
    return id === this.hovered || this.chosen.has(id);
  }

  private listen(container: HTMLElement): void {
    const { sigma, events } = this;
    sigma.on("afterRender", () => {
      if (this.names !== null) drawLabels({ ...this.labels, pinned: this.pinned }, this.names);
    });
    sigma.on("enterNode", ({ node }) => {
      container.style.cursor = "pointer";
      this.hover(node);
    });
    sigma.on("leaveNode", () => {
      container.style.cursor = "";
      this.hover(null);
    });
    sigma.on("clickStage", () => events.onPick(null, false));
    sigma.on("clickEdge", ({ edge }) => events.onPickPair(this.graph.source(edge), this.graph.target(edge)));
    sigma.on("doubleClickNode", ({ node, preventSigmaDefault }) => {
      preventSigmaDefault();
      events.onOpen(node);
    });
    this.listenToDrag();
    for (const canvas of Object.values(sigma.getCanvases())) canvas.addEventListener("webglcontextlost", () => events.onLost());
  }

  private listenToDrag(): void {
    const { sigma, graph, events } = this;
    let dragged: { id: string; moved: boolean } | null = null;
    sigma.on("downNode", ({ node }) => {
      dragged = { id: node, moved: false };
      // The frame of the picture stays while somebody is moved.
      if (sigma.getCustomBBox() === null) sigma.setCustomBBox(sigma.getBBox());
    });
    sigma.on("moveBody", ({ event, preventSigmaDefault }) => {
      if (dragged === null) return;
      const start = sigma.graphToViewport(graph.getNodeAttributes(dragged.id));
      if (!dragged.moved && Math.hypot(event.x - start.x, event.y - start.y) < 6) return preventSigmaDefault();
      dragged.moved = true;
      this.layout.stop();
      const { x, y } = sigma.viewportToGraph(event);
      graph.mergeNodeAttributes(dragged.id, { x, y });
      preventSigmaDefault();
      event.original.preventDefault();
    });
    const drop = (): void => {
      if (dragged?.moved) {
        const { x, y } = graph.getNodeAttributes(dragged.id);
        events.onMoved(dragged.id, x, y);
      }
      dragged = null;
      sigma.setCustomBBox(null);
    };
    sigma.on("upNode", drop);
    sigma.on("upStage", drop);
    sigma.on("clickNode", ({ node, event }) => {
      const { original } = event;
      events.onPick(node, original.ctrlKey || original.metaKey || original.shiftKey);
    });
  }

  /** Shows these people and pairs; those who are new take a place near to whom they belong. @returns whether anybody came or went */
  show(nodes: readonly DrawnNode[], edges: readonly DrawnEdge[]): boolean {
    const { graph } = this;
    const shown = new Map(nodes.map((node) => [node.id, node]));
    let changed = false;
    for (const id of graph.nodes())
      if (!shown.has(id)) {
        const { x, y } = graph.getNodeAttributes(id);
        this.former.set(id, { x, y });
        graph.dropNode(id);
        changed = true;
      }
    for (const node of nodes) if (this.showNode(node)) changed = true;
    this.pinned = new Set(nodes.filter(({ pinned }) => pinned !== null).map(({ id }) => id));
    changed = this.showEdges(edges, changed) || changed;
    this.labels.ranked = [...nodes].sort((left, right) => right.size - left.size).map(({ id }) => id);
    this.sigma.setSetting("enableEdgeEvents", graph.size <= MOST_PICKED);
    this.sigma.setSetting("hideEdgesOnMove", graph.size > MOST_PICKED);
    this.sigma.setSetting("defaultEdgeType", graph.size > MOST_PICKED ? "thin" : "line");
    this.light();
    this.sigma.refresh();
    return changed;
  }

  private showNode({ id, label, size, colour, pinned, near }: DrawnNode): boolean {
    const { graph } = this;
    const look = { label, size, color: colour };
    if (graph.hasNode(id)) {
      const now = graph.getNodeAttributes(id);
      const isSame = now.label === label && now.size === size && now.color === colour;
      if (!isSame || pinned !== null) graph.mergeNodeAttributes(id, pinned === null ? look : { ...look, ...pinned });
      return false;
    }
    const by = near !== null && graph.hasNode(near) ? graph.getNodeAttributes(near) : { x: 0, y: 0 };
    const spread = near === null ? SPREAD * Math.sqrt(graph.order + 10) : SPREAD;
    graph.addNode(id, { ...look, ...(pinned ?? this.former.get(id) ?? firstPlace(id, by, spread)) });
    return true;
  }

  private showEdges(edges: readonly DrawnEdge[], changedNodes: boolean): boolean {
    const { graph, paints } = this;
    if (edges === this.drawn && !changedNodes) return false;
    this.drawn = edges;
    const keys = new Set<string>();
    let changed = false;
    for (const { source, target, size, weight, weak } of edges) {
      if (!graph.hasNode(source) || !graph.hasNode(target)) continue;
      const key = `${source} ${target}`;
      keys.add(key);
      const look = { size, weight, color: weak ? paints.edgeWeak : paints.edge };
      if (graph.hasEdge(key)) {
        const now = graph.getEdgeAttributes(key);
        if (now.size !== size || now.color !== look.color) graph.mergeEdgeAttributes(key, look);
      } else {
        graph.addEdgeWithKey(key, source, target, look);
        changed = true;
      }
    }
    for (const key of graph.edges())
      if (!keys.has(key)) {
        graph.dropEdge(key);
        changed = true;
      }
    return changed;
  }

  private hover(id: string | null): void {
    if (this.graph.order > MOST_HOVERED) return;
    this.hovered = id;
    this.relight();
  }

  /** Lights people and their neighbours; everybody when nobody is chosen. */
  choose(ids: ReadonlySet<string>): void {
    this.chosen = ids;
    this.relight();
  }

  private relight(): void {
    this.light();
    this.sigma.refresh({ skipIndexation: true });
  }

  /** Who is lit: those chosen or under the pointer, and everybody they are joined to now. */
  private light(): void {
    const centre = [...(this.hovered === null ? [] : [this.hovered]), ...this.chosen].filter((id) => this.graph.hasNode(id));
    this.lit = centre.length === 0 ? null : new Set([...centre, ...centre.flatMap((id) => this.graph.neighbors(id))]);
    this.labels.first = new Set(centre);
    this.labels.only = this.lit;
  }

  /** Lays everybody out anew who is not pinned, all in view: what was looked at closely will not stay where it is. */
  arrange(): void {
    this.look(null, false);
    this.layout.start(this.pinned);
  }

  halt(): void {
    this.layout.stop();
  }

  /** Puts people where they stood. */
  place(places: ReadonlyMap<string, { readonly x: number; readonly y: number }>): void {
    this.layout.stop();
    for (const [id, { x, y }] of places) {
      this.former.set(id, { x, y });
      if (this.graph.hasNode(id)) this.graph.mergeNodeAttributes(id, { x, y });
    }
    this.sigma.refresh();
  }

  /** Where everybody on the screen stands. */
  places(): Map<string, { x: number; y: number }> {
    return new Map(this.graph.mapNodes((id, { x, y }) => [id, { x, y }]));
  }

  /** Brings somebody to the middle, or shows everything. */
  look(id: string | null, glide: boolean): void {
    const camera = this.sigma.getCamera();
    const at = id === null ? undefined : this.sigma.getNodeDisplayData(id);
    const state = at === undefined ? { x: 0.5, y: 0.5, ratio: 1, angle: 0 } : { x: at.x, y: at.y, ratio: Math.min(camera.ratio, 0.35) };
    if (glide) void camera.animate(state, { duration: 180 });
    else camera.setState(state);
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    camera.setState({ ratio: camera.getBoundedRatio(camera.ratio * factor) });
  }

  /** Everybody inside a line of pixels of the stage. */
  inside(holds: (x: number, y: number) => boolean): string[] {
    return this.graph.filterNodes((_id, look) => {
      const { x, y } = this.sigma.graphToViewport(look);
      return holds(x, y);
    });
  }

  /** What is on the screen. @throws Error when the browser gives no picture */
  async png(): Promise<Blob> {
    const { width, height } = this.sigma.getDimensions();
    const scale = window.devicePixelRatio;
    const canvas = document.createElement("canvas");
    canvas.width = width * scale;
    canvas.height = height * scale;
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("This browser draws no picture");
    context.fillStyle = this.paints.surface;
    context.fillRect(0, 0, canvas.width, canvas.height);
    this.withoutPairs(false);
    // Drawn in the same turn as it is read: afterwards the browser may have thrown the picture away.
    this.sigma.refresh();
    const layers = this.sigma.getCanvases();
    for (const name of ["edges", "nodes", NAMES]) {
      const layer = layers[name];
      if (layer !== undefined) context.drawImage(layer, 0, 0, canvas.width, canvas.height);
    }
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error("This browser writes no picture")) : resolve(blob)), "image/png");
    });
  }

  /** What is on the screen as shapes. */
  svg(): string {
    const { sigma, graph, paints } = this;
    const at = (look: { x: number; y: number }) => sigma.graphToViewport(look);
    const picture: SvgPicture = {
      ...sigma.getDimensions(),
      paints,
      lines: graph.mapEdges((id, { size, color }, _source, _target, one, other) => {
        const [from, to] = [at(one), at(other)];
        return {
          x1: from.x,
          y1: from.y,
          x2: to.x,
          y2: to.y,
          width: sigma.scaleSize(size),
          colour: this.lookOfEdge(id, { size, color, weight: 1 }).color,
        };
      }),
      circles: graph.mapNodes((id, look) => ({ ...at(look), radius: sigma.scaleSize(look.size), colour: this.lookOfNode(id, look).color })),
      texts: this.names === null ? [] : placedLabels(this.labels, this.names).map(({ label, x, y }) => ({ text: label, x, y: y + 12 })),
    };
    return svgOf(picture);
  }

  end(): void {
    this.layout.end();
    this.sigma.kill();
  }
}
