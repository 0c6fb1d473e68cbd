import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { rightsOf } from "../rights/index.ts";
import { type AgedEngagement, aged } from "./engagement-list.ts";
import { engagementsOfStatuses } from "./engagements.repository.ts";
import type { ReminderModel, ReminderSource } from "./pipeline.types.ts";
import type { PipelineRoom } from "./pipeline-room.ts";
import { CHECKS_FOR_LEGAL_DESK, DUE_PROMISES } from "./reminders.cypher.ts";
import type { WorkingCalendar } from "./working-calendar.ts";

type Language = "zh" | "en";

const promiseRow = z.object({ id: z.string(), text: z.string(), dueOn: z.string(), engagementId: z.string(), personName: z.string() });
const checkRow = z.object({ id: z.string(), at: z.string(), engagementId: z.string(), personName: z.string() });
const MOST = 500;

function stepReminder({ engagement }: AgedEngagement, today: string): ReminderModel[] {
  const { id, nextStepText: text, nextStepDueOn: on, personName } = engagement;
  if (text === null || on === null || on > today) return [];
  return [
    { id: `NEXT_STEP:${id}:${on}`, kind: "NEXT_STEP", on, overdue: on < today, personName, text, engagementId: id, referralId: null },
  ];
}

function stuckReminder(
  { engagement, age }: AgedEngagement,
  stage: { readonly nameZh: string; readonly nameEn: string; readonly limitDays: number | null },
  language: Language,
): ReminderModel[] {
  if (age.ageing !== "OVER_LIMIT") return [];
  const text =
    language === "zh"
      ? `“${stage.nameZh}”阶段已 ${age.idleDays} 个工作日没有进展，期限 ${stage.limitDays} 个工作日`
      : `Nothing has happened in “${stage.nameEn}” for ${age.idleDays} working days; the limit is ${stage.limitDays}`;
  const { id, personName } = engagement;
  const about = { on: age.idleSince, overdue: true, personName, text, engagementId: id, referralId: null };
  return [{ id: `STUCK:${id}:${age.idleSince}`, kind: "STUCK", ...about }];
}

const LEGAL_TEXT = { zh: "公开接洽核查待法务审核", en: "An open-engagement check waits for the legal desk" };

/** What the pipeline itself reminds officers of: due steps and promises, stuck engagements of their own, checks for the legal desk of others. */
export function pipelineReminders(room: PipelineRoom & { readonly calendar: WorkingCalendar }): ReminderSource {
  const { driver, database } = room;

  async function ofOwn(ownerId: string, language: Language, today: string): Promise<ReminderModel[]> {
    const settings = await room.settings.known();
    const open = await engagementsOfStatuses(room, { statuses: ["OPEN"], openedFrom: null, openedTo: null, ownerId });
    const own = aged(open, settings, today, room.calendar);
    return own.flatMap((each) => [...stepReminder(each, today), ...stuckReminder(each, settings.stage(each.engagement.stageId), language)]);
  }

  async function promises(ownerId: string, today: string): Promise<ReminderModel[]> {
    const rows = decodeRows(promiseRow, await read(driver, database, DUE_PROMISES, { ownerId, today, limit: MOST }));
    return rows.map(({ id, text, dueOn: on, engagementId, personName }) => {
      return { id: `PROMISE:${id}`, kind: "PROMISE", on, overdue: on < today, personName, text, engagementId, referralId: null };
    });
  }

  async function legalReviews(byId: string, language: Language, today: string): Promise<ReminderModel[]> {
    const rows = decodeRows(checkRow, await read(driver, database, CHECKS_FOR_LEGAL_DESK, { byId, limit: MOST }));
    return rows.map(({ id, at, engagementId, personName }) => {
      const on = chinaDayOf(new Date(at));
      const about = { on, overdue: on < today, personName, text: LEGAL_TEXT[language], engagementId, referralId: null };
      return { id: `LEGAL_REVIEW:${id}`, kind: "LEGAL_REVIEW", ...about };
    });
  }

  return {
    async remindersFor(principal, language, today) {
      if (!rightsOf(principal.role).may("Query.engagements")) return [];
      const lists = await Promise.all([
        ofOwn(principal.id, language, today),
        promises(principal.id, today),
        legalReviews(principal.id, language, today),
      ]);
      return lists.flat();
    },
  };
}
