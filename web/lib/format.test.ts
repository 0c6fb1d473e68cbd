import { describe, expect, it } from "vitest";
import { formatCount, labelOf, nameOf, otherNameOf, placeLabel, yearOf } from "./format.ts";

const china = { nameZh: "中国", nameEn: "China", level: "COUNTRY" };
const chongqing = { nameZh: "重庆市", nameEn: "Chongqing", level: "PROVINCE" };

describe("counts", () => {
  it.each([
    [0, "0", "0"],
    [1024, "1,024", "1,024"],
    [9999, "9,999", "9,999"],
    [10000, "1万", "10,000"],
    [12345, "1.2万", "12,345"],
    [1_000_000, "100万", "1,000,000"],
  ])("%d", (count, zh, en) => {
    expect(formatCount(count, "zh")).toBe(zh);
    expect(formatCount(count, "en")).toBe(en);
  });
});

describe("names", () => {
  it("falls back to the other language and never repeats itself", () => {
    const chineseOnly = { nameZh: "王琪", nameEn: null };
    expect(nameOf(chineseOnly, "en")).toBe("王琪");
    expect(otherNameOf(chineseOnly, "en")).toBeNull();
    expect(otherNameOf({ nameZh: "王琪", nameEn: "Wang Qi" }, "zh")).toBe("Wang Qi");
    expect(nameOf(null, "zh")).toBe("");
    expect(labelOf({ label: "四川省", labelEn: null }, "en")).toBe("四川省");
  });
});

describe("places", () => {
  it("goes from broad to narrow in Chinese and the other way in English, without 中国", () => {
    const wanzhou = { nameZh: "万州区", nameEn: "Wanzhou", level: "COUNTY", within: [chongqing, china] };
    expect(placeLabel(wanzhou, "zh")).toBe("重庆市 万州区");
    expect(placeLabel(wanzhou, "en")).toBe("Wanzhou, Chongqing");
  });
  it("shows a municipality once and a country when it is all there is", () => {
    expect(placeLabel({ nameZh: "重庆市", nameEn: "Chongqing", level: "CITY", within: [chongqing, china] }, "zh")).toBe("重庆市");
    expect(placeLabel({ ...china, within: [] }, "zh")).toBe("中国");
    expect(placeLabel(null, "zh")).toBe("");
  });
});

describe("years", () => {
  it.each([
    ["1966", 1966],
    ["1966-04", 1966],
    ["1966-04-01", 1966],
    ["19660401", null],
    ["", null],
    [null, null],
  ])("%s", (date, year) => expect(yearOf(date)).toBe(year));
});
