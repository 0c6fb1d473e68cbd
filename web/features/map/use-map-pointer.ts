import { useMemo, useState } from "react";
import type { Target } from "./engine/interactions.ts";
import type { Box, MapPoint } from "./engine/map-types.ts";
import { boxOf, featureHolding, standing } from "./map-model.ts";
import type { Lit } from "./map-view.tsx";
import type { MapDrawing } from "./use-map-drawing.ts";

/** A flow from one place to itself. */
function isStay(arcId: string): boolean {
  const [from, to] = arcId.split(">");
  return from === to;
}

/** What is lit: the pointer on the map lights cards and rows of the list, the pointer or focus in the list lights the map. */
export function useMapPointer({ view, flowing, language, people, points, contextPoints }: MapDrawing) {
  const [hover, setHover] = useState<Target | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const edges = people.data?.pages.flatMap((page) => page.scientists.edges);
  const pointedPerson = edges?.find((edge) => edge.node.id === pointed)?.node ?? null;
  const mark = useMemo(
    () => (pointedPerson === null || flowing ? null : standing(pointedPerson, view, language).point),
    [pointedPerson, flowing, view, language],
  );
  const hoveredPoint: MapPoint | null =
    hover === null ? null : ((hover.kind === "context" ? contextPoints : points).find((point) => point.id === hover.id) ?? null);
  const lit = useMemo((): Lit | null => {
    if (hover?.kind === "point") return { source: "points", id: hover.id };
    const arc = hover?.kind === "arc" ? hover.id : flowing ? pointed : null;
    if (arc !== null) return { source: isStay(arc) ? "ends" : "arcs", id: arc };
    const holding = featureHolding(points, mark);
    return holding === null ? null : { source: "points", id: holding.id };
  }, [hover, flowing, pointed, points, mark]);
  const litBox: Box | null = hoveredPoint === null ? null : boxOf(hoveredPoint);
  return { hover, setHover, setPointed, mark, hoveredPoint, lit, litBox };
}
