import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { Allowed, Card } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

/** @returns a function that names where a move leads: a stage, or what becomes of the engagement */
export function useTargetWord(): (target: Pick<Allowed, "stage" | "status">) => string {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  return ({ stage, status }) => (stage ? nameOf(stage, language) : t(`become.${status}`));
}

/** @returns a function that names the person of an engagement in the reader's language */
export function usePersonName(): (card: Pick<Card, "candidate">) => string {
  const language = useLanguage();
  return ({ candidate }) => nameOf(candidate.scientist, language) || candidate.name;
}
