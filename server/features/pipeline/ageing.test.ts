import { describe, expect, test } from "vitest";
import { ageOf } from "./ageing.ts";
import { chineseCalendar } from "./working-calendar.ts";

const calendar = chineseCalendar();
const open = { status: "OPEN", stageSince: "2026-02-13", stageEnteredOn: "2026-02-13", lastContactOn: null } as const;

describe("over the Spring Festival of 2026", () => {
  test.each([
    ["2026-02-13", 0, "NORMAL"],
    ["2026-02-14", 1, "NORMAL"],
    ["2026-02-23", 1, "NORMAL"],
    ["2026-02-28", 6, "NORMAL"],
    ["2026-03-02", 7, "NEAR_LIMIT"],
    ["2026-03-05", 10, "NEAR_LIMIT"],
    ["2026-03-06", 11, "OVER_LIMIT"],
  ] as const)("on %s nothing has happened for %i working days: %s", (today, idleDays, ageing) => {
    expect(ageOf(open, 10, today, calendar)).toMatchObject({ idleDays, daysInStage: idleDays, ageing });
  });
});

test("a contact makes it idle since then, but does not make it enter the stage", () => {
  const age = ageOf({ ...open, lastContactOn: "2026-03-04" }, 10, "2026-03-06", calendar);
  expect(age).toEqual({ daysInStage: 11, idleDays: 2, ageing: "NORMAL", idleSince: "2026-03-04" });
});

test("a contact before it entered the stage does not count", () => {
  expect(ageOf({ ...open, lastContactOn: "2026-02-02" }, 10, "2026-03-06", calendar).idleDays).toBe(11);
});

test.each(["PAUSED", "STOPPED", "LANDED"] as const)("%s is not idle", (status) => {
  expect(ageOf({ ...open, status }, 1, "2026-03-06", calendar)).toMatchObject({ idleDays: null, ageing: "NORMAL", daysInStage: 11 });
});

test("a stage without a limit is never late", () => {
  expect(ageOf(open, null, "2027-03-06", calendar).ageing).toBe("NORMAL");
});

test("going on after a pause begins anew, the days in the stage do not", () => {
  const resumed = { ...open, stageSince: "2026-03-05" };
  expect(ageOf(resumed, 10, "2026-03-06", calendar)).toMatchObject({ idleDays: 1, daysInStage: 11 });
});
