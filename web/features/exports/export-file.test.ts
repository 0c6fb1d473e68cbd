import { expect, it } from "vitest";
import { exportHref } from "./export-file.ts";

it("asks for exactly what is listed, and says why", () => {
  const order = {
    selection: { query: "量子 & 信息", filter: { tiers: ["TOP" as const] } },
    sort: { by: "NAME" as const, direction: "DESCENDING" as const },
    language: "en" as const,
    reason: "年度盘点 & 汇报",
    approval: "01A",
  };
  const url = new URL(exportHref("csv", order), "http://host");
  expect(url.pathname).toBe("/export/scientists.csv");
  expect(url.searchParams.get("query")).toBe("量子 & 信息");
  expect(JSON.parse(url.searchParams.get("filter") ?? "")).toEqual({ tiers: ["TOP"] });
  expect(JSON.parse(url.searchParams.get("sort") ?? "")).toEqual({ by: "NAME", direction: "DESCENDING" });
  expect(url.searchParams.get("lang")).toBe("en");
  expect(url.searchParams.get("reason")).toBe("年度盘点 & 汇报");
  expect(url.searchParams.get("approval")).toBe("01A");
  expect(exportHref("xlsx", { ...order, approval: undefined })).not.toContain("approval");
});
