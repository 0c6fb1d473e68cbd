import fc from "fast-check";
import { distance } from "fastest-levenshtein";
import { describe, expect, it } from "vitest";
import { buildNameIndex, type NameIndex, type PersonNames } from "./name-index.ts";
import { nameKeys } from "./name-key.ts";

const PEOPLE: readonly (readonly [string | null, string | null, ...string[]])[] = [
  ["曾文清", null],
  ["单田芳", null],
  ["仇保兴", null],
  ["吕永龙", "Yonglong Lü"],
  ["尉迟恭", null],
  ["吾守尔·斯拉木", null],
  [null, "John F. Clauser"],
  [null, "Johannes van der Waals"],
  [null, "Hans Müller"],
  [null, "Wenqing Zeng"],
  ["欧阳明高", "Minggao Ouyang"],
  ["王伟", null],
  [null, "Maria Skłodowska Curie"],
  ["劉錦川", "Chain Tsuan Liu", "C. T. Liu"],
  ["王晓", null],
];

const person = (row: number): PersonNames => {
  const [nameZh = null, nameEn = null, ...aliases] = PEOPLE[row] ?? [];
  return { row, nameZh, nameEn, aliases: aliases.filter((alias) => alias !== null) };
};
const index = buildNameIndex(PEOPLE.map((_, row) => person(row)));
const label = (row: number): string => PEOPLE[row]?.[0] ?? PEOPLE[row]?.[1] ?? "";
const found = (text: string): string[] => [...index.find(text).rows].map(label);

describe("what is found", () => {
  const forms = [
    "Zeng Wenqing",
    "Wen-Qing Zeng",
    "WENQING ZENG",
    "zengwenqing",
    "zeng wen qing",
    "W. Q. Zeng",
    "Zeng WQ",
    "zwq",
    "zwenq",
    "zengwq",
    "wqzeng",
    "cengwenqing",
    "zengwenqng",
    "Zēng Wénqīng",
  ];
  it.each(forms)("finds both 曾文清 and Wenqing Zeng by %s", (typed) => {
    const rows = found(typed);
    expect(rows).toContain("曾文清");
    if (typed !== "cengwenqing") expect(rows).toContain("Wenqing Zeng");
  });

  it.each([
    ["shan", "单田芳"],
    ["dan", "单田芳"],
    ["qiu", "仇保兴"],
    ["lv yonglong", "吕永龙"],
    ["lu yonglong", "吕永龙"],
    ["lyu", "吕永龙"],
    ["Lü Yonglong", "吕永龙"],
    ["yuchi", "尉迟恭"],
    ["weichigong", "尉迟恭"],
    ["斯拉木", "吾守尔·斯拉木"],
    ["吾守尔斯拉木", "吾守尔·斯拉木"],
    ["吾守爾", "吾守尔·斯拉木"],
    ["jf clauser", "John F. Clauser"],
    ["clauser jf", "John F. Clauser"],
    ["clauser john", "John F. Clauser"],
    ["jon clauser", "John F. Clauser"],
    ["j clausr", "John F. Clauser"],
    ["waals", "Johannes van der Waals"],
    ["van der waals", "Johannes van der Waals"],
    ["mueller", "Hans Müller"],
    ["muller", "Hans Müller"],
    ["curie maria", "Maria Skłodowska Curie"],
    ["刘锦川", "劉錦川"],
    ["ct liu", "劉錦川"],
    ["曾文青", "曾文清"],
    ["曾wq", "曾文清"],
    ["oymg", "欧阳明高"],
    ["ouyang mg", "欧阳明高"],
    ["W Zeng", "曾文清"],
    ["J. van der Waals", "Johannes van der Waals"],
  ])("%s finds %s", (typed, name) => {
    expect(found(typed)).toContain(name);
  });

  it("does not match inside syllables", () => {
    expect(found("eng")).toEqual([]);
    expect(found("engwq")).toEqual([]);
    expect(found("lauser")).toEqual(["John F. Clauser"]);
    expect(index.find("lauser").explain(6)?.form).toBe("fuzzy");
    expect(found("auser")).toEqual([]);
    expect(found("文")).toEqual([]);
  });

  it("finds nothing by one Latin letter, and the surname by one 汉字", () => {
    expect(found("z")).toEqual([]);
    expect(found("王")).toEqual(["王伟", "王晓"]);
  });
});

