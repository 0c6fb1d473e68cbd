import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { read, write } from "../../db/run.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import type { Principal } from "../auth/index.ts";
import type { ReminderModel, ReminderSource } from "./pipeline.types.ts";
import { PIPELINE_REFUSALS } from "./pipeline-refusals.ts";
import { type PipelineRoom, todayOf } from "./pipeline-room.ts";
import { DISMISS_REMINDER, DISMISSED_REMINDERS } from "./reminders.cypher.ts";

const keyRow = z.object({ key: z.string() });

/** Reminders of all rooms together. */
export interface Reminders {
  /** What a viewer should do or know, most pressing first; what the viewer has hidden is left out. */
  of(principal: Principal, language: "zh" | "en"): Promise<ReminderModel[]>;
  /** Hides one of the viewer's own reminders. */
  dismiss(principal: Principal, id: string): Promise<Outcome<{ readonly id: string }>>;
}

/** Of two reminders of one day, what somebody outside waits for comes first. */
const WEIGHT: Readonly<Record<ReminderModel["kind"], number>> = {
  PROMISE: 0,
  LEGAL_REVIEW: 1,
  NEXT_STEP: 2,
  INTRODUCTION_OFFERED: 3,
  REFERRAL_ARRIVED: 4,
  CLAIM_LAPSING: 5,
  STUCK: 6,
  CONTRIBUTION: 7,
  REFERRAL_MOVED: 8,
  INTRODUCTION_TASK: 3,
  INTRODUCTION_ANSWERED: 4,
};

function morePressing(left: ReminderModel, right: ReminderModel): number {
  if (left.overdue !== right.overdue) return left.overdue ? -1 : 1;
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return WEIGHT[left.kind] - WEIGHT[right.kind] || (left.id < right.id ? -1 : 1);
}

/** The reminders that some rooms give; the list of rooms may grow until the server listens. */
export function createReminders(room: PipelineRoom, sources: readonly ReminderSource[]): Reminders {
  const { driver, database } = room;
  const keyOf = (principal: Principal, id: string): string => `${principal.id}:${id}`;

  async function all(principal: Principal, language: "zh" | "en"): Promise<ReminderModel[]> {
    const today = todayOf(room);
    return (await Promise.all(sources.map((source) => source.remindersFor(principal, language, today)))).flat();
  }

  return {
    async of(principal, language) {
      const given = await all(principal, language);
      const keys = given.map(({ id }) => keyOf(principal, id));
      const dismissed = keys.length === 0 ? [] : decodeRows(keyRow, await read(driver, database, DISMISSED_REMINDERS, { keys }));
      const hidden = new Set(dismissed.map((row) => row.key));
      return given.filter(({ id }) => !hidden.has(keyOf(principal, id))).sort(morePressing);
    },
    async dismiss(principal, id) {
      const given = await all(principal, "zh");
      if (!given.some((reminder) => reminder.id === id)) return refuse(PIPELINE_REFUSALS.noSuchReminder);
      await write(driver, database, DISMISS_REMINDER, { key: keyOf(principal, id), at: room.clock().toISOString() });
      return { done: { id } };
    },
  };
}
