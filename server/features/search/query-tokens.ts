import { hasHan, isLatinLetter } from "../names/index.ts";
import { type CompiledLexicon, foldTerm, type Term } from "./lexicon.ts";
import { CUES, type Cue, FILLERS } from "./query-cues.ts";

/** A stretch of the typed text. */
export interface QueryToken {
  readonly kind: "term" | "word" | "name" | "unknown" | "decade" | "gap";
  readonly start: number;
  readonly end: number;
  /** Folded text. */
  readonly text: string;
  /** For `term`: what it may stand for. */
  readonly terms: readonly Term[];
  /** For `word`: what it may say of its neighbours; every word may also be a filler. */
  readonly cues: readonly Cue[];
  /** For `decade`: its first year, such as `1970`. */
  readonly decade: string | null;
}

/** Anything that can tell whether a text is a person's whole name. */
export interface NameLookup {
  isName(text: string): boolean;
  /** Whether the text may be a name in a shorter form (`Hamilton`, `D Baltimore`); without it such texts are read as places and fields only. */
  mayBeName?(text: string): boolean;
}

const LONGEST_CUE = 40;
const GAP = /[\s\p{P}\p{S}]/u;
const DIGITS = "零一二三四五六七八九";

function decadeOf(century: string | undefined, digit: string): string {
  const tens = DIGITS.includes(digit) ? DIGITS.indexOf(digit) : digit === "〇" ? 0 : Number(digit);
  if (century) return `${century}${tens}0`;
  return tens >= 2 ? `19${tens}0` : `20${tens}0`;
}

const DECADES: readonly RegExp[] = [
  /(?<century>1[89]|20)?(?<digit>\d)0后(?:的)?/uy,
  /(?<digit>[零〇一二三四五六七八九])[零〇]后(?:的)?/uy,
  /(?:20世纪|二十世纪|上世纪|上个世纪)(?<digit>[\d一二三四五六七八九])[0十]年代(?:出生的?|生人?|的)?/uy,
  /(?:出生于|生于)?(?<century>1[89]|20)?(?<digit>\d)0年代(?:出生的?|生人?|的)?/uy,
  /(?:出生于|生于)?(?<digit>[二三四五六七八九])十年代(?:出生的?|生人?|的)?/uy,
  /(?<century>1[89]|20)(?<digit>\d)\d年(?:\d{1,2}月)?(?:出生的?|生人|生的)/uy,
  /(?:出生于|生于)(?<century>1[89]|20)(?<digit>\d)\d年?(?:的)?/uy,
  /born in (?<century>1[89]|20)(?<digit>\d)\d\b/uy,
  /born in (?:the )?(?:early |mid |late )?(?<century>1[89]|20)?(?<digit>\d)0'?s\b/uy,
  /(?:the )?(?<century>1[89]|20)(?<digit>\d)0'?s\b/uy,
  /(?:the )?(?<digit>\d)0'?s\b/uy,
];

const isWordChar = (char: string): boolean => isLatinLetter(char) || (char >= "0" && char <= "9");

/** Latin words and numbers are met whole; 汉字 may begin and end anywhere. */
function isBounded(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (start > 0 && isWordChar(before) && isWordChar(text.charAt(start))) return false;
  return !(end < text.length && isWordChar(after) && isWordChar(text.charAt(end - 1)));
}

interface Edge {
  readonly token: QueryToken;
  readonly cost: number;
}

const NOTHING = { terms: [], cues: [], decade: null } as const;

/** Costs: nothing typed should stay unknown; then the fewest pieces; data before cues before fillers. */
const COST = {
  term: 10,
  name: 10.5,
  decade: 10,
  word: 12,
  shortWord: 20,
  gap: 0,
  department: 18,
  institution: 60,
  unknown: 100,
  unknownLetter: 1,
} as const;

function* termEdges(typed: string, text: string, start: number, lexicon: CompiledLexicon): Generator<Edge> {
  const longest = lexicon.longest.get(text.charAt(start)) ?? 0;
  for (let end = Math.min(text.length, start + longest); end > start; end--) {
    const form = text.slice(start, end);
    const written = typed.slice(start, end);
    const capitals = written === written.toUpperCase();
    const terms = lexicon.terms.get(form)?.filter((term) => !term.capitals || capitals);
    if (terms && terms.length > 0 && isBounded(text, start, end))
      yield { token: { ...NOTHING, kind: "term", start, end, text: form, terms }, cost: COST.term };
  }
}

function* wordEdges(text: string, start: number): Generator<Edge> {
  for (let end = Math.min(text.length, start + LONGEST_CUE); end > start; end--) {
    const form = text.slice(start, end);
    const cues = CUES.get(form);
    if ((!cues && !FILLERS.has(form)) || !isBounded(text, start, end)) continue;
    const cost = form.length === 1 && hasHan(form) ? COST.shortWord : COST.word;
    yield { token: { ...NOTHING, kind: "word", start, end, text: form, cues: cues ?? [] }, cost };
  }
}

function* decadeEdges(text: string, start: number, currentYear: number): Generator<Edge> {
  for (const pattern of DECADES) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    const digit = match?.groups?.digit;
    if (!match || digit === undefined || !isBounded(text, start, start + match[0].length)) continue;
    const decade = decadeOf(match.groups?.century, digit);
    if (Number(decade) > currentYear) continue;
    const end = start + match[0].length;
    yield { token: { ...NOTHING, kind: "decade", start, end, text: match[0], decade }, cost: COST.decade };
  }
}

