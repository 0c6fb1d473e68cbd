import { expect, test } from "vitest";
import { personName, shownFactor, yearsOf } from "./path-model.ts";

test("a small score is not shown as nothing", () => {
  expect([0, 0.001, 0.0049, 0.005, 0.126, 1].map(shownFactor)).toEqual(["0.00", "<0.01", "<0.01", "0.01", "0.13", "1.00"]);
});

test("years are told once when they are one, and not at all when unknown", () => {
  expect(yearsOf({ firstYear: 2018, lastYear: 2024 })).toBe("2018–2024");
  expect(yearsOf({ firstYear: 2018, lastYear: 2018 })).toBe("2018");
  expect(yearsOf({ firstYear: null, lastYear: null })).toBeNull();
});

test("an author whom nobody has identified is named as the work states it", () => {
  expect(personName({ name: "M. Mid", scientist: null }, "zh")).toBe("M. Mid");
  const scientist = { id: "s", nameZh: "张三", nameEn: "Zhang San", latestEmployment: null };
  expect(personName({ name: "张三", scientist }, "en")).toBe("Zhang San");
});
