import { createContext, type KeyboardEvent, useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { columnBeside } from "./board-model.ts";
import type { Card } from "./engagement-types.ts";
import { allowedToStage } from "./moves-model.ts";
import { useMoves } from "./use-moves.ts";
import type { Stage } from "./use-settings.ts";
import { usePersonName } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

/** A card taken up by keyboard, and the stage that it is held over. */
export interface Held {
  readonly card: Card;
  readonly over: string;
}

/** Carrying by keyboard: a state of the page, so that no key waits for anything to be measured. */
export interface KeyboardCarry {
  readonly held: Held | null;
  /** What happened last, for those who hear the page. */
  readonly said: string;
  /** Space or Enter takes a card up and lays it down, arrows carry it, Escape and Tab let it go. */
  readonly onKey: (card: Card, event: KeyboardEvent) => void;
  /** Lets a card go where it was, when it is held. */
  readonly letGo: (card: Card) => void;
}

const ARROWS: Readonly<Record<string, -1 | 1>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Keeps what is carried by keyboard among the stages that are shown. */
export function useKeyboardCarryState(stages: readonly Stage[]): KeyboardCarry {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const personName = usePersonName();
  const { move } = useMoves();
  const [held, setHeld] = useState<Held | null>(null);
  const [said, setSaid] = useState("");
  const ids = stages.map(({ id }) => id);
  const say = (what: "started" | "over" | "dropped" | "cancelled", card: Card, stageId: string): void => {
    const stage = stages.find(({ id }) => id === stageId);
    setSaid(t(`drag.${what}`, { name: personName(card), to: nameOf(stage, language) }));
  };
  const letGo = (card: Card): void => {
    if (held?.card.id !== card.id) return;
    setHeld(null);
    say("cancelled", card, card.stage.id);
  };
  const layDown = (card: Card, over: string): void => {
    const allowed = allowedToStage(card, over);
    setHeld(null);
    say(allowed ? "dropped" : "cancelled", card, over);
    if (allowed) move([card], allowed);
  };
  const carry = (card: Card, over: string, by: -1 | 1): void => {
    const to = columnBeside(ids, over, by, (id) => id === card.stage.id || allowedToStage(card, id) !== undefined);
    if (to === null) return;
    setHeld({ card, over: to });
    say("over", card, to);
  };
  const onKey: KeyboardCarry["onKey"] = (card, event) => {
    const { code } = event;
    const presses = code === "Space" || code === "Enter";
    const by = ARROWS[code];
    if (held?.card.id !== card.id) {
      if (!presses) return;
      setHeld({ card, over: card.stage.id });
      say("started", card, card.stage.id);
    } else if (presses) layDown(card, held.over);
    else if (by !== undefined) carry(card, held.over, by);
    else if (code === "Escape" || code === "Tab") letGo(card);
    else return;
    if (code !== "Tab") event.preventDefault();
  };
  return { held, said, onKey, letGo };
}

const KeyboardCarryContext = createContext<KeyboardCarry | null>(null);

/** Gives it to the columns and cards of a board. */
export const KeyboardCarryProvider = KeyboardCarryContext.Provider;

/** @returns what is carried by keyboard on this board; throws outside of one */
export function useKeyboardCarry(): KeyboardCarry {
  const carry = useContext(KeyboardCarryContext);
  if (!carry) throw new Error("There is no board here.");
  return carry;
}
