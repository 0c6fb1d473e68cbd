import type { CompiledLexicon, Role, Term, TermKind, TermValue } from "./lexicon.ts";
import { CONNECTORS, type Cue } from "./query-cues.ts";
import { type NameLookup, type QueryToken, tokenize } from "./query-tokens.ts";
import { hasHan } from "./text-fold.ts";

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
  /** Alternatives: any of them satisfies the chip. Empty for `text`. */
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

interface Thing {
  readonly kind: TermKind | "decade";
  readonly values: readonly TermValue[];
  role: Role | "outside" | null;
  /** A word before it says that it is not wanted, which no filter can say: it stays text. */
  negated?: boolean;
  start: number;
  end: number;
  /** Index of the first and last token. */
  first: number;
  last: number;
  readonly weak: boolean;
}

const SKIPPED = new Set(["", "the"]);

class Sentence {
  readonly used: boolean[];
  /** Words that must stay in the text although they are known (`不是` before what no filter can say). */
  readonly kept = new Set<number>();

  constructor(
    readonly typed: string,
    readonly tokens: readonly QueryToken[],
  ) {
    this.used = tokens.map(() => false);
  }

  /** Index of the nearest token that is not a space or an article, going by `step`; -1 when there is none. */
  neighbour(index: number, step: 1 | -1): number {
    for (let at = index + step; at >= 0 && at < this.tokens.length; at += step)
      if (!SKIPPED.has(this.tokens[at]?.text.trim() ?? "")) return at;
    return -1;
  }

  /** The cues that the token at `index` offers on this side for this kind of thing. */
  cues(index: number, side: Cue["side"], kind: TermKind): Cue[] {
    const token = this.tokens[index];
    if (!token || this.used[index] || token.kind !== "word") return [];
    return token.cues.filter((cue) => cue.side === side && cue.kinds.some((each) => each === kind));
  }
}

const PREFERENCE: readonly TermKind[] = ["award", "tier", "abroad", "place", "field", "institution"];

/** Chooses what an ambiguous form stands for: what a neighbouring cue fits best, else in a fixed order. */
function chooseTerm(sentence: Sentence, index: number, terms: readonly Term[]): Term | undefined {
  const before = sentence.neighbour(index, -1);
  const after = sentence.neighbour(index, 1);
  const supported = (term: Term): number => {
    const cues = [...sentence.cues(after, "after", term.kind), ...sentence.cues(before, "before", term.kind)];
    if (cues.length === 0) return 0;
    // A cue that speaks of this kind alone (毕业 speaks of two) weighs more.
    return cues.some((cue) => cue.kinds.length === 1 || (cue.role === "study" && term.kind === "institution")) ? 2 : 1;
  };
  const rank = (term: Term): number => {
    // Stanford and Princeton are towns as well; whoever types the bare name means the university.
    const town =
      term.kind === "place" && !term.values.some((value) => value.country) && terms.some((other) => other.kind === "institution");
    return town ? PREFERENCE.length : PREFERENCE.indexOf(term.kind);
  };
  return [...terms].sort((a, b) => supported(b) - supported(a) || rank(a) - rank(b))[0];
}

function thingsOf(sentence: Sentence): Thing[] {
  const things: Thing[] = [];
  sentence.tokens.forEach((token, index) => {
    const span = { start: token.start, end: token.end, first: index, last: index };
    if (token.kind === "decade" && token.decade) {
      things.push({ kind: "decade", values: [{ id: token.decade, label: `${token.decade}s` }], role: null, weak: false, ...span });
    } else if (token.kind === "term") {
      const term = chooseTerm(sentence, index, token.terms);
      if (term) things.push({ kind: term.kind, values: term.values, role: term.role, weak: term.weak, ...span });
    }
  });
  return things;
}

