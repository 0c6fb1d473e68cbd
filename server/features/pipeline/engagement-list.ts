import type { EngagementFilter, EngagementSort, EngagementSortKey, NextStepState } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { nameSortKey } from "../selection/index.ts";
import { type Age, ageOf } from "./ageing.ts";
import type { EngagementModel } from "./pipeline.types.ts";
import type { KnownSettings } from "./settings.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** An engagement with how old it is on the day of the list. */
export interface AgedEngagement {
  readonly engagement: EngagementModel;
  readonly age: Age;
}

/** The conditions that are reckoned on one engagement; people are chosen elsewhere. */
export type RowFilter = Pick<EngagementFilter, "stages" | "channels" | "desks" | "owners" | "programmes" | "ageing" | "nextStep">;

/** Engagements with their age. */
export function aged(
  engagements: readonly EngagementModel[],
  settings: KnownSettings,
  today: string,
  calendar: WorkingCalendar,
): AgedEngagement[] {
  return engagements.map((engagement) => ({
    engagement,
    age: ageOf(engagement, settings.stage(engagement.stageId).limitDays, today, calendar),
  }));
}

function isIn<T>(values: readonly T[] | null | undefined, value: T | null): boolean {
  return values == null || (value !== null && values.includes(value));
}

function isStep(state: NextStepState | null | undefined, dueOn: string | null, today: string): boolean {
  if (state == null) return true;
  const overdue = dueOn !== null && dueOn < today;
  switch (state) {
    case "OVERDUE":
      return overdue;
    case "MISSING":
      return dueOn === null;
    case "WANTING":
      return overdue || dueOn === null;
  }
}

/** Whether an engagement fits; keys combine with AND, the values of a key with OR. */
export function matches(filter: RowFilter, { engagement, age }: AgedEngagement, today: string): boolean {
  return (
    isIn(filter.stages, engagement.stageId) &&
    isIn(filter.channels, engagement.channel) &&
    isIn(filter.desks, engagement.deskId) &&
    isIn(filter.owners, engagement.ownerId) &&
    isIn(filter.programmes, engagement.programmeId) &&
    isIn(filter.ageing, age.ageing) &&
    isStep(filter.nextStep, engagement.nextStepDueOn, today)
  );
}

/** Something an order compares by; null comes last in both directions. */
type Key = readonly (string | number)[] | null;

function keyOf(by: EngagementSortKey, { engagement, age }: AgedEngagement): Key {
  switch (by) {
    case "NEXT_STEP":
      return engagement.nextStepDueOn === null ? null : [engagement.nextStepDueOn];
    case "IDLE_DAYS":
      return age.idleDays === null ? null : [age.idleDays];
    case "OPENED":
      return [engagement.openedOn];
    case "NAME":
      return nameSortKey(engagement.personNameZh, engagement.personNameEn);
  }
}

interface Placed {
  readonly key: Key;
  readonly id: string;
}

function compareKeys(left: Key, right: Key, sign: number): number {
  if (left === null || right === null) return Number(left === null) - Number(right === null);
  for (let at = 0; at < left.length; at += 1) {
    const [a, b] = [left[at] ?? 0, right[at] ?? 0];
    if (a !== b) return a < b ? -sign : sign;
  }
  return 0;
}

const DEFAULT_SORT: EngagementSort = { by: "NEXT_STEP", direction: "ASCENDING" };

/** One page of a list. */
export interface EngagementPage {
  readonly edges: readonly { readonly cursor: string; readonly node: EngagementModel }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

function cursorOf(sort: EngagementSort, { key, id }: Placed): string {
  return Buffer.from(JSON.stringify([sort.by, sort.direction, key, id])).toString("base64url");
}

function readKey(value: unknown): Key | undefined {
  if (value === null) return null;
  return Array.isArray(value) && value.every((part) => typeof part === "string" || typeof part === "number") ? value : undefined;
}

/** @throws InvalidInputError when the text is not a cursor of this order */
function readCursor(sort: EngagementSort, cursor: string): Placed {
  try {
    const read: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const [by, direction, given, id]: unknown[] = Array.isArray(read) ? read : [];
    const key = readKey(given);
    if (by === sort.by && direction === sort.direction && key !== undefined && typeof id === "string") return { key, id };
  } catch {
    // Told below, as for every other text that is none.
  }
  throw new InvalidInputError(
    "翻页位置与当前排序不符，请从第一页重新开始。",
    "The position does not belong to this order; start from the first page again.",
  );
}

/** A page in an order; those who have nothing to be ordered by come last, the id decides between equals. */
export function pageOf(
  list: readonly AgedEngagement[],
  wanted: EngagementSort | null | undefined,
  first: number,
  after: string | null,
): EngagementPage {
  const sort = wanted ?? DEFAULT_SORT;
  const sign = sort.direction === "DESCENDING" ? -1 : 1;
  const compare = (left: Placed, right: Placed): number =>
    compareKeys(left.key, right.key, sign) || (left.id < right.id ? -1 : Number(left.id > right.id));
  const placed = list.map((each) => ({ node: each.engagement, key: keyOf(sort.by, each), id: each.engagement.id })).sort(compare);
  const start = after === null ? null : readCursor(sort, after);
  const rest = start === null ? placed : placed.filter((each) => compare(each, start) > 0);
  const edges = rest.slice(0, first).map((each) => ({ cursor: cursorOf(sort, each), node: each.node }));
  return { edges, pageInfo: { hasNextPage: rest.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** How many are in each stage, in the order of the stages, with none left out. */
export function countByStage(list: readonly AgedEngagement[], settings: KnownSettings) {
  return settings.current.stages.map((stage) => ({
    stage,
    count: list.filter(({ engagement }) => engagement.stageId === stage.id).length,
  }));
}
