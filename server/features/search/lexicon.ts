import { foldKeepingLength, splitSyllables } from "../names/index.ts";
import type { Lexicon, Role, Term, TermEntry, TermKind, TermValue } from "./lexicon.types.ts";
import { builtInTerms } from "./lexicon-built-in.ts";
import { fieldTerms, institutionTerms, placeTerms } from "./lexicon-terms.ts";
import { CUES, FILLERS } from "./query-cues.ts";

export type { Lexicon, Role, Term, TermEntry, TermKind, TermValue };

/** A lexicon prepared for longest-match look-up. */
export interface CompiledLexicon {
  /** Longest form in UTF-16 units by first unit. */
  readonly longest: ReadonlyMap<string, number>;
  readonly terms: ReadonlyMap<string, readonly Term[]>;
  readonly currentYear: number;
}

/** The form in which terms and typed text meet; signs between Latin words count as spaces. */
export function foldTerm(text: string): string {
  return foldKeepingLength(text).replace(/[-‐‑–_/]/gu, " ");
}

interface Draft {
  stated: Map<string, TermValue>;
  derived: Map<string, TermValue>;
  weak: boolean;
  role: Role | null;
}

function valuesOf(draft: Draft): TermValue[] {
  const chosen = [...(draft.stated.size > 0 ? draft.stated : draft.derived).values()];
  // 重庆 names a province and the city within it: the larger one holds both.
  return chosen.filter((value) => !chosen.some((other) => other !== value && value.within?.includes(other.id)));
}

function collect(entries: Iterable<TermEntry>): Map<string, Map<TermKind, Draft>> {
  const drafts = new Map<string, Map<TermKind, Draft>>();
  for (const entry of entries) {
    const text = foldTerm(entry.text).replace(/\s+/gu, " ").trim();
    if (text.length === 0 || /^[a-z]$/u.test(text)) continue;
    const kinds = drafts.get(text) ?? new Map<TermKind, Draft>();
    drafts.set(text, kinds);
    const draft = kinds.get(entry.kind) ?? { stated: new Map(), derived: new Map(), weak: true, role: entry.role ?? null };
    kinds.set(entry.kind, draft);
    (entry.derived ? draft.derived : draft.stated).set(entry.value.id, entry.value);
    draft.weak = draft.weak && entry.weak === true;
  }
  return drafts;
}

const SHORT_WORDS = new Set(["us", "it", "as", "so", "am", "pm", "is", "are", "all", "can", "add", "led", "art", "aim"]);

/** @param obscure an institution's abbreviation that is not among the well-known ones (YAU, SU). */
function needsCapitals(text: string, obscure: boolean): boolean {
  if (text === "ai" || !/^[a-z]{2,3}$/u.test(text)) return false;
  return obscure || SHORT_WORDS.has(text) || CUES.has(text) || FILLERS.has(text) || splitSyllables(text, 2, 1).length > 0;
}

/** Prepares a lexicon; a few tens of milliseconds for ten thousand places and institutions. */
export function compileLexicon(lexicon: Lexicon): CompiledLexicon {
  const entries = [...placeTerms(lexicon), ...institutionTerms(lexicon), ...fieldTerms(lexicon), ...builtInTerms(lexicon)];
  const terms = new Map<string, Term[]>();
  const longest = new Map<string, number>();
  for (const [text, kinds] of collect(entries)) {
    const all: Term[] = [];
    for (const [kind, draft] of kinds) {
      const capitals = needsCapitals(text, kind === "institution" && draft.derived.size === 0);
      all.push({ kind, values: valuesOf(draft), weak: draft.weak, capitals, role: draft.role });
    }
    terms.set(text, all);
    const first = text.charAt(0);
    longest.set(first, Math.max(longest.get(first) ?? 0, text.length));
  }
  return { longest, terms, currentYear: lexicon.currentYear };
}
