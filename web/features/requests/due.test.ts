import { expect, it } from "vitest";
import { daysBetween } from "../../lib/time.ts";
import { urgencyOf } from "./due.ts";

it.each([
  ["2026-11-22", "2026-11-22", 0, "soon"],
  ["2026-11-22", "2026-11-21", -1, "overdue"],
  ["2026-11-22", "2026-11-25", 3, "soon"],
  ["2026-11-22", "2026-11-26", 4, "later"],
  ["2026-12-30", "2027-01-14", 15, "later"],
] as const)("on %s, what is due on %s is %i days away and %s", (today, dueOn, days, urgency) => {
  expect(daysBetween(today, dueOn)).toBe(days);
  expect(urgencyOf(dueOn, today)).toBe(urgency);
});
