import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Selection_InstitutionDocument, Selection_PlaceDocument } from "../../gql/generated.ts";
import { labelOf, nameOf } from "../../lib/format.ts";
import { type Selection, SPOT_PARAMETER } from "../../lib/url-state.ts";
import { useFields } from "../../lib/use-directions.ts";
import { graphqlOptions } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { ActiveChip } from "./active-chips.ts";
import { useAllValues, useFacets } from "./use-facets.ts";

const PLACE_KEYS = [
  "homeRegions",
  "birthPlaces",
  "ancestralHomes",
  "almaMaterPlaces",
  "workPlaces",
  "countries",
  "countriesExcluded",
  "anyPlaces",
];
const INSTITUTION_KEYS = ["almaMaters", "employers", "institutions"];
/** Labels of these can only be read from the facet itself. */
const FACET_ONLY_KEYS = ["awards", "sources"];

const NEVER_STALE = Number.POSITIVE_INFINITY;

function useFetchedNames(
  chips: readonly ActiveChip[],
): (key: string, id: string) => { nameZh?: string | null; nameEn?: string | null } | undefined {
  const needed = (keys: readonly string[]) => [
    ...new Set(
      chips.filter((chip) => chip.origin === "filter" && keys.includes(chip.key)).flatMap((chip) => chip.values.map((value) => value.id)),
    ),
  ];
  const placeIds = needed(PLACE_KEYS);
  const institutionIds = needed(INSTITUTION_KEYS);
  const places = useQueries({
    queries: placeIds.map((id) => ({ ...graphqlOptions(Selection_PlaceDocument, { id }), staleTime: NEVER_STALE })),
  });
  const institutions = useQueries({
    queries: institutionIds.map((id) => ({ ...graphqlOptions(Selection_InstitutionDocument, { id }), staleTime: NEVER_STALE })),
  });
  return (key, id) =>
    (PLACE_KEYS.includes(key) ? places[placeIds.indexOf(id)]?.data?.place : institutions[institutionIds.indexOf(id)]?.data?.institution) ??
    undefined;
}

function useYears(selection: Selection): string {
  const { t } = useTranslation();
  const { from, to } = selection.filter.birthYears ?? {};
  if (from && to) return t("filter.yearsBetween", { from, to });
  return from ? t("filter.yearsFrom", { from }) : t("filter.yearsTo", { to });
}

/** @returns a function that words any condition: what kind it is, and its value */
export function useChipLabel(selection: Selection, chips: readonly ActiveChip[]): (chip: ActiveChip) => { key: string; value: string } {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const facets = useFacets(selection);
  const wanted = chips.filter((chip) => chip.origin === "filter" && FACET_ONLY_KEYS.includes(chip.key)).map((chip) => chip.key);
  const all = useAllValues(selection, [...new Set(wanted)], wanted.length > 0);
  const fields = useFields();
  const fetched = useFetchedNames(chips);
  const years = useYears(selection);
  // The map names the place or institution whose people it opened as a box (the `spot` of its address).
  const spot = useSearchParams()[0].get(SPOT_PARAMETER);
  const valueLabel = (key: string, id: string): string => {
    const groups = [...(facets.data?.scientists.facets ?? []), ...(all.data?.scientists.facets ?? [])];
    const known = groups
      .filter((group) => group.key === key)
      .flatMap((group) => group.values)
      .find((value) => value.id === id);
    if (known) return labelOf(known, language);
    // The facet shows a few values only; these two have words of their own, the same as the server's.
    if (key === "tiers") return t(`tier.${id}`);
    if (key === "birthDecades") return t("date.decade", { decade: id });
    const field = key === "fields" ? fields.data?.fields.find((candidate) => candidate.id === id) : undefined;
    return nameOf(field ?? fetched(key, id), language) || "…";
  };
  const singleLabel = (key: string): string => {
    if (key === "living") return t(selection.filter.living ? "filter.living" : "filter.deceased");
    if (key === "birthYears") return years;
    if (key === "unlocatedIn") return t(`view.${selection.filter.unlocatedIn}`);
    return t(`view.${selection.filter.boundsView ?? "WORKPLACE"}`);
  };
  return (chip) => {
    if (chip.key === "bounds" && chip.origin === "filter" && spot) return { key: t("filterKey.spot"), value: spot };
    const key = t(
      chip.origin === "text" ? "filter.asText" : i18n.exists(`filterKey.${chip.key}`) ? `filterKey.${chip.key}` : "filterKey.text",
    );
    if (chip.origin === "text") return { key, value: chip.text };
    if (chip.values.length === 0) return { key, value: chip.origin === "understood" ? chip.text : singleLabel(chip.key) };
    const values = chip.values.map((value) =>
      value.label === undefined
        ? valueLabel(chip.key, value.id)
        : labelOf({ label: value.label, labelEn: value.labelEn ?? null }, language),
    );
    return { key, value: [...new Set(values)].join(language === "zh" ? "、" : ", ") };
  };
}
