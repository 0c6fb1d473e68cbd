import { describe, expect, it } from "vitest";
import { facetRows, withChosen } from "./facet-model.ts";

const values = [
  { id: "a", label: "清华大学", labelEn: "Tsinghua University", count: 40 },
  { id: "b", label: "北京大学", labelEn: "Peking University", count: 20 },
  { id: "c", label: "四川大学", labelEn: null, count: 10 },
];

describe("rows of a facet", () => {
  it("puts chosen values first and keeps the server's order otherwise", () => {
    expect(facetRows(values, ["c"], "", 8).map((row) => row.id)).toEqual(["c", "a", "b"]);
  });
  it("finds by either language, without regard to case and width, and never hides a chosen value", () => {
    expect(facetRows(values, ["c"], "ｐｅｋｉｎｇ", 8).map((row) => row.id)).toEqual(["c", "b"]);
    expect(facetRows(values, [], "大学", 8)).toHaveLength(3);
  });
  it("keeps a chosen value that a search did not find, and names none twice", () => {
    const [tsinghua, peking] = values;
    const found = [{ id: "d", label: "川北医学院", labelEn: null, count: 3 }];
    expect(withChosen(found, values, ["a"])).toEqual([tsinghua, ...found]);
    expect(withChosen(peking ? [peking] : [], values, ["b"])).toEqual([peking]);
  });
  it("measures bars against the largest count", () => {
    expect(facetRows(values, [], "", 2).map((row) => row.share)).toEqual([1, 0.5]);
    expect(facetRows([], [], "", 8)).toEqual([]);
  });
});
