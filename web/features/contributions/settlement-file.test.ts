import { expect, it } from "vitest";
import { settlementHref, settlementNumberIn } from "./settlement-file.ts";

it("asks for a new settlement by day, for a former one by number", () => {
  const made = new URL(settlementHref("csv", { until: "2026-11-22" }, "第四季度 & 发放", "zh"), "http://host");
  expect(made.pathname).toBe("/export/contributions.csv");
  expect(Object.fromEntries(made.searchParams)).toEqual({ until: "2026-11-22", reason: "第四季度 & 发放", lang: "zh" });
  const again = new URL(settlementHref("xlsx", { settlement: "JS-20261122-01" }, "核对", "en"), "http://host");
  expect(again.pathname).toBe("/export/contributions.xlsx");
  expect(Object.fromEntries(again.searchParams)).toEqual({ settlement: "JS-20261122-01", reason: "核对", lang: "en" });
});

it("reads the number from the name of the file", () => {
  expect(settlementNumberIn("贡献结算-JS-20261122-01.xlsx")).toBe("JS-20261122-01");
  expect(settlementNumberIn("contributions-DEMO-20261122-12.csv")).toBe("DEMO-20261122-12");
  expect(settlementNumberIn("contributions.csv")).toBeNull();
});
