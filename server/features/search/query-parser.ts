import { hasHan } from "../names/index.ts";
import type { CompiledLexicon, TermValue } from "./lexicon.ts";
import { areAlternatives, joinNested, readCues, Sentence, shareRoles, type Thing, thingsOf } from "./query-things.ts";
import { type NameLookup, type QueryToken, tokenize } from "./query-tokens.ts";

export type { NameLookup };

/** The ScientistFilter keys that typed text can set. */
export type ChipKey =
  | "fields"
  | "homeRegions"
  | "birthPlaces"
  | "ancestralHomes"
  | "almaMaters"
  | "almaMaterPlaces"
  | "employers"
  | "institutions"
  | "workPlaces"
  | "countries"
  | "countriesExcluded"
  | "anyPlaces"
  | "tiers"
  | "birthDecades"
  | "awards";

/** A part of the typed text with what it was understood as. */
export interface Chip {
  /** `text`: searched as text (as a name first). */
  readonly kind: "filter" | "text";
  readonly key: ChipKey | "text";
  /** Alternatives: one of them satisfies the chip. Empty for `text`. */
  readonly values: readonly { readonly id: string; readonly label: string }[];
  /** The typed characters from `start` to `end` (UTF-16 offsets, end exclusive). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** How a typed text was understood. Chips never overlap and are in the order of the text. */
export interface Interpretation {
  readonly chips: readonly Chip[];
  /** The texts of the `text` chips, joined by a space; empty when everything was understood. */
  readonly residual: string;
  /** Whether the residual is somebody's whole name. */
  readonly residualIsName: boolean;
  /** Set when the whole text can also be understood in another way (Wuhan: a city; 吴晗). */
  readonly alternative: readonly Chip[] | null;
}

/** Alternatives under one key become one thing: two chips of one key would ask for both at once. */
function mergeAlternatives(sentence: Sentence, things: readonly Thing[]): Thing[] {
  const merged: Thing[] = [];
  for (const thing of things) {
    const previous = merged.at(-1);
    if (!previous || !areAlternatives(sentence, previous, thing) || chipKey(previous) !== chipKey(thing)) {
      merged.push(thing);
      continue;
    }
    const values = new Map([...previous.values, ...thing.values].map((value) => [value.id, value]));
    merged[merged.length - 1] = { ...previous, values: [...values.values()], end: thing.end, last: thing.last };
  }
  return merged;
}

function placeKey(role: Thing["role"], values: readonly TermValue[]): ChipKey {
  const countries = values.every((value) => value.country);
  switch (role) {
    case "outside":
      return "countriesExcluded";
    case "work":
      return countries ? "countries" : "workPlaces";
    case "study":
      return "almaMaterPlaces";
    case "birth":
      return "birthPlaces";
    case "ancestral":
      return "ancestralHomes";
    case "home":
      // `美籍`, `德国人` is citizenship, which the graph does not hold, so every tie to the country counts.
      return values.every((value) => value.foreign) ? "anyPlaces" : "homeRegions";
    default:
      return "anyPlaces";
  }
}

function chipKey(thing: Thing): ChipKey {
  switch (thing.kind) {
    case "place":
      return placeKey(thing.role, thing.values);
    case "institution":
      return thing.role === "work" ? "employers" : thing.role === "study" ? "almaMaters" : "institutions";
    case "abroad":
      return "countriesExcluded";
    case "field":
      return "fields";
    case "award":
      return "awards";
    case "tier":
      return "tiers";
    case "decade":
      return "birthDecades";
  }
}

const MIN_LATIN_PLACE = 6;

/** A weak term counts when a cue says what it is, or when it is all that was typed and no name (Feng, Rong). */
function isUnderstood(sentence: Sentence, thing: Thing, names: NameLookup): boolean {
  if (thing.negated || (thing.role === "outside" && !thing.values.every((value) => value.country))) return false;
  if (!thing.weak || thing.role !== null) return true;
  const typed = sentence.typed.trim();
  if (typed.length !== thing.end - thing.start) return false;
  return hasHan(typed) || (typed.length >= MIN_LATIN_PLACE && names.mayBeName?.(typed) === false);
}

function isSingleHan(token: QueryToken | undefined): boolean {
  return token?.kind === "word" && token.text.length === 1 && hasHan(token.text) && token.text !== "的" && token.text !== "姓";
}

/** Marks the tokens of which nothing was understood, with the short words inside and right beside them. */
function unknownTokens(sentence: Sentence, covered: readonly boolean[]): boolean[] {
  const { tokens } = sentence;
  const unknown = tokens.map(
    (token, at) => !covered[at] && (sentence.kept.has(at) || token.kind === "unknown" || token.kind === "name" || token.kind === "term"),
  );
  const touches = (at: number, step: 1 | -1): boolean => {
    const other = tokens[at + step];
    return (
      unknown[at + step] === true && other !== undefined && other.kind !== "name" && [...other.text].length === 1 && hasHan(other.text)
    );
  };
  for (let pass = 0; pass < 2; pass++) {
    for (let at = 0; at < tokens.length; at++) {
      // 人 in 机器人: a one-character word next to unknown characters is part of the unknown word.
      const surname = tokens[at - 1]?.text === "姓";
      if (!covered[at] && isSingleHan(tokens[at]) && (surname || touches(at, 1) || touches(at, -1))) unknown[at] = true;
    }
  }
  return unknown;
}

function textChips(sentence: Sentence, covered: readonly boolean[]): Chip[] {
  const { tokens, typed } = sentence;
  const unknown = unknownTokens(sentence, covered);
  const chips: Chip[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!unknown[at]) continue;
    const start = tokens[at]?.start ?? 0;
    let last = at;
    for (let next = at + 1; next < tokens.length && !covered[next]; next++) {
      if (unknown[next]) {
        if (tokens[next]?.kind === "name" || tokens[last]?.kind === "name") break;
        last = next;
      } else if (!canBridge(tokens[next])) break;
    }
    const end = tokens[last]?.end ?? start;
    chips.push({ kind: "text", key: "text", values: [], text: typed.slice(start, end), start, end });
    at = last;
  }
  return chips;
}

