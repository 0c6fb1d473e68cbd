import type { EngagementStatus, MoveEngagementInput } from "../../gql/generated.ts";
import type { Allowed, Card, Target } from "./engagement-types.ts";

/** @returns the move of an engagement that leads to a target, if it is allowed now */
export function allowedTo(
  card: Pick<Card, "allowedMoves">,
  target: Pick<Target, "status"> & { stage: { id: string } | null },
): Allowed | undefined {
  return card.allowedMoves.find((move) =>
    target.stage === null ? move.stage === null && move.status === target.status : move.stage?.id === target.stage.id,
  );
}

/** @returns the move of an engagement to a stage, if it is allowed now */
export function allowedToStage(card: Pick<Card, "allowedMoves">, stageId: string): Allowed | undefined {
  return card.allowedMoves.find((move) => move.stage?.id === stageId);
}

/** Name of a target that differs from that of every other. */
export function targetKey({ stage, status }: Pick<Allowed, "stage" | "status">): string {
  return stage?.id ?? `status:${status}`;
}

/** A target that some of several engagements can reach. */
export interface SharedMove {
  readonly target: Target;
  readonly cards: readonly Card[];
  /** Whether one of them needs a reason. */
  readonly reasonRequired: boolean;
}

/** Targets that any of several engagements can reach, each with those that can: stages in their order, then statuses. */
export function sharedMoves(cards: readonly Card[], stageIds: readonly string[]): SharedMove[] {
  const byKey = new Map<string, { target: Target; cards: Card[]; reasonRequired: boolean }>();
  for (const card of cards) {
    for (const move of card.allowedMoves) {
      const key = targetKey(move);
      const shared = byKey.get(key) ?? { target: { stage: move.stage, status: move.status }, cards: [], reasonRequired: false };
      shared.cards.push(card);
      shared.reasonRequired ||= move.reasonRequired;
      byKey.set(key, shared);
    }
  }
  const place = ({ target }: SharedMove) => (target.stage ? stageIds.indexOf(target.stage.id) : stageIds.length);
  return [...byKey.values()].sort((one, other) => place(one) - place(other));
}

/** What the server is asked for a move of one engagement, naming the version that was seen. */
export function moveInput(card: Card, target: Target, reason: string | null): MoveEngagementInput {
  const to = target.stage ? { stage: target.stage.id } : { status: target.status };
  return { id: card.id, version: card.version, ...to, ...(reason ? { reason } : {}) };
}

/** A move that the screen shows before the server has answered. */
export interface Pending {
  readonly card: Card;
  readonly stageId: string;
  readonly status: EngagementStatus;
}

/** Where an engagement will stand if its move is accepted. */
export function pendingOf(card: Card, target: Target): Pending {
  const move = allowedTo(card, target);
  return { card, stageId: move?.stage?.id ?? card.stage.id, status: move?.status ?? card.status };
}

/** A column as it will be if the pending moves are accepted. */
export function withPending(
  column: { readonly stageId: string; readonly cards: readonly Card[]; readonly count: number },
  pending: ReadonlyMap<string, Pending>,
  statuses: readonly EngagementStatus[],
): { cards: Card[]; count: number } {
  let { count } = column;
  const here = new Set(column.cards.map((card) => card.id));
  const cards = column.cards.flatMap((card) => {
    const move = pending.get(card.id);
    if (move === undefined) return [card];
    return move.stageId === column.stageId && statuses.includes(move.status) ? [{ ...card, status: move.status }] : [];
  });
  const arriving: Card[] = [];
  for (const { card, stageId, status } of pending.values()) {
    const was = card.stage.id === column.stageId;
    const will = stageId === column.stageId && statuses.includes(status);
    // A renewed column may hold it already, or be rid of it already.
    if (was && !will && here.has(card.id)) count -= 1;
    if (will && !here.has(card.id)) {
      arriving.push({ ...card, status });
      count += 1;
    }
  }
  return { cards: [...arriving, ...cards], count };
}
