import { expect, test } from "vitest";
import { compareEducation, compareEmployment, latestAlmaMater, latestEmployment } from "./latest.ts";

test("an employment with a start and no end comes before any that ended later than it began", () => {
  const open = { from: "1990", order: 1 };
  expect(latestEmployment([{ from: "1980", to: "2020", order: 0 }, open])).toBe(open);
});

test("among open employments the later start wins, then the earlier position", () => {
  const later = { from: "2005-03", to: null, order: 2 };
  expect(latestEmployment([{ from: "1999", order: 0 }, later, { from: "2005", order: 3 }])).toBe(later);
});

test("closed employments go by the latest year of end, asOf and start", () => {
  const spans = [{ from: "1970", to: "1980", order: 0 }, { asOf: "1995-10-10", order: 1 }, { to: "1985", order: 2 }, { order: 3 }];
  expect([...spans].sort(compareEmployment).map((span) => span.order)).toEqual([1, 2, 0, 3]);
});

test("undated ones keep the order of the source and come last", () => {
  expect([{ order: 1 }, { order: 0 }, { asOf: "1901", order: 2 }].sort(compareEmployment).map((span) => span.order)).toEqual([2, 0, 1]);
  expect(latestEmployment([])).toBeNull();
});

test("a schooling without an end does not beat a later degree", () => {
  const doctorate = { from: "1982", to: "1990", order: 1 };
  expect(latestAlmaMater([{ from: "1978", order: 0 }, doctorate])).toBe(doctorate);
  expect([{ order: 0 }, { to: "1960", order: 1 }, { from: "1963", order: 2 }].sort(compareEducation).map((span) => span.order)).toEqual([
    2, 1, 0,
  ]);
});

test("years, not days, decide, so precision does not", () => {
  const first = { to: "1990", order: 0 };
  expect(latestAlmaMater([first, { to: "1990-06-30", order: 1 }])).toBe(first);
});
