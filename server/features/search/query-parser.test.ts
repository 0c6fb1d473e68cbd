import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNameIndex } from "../names/index.ts";
import { compileLexicon, type Lexicon } from "./lexicon.ts";
import { CONNECTORS, CUES, FILLERS } from "./query-cues.ts";
import { parseQuery } from "./query-parser.ts";

const field = (nameZh: string, nameEn: string, ...synonyms: string[]): Lexicon["fields"][number] => ({
  id: nameZh,
  nameZh,
  nameEn,
  synonyms,
  scheme: "KEY_TECHNOLOGY",
});
type Place = Lexicon["places"][number];
const place = (
  id: string,
  level: Place["level"],
  nameZh: string,
  nameEn: string | null,
  within: string[] = [],
  aliases: string[] = [],
): Place => ({ id, level, nameZh, nameEn, aliases, within });
const school = (nameZh: string, nameEn: string, ...aliases: string[]): Lexicon["institutions"][number] => ({
  id: nameZh,
  nameZh,
  nameEn,
  aliases,
});

const LEXICON: Lexicon = {
  currentYear: 2026,
  fields: [
    field("空天科学", "Aerospace science"),
    field("新一代人工智能及大数据", "New-generation artificial intelligence and big data"),
    field("集成电路", "Integrated circuits"),
    field("量子信息", "Quantum information"),
    field("高端新材料", "Advanced materials"),
    field("智能制造与机器人技术", "Smart manufacturing and robotics"),
  ],
  places: [
    place("CN", "COUNTRY", "中国", "China"),
    place("US", "COUNTRY", "美国", "United States"),
    place("DE", "COUNTRY", "德国", "Germany"),
    place("SC", "PROVINCE", "四川省", "Sichuan", ["CN"], ["四川", "川"]),
    place("CQ", "PROVINCE", "重庆市", "Chongqing", ["CN"], ["重庆", "渝"]),
    place("BJ", "PROVINCE", "北京市", "Beijing", ["CN"]),
    place("AH", "PROVINCE", "安徽省", "Anhui", ["CN"]),
    place("CD", "CITY", "成都市", "Chengdu", ["SC", "CN"]),
    place("WH", "CITY", "武汉市", "Wuhan", ["CN"]),
    place("DY", "CITY", "德阳市", "Deyang", ["SC", "CN"]),
    place("DZ", "COUNTY", "大足区", null, ["CQ", "CN"], ["大足"]),
    place("YY", "COUNTY", "酉阳土家族苗族自治县", null, ["CQ", "CN"]),
  ],
  institutions: [
    school("清华大学", "Tsinghua University"),
    school("北京大学", "Peking University", "北大"),
    school("中国科学院", "Chinese Academy of Sciences"),
    school("麻省理工学院", "Massachusetts Institute of Technology", "MIT"),
    school("斯坦福大学", "Stanford University"),
  ],
  awards: [
    { id: "cas", nameZh: "中国科学院院士", nameEn: "Academician of the Chinese Academy of Sciences", aliases: [] },
    { id: "cae", nameZh: "中国工程院院士", nameEn: "Academician of the Chinese Academy of Engineering", aliases: [] },
    { id: "nobel", nameZh: "诺贝尔奖", nameEn: "Nobel Prize", aliases: [] },
  ],
};
const lexicon = compileLexicon(LEXICON);
const names = buildNameIndex(
  ["陈重庆", "高山", "姚期智", "安徽生", "田中耕一", "吴晗", "王量子", "南京"].map((nameZh, row) => ({
    row,
    nameZh,
    nameEn: null,
    aliases: [],
  })),
);
const parse = (typed: string) => parseQuery(typed, lexicon, names);
const chips = (typed: string): string[] =>
  parse(typed).chips.map((chip) => `${chip.key}:${chip.values.map((value) => value.id).join("+") || chip.text}`);

