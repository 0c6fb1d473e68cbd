import { describe, expect, it } from "vitest";
import { hanWords, KIND, latinWords, nameKeys } from "./name-key.ts";
import { nameReadings } from "./pinyin-readings.ts";
import { splitPieces, splitSyllables } from "./pinyin-syllables.ts";
import { expandLatin, foldKeepingLength, foldLatin, simplify } from "./text-fold.ts";

const primary = (name: string): string => nameReadings(name)[0]?.syllables.join(" ") ?? "";
const latinOf = (name: string, kind: number): string[] =>
  nameKeys(name)
    .filter((key) => key.script === "latin" && key.kind === kind)
    .map((key) => key.letters);

describe("readings of names", () => {
  it.each([
    ["曾文清", "zeng wen qing"],
    ["单田芳", "shan tian fang"],
    ["仇保兴", "qiu bao xing"],
    ["查全性", "zha quan xing"],
    ["朴世龙", "piao shi long"],
    ["解思深", "xie si shen"],
    ["区大相", "ou da xiang"],
    ["盖钧镒", "ge jun yi"],
    ["种师道", "chong shi dao"],
    ["缪昌文", "miao chang wen"],
    ["覃重军", "qin zhong jun"],
    ["员筱", "yun xiao"],
    ["乐嘉", "yue jia"],
    ["尉迟恭", "yu chi gong"],
    ["万俟卨", "mo qi xie"],
    ["令狐冲", "ling hu chong"],
    ["长孙无忌", "zhang sun wu ji"],
    ["欧阳明高", "ou yang ming gao"],
    ["陈重庆", "chen chong qing"],
    ["吕永龙", "lv yong long"],
  ])("reads %s as %s first", (name, expected) => {
    expect(primary(name)).toBe(expected);
  });

  it("keeps the other readings, ranked lower", () => {
    const others = nameReadings("曾文清").filter((reading) => reading.rank === 1);
    expect(others.map((reading) => reading.syllables[0])).toContain("ceng");
    expect(nameReadings("覃重军").map((reading) => reading.syllables.join(" "))).toEqual(
      expect.arrayContaining(["tan zhong jun", "qin chong jun"]),
    );
  });

  it("gives no reading to text without 汉字", () => {
    expect(nameReadings("Zeng")).toEqual([]);
    expect(nameReadings("")).toEqual([]);
  });
});

describe("keys of names", () => {
  it("writes ü as v, u and yu", () => {
    expect(latinOf("吕永龙", KIND.family)).toEqual(expect.arrayContaining(["lv", "lu", "lyu"]));
  });

  it("has both orders of a 汉字 name and of its Latin spelling", () => {
    expect(latinOf("曾文清", KIND.full)).toContain("zengwenqing");
    expect(latinOf("曾文清", KIND.reversed)).toContain("wenqingzeng");
    expect(latinOf("Wenqing Zeng", KIND.full)).toEqual(["wenqingzeng"]);
    expect(latinOf("Wenqing Zeng", KIND.reversed)).toEqual(["zengwenqing"]);
  });

  it("knows where syllables begin", () => {
    const key = nameKeys("曾文清").find((each) => each.letters === "zengwenqing");
    expect(key?.starts).toBe((1 << 4) | (1 << 7));
  });

  it("keeps particles with the surname", () => {
    expect(latinOf("Johannes van der Waals", KIND.family)).toEqual(["vanderwaals", "waals"]);
    expect(latinOf("Pierre-Gilles de Gennes", KIND.short)).toContain("pierredegennes");
  });

  it("understands `Surname, Given` and drops titles", () => {
    expect(latinOf("Clauser, John F.", KIND.full)).toEqual(["johnfclauser"]);
    expect(latinWords("Sir Andre Geim")).toEqual(["andre", "geim"]);
    expect(latinWords("Dr")).toEqual(["dr"]);
  });

  it("keys each part of a dotted name", () => {
    expect(hanWords("吾守尔·斯拉木")).toEqual(["吾守尔", "斯拉木"]);
    const parts = nameKeys("吾守尔·斯拉木").filter((key) => key.script === "han");
    expect(parts.map((key) => key.letters)).toEqual(["吾守尔斯拉木", "吾守尔", "斯拉木"]);
  });

  it("has no key for signs or blanks", () => {
    expect(nameKeys(" · - ")).toEqual([]);
  });
});

describe("folding", () => {
  it("simplifies traditional and Japanese characters without changing the length", () => {
    expect(simplify("劉錦川 鍾南山 真鍋淑郎 赤﨑勇")).toBe("刘锦川 钟南山 真锅淑郎 赤崎勇");
    for (const text of ["𬭚鍾ﬁΩß", "Ｚｅｎｇ Wénqīng", "İstanbul"]) expect(foldKeepingLength(text)).toHaveLength(text.length);
  });

  it("drops or spells out diacritics", () => {
    expect(foldLatin("Désiré Müller Ørsted Łukasz Weiß")).toBe("desire muller orsted lukasz weiss");
    expect(expandLatin("Müller Ørsted Ångström")).toBe("mueller oersted aangstroem");
  });
});

describe("syllables", () => {
  it("splits whole syllables, fewest first", () => {
    expect(splitSyllables("fangang", 3, 5)).toEqual([
      ["fang", "ang"],
      ["fan", "gang"],
    ]);
    expect(splitSyllables("clauser", 3, 5)).toEqual([]);
  });

  it("splits beginnings of syllables only", () => {
    expect(splitPieces("zwenq", 4, 10)).toContainEqual(["z", "wen", "q"]);
    expect(splitPieces("vvv", 4, 10)).toEqual([]);
  });
});
