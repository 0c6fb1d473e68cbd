import { describe, expect, test } from "vitest";
import { detailText } from "./audit-detail.ts";

describe("S36: nothing secret is kept", () => {
  test.each([
    "password",
    "newPassword",
    "recoveryCode",
    "sessionCookie",
    "authorization",
    "totpSecret",
    "bearer",
    "token",
    "value",
    "phone",
    "email",
  ])("under the name %s", (key) => {
    expect(JSON.parse(detailText({ changed: { [key]: "canary-1" } }))).toEqual({ changed: { [key]: "[removed]" } });
  });

  test("under any name: bearer tokens, web tokens and full identity numbers", () => {
    const text = detailText({
      query: "stm_01ABC_s3cret-part 和 11010519491231002X",
      note: ["eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln"],
    });
    expect(JSON.parse(text)).toEqual({ query: "[removed] 和 110105************", note: ["[removed]"] });
  });

  test("what only sounds like it stays", () => {
    const detail = { tokenId: "01A", tokenName: "夜间导出", reason: "密码忘记", count: 12, before: null, query: "1101051949123100" };
    expect(JSON.parse(detailText(detail))).toEqual(detail);
  });
});

describe("a record has a bound", () => {
  test("long texts and lists are cut and say how long they were", () => {
    const text = detailText({ query: "长".repeat(600), ids: Array.from({ length: 80 }, (_, at) => `id${at}`) });
    const kept: { query: string; ids: string[] } = JSON.parse(text);
    expect(kept.query).toBe(`${"长".repeat(500)}… (600)`);
    expect(kept.ids).toHaveLength(51);
    expect(kept.ids.at(-1)).toBe("… (80)");
  });

  test("what is too long in all is told by its size and hash", () => {
    const detail = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`key${at}`, "x".repeat(400)]));
    const text = detailText(detail);
    expect(text.length).toBeLessThan(8_000);
    expect(JSON.parse(text)).toMatchObject({ tooLong: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test("what is nested too deeply is cut", () => {
    let detail = {};
    for (let depth = 0; depth < 50; depth += 1) detail = { inner: detail };
    expect(detailText(detail).length).toBeLessThan(200);
  });
});
