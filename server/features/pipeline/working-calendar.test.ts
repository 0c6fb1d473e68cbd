import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "../../shared/dates.ts";
import { chineseCalendar } from "./working-calendar.ts";

const calendar = chineseCalendar();

test.each([
  ["2026-02-13", true, "Friday"],
  ["2026-02-14", true, "Saturday worked for the Spring Festival"],
  ["2026-02-15", false, "Spring Festival, Sunday"],
  ["2026-02-16", false, "Spring Festival, Monday"],
  ["2026-02-23", false, "last day off, Monday"],
  ["2026-02-24", true, "Tuesday"],
  ["2026-02-28", true, "Saturday worked"],
  ["2026-03-01", false, "Sunday"],
  ["2026-10-10", true, "Saturday worked"],
  ["2025-10-08", false, "Wednesday off"],
  ["2027-02-08", true, "no table for 2027: a Monday"],
  ["2027-02-06", false, "no table for 2027: a Saturday"],
] as const)("%s is a working day: %s (%s)", (day, working, _why) => {
  expect(calendar.isWorkingDay(day)).toBe(working);
});

test.each([
  // Sat 14 worked, then nothing until Tue 24.
  ["2026-02-13", "2026-02-24", 2],
  ["2026-02-13", "2026-02-23", 1],
  // 24, 25, 26, 27 and the worked Saturday 28.
  ["2026-02-14", "2026-03-01", 5],
  ["2026-09-30", "2026-10-08", 1],
  ["2026-03-02", "2026-03-02", 0],
  ["2026-03-02", "2026-03-01", 0],
  ["2026-03-02", "2026-03-16", 10],
] as const)("after %s up to %s lie %i working days", (from, to, days) => {
  expect(calendar.workingDaysBetween(from, to)).toBe(days);
});

test("the count is that of the days one by one", () => {
  const day = fc.integer({ min: 0, max: 1_300 }).map((offset) => daysAfter("2024-06-01", offset));
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 500 }), (from, length) => {
      const to = daysAfter(from, length);
      let count = 0;
      for (let each = daysAfter(from, 1); each <= to; each = daysAfter(each, 1)) count += calendar.isWorkingDay(each) ? 1 : 0;
      expect(calendar.workingDaysBetween(from, to)).toBe(count);
    }),
  );
});

test("the years that have a table are told", () => {
  expect(calendar.years).toEqual([2025, 2026]);
});
