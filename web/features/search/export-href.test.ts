import { expect, it } from "vitest";
import { exportHref } from "./export-href.ts";

it("asks for exactly what is listed", () => {
  const url = new URL(
    exportHref("csv", { query: "量子 & 信息", filter: { tiers: ["TOP"] } }, { by: "NAME", direction: "DESCENDING" }, "en"),
    "http://host",
  );
  expect(url.pathname).toBe("/export/scientists.csv");
  expect(url.searchParams.get("query")).toBe("量子 & 信息");
  expect(JSON.parse(url.searchParams.get("filter") ?? "")).toEqual({ tiers: ["TOP"] });
  expect(JSON.parse(url.searchParams.get("sort") ?? "")).toEqual({ by: "NAME", direction: "DESCENDING" });
  expect(url.searchParams.get("lang")).toBe("en");
});
