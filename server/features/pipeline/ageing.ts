import type { Ageing, EngagementStatus } from "../../graphql/generated.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

/** What the age of an engagement is reckoned from. Days are `YYYY-MM-DD`. */
export interface Aged {
  readonly status: EngagementStatus;
  /** Since when it is in its stage and status. */
  readonly stageSince: string;
  /** When it entered the stage. */
  readonly stageEnteredOn: string;
  /** Latest contact of anybody with the person; null without. */
  readonly lastContactOn: string | null;
}

/** Ages in working days. */
export interface Age {
  readonly daysInStage: number;
  /** Null when it is not open. */
  readonly idleDays: number | null;
  readonly ageing: Ageing;
  /** Since when nothing has happened: the later of entering the stage and the latest contact. */
  readonly idleSince: string;
}

/** From this part of the limit on, the limit is near. */
const NEAR = 0.7;

function compared(idleDays: number | null, limitDays: number | null): Ageing {
  if (idleDays === null || limitDays === null) return "NORMAL";
  if (idleDays > limitDays) return "OVER_LIMIT";
  return idleDays >= limitDays * NEAR ? "NEAR_LIMIT" : "NORMAL";
}

/** How long nothing has happened on a day, against the limit of the stage in working days (null for none). */
export function ageOf(engagement: Aged, limitDays: number | null, today: string, calendar: WorkingCalendar): Age {
  const { stageSince, stageEnteredOn, lastContactOn } = engagement;
  const idleSince = lastContactOn !== null && lastContactOn > stageSince ? lastContactOn : stageSince;
  const idleDays = engagement.status === "OPEN" ? calendar.workingDaysBetween(idleSince, today) : null;
  return {
    daysInStage: calendar.workingDaysBetween(stageEnteredOn, today),
    idleDays,
    ageing: compared(idleDays, limitDays),
    idleSince,
  };
}