/** Gaps and small English words inside an unknown phrase stay in it (`theory of everything`). */
function canBridge(token: QueryToken | undefined): boolean {
  if (!token) return false;
  if (token.kind === "gap") return !/[，、,;；。|]/u.test(token.text);
  return token.kind === "word" && /^(?:of|and|for|the|in|on)$/u.test(token.text);
}

function interpret(typed: string, lexicon: CompiledLexicon, names: NameLookup): Chip[] {
  const sentence = new Sentence(typed, tokenize(typed, lexicon, names));
  const things = joinNested(sentence, thingsOf(sentence));
  for (const thing of things) readCues(sentence, thing);
  shareRoles(sentence, things);
  const understood = things.filter((thing) => isUnderstood(sentence, thing, names));
  const covered = [...sentence.used];
  const chips: Chip[] = [];
  for (const thing of mergeAlternatives(sentence, understood)) {
    for (let at = thing.first; at <= thing.last; at++) covered[at] = true;
    const { start, end } = thing;
    const values = thing.values.map(({ id, label }) => ({ id, label }));
    chips.push({ kind: "filter", key: chipKey(thing), values, text: typed.slice(start, end), start, end });
  }
  chips.push(...textChips(sentence, covered));
  return chips.sort((a, b) => a.start - b.start);
}

function wholeText(typed: string): Chip {
  const start = typed.length - typed.trimStart().length;
  const text = typed.trim();
  return { kind: "text", key: "text", values: [], text, start, end: start + text.length };
}

const MIN_SHORT_NAME = 4;

/**
 * `Hamilton` (a city, and a surname), `D Baltimore` (a letter and a city, or a person): Latin texts that
 * became one term, or one term beside initials. Shorter ones (AI is 艾 as well) stay what they are.
 */
function mayBeShortName(text: string, understood: boolean, chips: readonly Chip[], names: NameLookup): boolean {
  const terms = chips.filter((chip) => chip.kind === "filter");
  if (terms.length !== 1 || hasHan(text) || (terms[0]?.text.length ?? 0) < MIN_SHORT_NAME) return false;
  const initialsOnly = chips.every((chip) => chip.kind === "filter" || /^(?:\p{L}\.? ?){1,3}$/u.test(chip.text));
  return (understood || initialsOnly) && names.mayBeName?.(text) === true;
}

/**
 * Understands a typed text as filters and what is left of it. A text that is somebody's whole name
 * is that name, even where it also contains a place or a field (陈重庆, 高山); only a Latin text
 * that is a known term as a whole (Wuhan, Hamilton) is read as the term, with the name as `alternative`.
 * @param typed at most 500 characters are read.
 */
export function parseQuery(typed: string, lexicon: CompiledLexicon, names: NameLookup): Interpretation {
  const text = typed.slice(0, 500);
  const read = text.trim() === "" ? [] : interpret(text, lexicon, names);
  // 于, 查 and 和 are surnames when they stand alone.
  const chips = read.length === 0 && /^\p{Script=Han}$/u.test(text.trim()) ? [wholeText(text)] : read;
  const understood = chips.length > 0 && chips.every((chip) => chip.kind === "filter");
  const isName = text.trim() !== "" && names.isName(text);
  const mayBeName = isName || mayBeShortName(text, understood, chips, names);
  if (isName ? hasHan(text) || !understood : mayBeName && !understood) {
    return { chips: [wholeText(text)], residual: text.trim(), residualIsName: isName, alternative: understood ? chips : null };
  }
  const residual = chips
    .filter((chip) => chip.kind === "text")
    .map((chip) => chip.text)
    .join(" ");
  return { chips, residual, residualIsName: residual !== "" && names.isName(residual), alternative: mayBeName ? [wholeText(text)] : null };
}
