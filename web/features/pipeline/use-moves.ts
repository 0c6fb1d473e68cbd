import { useQueryClient } from "@tanstack/react-query";
import { createContext, useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_MovesDocument, type Pipeline_MovesMutation, Pipeline_UndoDocument } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import type { FormFault } from "../../lib/use-step.ts";
import { useToast } from "../../ui/toast.tsx";
import type { Card, Changed, Target } from "./engagement-types.ts";
import { allowedTo, moveInput, type Pending, pendingOf } from "./moves-model.ts";
import { useTargetWord } from "./use-words.ts";
import { PIPELINE } from "./words.ts";

/** A move that waits for its reason. */
export interface Asking {
  readonly cards: readonly Card[];
  readonly target: Target;
}

/** Somebody else was quicker. */
export interface Conflict {
  readonly message: string;
  readonly seen: Card;
  readonly now: Changed;
  /** What was wanted. */
  readonly target: Target | null;
}

/** Moves of engagements and what the screen shows of them. */
export interface Moves {
  readonly pending: ReadonlyMap<string, Pending>;
  /** Moves those that can be moved; asks for a reason first where one is needed. */
  readonly move: (cards: readonly Card[], target: Target) => void;
  readonly asking: Asking | null;
  readonly cancel: () => void;
  /** Goes on with the reason; resolves with a refusal of the reason. */
  readonly confirm: (reason: string) => Promise<FormFault | null>;
  readonly conflict: Conflict | null;
  /** Tells that somebody else was quicker. */
  readonly tellConflict: (conflict: Conflict | null) => void;
}

type Answer = Pipeline_MovesMutation["moveEngagements"][number];
type Refused = Extract<Answer, { __typename: "InvalidInput" | "NotAllowed" }>;

function isRefused(answer: Answer): answer is Refused {
  return answer.__typename === "InvalidInput" || answer.__typename === "NotAllowed";
}

/** Takes moves back and says how many could be. */
function useUndo() {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  return async (moveIds: readonly string[]) => {
    try {
      const { undoMoves: answers } = await request(Pipeline_UndoDocument, { moveIds: [...moveIds] });
      const undone = answers.filter(({ __typename }) => __typename === "EngagementMoved").length;
      const first = answers.find((answer) => answer.__typename !== "EngagementMoved");
      const why = first?.message ?? "";
      toast(undone === answers.length ? t("undo.done", { count: undone }) : t("undo.partly", { undone, count: answers.length, why }));
    } catch (error) {
      toast(errorSentence(error, t, language));
    }
    await renewWork(client);
  };
}

/** Says what became of a move: how many moved, with the way to take them back, and who was quicker. */
function useTell(tellConflict: Moves["tellConflict"]) {
  const { t } = useTranslation(PIPELINE);
  const toast = useToast();
  const undo = useUndo();
  const wordOf = useTargetWord();
  return (answers: readonly Answer[], { cards, target }: Asking) => {
    const moved = answers.flatMap((answer) => (answer.__typename === "EngagementMoved" ? [answer.move.id] : []));
    const refused = answers.find(isRefused);
    const at = answers.findIndex(({ __typename }) => __typename === "EngagementConflict");
    const clash = answers[at];
    const seen = cards[at];
    if (clash?.__typename === "EngagementConflict" && seen)
      tellConflict({ message: clash.message, seen, now: clash.engagement, target: cards.length === 1 ? target : null });
    if (moved.length > 0) {
      const done = { count: moved.length, all: cards.length, to: wordOf(target) };
      const name = cards[0]?.candidate.name ?? "";
      const text = moved.length < cards.length ? t("moved.partly", { ...done, why: refused?.message ?? "" }) : t("moved.done", done);
      toast(cards.length === 1 ? t("moved.one", { ...done, name }) : text, { label: t("action.undo"), run: () => void undo(moved) });
    } else if (refused) toast(refused.message);
  };
}

/** Keeps the moves under way: they are shown at once, and taken off the screen again when the server refuses. */
export function useMovesState(): Moves {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const client = useQueryClient();
  const toast = useToast();
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());
  const [asking, setAsking] = useState<Asking | null>(null);
  const [conflict, tellConflict] = useState<Conflict | null>(null);
  const tell = useTell(tellConflict);

  const settle = (cards: readonly Card[]) =>
    setPending((before) => new Map([...before].filter(([id]) => !cards.some((card) => card.id === id))));

  const send = async (asked: Asking, reason: string | null): Promise<FormFault | null> => {
    const { cards, target } = asked;
    setPending((before) => new Map([...before, ...cards.map((card): [string, Pending] => [card.id, pendingOf(card, target)])]));
    try {
      const { moveEngagements: answers } = await request(Pipeline_MovesDocument, {
        inputs: cards.map((card) => moveInput(card, target, reason)),
      });
      const only = answers.length === 1 ? answers[0] : undefined;
      if (reason !== null && only?.__typename === "InvalidInput") return { field: only.field, message: only.message };
      setAsking(null);
      tell(answers, asked);
      // The new place is on screen until the renewed lists hold it.
      await renewWork(client);
    } catch (error) {
      setAsking(null);
      toast(t("moved.failed", { why: errorSentence(error, t, language) }));
    } finally {
      settle(cards);
    }
    return null;
  };

  const move: Moves["move"] = (cards, target) => {
    const able = cards.filter((card) => allowedTo(card, target) !== undefined && !pending.has(card.id));
    if (able.length === 0) return;
    if (able.some((card) => allowedTo(card, target)?.reasonRequired)) setAsking({ cards: able, target });
    else void send({ cards: able, target }, null);
  };

  return {
    pending,
    move,
    asking,
    cancel: () => setAsking(null),
    confirm: async (reason) => (asking ? send(asking, reason) : null),
    conflict,
    tellConflict,
  };
}

const MovesContext = createContext<Moves | null>(null);

/** Gives the moves to board, table and the open engagement. */
export const MovesProvider = MovesContext.Provider;

/** @returns the moves of this page; throws outside its provider */
export function useMoves(): Moves {
  const moves = useContext(MovesContext);
  if (!moves) throw new Error("Nothing can be moved here.");
  return moves;
}
