import type { EngagementStatus } from "../../graphql/generated.ts";
import type { Refusal } from "../../shared/refusals.ts";

/** Where an engagement stands. */
export interface Standing {
  /** Id of the stage. */
  readonly stage: string;
  readonly status: EngagementStatus;
}

/** A move that is possible. `stage` is null when only the status changes. */
export interface PossibleMove {
  readonly stage: string | null;
  /** Afterwards. */
  readonly status: EngagementStatus;
  readonly reasonRequired: boolean;
}

/** What somebody wants: a stage or a status, exactly one of both. */
export interface WantedMove {
  readonly stage?: string | null | undefined;
  readonly status?: EngagementStatus | null | undefined;
  readonly reason?: string | null | undefined;
}

/** What became of a wish to move. */
export type MoveDecision =
  | { readonly after: Standing; readonly reason: string | null; readonly refused?: never }
  | { readonly refused: Refusal; readonly after?: never };

/** Characters of a reason. */
export const REASON = { least: 4, most: 200 } as const;

/**
 * Every move that is possible from a standing, stages given in order: onward by one stage, back to any earlier one, pausing, resuming,
 * stopping, reopening. Reaching the last stage is landing. A stage that is not among them allows nothing.
 */
export function possibleMoves(stages: readonly string[], { stage, status }: Standing): PossibleMove[] {
  const at = stages.indexOf(stage);
  if (at < 0) return [];
  const back: PossibleMove[] = stages.slice(0, at).map((earlier) => ({ stage: earlier, status: "OPEN", reasonRequired: true }));
  switch (status) {
    case "OPEN":
      return [...onward(stages, at), ...back, statusOnly("PAUSED", true), statusOnly("STOPPED", true)];
    case "PAUSED":
      return [statusOnly("OPEN", false), statusOnly("STOPPED", true)];
    case "STOPPED":
      return [statusOnly("OPEN", true)];
    case "LANDED":
      return back;
  }
}

function onward(stages: readonly string[], at: number): PossibleMove[] {
  const next = stages[at + 1];
  return next === undefined ? [] : [{ stage: next, status: at + 2 === stages.length ? "LANDED" : "OPEN", reasonRequired: false }];
}

function statusOnly(status: EngagementStatus, reasonRequired: boolean): PossibleMove {
  return { stage: null, status, reasonRequired };
}

const REASON_RULE = {
  field: "reason",
  zh: `退回、暂缓、终止和重新开启须写明原因，${REASON.least} 到 ${REASON.most} 个字。`,
  en: `Going back, pausing, stopping and reopening need a reason of ${REASON.least} to ${REASON.most} characters.`,
};
const REASON_LENGTH = {
  field: "reason",
  zh: `原因应为 ${REASON.least} 到 ${REASON.most} 个字，或留空。`,
  en: `The reason must have ${REASON.least} to ${REASON.most} characters, or be left out.`,
};

/** Whether a move is possible, and where it leads; each refusal says what to do instead. */
export function decideMove(stages: readonly string[], now: Standing, wanted: WantedMove): MoveDecision {
  const stage = wanted.stage ?? null;
  const status = wanted.status ?? null;
  if ((stage === null) === (status === null)) return { refused: ONE_OF_BOTH };
  const move = possibleMoves(stages, now).find((each) =>
    stage === null ? each.stage === null && each.status === status : each.stage === stage,
  );
  if (move === undefined) return { refused: stage === null ? whyNotStatus(now, status) : whyNotStage(stages, now, stage) };
  const reason = wanted.reason?.trim() || null;
  if (reason === null && move.reasonRequired) return { refused: REASON_RULE };
  if (reason !== null && (reason.length < REASON.least || reason.length > REASON.most))
    return { refused: move.reasonRequired ? REASON_RULE : REASON_LENGTH };
  return { after: { stage: move.stage ?? now.stage, status: move.status }, reason };
}

const ONE_OF_BOTH = {
  field: "stage",
  zh: "请选择要移到的阶段，或要改成的状态，二者只能选一。",
  en: "Choose either the stage to move to or the status to change to, exactly one of both.",
};

function about(field: "stage" | "status", zh: string, en: string): Refusal {
  return { field, zh, en };
}

function whyNotStage(stages: readonly string[], now: Standing, stage: string): Refusal {
  if (!stages.includes(stage)) return about("stage", "没有这个阶段，请刷新后重选。", "There is no such stage; reload and choose again.");
  if (!stages.includes(now.stage))
    return about(
      "stage",
      "当前阶段已不在设置中，请联系系统管理员。",
      "The present stage is not in the settings any more; ask the administrator.",
    );
  if (now.status === "PAUSED")
    return about("stage", "该接洽已暂缓，请先恢复，再移动阶段。", "This engagement is paused; resume it first, then move it.");
  if (now.status === "STOPPED")
    return about("stage", "该接洽已终止，请先重新开启，再移动阶段。", "This engagement is stopped; reopen it first, then move it.");
  if (stage === now.stage) return about("stage", "已经在这个阶段，无需移动。", "It is in this stage already.");
  if (now.status === "LANDED")
    return about("stage", "该接洽已落地，只能退回更早的阶段。", "This engagement has landed; it can only go back to an earlier stage.");
  return about(
    "stage",
    "只能移到下一个阶段，不能跳过；请逐个阶段推进。",
    "It can only move on to the next stage, none may be left out; move it one stage at a time.",
  );
}

function whyNotStatus(now: Standing, status: EngagementStatus | null): Refusal {
  if (status === now.status) return about("status", "已经是这个状态，无需更改。", "It has this status already.");
  if (status === "LANDED")
    return about(
      "status",
      "移到最后一个阶段即为落地，不能直接改为落地。",
      "It lands by moving to the last stage, not by a change of status.",
    );
  if (now.status === "LANDED")
    return about(
      "status",
      "该接洽已落地；如需继续，请退回更早的阶段。",
      "This engagement has landed; to go on, move it back to an earlier stage.",
    );
  if (now.status === "STOPPED")
    return about("status", "该接洽已终止，只能重新开启。", "This engagement is stopped; it can only be reopened.");
  return about(
    "status",
    "当前阶段已不在设置中，请联系系统管理员。",
    "The present stage is not in the settings any more; ask the administrator.",
  );
}
