import { hasHan } from "../names/index.ts";
import type { Role, Term, TermKind, TermValue } from "./lexicon.types.ts";
import { CONNECTORS, type Cue } from "./query-cues.ts";
import type { QueryToken } from "./query-tokens.ts";

/** Something in the sentence that a filter can ask for, with its cue words. */
export interface Thing {
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

/** The tokens of a typed text, and which of them have been used as cues. */
export class Sentence {
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

/** What the tokens name, in order; an ambiguous form is decided by its neighbours. */
export function thingsOf(sentence: Sentence): Thing[] {
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
export function joinNested(sentence: Sentence, things: readonly Thing[]): Thing[] {
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
export function readCues(sentence: Sentence, thing: Thing): void {
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
export function areAlternatives(sentence: Sentence, left: Thing, right: Thing): boolean {
  if (left.kind !== right.kind) return false;
  const between = sentence.typed.slice(left.end, right.start);
  if (CONNECTORS.has(between.trim().toLowerCase())) return true;
  if (left.kind === "decade" || left.kind === "tier") return between.trim() === "";
  return left.kind === "place" && between === "" && hasHan(sentence.typed.charAt(right.start));
}

/** `四川、重庆籍`, `born in Sichuan or Chongqing`: what alternatives have in common is said once. */
export function shareRoles(sentence: Sentence, things: readonly Thing[]): void {
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
