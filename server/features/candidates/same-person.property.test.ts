import fc from "fast-check";
import { expect, test } from "vitest";
import { isSamePerson, type PersonKeyed } from "./candidate-keys.ts";
import { EmployerDirectory } from "./employers.ts";
import { nameForms } from "./person-name.ts";

const DIRECTORY = new EmployerDirectory(
  [
    { id: "thu", names: ["清华大学", "Tsinghua University", "THU"] },
    { id: "pku", names: ["北京大学", "Peking University", "北大", "PKU"] },
    { id: "neu", names: ["东北大学", "Northeastern University"] },
    { id: "scu", names: ["四川大学", "Sichuan University", "川大"] },
    { id: "swjtu", names: ["西南交通大学", "Southwest Jiaotong University"] },
    { id: "bjtu", names: ["北京交通大学", "Beijing Jiaotong University"] },
    { id: "nju", names: ["南京大学"] },
    { id: "nku", names: ["南开大学"] },
    { id: "ucla", names: ["加州大学洛杉矶分校", "University of California, Los Angeles", "UCLA"] },
    { id: "ucb", names: ["加州大学伯克利分校", "University of California, Berkeley"] },
  ],
  ["北京", "四川", "中国", "Sichuan", "California"],
);

/** Each line one employer, in the forms in which people state it. The last is on no map. */
const EMPLOYERS = [
  [
    "清华大学",
    "清华",
    "Tsinghua",
    "Tsinghua University",
    "THU",
    "清华大学计算机系",
    "Department of Physics, Tsinghua University",
    "ＴＨＵ",
    "清華大學",
  ],
  ["北京大学", "北大", "PKU", "Peking University", "Peking", "北京大学数学科学学院"],
  ["东北大学", "Northeastern University", "东北大学秦皇岛分校"],
  ["四川大学", "川大", "Sichuan University", "四川大学华西医院"],
  ["西南交通大学", "西南交大", "Southwest Jiaotong University", "Southwest Jiaotong"],
  ["UCLA", "University of California, Los Angeles", "University of California at Los Angeles", "加州大学洛杉矶分校"],
  ["加州大学伯克利分校", "University of California Berkeley"],
  ["演示半导体", "演示半导体有限公司", "演示半导体股份有限公司"],
];
const FAMILIES = ["曾 Zeng", "王 Wang", "吕 Lü", "欧阳 Ouyang", "单 Shan", "仇 Qiu"];
const GIVEN = ["文清 Wenqing", "伟 Wei", "建国 Jianguo", "晓明 Xiaoming", "先 Xian"];

interface Name {
  readonly zh: string;
  readonly forms: readonly string[];
}