describe("sentences", () => {
  it.each([
    ["在美国做量子信息的重庆籍科学家", ["countries:US", "fields:量子信息", "homeRegions:CQ"]],
    ["在美國做量子信息的重慶籍科學家", ["countries:US", "fields:量子信息", "homeRegions:CQ"]],
    ["在美国做量子信息的重庆籍青年科学家", ["countries:US", "fields:量子信息", "homeRegions:CQ", "tiers:YOUNG"]],
    ["清华毕业 四川人 集成电路", ["almaMaters:清华大学", "homeRegions:SC", "fields:集成电路"]],
    ["70后 空天科学 院士", ["birthDecades:1970", "fields:空天科学", "awards:cas+cae"]],
    ["born in Sichuan, materials, works in Beijing", ["birthPlaces:SC", "fields:高端新材料", "workPlaces:BJ"]],
    ["四川籍 在海外 人工智能", ["homeRegions:SC", "countriesExcluded:CN", "fields:新一代人工智能及大数据"]],
    ["祖籍重庆 半导体", ["ancestralHomes:CQ", "fields:集成电路"]],
    ["Stanford AI", ["institutions:斯坦福大学", "fields:新一代人工智能及大数据"]],
    ["works at MIT quantum", ["employers:麻省理工学院", "fields:量子信息"]],
    ["川渝籍", ["homeRegions:SC+CQ"]],
    ["川渝 院士", ["anyPlaces:SC+CQ", "awards:cas+cae"]],
    ["四川、重庆籍", ["homeRegions:SC+CQ"]],
    ["born in Sichuan or Chongqing", ["birthPlaces:SC+CQ"]],
    ["清华、北大毕业", ["almaMaters:清华大学+北京大学"]],
    ["70后80后", ["birthDecades:1970+1980"]],
    ["四川省成都市人", ["homeRegions:CD"]],
    ["Chengdu, Sichuan", ["anyPlaces:CD"]],
    ["重庆", ["anyPlaces:CQ"]],
    ["清华大学", ["institutions:清华大学"]],
    ["清华的姚期智", ["employers:清华大学", "text:姚期智"]],
    ["清华的陈重庆", ["employers:清华大学", "text:陈重庆"]],
    ["中科院院士", ["awards:cas"]],
    ["member of the Chinese Academy of Sciences", ["awards:cas"]],
    ["在中科院工作的安徽人", ["employers:中国科学院", "homeRegions:AH"]],
    ["留学美国", ["almaMaterPlaces:US"]],
    ["旅美", ["countries:US"]],
    ["在德国", ["countries:DE"]],
    ["在德阳工作", ["workPlaces:DY"]],
    ["德国籍", ["anyPlaces:DE"]],
    ["酉阳人", ["homeRegions:YY"]],
    ["上世纪六十年代出生", ["birthDecades:1960"]],
    ["八零后", ["birthDecades:1980"]],
    ["00后", ["birthDecades:2000"]],
    ["born in the 1970s", ["birthDecades:1970"]],
    ["重庆人工智能", ["anyPlaces:CQ", "fields:新一代人工智能及大数据"]],
    ["researchers working on quantum information outside China", ["fields:量子信息", "countriesExcluded:CN"]],
    ["young scientists from Chongqing in Germany", ["tiers:YOUNG", "homeRegions:CQ", "countries:DE"]],
    ["PhD from Stanford", ["almaMaters:斯坦福大学"]],
    ["诺贝尔奖得主", ["awards:nobel"]],
    ["机器人手术", ["fields:智能制造与机器人技术", "text:手术"]],
    ["拓扑绝缘体", ["text:拓扑绝缘体"]],
    ["科学家", []],
    ["", []],
  ])("%s", (typed, expected) => {
    expect(chips(typed)).toEqual(expected);
  });
});

describe("names before places and fields", () => {
  it.each(["陈重庆", "高山", "安徽生", "田中耕一", "王量子", "南京"])("%s is a name", (typed) => {
    const parsed = parse(typed);
    expect(parsed.chips.map((chip) => chip.key)).toEqual(["text"]);
    expect(parsed).toMatchObject({ residual: typed, residualIsName: true });
  });

  it("offers the name where a Latin text is a place as well", () => {
    const parsed = parse("Wuhan");
    expect(parsed.chips[0]).toMatchObject({ key: "anyPlaces", text: "Wuhan" });
    expect(parsed.alternative?.[0]).toMatchObject({ key: "text", text: "Wuhan" });
  });

  it("offers surnames that are places as well, and takes initials with them for a name", () => {
    const western = buildNameIndex([{ row: 0, nameZh: null, nameEn: "Arthur B. Deyang", aliases: [] }]);
    expect(parseQuery("Deyang", lexicon, western).alternative?.[0]).toMatchObject({ key: "text", text: "Deyang" });
    expect(parseQuery("A. Deyang", lexicon, western).chips).toMatchObject([{ key: "text", text: "A. Deyang" }]);
    expect(parseQuery("Chengdu", lexicon, western).alternative).toBeNull();
  });

  it("does not take a county of an everyday name without a word that says so", () => {
    expect(chips("大足石刻")).toEqual(["text:大足石刻"]);
    expect(chips("大足人")).toEqual(["homeRegions:DZ"]);
    expect(chips("大足")).toEqual(["anyPlaces:DZ"]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."在 美国 美國 做 量子信息 的 重庆 籍 川渝 人 清华 毕业 院士 70后 born in works at MIT Sichuan AI , 、 和 or 拓扑 机器人 陈重庆 姚期智 the xyz 𬭚 Ü １９８０s 海外 青年 科学家 大足".split(
      " ",
    ),
  );
  const typed = fc.array(fc.tuple(piece, fc.constantFrom("", " ")), { maxLength: 12 }).map((parts) => parts.flat().join(""));

  it("gives chips in order that never overlap and quote the text", () => {
    fc.assert(
      fc.property(typed, (text) => {
        let last = 0;
        for (const chip of parse(text).chips) {
          expect(chip.start).toBeGreaterThanOrEqual(last);
          expect(chip.text).toBe(text.slice(chip.start, chip.end));
          expect(chip.text.length).toBeGreaterThan(0);
          expect(chip.kind === "text").toBe(chip.values.length === 0);
          last = chip.end;
        }
      }),
    );
  });

  it("drops nothing but fillers: every other character is in a chip", () => {
    const droppable = new Set(`${[...FILLERS, ...CUES.keys(), ...CONNECTORS].join("")}，。、,;-_/`);
    fc.assert(
      fc.property(typed, (text) => {
        const { chips: all } = parse(text);
        for (let at = 0; at < text.length; at++) {
          if (all.some((chip) => chip.start <= at && at < chip.end)) continue;
          const char = text.charAt(at);
          if (char.trim() !== "") expect(droppable).toContain(char.toLowerCase());
        }
      }),
    );
  });

  it("keeps words that it does not know, whole", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[b-df-hj-np-tv-xz]{5,9}$/), fc.constantFrom("重庆籍 ", "works at MIT ", ""), (word, before) => {
        expect(parse(before + word).residual).toBe(word);
      }),
    );
  });
});
