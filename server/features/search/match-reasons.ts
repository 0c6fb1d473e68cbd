import type { Match } from "../../graphql/generated.ts";
import { highlightName, type NameHit } from "../names/index.ts";
import type { Prose } from "./search.repository.ts";

const WORD = /\p{Script=Han}+|[\p{Script=Latin}\d]+/gu;
const SNIPPET_BEFORE = 24;
const SNIPPET_LENGTH = 120;

function wordsOf(text: string): string[] {
  return [...text.normalize("NFKC").toLowerCase().matchAll(WORD)].map((match) => match[0]).filter((word) => word.length >= 2);
}

/** The part of a prose text around the first of the words, with the word's place in it; null when none occurs. */
function snippet(prose: string, words: readonly string[]): { text: string; start: number; end: number } | null {
  const lower = prose.toLowerCase();
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at >= 0) {
      const from = Math.max(0, at - SNIPPET_BEFORE);
      const text = prose.slice(from, from + SNIPPET_LENGTH);
      const lead = from > 0 ? "…" : "";
      return { text: lead + text, start: at - from + lead.length, end: Math.min(at - from + word.length, text.length) + lead.length };
    }
  }
  return null;
}

/** Where typed words occur in a person's specialty or award citations; empty when they do not literally. */
export function proseReasons(typed: string, prose: Prose | null): Match[] {
  const words = wordsOf(typed);
  const inSpecialty = snippet(prose?.specialty ?? "", words);
  if (inSpecialty !== null) {
    return [{ field: "specialty", ...inSpecialty }];
  }
  for (const citation of prose?.citations ?? []) {
    const found = snippet(citation, words);
    if (found !== null) {
      return [{ field: "motivation", ...found }];
    }
  }
  return [];
}

/** A whole value as a reason, highlighted where the typed text occurs in it, or all of it. */
export function valueReason(field: string, value: string, typed: string): Match {
  const at = value.toLowerCase().indexOf(typed.trim().toLowerCase());
  return at >= 0 && typed.trim() !== ""
    ? { field, text: value, start: at, end: at + typed.trim().length }
    : { field, text: value, start: 0, end: value.length };
}

/** The name that the typed text met, marked from the first to the last character that it met; `field` is the way in which it did. */
export function nameReasons(hit: NameHit, typed: string): Match[] {
  const { form, text, ranges } = highlightName(hit, typed);
  return [{ field: form, text, start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? text.length }];
}