function titled(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A given name as passports write it: Wenqing, and in syllables where there are two. */
function givenForms(given: string): string[] {
  const two: Readonly<Record<string, readonly [string, string]>> = {
    Wenqing: ["wen", "qing"],
    Jianguo: ["jian", "guo"],
    Xiaoming: ["xiao", "ming"],
  };
  const split = two[given];
  return split === undefined ? [given] : [given, `${titled(split[0])}-${split[1]}`, `${titled(split[0])} ${titled(split[1])}`];
}

function nameOf(family: string, given: string): Name {
  const [familyZh = "", familyEn = ""] = family.split(" ");
  const [givenZh = "", givenEn = ""] = given.split(" ");
  const zh = familyZh + givenZh;
  const latin = givenForms(givenEn).flatMap((form) => [
    `${form} ${familyEn}`,
    `${familyEn} ${form}`,
    `${familyEn.toUpperCase()}, ${form}`,
    `Prof. ${form} ${familyEn}`,
  ]);
  const spelled = familyEn === "Lü" ? [`Lyu ${givenEn}`, `Lv ${givenEn}`] : [];
  return { zh, forms: [zh, ` ${zh} `, `${zh}教授`, `${zh}（${givenEn} ${familyEn}）`, ...latin, ...spelled] };
}

const NAMES = FAMILIES.flatMap((family) => GIVEN.map((given) => nameOf(family, given)));

function person(name: string, employer: string | null, orcid: string | null = null): PersonKeyed {
  return { name: nameForms(name), employerKeys: employer === null ? [] : DIRECTORY.keysOf(employer), orcid };
}

const aName = fc.constantFrom(...NAMES);
const anEmployer = fc.constantFrom(...EMPLOYERS);

test("two forms of one name with two forms of one employer are one person, whichever came first", () => {
  const two = fc
    .tuple(aName, anEmployer)
    .chain(([name, employer]) =>
      fc.tuple(fc.constantFrom(...name.forms), fc.constantFrom(...name.forms), fc.constantFrom(...employer), fc.constantFrom(...employer)),
    );
  fc.assert(
    fc.property(two, ([one, other, at, there]) => {
      expect([one, at, other, there, isSamePerson(person(one, at), person(other, there))]).toEqual([one, at, other, there, true]);
    }),
    { numRuns: 2_000 },
  );
});

test("one name with two employers is not one person, nor is a name alone", () => {
  const apart = fc
    .tuple(aName, fc.shuffledSubarray(EMPLOYERS, { minLength: 2, maxLength: 2 }))
    .chain(([name, [some = [], others = []]]) =>
      fc.tuple(
        fc.constantFrom(...name.forms),
        fc.constantFrom(...name.forms),
        fc.constantFrom<string | null>(...some),
        fc.constantFrom<string | null>(...others, null),
      ),
    );
  fc.assert(
    fc.property(apart, ([one, other, at, there]) => {
      expect([one, at, other, there, isSamePerson(person(one, at), person(other, there))]).toEqual([one, at, other, there, false]);
      expect(isSamePerson(person(one, null), person(other, null))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("two names at one employer are not one person, however the one and the other are written", () => {
  const two = fc
    .tuple(fc.shuffledSubarray(NAMES, { minLength: 2, maxLength: 2 }), anEmployer)
    .chain(([[one, other], employer]) =>
      fc.tuple(fc.constantFrom(...(one?.forms ?? [])), fc.constantFrom(...(other?.forms ?? [])), fc.constantFrom(...employer)),
    );
  fc.assert(
    fc.property(two, ([one, other, at]) => {
      expect([one, other, isSamePerson(person(one, at), person(other, at))]).toEqual([one, other, false]);
    }),
    { numRuns: 2_000 },
  );
});

test("an ORCID is one person under any name and employer", () => {
  fc.assert(
    fc.property(aName, aName, anEmployer, (one, other, [employer = ""]) => {
      const orcid = "0000-0002-1825-0097";
      expect(isSamePerson(person(one.zh, employer, orcid), person(other.zh, null, orcid))).toBe(true);
    }),
  );
});

test.each([
  ["王伟", "王玮", false],
  ["王伟", "Wei Wang", true],
  ["王玮", "Wei Wang", true],
  ["John F. Clauser", "John Clauser", true],
  ["John F. Clauser", "John M. Clauser", false],
  ["John F. Clauser", "Clauser, John F.", true],
  ["W. Zeng", "Wenqing Zeng", false],
  ["曾文清", "曾文", false],
  ["Łukasz Müller", "Lukasz Mueller", true],
  ["歐陽無忌", "Ouyang Wuji", true],
])("%s and %s at one employer: one person %s", (one, other, same) => {
  expect(isSamePerson(person(one, "清华大学"), person(other, "Tsinghua"))).toBe(same);
  expect(isSamePerson(person(other, "Tsinghua"), person(one, "清华大学"))).toBe(same);
});

test.each([
  ["北京", "北京大学", false],
  ["Sichuan", "Sichuan University", false],
  ["大学", "清华大学", false],
  ["University", "Tsinghua University", false],
  ["清华", "清华大学", true],
  ["西南交大", "西南交通大学", true],
  ["西南交大", "北京交通大学", false],
  ["南大", "南京大学", false],
  ["Tsinghua", "School of Medicine, Tsinghua University", true],
  ["北大", "东北大学", false],
  ["UCLA", "University of California, Berkeley", false],
])("%s says %s: %s", (one, other, agree) => {
  expect(DIRECTORY.agree(one, other)).toBe(agree);
  expect(DIRECTORY.agree(other, one)).toBe(agree);
});
