import type { TFunction } from "i18next";
import type { NetworkFilters } from "../../lib/network-view.ts";
import type { CsvWords } from "./export-csv.ts";

function yearsOf({ yearFrom, yearTo }: NetworkFilters, t: TFunction): string | null {
  if (yearFrom !== undefined && yearTo !== undefined) return t("condition.years", { from: yearFrom, to: yearTo });
  if (yearFrom !== undefined) return t("condition.since", { from: yearFrom });
  return yearTo === undefined ? null : t("condition.until", { to: yearTo });
}

/** The filters of a network in words, as files and lists state them. */
export function conditionsOf(filters: NetworkFilters, t: TFunction): string {
  return [
    filters.links.map((link) => t(`link.${link}`)).join(t("condition.and")),
    yearsOf(filters, t),
    filters.minWorks > 1 ? t("condition.minWorks", { n: filters.minWorks }) : null,
    filters.hideWeak ? t("condition.hideWeak") : null,
  ]
    .filter((part) => part !== null)
    .join(t("condition.between"));
}

/** Words of the two tables of a CSV. */
export function csvWords(t: TFunction): CsvWords {
  return {
    people: [t("csv.id"), t("csv.name"), t("csv.degree"), "x", "y", t("csv.pinned")],
    links: [
      t("csv.source"),
      t("csv.sourceName"),
      t("csv.target"),
      t("csv.targetName"),
      t("csv.kinds"),
      t("csv.works"),
      t("csv.first"),
      t("csv.last"),
      t("csv.strength"),
    ],
    yes: t("csv.yes"),
    notes: { title: t("csv.title"), conditions: t("csv.conditions"), dataDate: t("csv.dataDate"), watermark: t("csv.watermark") },
    kind: (link) => t(`link.${link}`),
  };
}
