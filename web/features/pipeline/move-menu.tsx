import { type KeyboardEvent, type ToggleEvent, useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import type { Card, Target } from "./engagement-types.ts";
import { targetKey } from "./moves-model.ts";
import { useMoves } from "./use-moves.ts";
import { usePersonName, useTargetWord } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

const GAP = 4;
const EDGE = 8;

/** Puts an open panel below what opened it, or above where there is no room, within the window. */
function place(panel: HTMLElement, opener: HTMLElement): void {
  const at = opener.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = panel;
  const below = at.bottom + GAP;
  const top = below + offsetHeight > window.innerHeight - EDGE ? Math.max(EDGE, at.top - GAP - offsetHeight) : below;
  panel.style.visibility = "visible";
  panel.style.top = `${top}px`;
  panel.style.left = `${Math.max(EDGE, Math.min(at.right - offsetWidth, window.innerWidth - offsetWidth - EDGE))}px`;
}

function step(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const items: (Element | null)[] = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const now = items.indexOf(document.activeElement);
  const next = items[(now + by + items.length) % items.length];
  if (next instanceof HTMLElement) next.focus();
}

/** 移到…: every move that an engagement allows now, for mouse, touch and keyboard. It opens above everything, so that no column cuts it off. */
export function MoveMenu({ card, className, label, onDone }: { card: Card; className?: string; label: string; onDone?: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const { move } = useMoves();
  const wordOf = useTargetWord();
  const personName = usePersonName();
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  // What stands in it must be there before it is measured.
  const onBeforeToggle = ({ newState }: ToggleEvent<HTMLDivElement>) => flushSync(() => setOpen(newState === "open"));
  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState !== "open" || !panel.current || !opener.current) return;
    place(panel.current, opener.current);
    panel.current.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  };
  const choose = (target: Target) => {
    panel.current?.hidePopover();
    onDone?.();
    move([card], target);
  };
  const back = (at: number) => card.allowedMoves[at]?.reasonRequired && card.allowedMoves[at]?.stage !== null;
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={className ?? "icon-button"}
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={t("move.of", { name: personName(card) })}
        title={t("move.open")}
        disabled={card.allowedMoves.length === 0}
      >
        {label}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="menu"
        aria-label={t("move.open")}
        className="pl-menu"
        onBeforeToggle={onBeforeToggle}
        onToggle={onToggle}
        onKeyDown={step}
      >
        {open &&
          card.allowedMoves.map((allowed, at) => (
            <button key={targetKey(allowed)} type="button" role="menuitem" className="pl-menu-item" onClick={() => choose(allowed)}>
              {wordOf(allowed)}
              {back(at) && <span className="secondary">{t("move.back")}</span>}
            </button>
          ))}
      </div>
    </>
  );
}
