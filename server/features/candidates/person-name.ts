import { hasHan, KIND, nameKeys } from "../names/index.ts";

/**
 * The forms of one person's name. Two names are of the same person's when one's exact form is any form of the other: 曾文清 and Wenqing Zeng
 * are, 王伟 and 王玮 are not although both are Wang Wei, nor are John F. Clauser and John M. Clauser although both are John Clauser.
 */
export interface NameForms {
  /** What was written: 汉字 in 简体, or Latin letters in both orders. */
  readonly exact: readonly string[];
  /** What it may also be written as: the pinyin of 汉字, a Latin name without what stands in the middle. */
  readonly loose: readonly string[];
}

const LATIN = /\p{Script=Latin}/u;
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/gu;
/** Forms of address that are typed behind a name of 汉字. */
const TITLE = /(?<=\p{Script=Han}{2})(?:教授|院士|老师|博士|先生|女士|研究员|所长|院长|主任)$/u;
/** What stands inside one word: Wen-Qing. Other signs separate words. */
const HYPHEN = /(?<=\p{Script=Latin})[-‐‑](?=\p{Script=Latin})/gu;
/** The ways to write ü behind l and n, where passports and keyboards have none: 吕 is Lü, Lv and Lyu. */
const UMLAUT = /(?<=[ln])(?:ü|v|yu)(?=e?(?:\P{L}|$))/giu;
const UMLAUTS = ["ü", "v", "yu"] as const;
const MAX_FORMS = 32;

/** A typed name without outer spaces and a form of address. */
export function untitled(name: string): string {
  return name.normalize("NFKC").trim().replace(TITLE, "");
}

function forms(name: string, script: "han" | "latin", kinds: readonly number[]): string[] {
  return nameKeys(name).flatMap((key) => (key.script === script && kinds.includes(key.kind) ? [key.letters] : []));
}

function latinForms(written: string, kinds: readonly number[]): string[] {
  const spellings = written.search(UMLAUT) === -1 ? [written] : UMLAUTS.map((umlaut) => written.replaceAll(UMLAUT, umlaut));
  return spellings.flatMap((spelling) => forms(spelling, "latin", kinds));
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)].slice(0, MAX_FORMS);
}

/** The forms of a name as somebody typed it; a form of address and signs do not matter. Empty when there are no letters in it. */
export function nameForms(name: string): NameForms {
  const written = untitled(name);
  const others = written.replaceAll(/[\p{Script=Latin}()（）]/gu, " ");
  const latin = LATIN.test(written) ? written.replaceAll(OTHER_SCRIPT, " ").replaceAll(HYPHEN, "") : "";
  const han = hasHan(others) ? others : "";
  return {
    exact: distinct([...forms(others, "han", [KIND.full]), ...latinForms(latin, [KIND.full, KIND.reversed])]),
    loose: distinct([...forms(han, "latin", [KIND.full, KIND.reversed]), ...latinForms(latin, [KIND.short])]),
  };
}

function meet(some: readonly string[], others: readonly string[]): boolean {
  return some.some((form) => others.includes(form));
}

/** Whether two names can be of one person. */
export function sameName(one: NameForms, other: NameForms): boolean {
  return meet(one.exact, other.exact) || meet(one.exact, other.loose) || meet(one.loose, other.exact);
}
