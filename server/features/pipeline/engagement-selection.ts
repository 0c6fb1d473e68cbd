import type { EngagementFilter } from "../../graphql/generated.ts";
import { isDay } from "../../shared/dates.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { buildNameIndex, hasHan } from "../names/index.ts";
import type { Rights } from "../rights/index.ts";
import type { SearchService } from "../search/index.ts";
import type { RankedRows, ReadModel } from "../selection/index.ts";
import { type AgedEngagement, aged, matches } from "./engagement-list.ts";
import { engagementsOfStatuses, STATUSES } from "./engagements.repository.ts";
import type { EngagementModel } from "./pipeline.types.ts";
import { type PipelineRoom, todayOf } from "./pipeline-room.ts";
import type { KnownSettings } from "./settings.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What people are chosen with: the read model that lists and maps of people use, too. */
export interface PeopleChooser {
  readonly search: SearchService;
  readonly readModel: ReadModel;
  readonly rights: Rights;
}

const SHOWN_BY_DEFAULT = ["OPEN", "PAUSED"] as const;
const NAME_MOST = 100;

/** Ids of those among some scientists that are in a selection of the read model. */
function among(readModel: ReadModel, found: RankedRows, scientistIds: readonly string[]): Set<string> {
  const here = readModel.rowsOfIds(scientistIds.map((id) => [id, 0] as const));
  return new Set(readModel.idsInOrder(readModel.select({}, readModel.intersect(found, here)), null));
}

function scientistsOf(engagements: readonly EngagementModel[]): string[] {
  return [...new Set(engagements.flatMap(({ scientistId }) => scientistId ?? []))];
}

async function bySelection(list: EngagementModel[], filter: EngagementFilter, chooser: PeopleChooser): Promise<EngagementModel[]> {
  const { scientists, query } = filter;
  if (scientists == null && !query?.trim()) return list;
  const { selection } = await chooser.search.resolve({ query, filter: scientists }, chooser.rights);
  const ids = among(chooser.readModel, chooser.readModel.ranked(selection), scientistsOf(list));
  return list.filter(({ scientistId }) => scientistId !== null && ids.has(scientistId));
}

function byName(list: EngagementModel[], name: string | null | undefined, readModel: ReadModel): EngagementModel[] {
  const text = name?.trim() ?? "";
  if (text === "") return list;
  if (text.length > NAME_MOST)
    throw new InvalidInputError(
      `姓名最多 ${NAME_MOST} 个字符，请缩短后再试。`,
      `At most ${NAME_MOST} characters of a name are searched; shorten it and try again.`,
    );
  const identified = among(readModel, readModel.findByName(text), scientistsOf(list));
  const stated = list.filter(({ scientistId }) => scientistId === null).map(({ personName }) => personName);
  const names = buildNameIndex(
    stated.map((each, row) => ({ row, nameZh: hasHan(each) ? each : null, nameEn: hasHan(each) ? null : each, aliases: [] })),
  );
  const found = new Set(Array.from(names.find(text).rows, (row) => stated[row]));
  return list.filter(({ scientistId, personName }) => (scientistId === null ? found.has(personName) : identified.has(scientistId)));
}

/** The bound of a time, or null. @throws InvalidInputError when it is no day */
export function dayOrNull(day: string | null | undefined): string | null {
  if (day == null || day === "") return null;
  if (isDay(day)) return day;
  throw new InvalidInputError("日期应为 YYYY-MM-DD。", "Days must be given as YYYY-MM-DD.");
}

/**
 * The engagements of a filter, with their age today: what board, table, counts and figures are projections of. Open and paused ones unless
 * the filter names statuses.
 * @throws InvalidInputError when a day or the text of the filter cannot be used
 */
export async function selectEngagements(
  room: PipelineRoom & { readonly calendar: WorkingCalendar },
  filter: EngagementFilter,
  settings: KnownSettings,
  chooser: PeopleChooser,
): Promise<AgedEngagement[]> {
  const openedFrom = dayOrNull(filter.openedFrom);
  const openedTo = dayOrNull(filter.openedTo);
  const all = await engagementsOfStatuses(room, { statuses: filter.statuses ?? SHOWN_BY_DEFAULT, openedFrom, openedTo });
  const people = byName(await bySelection(all, filter, chooser), filter.name, chooser.readModel);
  const today = todayOf(room);
  return aged(people, settings, today, room.calendar).filter((each) => matches(filter, each, today));
}

/** Every engagement opened in a time, of whatever status, with its age today. */
export async function engagementsOpenedIn(
  room: PipelineRoom & { readonly calendar: WorkingCalendar },
  settings: KnownSettings,
  from: string | null,
  to: string | null,
): Promise<AgedEngagement[]> {
  const all = await engagementsOfStatuses(room, { statuses: STATUSES, openedFrom: from, openedTo: to });
  return aged(all, settings, todayOf(room), room.calendar);
}
