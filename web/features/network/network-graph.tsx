import { useEffect, useRef, useState } from "react";
import { readTokens } from "../../lib/tokens.ts";
import type { DrawnEdge, DrawnNode, StagePaints } from "./engine/looks.ts";
import { NetworkStage, type StageEvents } from "./engine/stage.ts";
import type { Spot } from "./scene.ts";

interface Props {
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly chosen: ReadonlySet<string>;
  /** New with each step after which everybody is laid out anew, once; null while they stay where they are. */
  readonly arrangeFor: object | null;
  /** Where people of a kept view stand. */
  readonly places: ReadonlyMap<string, Spot>;
  readonly events: StageEvents;
  /** The picture is ready, or with null is gone. */
  readonly onStage: (stage: NetworkStage | null) => void;
}

function readPaints(): StagePaints {
  const token = readTokens();
  return {
    surface: token("network-ground"),
    edge: token("network-edge"),
    edgeWeak: token("network-edge-weak"),
    edgeLit: token("network-edge-lit"),
    text: token("text"),
    halo: token("network-ground"),
    font: token("font"),
  };
}

/** The one component that owns the drawing engine: data in, pointer out. It decides nothing. */
export function NetworkGraph({ nodes, edges, chosen, arrangeFor, places, events, onStage }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const latest = useRef(events);
  const arranged = useRef(new WeakSet<object>());
  const [stage, setStage] = useState<NetworkStage | null>(null);
  useEffect(() => {
    latest.current = events;
  });
  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const made = new NetworkStage(element, readPaints(), {
      onPick: (id, more) => latest.current.onPick(id, more),
      onPickPair: (source, target) => latest.current.onPickPair(source, target),
      onOpen: (id) => latest.current.onOpen(id),
      onMoved: (id, x, y) => latest.current.onMoved(id, x, y),
      onRest: (running) => latest.current.onRest(running),
      onLost: () => latest.current.onLost(),
    });
    setStage(made);
    onStage(made);
    return () => {
      onStage(null);
      setStage(null);
      made.end();
    };
  }, [onStage]);
  useEffect(() => {
    if (places.size > 0) stage?.place(places);
  }, [stage, places]);
  useEffect(() => {
    if (stage === null) return;
    stage.show(nodes, edges);
    if (arrangeFor === null || arranged.current.has(arrangeFor) || nodes.length === 0) return;
    arranged.current.add(arrangeFor);
    stage.arrange();
  }, [stage, nodes, edges, arrangeFor]);
  useEffect(() => stage?.choose(chosen), [stage, chosen]);
  return <div className="network-canvas" ref={container} aria-hidden="true" />;
}
