import { flowId, useFlowWords } from "./flow-words.ts";
import { ArcCard, HoverCard } from "./hover-card.tsx";
import type { MapScreen } from "./use-map-screen.ts";
import type { MapSize } from "./viewport.ts";

/** The card of what the pointer is over; points are quiet while a line is drawn. */
export function UnderPointer({ screen, size, quiet }: { screen: MapScreen; size: MapSize; quiet: boolean }) {
  const words = useFlowWords();
  const { hover, hoveredPoint, selection, view, flowRows } = screen;
  if (hover === null) return null;
  if (hover.kind === "arc") {
    const flow = flowRows.find((row) => flowId(row) === hover.id);
    return flow === undefined ? null : <ArcCard target={hover} words={words(flow)} count={flow.count} size={size} />;
  }
  if (hoveredPoint === null || quiet) return null;
  return <HoverCard target={hover} point={hoveredPoint} query={selection.query} filter={selection.filter} view={view} size={size} />;
}
