import { foldKeepingLength, nameReadings, spellReading } from "../names/index.ts";

/** Labels of a facet's value. */
export interface ValueLabels {
  readonly label: string;
  readonly labelEn: string | null;
}

interface Spelling {
  /** Pinyin without separators. */
  readonly letters: string;
  /** Where its syllables begin. */
  readonly starts: readonly number[];
  readonly initials: string;
}

/** Labels whose spellings are kept; more than all institutions of a large graph that anybody searches. */
const LABELS_KEPT = 20_000;
const spellingsOf = new Map<string, Spelling[]>();

/** Letters and digits alone, folded as search folds them, so that `Peking Univ` finds `Peking University`. */
function squeeze(text: string): string {
  return foldKeepingLength(text).replace(/[^\p{L}\p{N}]/gu, "");
}

function spelling(syllables: readonly string[]): Spelling {
  let at = 0;
  const starts = syllables.map((syllable) => {
    at += syllable.length;
    return at - syllable.length;
  });
  return { letters: syllables.join(""), starts, initials: syllables.map((syllable) => syllable[0] ?? "").join("") };
}

/** The pinyin of a label's 汉字 in all plausible readings; empty when it has none. */
function spellings(label: string): Spelling[] {
  const known = spellingsOf.get(label);
  if (known !== undefined) return known;
  const han =
    foldKeepingLength(label)
      .match(/\p{Script=Han}/gu)
      ?.join("") ?? "";
  const read = nameReadings(han).flatMap((reading) => spellReading(reading.syllables).map(spelling));
  if (spellingsOf.size < LABELS_KEPT) spellingsOf.set(label, read);
  return read;
}

/**
 * Whether a value's label holds a typed text: in Chinese (简体 or 繁体) or English, in pinyin from the start of a syllable, or as a run
 * of pinyin initials. A text without letters or digits is in everything.
 */
export function labelSearch(typed: string): (labels: ValueLabels) => boolean {
  const wanted = squeeze(typed);
  const spelled = /^[a-z]+$/.test(wanted);
  const sounds = ({ letters, starts, initials }: Spelling): boolean =>
    initials.includes(wanted) || starts.some((start) => letters.startsWith(wanted, start));
  return ({ label, labelEn }) =>
    squeeze(label).includes(wanted) ||
    (labelEn !== null && squeeze(labelEn).includes(wanted)) ||
    (spelled && spellings(label).some(sounds));
}
