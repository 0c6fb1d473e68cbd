import { describe, expect, it } from "vitest";
import { type AllSettings, draftOf, emptyLine, faultOfDraft, inputOf, movedLine, type SettingsDraft } from "./settings-model.ts";

const settings: AllSettings = {
  version: 4,
  changedAt: "2026-11-01T00:00:00Z",
  changedBy: null,
  stages: ["LEAD", "CONTACT", "LANDED"].map((id, at) => ({ id, nameZh: `阶段${id}`, nameEn: id, limitDays: at === 2 ? null : 10 + at })),
  desks: [{ id: "RECRUITING", nameZh: "引才专班", nameEn: "Recruiting" }],
  claimDays: 90,
  claimReminderDays: 14,
  points: [{ kind: "VISIT", points: 20 }],
  mailConfigured: false,
};
const draft = draftOf(settings);
const withStage = (change: Partial<SettingsDraft["stages"][number]>): SettingsDraft => ({
  ...draft,
  stages: draft.stages.map((line, at) => (at === 1 ? { ...line, ...change } : line)),
});

describe("the settings of the pipeline", () => {
  it("come back as they were when nothing is changed", () => {
    const { version, changedAt, changedBy, mailConfigured, ...rest } = settings;
    expect(inputOf(draft, version)).toEqual({ version: 4, ...rest });
    expect([changedAt, changedBy, mailConfigured]).toEqual(["2026-11-01T00:00:00Z", null, false]);
    expect(faultOfDraft(draft)).toBeNull();
  });

  it("send no limit for an empty one", () => {
    expect(inputOf(withStage({ limitDays: " " }), 4).stages[1]?.limitDays).toBeNull();
  });

  it.each([
    [withStage({ id: "contact" }), "stages", "CONTACT", "id"],
    [withStage({ id: "LEAD" }), "stages", "CONTACT", "twice"],
    [withStage({ nameEn: " " }), "stages", "CONTACT", "names"],
    [withStage({ limitDays: "0" }), "stages", "CONTACT", "limit"],
    [withStage({ limitDays: "366" }), "stages", "CONTACT", "limit"],
    [{ ...draft, stages: draft.stages.slice(1) }, "stages", null, "count"],
    [{ ...draft, desks: [] }, "desks", null, "count"],
    [{ ...draft, claimDays: "731" }, "claimDays", null, "range"],
    [{ ...draft, claimReminderDays: "91" }, "claimReminderDays", null, "range"],
    [{ ...draft, points: [{ kind: "VISIT" as const, points: "-1" }] }, "points", "VISIT", "range"],
  ])("name what is wrong (%#)", (wrong, part, line, why) => {
    expect(faultOfDraft(wrong)).toEqual({ part, line, why });
  });

  it("put a stage a place up or down, and leave the ends where they are", () => {
    const order = (lines: readonly { id: string }[]) => lines.map(({ id }) => id).join();
    expect(order(movedLine(draft.stages, "CONTACT", -1))).toBe("CONTACT,LEAD,LANDED");
    expect(order(movedLine(draft.stages, "LEAD", 1))).toBe("CONTACT,LEAD,LANDED");
    expect(movedLine(draft.stages, "LEAD", -1)).toBe(draft.stages);
    expect(movedLine(draft.stages, "LANDED", 1)).toBe(draft.stages);
  });

  it("ask for everything of a new line", () => {
    expect(faultOfDraft({ ...draft, desks: [...draft.desks, emptyLine()] })?.why).toBe("id");
  });
});
