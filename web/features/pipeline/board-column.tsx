import { useDroppable } from "@dnd-kit/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { EngagementFilter } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatCount, formatExact, nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { BoardCard, CardFace, type Picking } from "./board-card.tsx";
import type { Card } from "./engagement-types.ts";
import { allowedToStage, withPending } from "./moves-model.ts";
import { SHOWN_STATUSES } from "./pipeline-url.ts";
import { useColumn } from "./use-column.ts";
import { useKeyboardCarry } from "./use-keyboard-carry.ts";
import { useMoves } from "./use-moves.ts";
import type { Stage } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";

/** Whether a stage would take what is carried; null when nothing is, or when it comes from there. */
export function useTaking(stage: Stage, carried: Card | null) {
  const { held } = useKeyboardCarry();
  const allowed = carried ? allowedToStage(carried, stage.id) : undefined;
  const drop = useDroppable({ id: stage.id, disabled: allowed === undefined });
  const isOver = drop.isOver || held?.over === stage.id;
  const state = !carried || carried.stage.id === stage.id ? null : allowed === undefined ? "closed" : isOver ? "over" : "open";
  return { setNodeRef: drop.setNodeRef, state, allowed };
}

interface Props {
  stage: Stage;
  filter: EngagementFilter;
  /** How many there are, as long as the column's own answer does not tell; undefined when nothing does. */
  count: number | undefined;
  picking: Picking | null;
  /** Whether it has its own heading; a phone names the stage above. */
  headed: boolean;
}

/** The cards of one stage, with those that are being moved here. */
export function ColumnCards({ stage, filter, count: expected, picking, headed }: Props) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { pending } = useMoves();
  const column = useColumn(filter, stage.id);
  const count = column.count ?? expected;
  const statuses = filter.statuses ?? SHOWN_STATUSES;
  const shown = withPending({ stageId: stage.id, cards: column.cards, count: count ?? column.cards.length }, pending, statuses);
  const hidden = shown.count - shown.cards.length;
  return (
    <>
      {headed && (
        <h2 className="pl-column-head">
          {nameOf(stage, language)}
          <span className="pl-column-count" title={count === undefined ? undefined : formatExact(shown.count)}>
            {count === undefined ? "" : formatCount(shown.count, language)}
          </span>
        </h2>
      )}
      <div className="pl-column-scroll">
        <Arriving ready={column.data !== undefined} error={column.error} retry={() => void column.refetch()} height={88}>
          {shown.cards.length === 0 && <p className="pl-column-none">{t("column.none")}</p>}
          <ul className="pl-cards" data-stale={column.isPlaceholderData} aria-label={nameOf(stage, language)}>
            {shown.cards.map((card) => (
              <BoardCard key={card.id} card={card} picking={picking} waiting={pending.has(card.id)} />
            ))}
          </ul>
          {column.hasNextPage && hidden > 0 && (
            <button
              type="button"
              className="text-button pl-further"
              disabled={column.isFetchingNextPage}
              onClick={() => void column.fetchNextPage()}
            >
              {t("column.further", { count: hidden })}
            </button>
          )}
        </Arriving>
      </div>
    </>
  );
}

/** One stage of the board. While a card is carried it shows whether it would take it. */
export function BoardColumn({ carried, ...props }: Props & { carried: Card | null }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { setNodeRef, state, allowed } = useTaking(props.stage, carried);
  const { held } = useKeyboardCarry();
  const isHeldHere = held?.over === props.stage.id && held.card.stage.id !== props.stage.id;
  const section = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (isHeldHere) section.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [isHeldHere]);
  return (
    <section
      ref={(element) => {
        section.current = element;
        setNodeRef(element);
      }}
      className="pl-column"
      data-taking={state}
      aria-label={nameOf(props.stage, language)}
    >
      {isHeldHere && (
        <div className="pl-card pl-held" aria-hidden="true" data-ageing={held.card.ageing} inert>
          <CardFace card={held.card} />
        </div>
      )}
      <ColumnCards {...props} />
      {allowed?.reasonRequired && <p className="pl-column-hint">{t("drag.reason")}</p>}
    </section>
  );
}
