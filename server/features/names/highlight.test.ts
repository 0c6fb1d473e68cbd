import { describe, expect, it } from "vitest";
import { highlightName, highlightText } from "./highlight.ts";
import { buildNameIndex } from "./name-index.ts";

function marked(name: string, typed: string): string {
  const [nameZh, nameEn] = /\p{Script=Han}/u.test(name) ? [name, null] : [null, name];
  const hit = buildNameIndex([{ row: 0, nameZh, nameEn, aliases: [] }])
    .find(typed)
    .explain(0);
  if (!hit) return "";
  const { text, ranges } = highlightName(hit, typed);
  return [...ranges].reverse().reduce((out, { start, end }) => `${out.slice(0, start)}[${out.slice(start, end)}]${out.slice(end)}`, text);
}

describe("marks in names", () => {
  it.each([
    ["曾文清", "zwq", "[曾文清]"],
    ["曾文清", "zengw", "[曾文]清"],
    ["曾文清", "曾文", "[曾文]清"],
    ["劉錦川", "刘锦", "[劉錦]川"],
    ["吾守尔·斯拉木", "斯拉木", "吾守尔·[斯拉木]"],
    ["吾守尔·斯拉木", "尔斯拉", ""],
    ["吾守尔·斯拉木", "吾守尔斯", "[吾守尔·斯]拉木"],
    ["John F. Clauser", "j clauser", "[J]ohn F. [Clauser]"],
    ["John F. Clauser", "jf cl", "[J]ohn [F]. [Cl]auser"],
    ["Désiré Collen", "desire", "[Désiré] Collen"],
    ["John F. Clauser", "clausr", "[John F. Clauser]"],
    ["Wenqing Zeng", "zeng w", "[W]enqing [Zeng]"],
  ])("%s typed as %s", (name, typed, expected) => {
    expect(marked(name, typed)).toBe(expected);
  });
});

describe("marks in prose", () => {
  it("marks each typed word, in either script and case", () => {
    expect(highlightText("量子信息與量子計算", "量子")).toEqual([
      { start: 0, end: 2 },
      { start: 5, end: 7 },
    ]);
    expect(highlightText("Quantum optics", "quantum x")).toEqual([{ start: 0, end: 7 }]);
    expect(highlightText("optics", "laser")).toEqual([]);
  });

  it("joins marks that touch", () => {
    expect(highlightText("量子信息", "量子 信息")).toEqual([{ start: 0, end: 4 }]);
  });
});
