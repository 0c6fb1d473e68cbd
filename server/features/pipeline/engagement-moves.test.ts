import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EngagementStatus } from "../../graphql/generated.ts";
import { decideMove, possibleMoves, type Standing } from "./engagement-moves.ts";
import { DEFAULT_SETTINGS } from "./pipeline-settings.ts";

const STATUSES: readonly EngagementStatus[] = ["OPEN", "PAUSED", "STOPPED", "LANDED"];
const REASON = "对方要求再等等";
const STAGES = DEFAULT_SETTINGS.stages.map((stage) => stage.id);

/** The rules as the contract words them, reckoned without the machine: what is possible, and whether it needs a reason. */
function expected(stages: readonly string[], now: Standing, target: { stage?: string; status?: EngagementStatus }): [boolean, boolean] {
  const from = stages.indexOf(now.stage);
  if (target.stage !== undefined) {
    const to = stages.indexOf(target.stage);
    const back = to >= 0 && to < from && (now.status === "OPEN" || now.status === "LANDED");
    const next = to === from + 1 && now.status === "OPEN";
    return [back || next, back];
  }
  const ways: Partial<Record<EngagementStatus, Partial<Record<EngagementStatus, boolean>>>> = {
    OPEN: { PAUSED: true, STOPPED: true },
    PAUSED: { OPEN: false, STOPPED: true },
    STOPPED: { OPEN: true },
  };
  const reason = target.status === undefined ? undefined : ways[now.status]?.[target.status];
  return [reason !== undefined, reason === true];
}

const targets = (stages: readonly string[]) => [
  ...[...stages, "NOWHERE"].map((stage) => ({ stage })),
  ...STATUSES.map((status) => ({ status })),
];

describe.each(STATUSES)("from %s", (status) => {
  test.each(STAGES)("in %s exactly the allowed moves are accepted, every other is refused with a sentence", (stage) => {
    const now = { stage, status };
    for (const target of targets(STAGES)) {
      const [possible, reasonRequired] = expected(STAGES, now, target);
      const decided = decideMove(STAGES, now, { ...target, reason: REASON });
      expect([JSON.stringify(target), decided.refused === undefined]).toEqual([JSON.stringify(target), possible]);
      const silent = decideMove(STAGES, now, target);
      expect([JSON.stringify(target), silent.refused === undefined]).toEqual([JSON.stringify(target), possible && !reasonRequired]);
      for (const refusal of [decided.refused, silent.refused]) {
        if (refusal === undefined) continue;
        expect(refusal.zh).toMatch(/^[^。]+。$/);
        expect(refusal.en).toMatch(/^[A-Z][^.]+\.$/);
      }
    }
  });
});

const settings = fc
  .uniqueArray(fc.stringMatching(/^[A-Z][A-Z0-9_]{1,8}$/), { minLength: 3, maxLength: 12 })
  .chain((stages) =>
    fc.record({ stages: fc.constant(stages), stage: fc.constantFrom(...stages, "GONE"), status: fc.constantFrom(...STATUSES) }),
  );

test("what is said to be possible is exactly what is accepted, with any stages", () => {
  fc.assert(
    fc.property(settings, ({ stages, stage, status }) => {
      const now = { stage, status };
      const told = possibleMoves(stages, now);
      for (const target of targets(stages)) {
        const move = told.find((each) =>
          "stage" in target ? each.stage === target.stage : each.stage === null && each.status === target.status,
        );
        const accepted = decideMove(stages, now, { ...target, reason: REASON });
        const without = decideMove(stages, now, target);
        expect(accepted.refused === undefined).toBe(move !== undefined);
        expect(without.refused === undefined).toBe(move !== undefined && !move.reasonRequired);
        if (move !== undefined) expect(accepted.after).toEqual({ stage: "stage" in target ? target.stage : stage, status: move.status });
      }
      expect(new Set(told.map((each) => `${each.stage}/${each.stage === null ? each.status : ""}`)).size).toBe(told.length);
    }),
  );
});

test("landing is reaching the last stage, and only that", () => {
  fc.assert(
    fc.property(settings, ({ stages, stage, status }) => {
      for (const move of possibleMoves(stages, { stage, status }))
        expect(move.status === "LANDED").toBe(move.stage !== null && move.stage === stages.at(-1));
    }),
  );
});

test("a stage and a status together are refused, and so is neither", () => {
  const now = { stage: "LEAD", status: "OPEN" } as const;
  expect(decideMove(STAGES, now, { stage: "CONTACT", status: "PAUSED", reason: REASON }).refused?.field).toBe("stage");
  expect(decideMove(STAGES, now, { reason: REASON }).refused?.field).toBe("stage");
});

test.each(["三个字", "长".repeat(201)])("the reason %s is refused where none is needed, too", (reason) => {
  expect(decideMove(STAGES, { stage: "LEAD", status: "OPEN" }, { stage: "CONTACT", reason }).refused?.field).toBe("reason");
  expect(decideMove(STAGES, { stage: "LEAD", status: "OPEN" }, { status: "STOPPED", reason }).refused?.field).toBe("reason");
});

test("blanks are no reason", () => {
  expect(decideMove(STAGES, { stage: "LEAD", status: "OPEN" }, { status: "PAUSED", reason: "      " }).refused?.field).toBe("reason");
});
