import { builtInTerms } from "./lexicon-built-in.ts";
import { fieldTerms, institutionTerms, placeTerms } from "./lexicon-terms.ts";
import { splitSyllables } from "./pinyin-syllables.ts";
import { CUES, FILLERS } from "./query-cues.ts";
import { foldKeepingLength } from "./text-fold.ts";

/** What the sentence parser knows, taken from the graph. Ids are the ids that ScientistFilter takes. */
export interface Lexicon {
  readonly fields: readonly { id: string; nameZh: string; nameEn: string | null; synonyms: readonly string[]; scheme: string }[];
  readonly places: readonly {
    id: string;
    level: "COUNTRY" | "PROVINCE" | "CITY" | "COUNTY";
    nameZh: string;
    nameEn: string | null;
    aliases: readonly string[];
    /** Ids of all larger places it lies in. */
    within: readonly string[];
  }[];
  readonly institutions: readonly { id: string; nameZh: string | null; nameEn: string | null; aliases: readonly string[] }[];
  readonly awards: readonly { id: string; nameZh: string | null; nameEn: string; aliases: readonly string[] }[];
  /** Decades later than this year are not understood. */
  readonly currentYear: number;
}

/** How a place or institution is tied to the person. */
export type Role = "work" | "study" | "birth" | "ancestral" | "home";

/** What kind of thing a term names. */
export type TermKind = "place" | "institution" | "field" | "award" | "tier" | "abroad";

/** One thing that a term may stand for. */
export interface TermValue {
  readonly id: string;
  readonly label: string;
  /** For places: the ids of the places around it, and whether it is a country other than China. */
  readonly within?: readonly string[];
  readonly country?: boolean;
  readonly foreign?: boolean;
}

/** What one written form stands for. A form may be several things at once (中山: city, university). */
export interface Term {
  readonly kind: TermKind;
  readonly values: readonly TermValue[];
  /** Understood only next to a word that says what it is (`大足人`), because it is also an everyday word. */
  readonly weak: boolean;
  /** A short abbreviation that is also a word or a pinyin name (IT, US, SU): understood only in capitals. */
  readonly capitals: boolean;
  /** The tie when the form itself says it (`旅美`, `川渝籍`). */
  readonly role: Role | null;
}

/** A written form with what it stands for, as the sources of terms hand it in. */
export interface TermEntry {
  readonly text: string;
  readonly kind: TermKind;
  readonly value: TermValue;
  readonly weak?: boolean;
  readonly role?: Role;
  /** A derived form gives way to a form stated in the data. */
  readonly derived?: boolean;
}

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
