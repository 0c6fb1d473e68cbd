import {
  type Announcements,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { EngagementFilter } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { usePhone } from "../../lib/use-media.ts";
import { CardFace, type Picking } from "./board-card.tsx";
import { BoardColumn, ColumnCards } from "./board-column.tsx";
import { openStage, shownStages } from "./board-model.ts";
import type { Card } from "./engagement-types.ts";
import { allowedToStage } from "./moves-model.ts";
import { StageSwitcher } from "./stage-switcher.tsx";
import { KeyboardCarryProvider, useKeyboardCarryState } from "./use-keyboard-carry.ts";
import { useMoves } from "./use-moves.ts";
import type { Stage } from "./use-settings.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

interface Props {
  stages: readonly Stage[];
  filter: EngagementFilter;
  counts: ReadonlyMap<string, number>;
  /** Whether the counts have arrived. */
  counted: boolean;
  picking: Picking | null;
}

/** A press that hardly moves is a press; a finger that rests a moment picks up, and otherwise scrolls. */
const MOUSE = { activationConstraint: { distance: 6 } };
const TOUCH = { activationConstraint: { delay: 220, tolerance: 8 } };

/** Tells those who hear the page what happens to the carried card. */
function useAnnouncements(stages: readonly Stage[]): Announcements {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const personName = usePersonName();
  const words = (data: { current?: { card?: Card } | undefined }, over: { id: string | number } | null) => ({
    name: data.current?.card ? personName(data.current.card) : "",
    to: nameOf(
      stages.find(({ id }) => id === over?.id),
      language,
    ),
  });
  return {
    onDragStart: ({ active }) => t("drag.started", words(active.data, null)),
    onDragOver: ({ active, over }) => t(over ? "drag.over" : "drag.nowhere", words(active.data, over)),
    onDragEnd: ({ active, over }) => t(over ? "drag.dropped" : "drag.cancelled", words(active.data, over)),
    onDragCancel: ({ active }) => t("drag.cancelled", words(active.data, null)),
  };
}

/** Gives the focus back to a card that was moved by keyboard, once it stands in its new column. */
function useFocusKept() {
  const { pending } = useMoves();
  const moved = useRef<string | null>(null);
  const board = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [id] = pending.keys();
    if (id !== undefined && pending.size === 1) moved.current = id;
    if (moved.current === null || document.activeElement !== document.body) return;
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(moved.current)}"] .pl-handle`)?.focus({ preventScroll: true });
  });
  return board;
}

/** What is carried by mouse or finger, how it is picked up, and what happens when it is dropped. */
function useCarrying(stages: readonly Stage[]) {
  const { t } = useTranslation(PIPELINE);
  const { move } = useMoves();
  const [carried, setCarried] = useState<Card | null>(null);
  const announcements = useAnnouncements(stages);
  const sensors = useSensors(useSensor(MouseSensor, MOUSE), useSensor(TouchSensor, TOUCH));
  const context = {
    sensors,
    collisionDetection: pointerWithin,
    accessibility: { announcements, screenReaderInstructions: { draggable: t("drag.instructions") } },
    onDragStart: ({ active }: DragStartEvent) => setCarried(active.data.current?.card ?? null),
    onDragEnd: ({ over }: DragEndEvent) => {
      setCarried(null);
      const allowed = carried && over ? allowedToStage(carried, String(over.id)) : undefined;
      if (carried && allowed) move([carried], allowed);
    },
    onDragCancel: () => setCarried(null),
  };
  return { carried, context };
}

/** The board: a column to a stage, side by side; on a phone one at a time. */
export function Board({ stages, filter, counts, counted, picking }: Props) {
  const phone = usePhone();
  const [params, setParams] = useSearchParams();
  const board = useFocusKept();
  const shown = shownStages(stages, filter);
  const { carried: pulled, context } = useCarrying(stages);
  const keyboard = useKeyboardCarryState(shown);
  const carried = pulled ?? keyboard.held?.card ?? null;
  const opened = openStage(shown, params.get("at"), counts);
  const stage = shown.find(({ id }) => id === opened);
  const openAt = (id: string) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.set("at", id);
        return next;
      },
      { replace: true },
    );
  const column = (each: Stage) => ({ stage: each, filter, picking, count: counted ? (counts.get(each.id) ?? 0) : undefined });
  return (
    <KeyboardCarryProvider value={keyboard}>
      <DndContext {...context}>
        {phone ? (
          <div className="pl-phone" ref={board}>
            <StageSwitcher stages={shown} counts={counts} open={opened} carried={carried} onOpen={openAt} />
            {stage && <ColumnCards key={stage.id} {...column(stage)} headed={false} />}
          </div>
        ) : (
          <div className="pl-board" ref={board} data-carrying={carried !== null}>
            {shown.map((each) => (
              <BoardColumn key={each.id} {...column(each)} headed carried={carried} />
            ))}
          </div>
        )}
        <DragOverlay dropAnimation={null}>
          {pulled && (
            <div className="pl-card pl-carried" data-ageing={pulled.ageing}>
              <CardFace card={pulled} />
            </div>
          )}
        </DragOverlay>
      </DndContext>
      <p className="visually-hidden" role="status">
        {keyboard.said}
      </p>
    </KeyboardCarryProvider>
  );
}