/** Joins a place to a smaller one beside it (`四川省成都市`, `Chengdu, Sichuan`): the smaller one is meant. */
function joinNested(sentence: Sentence, things: readonly Thing[]): Thing[] {
  const joined: Thing[] = [];
  for (const thing of things) {
    const previous = joined.at(-1);
    if (
      previous?.kind === "place" &&
      thing.kind === "place" &&
      !previous.role &&
      /^[\s,，]*$/u.test(sentence.typed.slice(previous.end, thing.start))
    ) {
      const inner = thing.values.filter((value) => previous.values.some((outer) => value.within?.includes(outer.id)));
      const outward = previous.values.filter((value) => thing.values.some((outer) => value.within?.includes(outer.id)));
      const values = inner.length > 0 ? inner : outward;
      if (values.length > 0) {
        joined.pop();
        joined.push({ ...thing, values, weak: false, start: previous.start, first: previous.first });
        continue;
      }
    }
    joined.push({ ...thing });
  }
  return joined;
}

function take(sentence: Sentence, thing: Thing, index: number): void {
  const token = sentence.tokens[index];
  if (!token) return;
  sentence.used[index] = true;
  thing.start = Math.min(thing.start, token.start);
  thing.end = Math.max(thing.end, token.end);
}

/** Reads the cue words on both sides of a thing; a word after it says more than 在, 于, in or at before it. */
function readCues(sentence: Sentence, thing: Thing): void {
  if (thing.kind === "decade") return;
  const before = sentence.neighbour(thing.first, -1);
  const after = sentence.neighbour(thing.last, 1);
  const kind = thing.kind === "abroad" ? "place" : thing.kind;
  const [leading] = sentence.cues(before, "before", kind);
  const [following] = sentence.cues(after, "after", kind);
  const further = leading ? sentence.neighbour(before, -1) : -1;
  if (sentence.cues(further, "before", kind)[0]?.role === "not") {
    thing.negated = true;
    sentence.kept.add(further);
    return;
  }
  if (leading?.role === "not" || (leading?.role === "outside" && (thing.kind === "abroad" || thing.role !== null))) {
    thing.negated = true;
    sentence.kept.add(before);
    return;
  }
  const touching = sentence.tokens[after]?.start === thing.end;
  if (thing.kind === "field") {
    if (leading) take(sentence, thing, before);
    if (following && touching) take(sentence, thing, after);
    return;
  }
  const adjacent = touching || !hasHan(sentence.tokens[after]?.text ?? "");
  const said = thing.role === null && following && (adjacent || following.role === leading?.role) ? following : undefined;
  if (thing.role === null) thing.role = roleOf(leading, said);
  if (leading) take(sentence, thing, before);
  if (said) take(sentence, thing, after);
}

/** `born in X` stays birth before `X professor`; otherwise the word after says more (`在X毕业`). */
function roleOf(leading: Cue | undefined, said: Cue | undefined): Thing["role"] {
  const overruled = said?.role === "work" && leading !== undefined && leading.role !== "work";
  const role = (said && !overruled ? said : leading)?.role;
  return role === undefined || role === "field" || role === "not" ? null : role;
}

/**
 * Whether two neighbouring things are named as alternatives (`四川、重庆`, `MIT or Stanford`, `70后80后`).
 * Two fields are alternatives only with a word or sign between them.
 */
function areAlternatives(sentence: Sentence, left: Thing, right: Thing): boolean {
  if (left.kind !== right.kind) return false;
  const between = sentence.typed.slice(left.end, right.start);
  if (CONNECTORS.has(between.trim().toLowerCase())) return true;
  if (left.kind === "decade" || left.kind === "tier") return between.trim() === "";
  return left.kind === "place" && between === "" && hasHan(sentence.typed.charAt(right.start));
}

/** `四川、重庆籍`, `born in Sichuan or Chongqing`: what alternatives have in common is said once. */
function shareRoles(sentence: Sentence, things: readonly Thing[]): void {
  for (let at = things.length - 2; at >= 0; at--) {
    const left = things[at];
    const right = things[at + 1];
    if (left && right && left.role === null && areAlternatives(sentence, left, right)) left.role = right.role;
  }
  for (let at = 1; at < things.length; at++) {
    const left = things[at - 1];
    const right = things[at];
    if (left && right && right.role === null && areAlternatives(sentence, left, right)) right.role = left.role;
  }
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
      // `美籍`, `德国人` is citizenship, which the graph does not hold: any tie to the country will do.
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
