import type { KeyboardCoordinateGetter } from "@dnd-kit/core";
import { columnBeside } from "./board-model.ts";

/** How far below the top of a column a carried card comes to lie, in pixels. */
const BELOW_HEAD = 48;

/**
 * Arrow keys carry a card from column to column, past those that would not take it.
 * @param ids columns in their order
 */
export function columnKeys(ids: readonly string[]): KeyboardCoordinateGetter {
  return (event, { context: { active, over, droppableRects, droppableContainers } }) => {
    const by = event.code === "ArrowRight" ? 1 : event.code === "ArrowLeft" ? -1 : null;
    if (by === null) return undefined;
    event.preventDefault();
    const home: string | undefined = active?.data.current?.card.stage.id;
    const open = new Set(droppableContainers.getEnabled().map(({ id }) => String(id)));
    const to = columnBeside(ids, over ? String(over.id) : (home ?? null), by, (id) => open.has(id));
    // A key pressed at once after the card was taken comes before the columns were measured.
    const rect = to === null ? undefined : (droppableRects.get(to) ?? droppableContainers.get(to)?.node.current?.getBoundingClientRect());
    return rect && { x: rect.left, y: rect.top + BELOW_HEAD };
  };
}
