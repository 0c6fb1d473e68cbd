import { useTranslation } from "react-i18next";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { AGEINGS, CHANNELS, chosenIn, type ListKey, STATUSES, STEPS } from "./pipeline-url.ts";
import { type Desk, type Stage, useOfficers, useProgrammes } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";

/** A condition with the values that can be chosen. */
export interface Condition {
  readonly key: ListKey | "step";
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  /** Whether several values can be chosen. */
  readonly several: boolean;
  readonly chosen: readonly string[];
}

/** Every condition of the pipeline with its values and what is chosen in the address. */
export function useConditions(params: URLSearchParams, stages: readonly Stage[], desks: readonly Desk[]): Condition[] {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const officers = useOfficers();
  const programmes = useProgrammes();
  const named = (each: { id: string; nameZh: string; nameEn: string | null }) => ({ id: each.id, label: nameOf(each, language) });
  const worded = (group: string, ids: readonly string[]) => ids.map((id) => ({ id, label: t(`${group}.${id}`) }));
  const list = (key: ListKey, options: Condition["options"]): Condition => ({
    key,
    label: t(`condition.${key}`),
    options,
    several: true,
    chosen: chosenIn(params, key),
  });
  const step = STEPS.find((one) => one === params.get("step"));
  return [
    list("stage", stages.map(named)),
    list("status", worded("status", STATUSES)),
    list(
      "owner",
      officers.map(({ id, name }) => ({ id, label: name })),
    ),
    list("programme", programmes.map(named)),
    list("channel", worded("channel", CHANNELS)),
    list("desk", desks.map(named)),
    list("ageing", worded("ageing", AGEINGS)),
    { key: "step", label: t("condition.step"), options: worded("step", STEPS), several: false, chosen: step ? [step] : [] },
  ];
}
