import { hanWords, latinWords } from "./name-key.ts";
import { MAX_INITIALS } from "./name-table.ts";
import { charReadings, nameReadings, spellReading, startsWithSurname } from "./pinyin-readings.ts";
import { splitPieces } from "./pinyin-syllables.ts";
import { expandLatin, hasHan } from "./text-fold.ts";

/** Typed Latin letters, prepared for every way in which a name may be meant. */
export interface LatinQuery {
  /** All letters without separators, in every spelling to be tried (ü as v, umlauts spelled out). */
  readonly spellings: readonly string[];
  /** Words as typed, folded. */
  readonly words: readonly string[];
  /** Bit i set: a typed word begins at letter i of the first spelling. */
  readonly starts: number;
  /** Letters that may be initials (`zwq`, `W. Q.`), else null. */
  readonly initials: string | null;
  /** Ways to split the letters into beginnings of successive syllables or words (`zwenq` → z wen q). */
  readonly pieces: () => readonly (readonly string[])[];
}

/** A typed text as a name query. Both parts set means both must match. */
export interface NameQuery {
  /** Typed characters of non-Latin scripts, 简体, without separators; empty when there are none. */
  readonly han: string;
  readonly latin: LatinQuery | null;
  /** Pinyin of the typed 汉字, for names written with other characters of the same sound. */
  readonly homophones: () => readonly string[];
}

/** Puts off work that only some stages of a search need. */
function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | null = null;
  return () => {
    done ??= { value: work() };
    return done.value;
  };
}

const MAX_TYPED = 80;
const MAX_PIECE_LISTS = 48;

function wordSplits(word: string): string[][] {
  const splits = splitPieces(word, MAX_INITIALS, 12).filter((split) => split.length > 1);
  const lists: string[][] = [[word], ...splits];
  // Initials of western names need not be syllable beginnings (`vu`, `iu`).
  if (word.length > 1 && word.length <= 4 && !splits.some((split) => split.length === word.length)) lists.push([...word]);
  return lists;
}

/** `W Zeng` also as `Zeng W`, so that the initial may stand for the first syllable of 文清. */
function withSurnameFirst(words: readonly string[]): (readonly string[])[] {
  const last = words.at(-1) ?? "";
  const initials = words.slice(0, -1);
  const turned = last.length > 2 && initials.length > 0 && initials.every((word) => word.length <= 2);
  return turned ? [words, [last, ...initials]] : [words];
}

function pieceLists(words: readonly string[]): string[][] {
  let lists: string[][] = [[]];
  for (const word of words) {
    lists = lists.flatMap((head) => wordSplits(word).map((tail) => [...head, ...tail]));
    lists = lists.filter((list) => list.length <= MAX_INITIALS).slice(0, MAX_PIECE_LISTS);
  }
  return lists.filter((list) => list.length >= 2 && list.some((piece) => piece.length > 1));
}

/** Prepares typed Latin words; null when there are fewer than two letters, which would match too much. */
export function latinQuery(words: readonly string[], spelledOut: readonly string[]): LatinQuery | null {
  const letters = words.join("");
  if (letters.length < 2 || letters.length > MAX_TYPED) return null;
  let starts = 0;
  let at = 0;
  for (const word of words) {
    if (at > 0 && at < 32) starts |= 1 << at;
    at += word.length;
  }
  const spellings = new Set([letters, letters.replace(/(?<=[jqxy])v/g, "u"), spelledOut.join("")]);
  return {
    spellings: [...spellings],
    words,
    starts: starts >>> 0,
    initials: letters.length <= MAX_INITIALS && (words.length === 1 || words.every((word) => word.length <= 4)) ? letters : null,
    pieces: once(() => withSurnameFirst(words).flatMap(pieceLists)),
  };
}

function homophonesOf(han: string): string[] {
  const length = [...han].length;
  if (length < 2 || length > 4 || !startsWithSurname(han)) return [];
  const spelled = nameReadings(han)
    .filter((reading) => reading.rank === 0)
    .flatMap((reading) => spellReading(reading.syllables));
  return [...new Set(spelled.map((syllables) => syllables.join("")))];
}

/** Understands a typed text as (part of) a person's name; null when nothing in it can be one. */
export function nameQuery(text: string): NameQuery | null {
  const typed = text.slice(0, 200);
  const han = hanWords(typed.replace(/\p{Script=Latin}/gu, " ")).join("");
  const words = latinWords(typed);
  const latin = latinQuery(words, latinWords(typed, expandLatin));
  if (han === "" && !latin) return null;
  if (han !== "" && words.length > 0 && !latin) return null;
  return { han, latin, homophones: once(() => (hasHan(han) ? homophonesOf(han) : [])) };
}

/** For a query such as `曾wq`: the same with the 汉字 read out, so that the letters may go on from there. */
export function readOut(query: NameQuery): LatinQuery | null {
  if (!query.latin || query.han === "") return null;
  const [reading] = nameReadings(query.han);
  const syllables = reading?.syllables ?? [...query.han].map((char) => charReadings(char)[0] ?? "");
  return latinQuery([...syllables, ...query.latin.words], []);
}