describe("ranking", () => {
  const ranked = buildNameIndex(
    ["曾文清", "曾文清华", "岑文清", "层文清", "清文曾"].map((nameZh, row) => ({ row, nameZh, nameEn: null, aliases: [] })),
  );
  it("puts the exact 汉字 first and prefixes after it", () => {
    expect([...ranked.find("曾文清").rows]).toEqual([0, 1]);
  });

  it("puts the primary reading before another reading", () => {
    expect([...ranked.find("zengwenqing").rows].slice(0, 1)).toEqual([0]);
    const rows = [...ranked.find("cengwenqing").rows];
    expect(rows.indexOf(3)).toBeLessThan(rows.indexOf(0));
  });

  it("gives the same scores when asked why", () => {
    for (const typed of ["zengwenqing", "曾文", "zwq", "wenqing zeng", "zengwenqng", "zeng", "曾文青"]) {
      const matches = ranked.find(typed);
      matches.rows.forEach((row, at) => {
        expect(ranked.find(typed).explain(row)?.score).toBeCloseTo(matches.scores[at] ?? -1, 5);
      });
    }
  });

  it("says which name matched and how", () => {
    const hit = index.find("ct liu").explain(13);
    expect(hit).toMatchObject({ field: "aliases", matched: "C. T. Liu" });
    expect(index.find("zwq").explain(0)).toMatchObject({ form: "initials", matched: "曾文清" });
    expect(index.find("clausr").explain(6)).toMatchObject({ form: "fuzzy", matched: "John F. Clauser" });
    expect(index.find("zwq").explain(6)).toBeNull();
  });
});

describe("whole names", () => {
  it.each(["曾文清", "Zeng Wenqing", "wenqing zeng", "吾守尔·斯拉木", "劉錦川", "刘锦川", "john clauser"])("%s is a name", (typed) => {
    expect(index.isName(typed)).toBe(true);
  });

  it.each(["曾", "文清", "zeng", "clauser", "斯拉木", "zwq", "", "曾文清 zeng"])("%s is not a whole name", (typed) => {
    expect(index.isName(typed)).toBe(false);
  });
});

const hanName = fc.string({ unit: fc.constantFrom(..."曾单王李文清重乐永·"), minLength: 1, maxLength: 4 });
const latinName = fc
  .array(fc.constantFrom("John", "F.", "Clauser", "Zeng", "Wenqing", "Müller", "Li", "Na", "van", "der"), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(" "));
const names = fc.record({ nameZh: fc.option(hanName), nameEn: fc.option(latinName), aliases: fc.array(latinName, { maxLength: 2 }) });
const writes = fc.array(fc.record({ row: fc.integer({ min: 0, max: 12 }), names: fc.option(names), search: fc.boolean() }), {
  maxLength: 25,
});
const QUERIES = [
  "曾",
  "曾文",
  "zeng",
  "zw",
  "zwq",
  "john clauser",
  "clausr",
  "wang",
  "li",
  "li na",
  "muller",
  "lewen",
  "曾文青",
  "zeng wq",
  "李n",
];

const answers = (from: NameIndex): unknown =>
  QUERIES.map((typed) => {
    const matches = from.find(typed);
    return [
      typed,
      [...matches.rows],
      [...matches.scores],
      [...matches.rows].map((row) => matches.explain(row)?.matched),
      from.isName(typed),
    ];
  });

describe("writes", () => {
  it("answers alike whether rows were written one by one or built at once", () => {
    fc.assert(
      fc.property(fc.array(names, { maxLength: 8 }), writes, (initial, changes) => {
        const truth = new Map(initial.map((each, row): [number, PersonNames] => [row, { ...each, row }]));
        const incremental = buildNameIndex(truth.values());
        for (const change of changes) {
          if (change.names) {
            truth.set(change.row, { ...change.names, row: change.row });
            incremental.update(change.row, change.names);
          } else {
            truth.delete(change.row);
            incremental.remove(change.row);
          }
          if (change.search) incremental.find("zw");
        }
        const expected = answers(buildNameIndex(truth.values()));
        expect(answers(incremental)).toEqual(expected);
        expect(answers(incremental.rebuilt())).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });
});

/** Restricted edit distance: Levenshtein with the exchange of two neighbours as one edit. */
function isOneEdit(a: string, b: string): boolean {
  if (distance(a, b) === 1) return true;
  if (a.length !== b.length || distance(a, b) !== 2) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

describe("typing errors", () => {
  it("finds exactly the names with a key one edit away, when nothing else matches", () => {
    const words = fc.string({ unit: fc.constantFrom(..."abel"), minLength: 4, maxLength: 6 });
    fc.assert(
      fc.property(fc.uniqueArray(words, { minLength: 1, maxLength: 12 }), words, (known, typed) => {
        const all = known.map((nameEn, row) => ({ row, nameZh: null, nameEn, aliases: [] }));
        fc.pre(!known.some((word) => word.startsWith(typed)));
        const rows = [...buildNameIndex(all).find(typed).rows].sort((a, b) => a - b);
        const expected = all.filter((each) => nameKeys(each.nameEn).some((key) => isOneEdit(key.letters, typed))).map((each) => each.row);
        expect(rows).toEqual(expected);
      }),
    );
  });
});
