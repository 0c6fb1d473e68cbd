import type { NameHit } from "./name-explain.ts";
import { hanWords, latinWords } from "./name-key.ts";
import { charReadings, nameReadings, spellReading } from "./pinyin-readings.ts";
import { foldLatin, hasHan, simplify } from "./text-fold.ts";

/** A stretch of `text` to be marked, in UTF-16 units, end exclusive. */
export interface HighlightRange {
  readonly start: number;
  readonly end: number;
}

/** A matched name with the parts that the typed text met. */
export interface NameHighlight {
  readonly field: NameHit["field"];
  readonly form: NameHit["form"];
  readonly text: string;
  /** In order, not overlapping, at least one. */
  readonly ranges: readonly HighlightRange[];
}

/** A character or word of a name with the letters in which it may be typed. */
interface Unit extends HighlightRange {
  readonly spellings: readonly string[];
  /** A word is marked as far as it was typed, a 汉字 as a whole. */
  readonly partial: boolean;
}

function unitsOf(name: string): Unit[] {
  const units: Unit[] = [];
  const usual = nameReadings(hanWords(name).join(""))
    .filter((reading) => reading.rank === 0)
    .flatMap((reading) => spellReading(reading.syllables));
  let hanAt = 0;
  for (const match of name.matchAll(/\p{Script=Han}|[\p{Script=Latin}\p{M}'’]+/gu)) {
    const start = match.index;
    const end = start + match[0].length;
    if (hasHan(match[0])) {
      const at = hanAt++;
      const spellings = [...usual.map((syllables) => syllables[at] ?? ""), ...charReadings(simplify(match[0]))];
      units.push({ start, end, spellings: [...new Set(spellings)].filter((each) => each !== ""), partial: false });
    } else units.push({ start, end, spellings: [foldLatin(match[0]).replace(/[^a-z]/gu, "")], partial: true });
  }
  return units;
}

/** Spends all typed letters on the units in order, each unit whole, in part or not at all; null when it cannot be done. */
function align(letters: string, units: readonly Unit[], from = 0): HighlightRange[] | null {
  if (letters === "") return [];
  const unit = units[from];
  if (!unit) return null;
  for (const spelling of unit.spellings) {
    let shared = 0;
    while (shared < spelling.length && shared < letters.length && spelling[shared] === letters[shared]) shared++;
    for (let taken = shared; taken >= 1; taken--) {
      const rest = align(letters.slice(taken), units, from + 1);
      if (rest) return [{ start: unit.start, end: unit.partial ? Math.min(unit.end, unit.start + taken) : unit.end }, ...rest];
    }
  }
  return align(letters, units, from + 1);
}

function join(ranges: readonly HighlightRange[]): HighlightRange[] {
  const joined: HighlightRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const previous = joined.at(-1);
    if (previous && range.start <= previous.end)
      joined[joined.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end) };
    else joined.push(range);
  }
  return joined;
}

function latinRanges(typed: string, name: string): HighlightRange[] | null {
  const letters = latinWords(typed).join("");
  const units = unitsOf(name);
  if (letters === "" || letters.length > 40 || units.length > 12) return null;
  for (let turn = 0; turn < units.length; turn++) {
    const found = align(letters, [...units.slice(turn), ...units.slice(0, turn)]);
    if (found) return found;
  }
  return null;
}

function hanRanges(typed: string, name: string): HighlightRange[] {
  const wanted = hanWords(typed.replace(/\p{Script=Latin}/gu, " ")).join("");
  if (wanted === "") return [];
  // Dots and spaces inside the name do not count, so offsets are mapped through the letters that do.
  const offsets: number[] = [];
  let letters = "";
  for (const match of simplify(name).matchAll(/[\p{L}\p{N}々〇]/gu)) {
    for (let unit = 0; unit < match[0].length; unit++) offsets.push(match.index + unit);
    letters += match[0].toLowerCase();
  }
  const at = letters.indexOf(wanted);
  const start = offsets[at];
  const end = offsets[at + wanted.length - 1];
  return start === undefined || end === undefined ? [] : [{ start, end: end + 1 }];
}

/**
 * Marks what the typed text met in the matched name: characters for 汉字, pinyin and initials,
 * beginnings of words for Latin names. When the letters cannot be laid onto the name (a typing
 * error, other 汉字 of the same sound), the whole name is marked.
 */
export function highlightName(hit: NameHit, typed: string): NameHighlight {
  const ranges = [...hanRanges(typed, hit.matched), ...(hit.form === "fuzzy" ? [] : (latinRanges(typed, hit.matched) ?? []))];
  const whole = [{ start: 0, end: hit.matched.length }];
  return { field: hit.field, form: hit.form, text: hit.matched, ranges: ranges.length > 0 ? join(ranges) : whole };
}

/**
 * Marks every place in a prose text where one of the typed words occurs, ignoring case, 繁简 and width.
 * Single Latin letters are not marked.
 */
export function highlightText(text: string, typed: string): HighlightRange[] {
  const folded = simplify(text).toLowerCase();
  if (folded.length !== text.length) return [];
  const words =
    simplify(typed)
      .toLowerCase()
      .match(/\p{Script=Han}+|[\p{L}\p{N}]{2,}/gu) ?? [];
  const ranges: HighlightRange[] = [];
  for (const word of new Set(words))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      ranges.push({ start: at, end: at + word.length });
  return join(ranges);
}
