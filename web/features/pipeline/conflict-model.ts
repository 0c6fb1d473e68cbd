import { nameOf } from "../../lib/format.ts";
import type { Language } from "../../lib/i18n.ts";
import type { Card } from "./engagement-types.ts";

/** Particulars of an engagement that two people may change at the same time. */
export const COMPARED = ["stage", "status", "owner", "programme", "channel", "nextStep"] as const;

/** One particular that somebody else changed. */
export interface Difference {
  readonly what: (typeof COMPARED)[number];
  /** As it was seen; null for nothing. Keys of status and channel are not worded yet. */
  readonly before: string | null;
  readonly after: string | null;
}

function textOf(card: Card, what: Difference["what"], language: Language): string | null {
  switch (what) {
    case "stage":
      return nameOf(card.stage, language);
    case "owner":
      return card.owner.name;
    case "programme":
      return card.programme && nameOf(card.programme, language);
    case "nextStep":
      return card.nextStep && `${card.nextStep.dueOn} ${card.nextStep.text}`;
    default:
      return card[what];
  }
}

/** What changed between an engagement as it was seen and as it is now. */
export function differencesOf(seen: Card, now: Card, language: Language): Difference[] {
  return COMPARED.map((what) => ({ what, before: textOf(seen, what, language), after: textOf(now, what, language) })).filter(
    ({ before, after }) => before !== after,
  );
}
