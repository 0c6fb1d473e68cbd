import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proseQuery } from "./prose-query.ts";

describe("proseQuery", () => {
  it.each([
    ["量子信息", '"量子信息"'],
    ["quantum", "(quantum OR quantum*)"],
    ["MRI 成像", '"成像" AND mri'],
    ["量", null],
    ["a* OR b:c", "or"],
    ['"; MATCH (n) DETACH DELETE n', "(match OR match*) AND (detach OR detach*) AND (delete OR delete*)"],
  ])("%s → %s", (text, expected) => {
    expect(proseQuery(text)).toBe(expected);
  });

  it("never lets a typed operator through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const query = proseQuery(text) ?? "";
        const withoutOurs = query.replace(/"[\p{Script=Han}]+"| AND |\([\p{Script=Latin}\d]+ OR [\p{Script=Latin}\d]+\*\)/gu, "");
        expect(withoutOurs).toMatch(/^[\p{Script=Latin}\d]*$/u);
      }),
    );
  });
});
