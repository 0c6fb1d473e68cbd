import { expect, it } from "vitest";
import { fileNameIn } from "./save-file.ts";

it("takes the name that the server gives a file", () => {
  const name = encodeURIComponent("战略科学家名单-2026-11-22.xlsx");
  expect(fileNameIn(`attachment; filename="scientists.xlsx"; filename*=UTF-8''${name}`)).toBe("战略科学家名单-2026-11-22.xlsx");
  expect(fileNameIn('attachment; filename="scientists.csv"')).toBe("scientists.csv");
  expect(fileNameIn(null)).toBeNull();
});
