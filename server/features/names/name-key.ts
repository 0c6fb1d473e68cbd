import { familyLength, nameReadings, spellReading } from "./pinyin-readings.ts";
import { splitSyllables } from "./pinyin-syllables.ts";
import { expandLatin, foldLatin, isAscii, isLatinLetter, simplify } from "./text-fold.ts";

/** What part or order of a name a key stands for. Stored in three bits, so at most eight. */
export const KIND = {
  /** The whole name in the order in which it is written. */
  full: 0,
  /** The whole name with surname and given name exchanged. */
  reversed: 1,
  /** First and last name without those between (`john clauser`). */
  short: 2,
  /** The whole name starting at another word (`waals johannes van der`). */
  rotated: 3,
  family: 4,
  given: 5,
  /** Another single word of the name. */
  part: 6,
} as const;

/** A searchable form of a name. */
export interface NameKey {
  /** `han`: characters of any non-Latin script; `latin`: letters a–z only. */
  readonly script: "han" | "latin";
  /** The letters without any separator. */
  readonly letters: string;
  /** Bit i set: a syllable or word begins at letter i (1 ≤ i ≤ 31; bit 0 is never set). */
  readonly starts: number;
  readonly kind: number;
  /** 0 for the primary reading (and everything that is not pinyin), 1 for another reading. */
  readonly rank: 0 | 1;
}

const LATIN = /\p{Script=Latin}/u;
const MAX_WORDS = 7;
const MAX_LETTERS = 60;
const TITLES = new Set(["jr", "sr", "ii", "iii", "iv", "sir", "dame", "dr", "prof", "professor", "phd", "md"]);
const PARTICLES = new Set(
  "van von der den de del della di da do dos das du la le los el al bin ibn ben ter ten te zu zur af av st san abu".split(" "),
);

/** Romanised one-character surnames common enough to tell the surname in a two-word pinyin name, the most common first. */
const PINYIN_SURNAMES = new Map(
  "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu lin guo he gao luo zheng liang xie song tang han cao deng xiao feng zeng cheng cai pan yuan yu dong su ye lu lv lyu wei jiang tian du ding shen ren yao fan lei jin pang qian shi xiong tan bai qin cui kang mao qiu jia hou shao meng long wan duan qiao lai gong yan xia dai fu zhong hao kong bao wen pei fang zou yin an chang niu hong ni gu yi mo miao xing mi ou geng guan lan ruan rao rong shan shang sheng tao tong weng yue yun zang zha zhan zhuang zong zuo ji jing ju kuang lou ming ning nie piao pu qi qu quan ran sha she si tai tu bian bi bo ge gan guang ke hua huai"
    .split(" ")
    .map((surname, order): [string, number] => [surname, order]),
);

function startsOf(words: readonly string[]): number {
  let starts = 0;
  let at = 0;
  for (const word of words) {
    if (at > 0 && at < 32) starts |= 1 << at;
    at += word.length;
  }
  return starts >>> 0;
}

class KeyList {
  readonly keys: NameKey[] = [];

  add(script: "han" | "latin", words: readonly string[], kind: number, rank: 0 | 1): void {
    const letters = words.join("");
    if (letters.length === 0 || letters.length > MAX_LETTERS) return;
    const starts = script === "han" ? 0 : startsOf(words);
    // A name has a dozen keys: looking through them is quicker than a set of texts made of each.
    for (const key of this.keys) if (key.letters === letters && key.starts === starts && key.kind === kind && key.script === script) return;
    this.keys.push({ script, letters, starts, kind, rank });
  }
}

/**
 * Letters and digits of a name's non-Latin text, split where the name is (dots, spaces):
 * `吾守尔·斯拉木` → `["吾守尔", "斯拉木"]`.
 */
export function hanWords(text: string): string[] {
  const words: string[] = [];
  let word = "";
  for (const char of simplify(text.normalize("NFC").toLowerCase())) {
    if (/[\p{L}\p{N}\p{M}々〇]/u.test(char)) word += char;
    else if (word) {
      words.push(word);
      word = "";
    }
  }
  if (word) words.push(word);
  return words;
}

