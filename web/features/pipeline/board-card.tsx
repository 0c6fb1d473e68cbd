import { useDraggable } from "@dnd-kit/core";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Age, DueDay } from "./due-words.tsx";
import type { Card } from "./engagement-types.ts";
import { MoveMenu } from "./move-menu.tsx";
import { useKeyboardCarry } from "./use-keyboard-carry.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

const DOTS = <path d="M6 3.5h.01M10 3.5h.01M6 8h.01M10 8h.01M6 12.5h.01M10 12.5h.01" />;

/** What a card says, also while it is carried. */
export function CardFace({ card, handle, menu, pick }: { card: Card; handle?: ReactNode; menu?: ReactNode; pick?: ReactNode }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const { search } = useLocation();
  const personName = usePersonName();
  const { nextStep, programme, status } = card;
  return (
    <>
      <div className="pl-card-head">
        {pick}
        <Link className="pl-card-name" to={`/pipeline/${card.id}${search}`} draggable={false}>
          {personName(card)}
        </Link>
        {handle}
        {menu}
      </div>
      {programme && <p className="pl-card-programme">{nameOf(programme, language)}</p>}
      {status === "LANDED" ? null : nextStep ? (
        <p className="pl-card-step">
          <span className="pl-card-text">{nextStep.text}</span>
          <DueDay dueOn={nextStep.dueOn} />
        </p>
      ) : (
        <p className="pl-card-step unknown">{t("nextStep.none")}</p>
      )}
      <p className="pl-card-foot">
        <Age card={card} />
        {status !== "OPEN" && <span className={`badge pl-status-${status}`}>{t(`status.${status}`)}</span>}
        {card.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
        <span className="pl-card-owner" title={t("owner")}>
          {card.owner.name}
        </span>
      </p>
    </>
  );
}

/** What a card needs to know of the selection of several. */
export interface Picking {
  readonly picked: ReadonlyMap<string, Card>;
  readonly toggle: (card: Card) => void;
}

/** An engagement on the board: pulled by mouse or finger from anywhere, by keyboard from its handle. */
export function BoardCard({ card, picking, waiting }: { card: Card; picking: Picking | null; waiting: boolean }) {
  const { t } = useTranslation(PIPELINE);
  const personName = usePersonName();
  const still = waiting || card.allowedMoves.length === 0;
  const drag = useDraggable({ id: card.id, data: { card }, disabled: still });
  const { held, onKey, letGo } = useKeyboardCarry();
  const over = held?.card.id === card.id ? held.over : null;
  const name = personName(card);
  const latest = useRef(() => letGo(card));
  useEffect(() => {
    latest.current = () => letGo(card);
  });
  // A card that leaves the board while it is held is held no more.
  useEffect(() => () => latest.current(), []);
  return (
    <li
      ref={drag.setNodeRef}
      className={over === card.stage.id ? "pl-card pl-held" : "pl-card"}
      data-card={card.id}
      data-ageing={card.ageing}
      data-dragging={drag.isDragging || (over !== null && over !== card.stage.id)}
      data-waiting={waiting}
      data-picked={picking?.picked.has(card.id) ?? false}
      aria-busy={waiting}
      {...drag.listeners}
    >
      <CardFace
        card={card}
        pick={
          picking && (
            <input
              type="checkbox"
              className="pl-pick"
              aria-label={t("bulk.pick", { name })}
              checked={picking.picked.has(card.id)}
              onChange={() => picking.toggle(card)}
            />
          )
        }
        handle={
          !picking && (
            <button
              ref={drag.setActivatorNodeRef}
              type="button"
              className="icon-button pl-handle"
              aria-label={t("drag.handle", { name })}
              title={t("drag.title")}
              aria-describedby={drag.attributes["aria-describedby"]}
              aria-disabled={still}
              onKeyDown={(event) => !still && onKey(card, event)}
              onBlur={() => letGo(card)}
            >
              <svg viewBox="0 0 16 16" aria-hidden="true">
                {DOTS}
              </svg>
            </button>
          )
        }
        menu={<MoveMenu card={card} className="icon-button pl-more" label="⋯" />}
      />
    </li>
  );
}
