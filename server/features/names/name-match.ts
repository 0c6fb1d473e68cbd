import { KIND } from "./name-key.ts";
import type { LatinQuery, NameQuery } from "./name-query.ts";
import { initialsCode, type NameTable } from "./name-table.ts";
import { exactRange, keyLetters, type PackedKeys, prefixRange } from "./packed-keys.ts";
import { hasHan, simplify } from "./text-fold.ts";

/** How typed text met a key. The order has no meaning; quality is in {@link qualityOf}. */
export const MATCH = {
  hanExact: 0,
  hanPrefix: 1,
  latinExact: 2,
  latinPrefix: 3,
  initials: 4,
  initialsPrefix: 5,
  pieces: 6,
  piecesPrefix: 7,
  words: 8,
  spacing: 9,
  homophone: 10,
  fuzzy: 11,
} as const;

/**
 * Quality 1–255 by match and by kind of key (columns: full, reversed, short, rotated, family, given,
 * part); 0: this kind is not found this way. Order of the design: exact 汉字, exact pinyin in the
 * primary reading, other reading, given name first, prefix, initials, typing error.
 */
const QUALITY: readonly (readonly number[])[] = [
  [250, 0, 0, 0, 0, 198, 199],
  [196, 0, 0, 0, 0, 0, 194],
  [240, 224, 222, 205, 200, 184, 178],
  [182, 170, 168, 166, 0, 0, 0],
  [150, 142, 140, 136, 0, 0, 0],
  [132, 124, 0, 0, 0, 0, 0],
  [160, 152, 154, 146, 0, 0, 0],
  [134, 126, 126, 122, 0, 0, 0],
  [158, 158, 158, 158, 0, 0, 0],
  [120, 116, 116, 116, 110, 0, 0],
  [100, 0, 0, 0, 0, 0, 0],
  [90, 84, 84, 80, 76, 70, 68],
];

/** How much a reading that is not the primary one takes off, by match; keeps the order stated above. */
const OTHER_READING = [0, 0, 10, 8, 4, 4, 4, 4, 2, 2, 0, 4];

/** Quality of a match on a key of the given class (`posting & 15`); 0 means no match. */
export function qualityOf(match: number, classOfKey: number): number {
  const quality = QUALITY[match]?.[classOfKey & 7] ?? 0;
  return quality > 0 && classOfKey >= 8 ? quality - (OTHER_READING[match] ?? 0) : quality;
}

/** Receives runs of keys that match. `accept`, when given, is asked about every form. */
export interface MatchVisitor {
  range(keys: PackedKeys, low: number, high: number, match: number, accept?: (form: number) => boolean): void;
}

/** A stage of the search: looks one thing up in one table. */
export type MatchStage = (table: NameTable, query: NameQuery, visitor: MatchVisitor) => void;

const isSubset = (part: number, whole: number): boolean => (part & ~whole) === 0;

/** Whole names, surnames and given names exactly as typed, in any script. */
export function exactStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  if (query.han.length > 0) {
    // One character is a surname, and that is a prefix; exact single-character names are found by it too.
    const [low, high] = exactRange(table.han, query.han);
    if (low < high) visitor.range(table.han, low, high, MATCH.hanExact);
    return;
  }
  const latin = query.latin;
  if (!latin) return;
  for (const spelling of latin.spellings) {
    const [low, high] = exactRange(table.latin, spelling);
    for (let key = low; key < high; key++) {
      const spaced = spelling === latin.spellings[0] && !isSubset(latin.starts, table.latin.starts[key] ?? 0);
      visitor.range(table.latin, key, key + 1, spaced ? MATCH.spacing : MATCH.latinExact);
    }
  }
}

/** Names that begin with what was typed. */
export function prefixStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  if (query.han.length > 0) {
    const [low, high] = prefixRange(table.han, query.han);
    if (low < high) visitor.range(table.han, low, high, MATCH.hanPrefix);
    return;
  }
  const latin = query.latin;
  if (!latin) return;
  for (const spelling of latin.spellings) {
    const [low, high] = prefixRange(table.latin, spelling);
    if (latin.starts === 0 || spelling !== latin.spellings[0]) {
      if (low < high) visitor.range(table.latin, low, high, MATCH.latinPrefix);
      continue;
    }
    for (let key = low; key < high; key++)
      if (isSubset(latin.starts, table.latin.starts[key] ?? 0)) visitor.range(table.latin, key, key + 1, MATCH.latinPrefix);
  }
}

function initialsRange(table: NameTable, letters: string): [number, number, number] {
  const code = initialsCode(letters);
  const after = code + 2 ** (30 - 5 * letters.length);
  return [firstAtLeast(table.initials, code), firstAtLeast(table.initials, code + 1), firstAtLeast(table.initials, after)];
}

function firstAtLeast(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Initials, matched at the beginnings of syllables and words only. */
export function initialsStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  const letters = query.latin?.initials;
  if (!letters || query.han.length > 0) return;
  const [low, exactEnd, high] = initialsRange(table, letters);
  for (let at = low; at < high; at++) {
    const key = table.initialsKey[at] ?? 0;
    visitor.range(table.latin, key, key + 1, at < exactEnd ? MATCH.initials : MATCH.initialsPrefix);
  }
}

function piecesFit(keys: PackedKeys, key: number, pieces: readonly string[]): boolean {
  const from = keys.offsets[key] ?? 0;
  const size = (keys.offsets[key + 1] ?? 0) - from;
  const starts = keys.starts[key] ?? 0;
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index > 0) {
      do at++;
      while (at < Math.min(size, 32) && !((starts >>> at) & 1));
    }
    if (at + piece.length > size) return false;
    for (let letter = 0; letter < piece.length; letter++) {
      if (keys.units[from + at + letter] !== piece.charCodeAt(letter)) return false;
      if (letter > 0 && (starts >>> (at + letter)) & 1 && at + letter < 32) return false;
    }
  }
  return true;
}

