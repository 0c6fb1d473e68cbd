import { describe, expect, it } from "vitest";
import { safeCell } from "./export-cell.ts";

describe("safeCell", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+86", "'+86"],
    ["-2", "'-2"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["\0x", "'\0x"],
    ["＝cmd", "'＝cmd"],
    ["＋1", "'＋1"],
    ["－1", "'－1"],
    ["＠x", "'＠x"],
    ["1955-10", "1955-10"],
    ["曾文清", "曾文清"],
    ["", ""],
    ["a=b", "a=b"],
  ])("%j → %j", (text, expected) => {
    expect(safeCell(text)).toBe(expected);
  });
});