function unknownEdge(text: string, start: number): Edge {
  let end = start + 1;
  if (isWordChar(text.charAt(start))) while (end < text.length && isWordChar(text.charAt(end))) end++;
  else if (text.codePointAt(start) !== text.charCodeAt(start)) end++;
  const cost = COST.unknown + COST.unknownLetter * (end - start);
  return { token: { ...NOTHING, kind: "unknown", start, end, text: text.slice(start, end) }, cost };
}

/** Characters that do not stand inside the name of an institution. */
const UNKNOWN_NAMES: readonly RegExp[] = [
  /^[^\P{Script=Han}籍人在的于和与或做找、]{2,12}?(?:大学|学院|研究所|研究院|医院|实验室|公司|集团|天文台|研究中心)/u,
  /^[^\P{Script=Han}籍人在的于和与或做找、]{2,12}(?:大学|学院|研究所|研究院|医院|实验室|公司|集团|天文台|研究中心)/u,
  /^(?:[a-z'.&]+ ){0,3}(?:university|institute|college|laboratory|hospital)(?: of (?:the )?[a-z]+(?: and [a-z]+)?)?/u,
];
const DEPARTMENT = /^\p{Script=Han}{0,6}(?:学院|学系|系|实验室)/u;

/**
 * Institutions that the data does not have, kept whole: neither 南大 in 西南大学 nor Singapore in
 * National University of Singapore was meant. Cheaper than any unknown rest, dearer than known things.
 */
function* institutionEdges(text: string, start: number, lexicon: CompiledLexicon): Generator<Edge> {
  const rest = text.slice(start, start + 60);
  const here = [...termEdges(text, text, start, lexicon)];
  for (const { token } of here) {
    const part = token.terms.filter((term) => term.kind === "institution");
    const department = DEPARTMENT.exec(text.slice(token.end, token.end + 12))?.[0];
    if (part.length === 0 || department === undefined || !hasHan(token.text) || token.text.endsWith("院")) continue;
    const end = token.end + department.length;
    yield { token: { ...token, end, text: text.slice(start, end), terms: part }, cost: COST.department };
  }
  if (here.some(({ token }) => token.terms.every((term) => term.kind !== "place" && term.kind !== "institution"))) return;
  for (const pattern of UNKNOWN_NAMES) {
    const found = pattern.exec(rest)?.[0] ?? "";
    const head = found.split(" ")[0] ?? "";
    const end = start + found.length;
    if (found === "" || !isBounded(text, start, end) || CUES.has(head) || FILLERS.has(head)) continue;
    yield { token: { ...NOTHING, kind: "unknown", start, end, text: found }, cost: COST.institution + found.length };
  }
}

const LONGEST_NAME = 12;

/** Whole names of people in the data: three or more 汉字, or two between gaps; two to four Latin words. */
function* nameEdges(text: string, start: number, names: NameLookup): Generator<Edge> {
  const make = (end: number): Edge => ({
    token: { ...NOTHING, kind: "name", start, end, text: text.slice(start, end) },
    cost: COST.name,
  });
  if (hasHan(text.charAt(start))) {
    for (let end = start + 2; end <= Math.min(text.length, start + LONGEST_NAME); end++) {
      const last = text.charAt(end - 1);
      if (!hasHan(last) && last !== "·") break;
      const alone =
        (start === 0 || !hasHan(text.charAt(start - 1)) || text.charAt(start - 1) === "的") &&
        (end === text.length || !hasHan(text.charAt(end)));
      if ((end - start >= 3 || alone) && last !== "·" && names.isName(text.slice(start, end))) yield make(end);
    }
    return;
  }
  if (!isLatinLetter(text.charAt(start)) || (start > 0 && isWordChar(text.charAt(start - 1)))) return;
  const words = /[a-z'’.-]+(?:[ ]+[a-z'’.-]+){1,3}/uy;
  words.lastIndex = start;
  const run = words.exec(text)?.[0] ?? "";
  for (let size = run.length; size > 0; size = run.lastIndexOf(" ", size - 1)) {
    const end = start + size;
    if (run.slice(0, size).includes(" ") && isBounded(text, start, end) && names.isName(text.slice(start, end))) yield make(end);
  }
}

/**
 * Divides a typed text into the cheapest sequence of known things: first as few unknown characters
 * as possible, then as few and as long pieces as possible.
 * @returns tokens that cover the text exactly, in order.
 */
export function tokenize(typed: string, lexicon: CompiledLexicon, names: NameLookup): QueryToken[] {
  const text = foldTerm(typed);
  const best: number[] = [0];
  const via: (QueryToken | undefined)[] = [undefined];
  for (let at = 0; at < text.length; at++) {
    const base = best[at];
    if (base === undefined) continue;
    const offer = ({ token, cost }: Edge): void => {
      const total = base + cost;
      const known = best[token.end];
      if (known !== undefined && known <= total) return;
      best[token.end] = total;
      via[token.end] = token;
    };
    if (GAP.test(text.charAt(at))) {
      offer({ token: { ...NOTHING, kind: "gap", start: at, end: at + 1, text: text.charAt(at) }, cost: COST.gap });
    }
    for (const edge of termEdges(typed, text, at, lexicon)) offer(edge);
    for (const edge of institutionEdges(text, at, lexicon)) offer(edge);
    for (const edge of decadeEdges(text, at, lexicon.currentYear)) offer(edge);
    for (const edge of nameEdges(text, at, names)) offer(edge);
    for (const edge of wordEdges(text, at)) offer(edge);
    if (!GAP.test(text.charAt(at))) offer(unknownEdge(text, at));
  }
  const tokens: QueryToken[] = [];
  for (let at = text.length; at > 0; ) {
    const token = via[at];
    if (!token) throw new Error(`no token ends at ${at} of a text of ${text.length}`);
    tokens.push(token);
    at = token.start;
  }
  return tokens.reverse();
}
