import { readHolidays } from "../../../seeds/index.ts";
import { daysAfter } from "../../shared/dates.ts";

/** Working days of mainland China. Days are `YYYY-MM-DD`. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /** How many working days lie after `from`, up to and including `to`; 0 when `to` is not later. */
  workingDaysBetween(from: string, to: string): number;
  /** Years whose table is known; in others Monday to Friday count. */
  readonly years: readonly number[];
}

const SATURDAY = 6;
const SUNDAY = 0;
const DAYS_A_WEEK = 7;
const WORKING_A_WEEK = 5;
const DAY_MS = 86_400_000;

function isWeekday(day: string): boolean {
  const weekday = new Date(day).getUTCDay();
  return weekday !== SATURDAY && weekday !== SUNDAY;
}

/** Monday to Friday after a day up to another, later one. */
function weekdaysBetween(from: string, to: string): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  const weeks = Math.floor(days / DAYS_A_WEEK);
  let rest = 0;
  for (let day = daysAfter(from, weeks * DAYS_A_WEEK + 1); day <= to; day = daysAfter(day, 1)) rest += isWeekday(day) ? 1 : 0;
  return weeks * WORKING_A_WEEK + rest;
}

/** One day that is not as its weekday says. */
export interface MovedDay {
  readonly date: string;
  readonly working: boolean;
}

/** The calendar of some moved days. */
export function createWorkingCalendar(moved: readonly MovedDay[]): WorkingCalendar {
  const byDate = new Map(moved.map(({ date, working }) => [date, working]));
  // Only days that differ from their weekday change a count; a holiday on a Sunday does not.
  const different = moved.filter(({ date, working }) => working !== isWeekday(date));
  return {
    years: [...new Set(moved.map(({ date }) => Number(date.slice(0, 4))))].sort((left, right) => left - right),
    isWorkingDay: (day) => byDate.get(day) ?? isWeekday(day),
    workingDaysBetween(from, to) {
      if (to <= from) return 0;
      const between = different.filter(({ date }) => date > from && date <= to);
      return between.reduce((sum, { working }) => sum + (working ? 1 : -1), weekdaysBetween(from, to));
    },
  };
}

/** The calendar of the State Council's tables in seeds/holidays.json. */
export function chineseCalendar(): WorkingCalendar {
  return createWorkingCalendar(readHolidays());
}