/** Folded Latin words of a text; apostrophes join (`O'Brien` → `obrien`), every other sign separates. */
export function latinWords(text: string, fold: (text: string) => string = foldLatin): string[] {
  const words: string[] = [];
  let word = "";
  for (const char of fold(text.replace(/['’‘ʼ`]/gu, ""))) {
    if (isLatinLetter(char)) word += char;
    else if (word) {
      words.push(word);
      word = "";
    }
  }
  if (word) words.push(word);
  const named = words.filter((each) => !TITLES.has(each));
  return named.length > 0 ? named : words;
}

function addPinyinKeys(list: KeyList, words: readonly string[]): void {
  const name = words.join("");
  const readings = nameReadings(name);
  for (const reading of readings) {
    for (const spelled of spellReading(reading.syllables)) {
      const family = spelled.slice(0, reading.family);
      const given = spelled.slice(reading.family);
      list.add("latin", spelled, KIND.full, reading.rank);
      if (given.length === 0) continue;
      list.add("latin", [...given, ...family], KIND.reversed, reading.rank);
      list.add("latin", family, KIND.family, reading.rank);
      if (given.length > 1) list.add("latin", given, KIND.given, reading.rank);
    }
  }
  if (words.length < 2) return;
  for (const word of words)
    for (const reading of nameReadings(word))
      for (const spelled of spellReading(reading.syllables)) list.add("latin", spelled, KIND.part, reading.rank);
}

function addHanKeys(list: KeyList, words: readonly string[]): void {
  const name = words.join("");
  list.add("han", [name], KIND.full, 0);
  if (words.length > 1) {
    for (const word of words) if ([...word].length > 1) list.add("han", [word], KIND.part, 0);
    return;
  }
  const chars = [...name];
  const given = chars.slice(familyLength(chars));
  if (given.length > 1) list.add("han", given, KIND.given, 0);
}

/** The syllables of a Latin name that is evidently pinyin (`Wenqing Zeng`), with the surname's words marked; else null. */
function asPinyin(words: readonly string[]): { syllables: string[][]; family: number } | null {
  if (words.length < 2 || words.length > 4) return null;
  const syllables: string[][] = [];
  for (const word of words) {
    const [split] = splitSyllables(word, 3, 1);
    if (!split) return null;
    syllables.push(split);
  }
  const total = syllables.reduce((sum, split) => sum + split.length, 0);
  if (total < 2 || total > 4) return null;
  const last = words.length - 1;
  const order = (at: number): number => PINYIN_SURNAMES.get(words[at] ?? "") ?? Number.POSITIVE_INFINITY;
  if (order(0) === Number.POSITIVE_INFINITY && order(last) === Number.POSITIVE_INFINITY) return null;
  return { syllables, family: order(0) < order(last) ? 0 : last };
}

/** Index of the first word of the surname: the last word with the particles before it (`van der Waals`). */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  while (start > 1 && PARTICLES.has(words[start - 1] ?? "")) start--;
  return start;
}

function addWesternKeys(list: KeyList, words: readonly string[]): void {
  const first = words[0];
  const start = familyStart(words);
  const family = words.slice(start);
  const given = words.slice(0, start);
  list.add("latin", words, KIND.full, 0);
  if (first === undefined || words.length === 1) {
    if (first !== undefined) list.add("latin", [first], KIND.family, 0);
    return;
  }
  list.add("latin", [...family, ...given], KIND.reversed, 0);
  if (given.length > 1) {
    list.add("latin", [first, ...family], KIND.short, 0);
    list.add("latin", [...family, first], KIND.short, 0);
  }
  list.add("latin", family, KIND.family, 0);
  list.add("latin", [words[words.length - 1] ?? ""], KIND.family, 0);
  words.forEach((word, at) => {
    if (word.length < 2 || PARTICLES.has(word)) return;
    if (at > 0 && at !== start) list.add("latin", [...words.slice(at), ...words.slice(0, at)], KIND.rotated, 0);
    if (at === 0) list.add("latin", [word], KIND.given, 0);
    else if (at < start) list.add("latin", [word], KIND.part, 0);
  });
}

function addLatinKeys(list: KeyList, words: readonly string[]): void {
  const chinese = asPinyin(words);
  if (!chinese) {
    addWesternKeys(list, words.slice(0, MAX_WORDS));
    return;
  }
  const family = chinese.syllables[chinese.family] ?? [];
  const given = chinese.syllables.filter((_, at) => at !== chinese.family).flat();
  const written = chinese.syllables.flat();
  const other = chinese.family === 0 ? [...given, ...family] : [...family, ...given];
  list.add("latin", written, KIND.full, 0);
  list.add("latin", other, KIND.reversed, 0);
  list.add("latin", family, KIND.family, 0);
  list.add("latin", given, given.length > 1 ? KIND.given : KIND.part, 0);
}

/** Turns `Zeng, Wenqing` into `Wenqing Zeng`; anything else is returned unchanged. */
function uncomma(name: string): string {
  const parts = name.split(",");
  const [family, given] = parts;
  return parts.length === 2 && family?.trim() && given?.trim() ? `${given} ${family}` : name;
}

/**
 * Every key under which a name is found: 汉字 in 简体, pinyin in all plausible readings and both
 * orders, Latin names by each word, with umlauts both dropped and spelled out.
 * @param name one name as written, in any script; an empty or sign-only name has no keys.
 */
export function nameKeys(name: string): NameKey[] {
  const list = new KeyList();
  const plain = isAscii(name);
  if (plain || LATIN.test(name)) {
    const written = uncomma(name);
    const latin = latinWords(written);
    if (latin.length > 0) addLatinKeys(list, latin);
    const expanded = plain ? latin : latinWords(written, expandLatin);
    if (expanded.length > 0 && expanded.join(" ") !== latin.join(" ")) addLatinKeys(list, expanded);
  }
  if (plain) return list.keys;
  const other = hanWords(name.replace(/\p{Script=Latin}/gu, " "));
  if (other.length > 0) {
    addHanKeys(list, other);
    addPinyinKeys(list, other);
  }
  return list.keys;
}