/** Beginnings of successive syllables or words: `zwenq`, `zeng wq`, `jf clauser`. */
export function piecesStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  if (!query.latin || query.han.length > 0) return;
  for (const pieces of query.latin.pieces()) {
    const [low, exactEnd, high] = initialsRange(table, pieces.map((piece) => piece.charAt(0)).join(""));
    for (let at = low; at < high; at++) {
      const key = table.initialsKey[at] ?? 0;
      if (piecesFit(table.latin, key, pieces)) visitor.range(table.latin, key, key + 1, at < exactEnd ? MATCH.pieces : MATCH.piecesPrefix);
    }
  }
}

function wordsOfKey(keys: PackedKeys, key: number): string[] {
  const letters = keyLetters(keys, key);
  const starts = keys.starts[key] ?? 0;
  const words: string[] = [];
  let from = 0;
  for (let at = 1; at <= letters.length; at++) {
    if (at < letters.length && (at > 31 || !((starts >>> at) & 1))) continue;
    words.push(letters.slice(from, at));
    from = at;
  }
  return words;
}

function wordsFit(keyWords: string[], typed: readonly string[]): boolean {
  const left = keyWords.slice(1);
  for (const word of typed) {
    const at = left.findIndex((each) => each.startsWith(word));
    if (at < 0) return false;
    left.splice(at, 1);
  }
  return true;
}

function anchorAndRest(latin: LatinQuery): [string, string[]] | null {
  if (latin.words.length < 2) return null;
  const anchor = latin.words.reduce((longest, word) => (word.length > longest.length ? word : longest));
  const at = latin.words.indexOf(anchor);
  return anchor.length < 2 ? null : [anchor, latin.words.filter((_, index) => index !== at)];
}

/** Every typed word begins some word of the name, in any order: `curie maria` for Maria Skłodowska Curie. */
export function wordsStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  const split = query.latin && query.han.length === 0 ? anchorAndRest(query.latin) : null;
  if (!split) return;
  const [low, high] = prefixRange(table.latin, split[0]);
  for (let key = low; key < high; key++)
    if (wordsFit(wordsOfKey(table.latin, key), split[1])) visitor.range(table.latin, key, key + 1, MATCH.words);
}

/** Names of the same sound as the typed 汉字: written in Latin only, or sharing a character in its place. */
export function homophoneStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  const typed = [...query.han];
  const accept = (form: number): boolean => {
    const text = table.forms.text(form);
    if (!hasHan(text)) return true;
    const chars = [...simplify(text)];
    return chars.length === typed.length && typed.some((char, at) => chars[at] === char);
  };
  for (const letters of query.homophones()) {
    const [low, high] = exactRange(table.latin, letters);
    if (low < high) visitor.range(table.latin, low, high, MATCH.homophone, accept);
  }
}

/** Shortest text, and shortest name, in which a typing error is looked for. */
export const MIN_FUZZY_LETTERS = 4;

function oneEdit(word: string): Set<string> {
  const variants = new Set<string>();
  const letters = "abcdefghijklmnopqrstuvwxyz";
  for (let at = 0; at <= word.length; at++) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    for (const letter of letters) variants.add(head + letter + tail);
    if (tail === "") continue;
    variants.add(head + tail.slice(1));
    for (const letter of letters) variants.add(head + letter + tail.slice(1));
    if (tail.length > 1) variants.add(`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`);
  }
  variants.delete(word);
  return variants;
}

/**
 * Names one insertion, deletion, substitution or transposition away. All such texts (about 53 a
 * letter) are looked up one by one, which needs no second index.
 */
export function fuzzyStage(table: NameTable, query: NameQuery, visitor: MatchVisitor): void {
  const latin = query.latin;
  const typed = latin?.spellings[0] ?? "";
  if (!latin || query.han.length > 0 || typed.length < MIN_FUZZY_LETTERS || typed.length > 40) return;
  for (const variant of oneEdit(typed)) {
    if (variant.length < MIN_FUZZY_LETTERS) continue;
    const [low, high] = exactRange(table.latin, variant);
    if (low < high) visitor.range(table.latin, low, high, MATCH.fuzzy);
  }
  latin.words.forEach((word, index) => {
    if (latin.words.length < 2 || word.length < MIN_FUZZY_LETTERS) return;
    const rest = latin.words.filter((_, at) => at !== index);
    for (const variant of oneEdit(word)) {
      if (variant.length >= MIN_FUZZY_LETTERS) fuzzyAnchor(table, variant, rest, visitor);
    }
  });
}

function fuzzyAnchor(table: NameTable, anchor: string, rest: readonly string[], visitor: MatchVisitor): void {
  const [low, high] = prefixRange(table.latin, anchor);
  for (let key = low; key < high; key++) {
    const ends = anchor.length > 31 || ((table.latin.starts[key] ?? 0) >>> anchor.length) & 1;
    if (!ends) continue;
    if (wordsFit(wordsOfKey(table.latin, key), rest)) visitor.range(table.latin, key, key + 1, MATCH.fuzzy);
  }
}

/** Whether any posting of the key run stands for a whole name, in whatever order. */
export function hasWholeName(keys: PackedKeys, low: number, high: number): boolean {
  const end = keys.firstPosting[high] ?? 0;
  for (let at = keys.firstPosting[low] ?? 0; at < end; at++) if (((keys.postings[at] ?? 0) & 7) <= KIND.short) return true;
  return false;
}
