import { KIND } from "./name-key.ts";
import { MATCH, type MatchStage, qualityOf } from "./name-match.ts";
import type { NameQuery } from "./name-query.ts";
import { type NameField, NameTableBuilder } from "./name-table.ts";
import { hasHan } from "./text-fold.ts";

/**
 * How a name was met: `hanzi`, `pinyin` and `latin` as typed in full or from the beginning;
 * `other-reading` a less usual reading of a character; `given-name` the given name or an inner part
 * alone; `initials` and `abbreviation` (`zwenq`, `jf clauser`); `words` the typed words in another
 * order; `spacing` words divided otherwise; `homophone` 汉字 of the same sound; `fuzzy` one typing error.
 */
export type MatchForm =
  | "hanzi"
  | "pinyin"
  | "other-reading"
  | "latin"
  | "given-name"
  | "initials"
  | "abbreviation"
  | "words"
  | "spacing"
  | "homophone"
  | "fuzzy";

/** Why one row matched. */
export interface NameHit {
  readonly row: number;
  /** 0–1; comparable between rows of one search. */
  readonly score: number;
  readonly form: MatchForm;
  /** Which of the person's names matched. */
  readonly field: NameField;
  /** That name as it is stored. */
  readonly matched: string;
}

interface Explained {
  readonly quality: number;
  readonly form: MatchForm;
  readonly field: NameField;
  readonly matched: string;
}

function formOf(match: number, classOfKey: number, matched: string): MatchForm {
  switch (match) {
    case MATCH.initials:
    case MATCH.initialsPrefix:
      return "initials";
    case MATCH.pieces:
    case MATCH.piecesPrefix:
      return "abbreviation";
    case MATCH.words:
      return "words";
    case MATCH.spacing:
      return "spacing";
    case MATCH.homophone:
      return "homophone";
    case MATCH.fuzzy:
      return "fuzzy";
  }
  const kind = classOfKey & 7;
  if (kind === KIND.given || kind === KIND.part) return "given-name";
  if (match === MATCH.hanExact || match === MATCH.hanPrefix) return "hanzi";
  if (classOfKey >= 8) return "other-reading";
  return hasHan(matched) ? "pinyin" : "latin";
}

/**
 * Finds which of one person's names met the query best, by running the same stages over that
 * person alone.
 * @returns null when none of the stages meets any of the names.
 */
export function explainMatch(
  names: readonly { field: NameField; text: string }[],
  query: NameQuery,
  stages: readonly MatchStage[],
): Explained | null {
  const builder = new NameTableBuilder();
  builder.add({ row: 0, nameZh: null, nameEn: null, aliases: names.map((name) => name.text) });
  const table = builder.finish();
  let best: Explained | null = null;
  for (const stage of stages) {
    stage(table, query, {
      range: (keys, low, high, match, accept) => {
        for (let at = keys.firstPosting[low] ?? 0; at < (keys.firstPosting[high] ?? 0); at++) {
          const posting = keys.postings[at] ?? 0;
          const quality = qualityOf(match, posting & 15);
          if (quality <= (best?.quality ?? 0) || (accept && !accept(posting >>> 4))) continue;
          const matched = table.forms.text(posting >>> 4);
          const field = names.find((name) => name.text === matched)?.field ?? "aliases";
          best = { quality, form: formOf(match, posting & 15, matched), field, matched };
        }
      },
    });
  }
  return best;
}
