import type {
  Ageing,
  EngagementChannel,
  EngagementFilter,
  EngagementSort,
  EngagementSortKey,
  EngagementStatus,
  NextStepState,
} from "../../gql/generated.ts";
import { isEverything, parseSelection } from "../../lib/url-state.ts";

/** Statuses, in the order in which they are offered. */
export const STATUSES: readonly EngagementStatus[] = ["OPEN", "PAUSED", "LANDED", "STOPPED"];
/** Channels, in the order in which they are offered. */
export const CHANNELS: readonly EngagementChannel[] = [
  "TALENT_REFERRAL",
  "MARKET",
  "EVENT",
  "SPECIAL_SESSION",
  "PROJECT",
  "OVERSEAS_STATION",
  "SELF_RECOMMENDATION",
];
/** How long nothing has happened, most pressing first. */
export const AGEINGS: readonly Ageing[] = ["OVER_LIMIT", "NEAR_LIMIT", "NORMAL"];
/** States of the next step that can be asked for. */
export const STEPS: readonly NextStepState[] = ["WANTING", "OVERDUE", "MISSING"];
/** Orders of the table. */
export const SORTS: readonly EngagementSortKey[] = ["NEXT_STEP", "IDLE_DAYS", "OPENED", "NAME"];

/** What is shown when nothing is asked for: everything that was not stopped, so that the last column holds those who landed. */
export const SHOWN_STATUSES: readonly EngagementStatus[] = ["OPEN", "PAUSED", "LANDED"];

/** Conditions that take several values, as the address names them. */
export const LIST_KEYS = ["stage", "status", "channel", "desk", "owner", "programme", "ageing"] as const;
/** One of {@link LIST_KEYS}. */
export type ListKey = (typeof LIST_KEYS)[number];
/** Names of all parameters that narrow the pipeline, beside those of the selection of people. */
export const CONDITIONS: readonly string[] = [...LIST_KEYS, "step", "name", "from", "to"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** @returns the values chosen for a condition, as they stand in the address */
export function chosenIn(params: URLSearchParams, key: ListKey): readonly string[] {
  return [...new Set((params.get(key) ?? "").split(",").filter((part) => part !== ""))];
}

/** Reads the filter of the pipeline from an address; what cannot be understood is left out. */
export function parseEngagementFilter(params: URLSearchParams): EngagementFilter {
  const known = <Value extends string>(key: ListKey, values: readonly Value[]) =>
    values.filter((value) => chosenIn(params, key).includes(value));
  const statuses = known("status", STATUSES);
  const filter: EngagementFilter = { statuses: statuses.length > 0 ? statuses : [...SHOWN_STATUSES] };
  const ids = { stages: "stage", desks: "desk", owners: "owner", programmes: "programme" } as const;
  for (const name of ["stages", "desks", "owners", "programmes"] as const) {
    const values = chosenIn(params, ids[name]);
    if (values.length > 0) filter[name] = [...values];
  }
  const channels = known("channel", CHANNELS);
  if (channels.length > 0) filter.channels = channels;
  const ageing = known("ageing", AGEINGS);
  if (ageing.length > 0) filter.ageing = ageing;
  const step = STEPS.find((one) => one === params.get("step"));
  if (step) filter.nextStep = step;
  const name = (params.get("name") ?? "").trim();
  if (name) filter.name = name;
  const [from, to] = [params.get("from") ?? "", params.get("to") ?? ""];
  if (DAY.test(from)) filter.openedFrom = from;
  if (DAY.test(to)) filter.openedTo = to;
  const people = parseSelection(params);
  if (!isEverything(people)) {
    if (Object.keys(people.filter).length > 0) filter.scientists = people.filter;
    if (people.query) filter.query = people.query;
  }
  return filter;
}

/** Reads the order of the table; the next step comes first unless told. */
export function parseEngagementSort(params: URLSearchParams): EngagementSort {
  const by = SORTS.find((key) => key === params.get("sort")) ?? "NEXT_STEP";
  // Those idle longest and those opened last are what one looks for first.
  const natural = by === "IDLE_DAYS" || by === "OPENED" ? "DESCENDING" : "ASCENDING";
  return { by, direction: natural };
}

/** The address with one condition changed, at its first page; an empty value takes the condition away. */
export function withCondition(params: URLSearchParams, name: string, value: string | readonly string[]): URLSearchParams {
  const next = new URLSearchParams(params);
  const text = typeof value === "string" ? value : value.join(",");
  if (text) next.set(name, text);
  else next.delete(name);
  next.delete("after");
  next.delete("page");
  return next;
}

/** @returns whether anything narrows the pipeline beyond what is shown when nothing is asked for */
export function isNarrowed(params: URLSearchParams): boolean {
  return CONDITIONS.some((name) => params.has(name)) || !isEverything(parseSelection(params));
}

/** The address without any condition; how it is looked at stays. */
export function withoutConditions(params: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams();
  for (const name of ["view", "sort"]) {
    const value = params.get(name);
    if (value) next.set(name, value);
  }
  return next;
}

/** Address of the engagements behind a number; statuses are always named, so that the list counts what the number counted. */
export function listHref(conditions: Readonly<Record<string, string | readonly string[] | null | undefined>>): string {
  const parts = Object.entries({ view: "table", ...conditions }).flatMap(([name, value]) => {
    const text = [value ?? []].flat().join(",");
    return text ? [`${name}=${encodeURIComponent(text).replaceAll("%2C", ",")}`] : [];
  });
  return `/pipeline?${parts.join("&")}`;
}
