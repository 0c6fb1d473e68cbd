import { expect, test } from "vitest";
import { type Identity, refusalKeys } from "./refusal-keys.ts";

const NOBODY: Identity = { ids: [], names: [], birthDates: [], institutions: [] };
const refused: Identity = {
  ids: ["orcid:0000-0002-1825-0097"],
  names: ["曾庆文", "Qingwen Zeng"],
  birthDates: ["1963-05-02"],
  institutions: ["四川大学", "Sichuan University"],
};

function meets(other: Partial<Identity>): boolean {
  const keys = new Set(refusalKeys(refused));
  return refusalKeys({ ...NOBODY, ...other }).some((key) => keys.has(key));
}

test.each<[string, Partial<Identity>]>([
  ["the ORCID iD", { ids: ["orcid:0000-0002-1825-0097"] }],
  ["the name and the year", { names: ["曾庆文"], birthDates: ["1963"] }],
  ["the name in 繁体 and the year", { names: ["曾慶文"], birthDates: ["1963-01-01"] }],
  ["the other order and the year", { names: ["ZENG, Qingwen"], birthDates: ["1963"] }],
  ["the hyphenated spelling and the day", { names: ["Zeng Qing-Wen"], birthDates: ["1963-05-02"], institutions: [] }],
  ["pinyin and the institution", { names: ["Zeng Qing Wen"], institutions: ["四川大学"] }],
  ["the name and the institution in English", { names: ["曾庆文"], institutions: ["SICHUAN UNIVERSITY"] }],
])("a person is recognised by %s", (_how, other) => {
  expect(meets(other)).toBe(true);
});

test.each<[string, Partial<Identity>]>([
  ["the name alone", { names: ["曾庆文"] }],
  ["another year", { names: ["曾庆文"], birthDates: ["1964"] }],
  ["another institution", { names: ["曾庆文"], institutions: ["重庆大学"] }],
  ["the same sound with the year only", { names: ["曾青文"], birthDates: ["1963"] }],
  ["another ORCID iD", { ids: ["orcid:0000-0001-5109-3700"] }],
  ["the institution alone", { institutions: ["四川大学"] }],
])("a person is not recognised by %s", (_how, other) => {
  expect(meets(other)).toBe(false);
});

test("a namesake in pinyin is told apart by the day of birth", () => {
  expect(meets({ names: ["曾青文"], birthDates: ["1963-05-03"] })).toBe(false);
});
