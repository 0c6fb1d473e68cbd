import type { TFunction } from "i18next";
import type { Measures_LineFragment, Measures_RunQuery } from "../../gql/generated.ts";
import { formatExact, nameOf } from "../../lib/format.ts";
import type { Language } from "../../lib/i18n.ts";
import { formatTime } from "../../lib/time.ts";

/** One run as lists show it. */
export type RunLine = Measures_LineFragment;
/** One run with what it found. */
export type RunResult = NonNullable<Measures_RunQuery["measureRun"]>;
/** A community or component of a result. */
export type Community = RunResult["communities"][number];

/** Whether a run has not ended. */
export function isOpen({ status }: Pick<RunLine, "status">): boolean {
  return status === "QUEUED" || status === "RUNNING";
}

/** How the people were chosen, from the JSON text of a run. */
function chosenWords(selection: string, t: TFunction): string {
  const { query, filter, named }: { query?: string | null; filter?: object | null; named?: number | null } = JSON.parse(selection);
  const parts = [
    query ? t("chosen", { query }) : "",
    filter && Object.keys(filter).length > 0 ? t("filtered") : "",
    typeof named === "number" ? t("named", { n: named }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** Whom a run is about and which links count, in words. */
export function scopeWords(run: RunLine, t: TFunction): string {
  const [a, b] = run.between;
  const parts = [
    run.kind === "NEAREST" ? t("nearestTo", { name: run.person?.name ?? t("gonePerson") }) : "",
    a && b ? t("of", { a, b }) : "",
    run.selection ? chosenWords(run.selection, t) : t("everybody"),
    run.links.map((link) => t(`link.${link}`)).join(t("listComma")),
    run.minWorks > 1 ? t("least", { n: run.minWorks }) : "",
    run.since ? t("since_", { year: run.since }) : "",
  ];
  return parts.filter((part) => part !== "").join(" · ");
}

/** On which data a run was computed and from which seed, and how many people and pairs it met. */
export function dataWords(run: RunLine, t: TFunction): string[] {
  if (run.people === null || run.people === undefined) return [];
  const exact = (count: number | null | undefined) => formatExact(count ?? 0);
  const sizes = { people: exact(run.people), pairs: exact(run.pairs), unlinked: exact(run.unlinked) };
  return [
    run.pairs === null || run.pairs === undefined ? t("sizeOnly", sizes) : t("size", sizes),
    run.sample ? t("sampled", { n: exact(run.sample), of: exact(run.people) }) : "",
    run.largeGroups > 0 ? t("large", { count: run.largeGroups }) : "",
    t("data", { time: formatTime(run.startedAt), sequence: run.changeSequence ?? 0, seed: run.seed }),
  ].filter((part) => part !== "");
}

/** Name of a community: what is typical of it, else those at its centre. */
export function communityName({ fields, institutions, central }: Community, t: TFunction, language: Language): string {
  const typical = [
    ...fields.map(({ field }) => nameOf(field, language)),
    ...institutions.slice(0, 2).map(({ institution }) => nameOf(institution, language)),
  ];
  if (typical.length > 0) return typical.join(" · ");
  const names = central.slice(0, 2).map(({ name }) => name);
  return names.length > 0 ? t("around", { names: names.join(t("listComma")) }) : t("untold");
}

/** A value to three figures; counts and numbers of communities as they are. */
export function valueWords(value: number): string {
  if (Number.isInteger(value)) return formatExact(value);
  return value >= 1_000 ? formatExact(Math.round(value)) : value.toPrecision(3);
}
