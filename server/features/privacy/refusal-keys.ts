import { foldKeepingLength, hasHan, nameReadings, spellReading } from "../names/index.ts";

/** What is known of a person, as far as it tells whether two records speak of the same one. */
export interface Identity {
  /** Outer ids with their scheme, such as `orcid:0000-0002-1825-0097`, and the key of an import. */
  readonly ids: readonly string[];
  readonly names: readonly string[];
  /** Partial dates, as stated. */
  readonly birthDates: readonly string[];
  /** Employers and alma maters in any words. */
  readonly institutions: readonly string[];
}

const NOT_A_WORD = /[^\p{L}\p{N}]+/u;
/** What stands inside one word: Wen-Qing, O'Brien. */
const INSIDE_A_WORD = /[-‐‑'’ʼ]/gu;

function words(text: string): string[] {
  return foldKeepingLength(text.normalize("NFKC"))
    .replaceAll(INSIDE_A_WORD, "")
    .split(NOT_A_WORD)
    .filter((word) => word !== "");
}

/** A name as it is written, without spaces: 汉字 in 简体, Latin letters beginning with each of the words, so that both orders meet. */
function writtenForms(name: string): string[] {
  const parts = words(name);
  if (hasHan(name)) return [parts.join("")];
  return parts.map((_word, start) => [...parts.slice(start), ...parts.slice(0, start)].join(""));
}

/** The ways to spell a name of 汉字 in Latin letters, in both orders, without spaces. */
function spelledForms(name: string): string[] {
  if (!hasHan(name)) return [];
  return nameReadings(words(name).join("")).flatMap(({ syllables, family }) =>
    spellReading(syllables).flatMap((spelled) => {
      const [first, last] = [spelled.slice(0, family).join(""), spelled.slice(family).join("")];
      return [first + last, last + first];
    }),
  );
}

function institutionForm(name: string): string {
  return words(name).sort().join(" ");
}

/**
 * The keys by which a person who refused is recognised; one in common is enough. An outer id; the written name with the year of birth; the
 * name, also as spelled in pinyin, with the full date of birth or with an institution. Never a name alone: many people share one.
 */
export function refusalKeys(identity: Identity): string[] {
  const keys = new Set(identity.ids.map((id) => `id ${id}`));
  const institutions = identity.institutions.map(institutionForm).filter((text) => text !== "");
  for (const name of identity.names) {
    const written = writtenForms(name);
    for (const date of identity.birthDates) for (const form of written) keys.add(`year ${form} ${date.slice(0, 4)}`);
    for (const form of new Set([...written, ...spelledForms(name)])) {
      for (const date of identity.birthDates) if (date.length === 10) keys.add(`birth ${form} ${date}`);
      for (const institution of institutions) keys.add(`institution ${form} ${institution}`);
    }
  }
  return [...keys];
}
