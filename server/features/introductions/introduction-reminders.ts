import type { Database } from "../../db/records.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import type { ReminderModel, ReminderSource } from "../pipeline/pipeline.types.ts";
import { rightsOf } from "../rights/index.ts";
import type { IntroductionTaskModel } from "./introductions.types.ts";
import { answers } from "./task-moves.ts";
import { ownTaskIds, tasksById } from "./tasks.repository.ts";

type Language = "zh" | "en";

/** Own tasks that are looked at, latest first. */
const MOST = 200;
/** Days for which an answer is told. */
const TOLD_DAYS = 14;

const nameAt = ({ people }: IntroductionTaskModel, position: number): string =>
  people.find((each) => each.position === position)?.person.name ?? "—";

function waitingText(task: IntroductionTaskModel, language: Language): string {
  const first = nameAt(task, 0);
  if (task.handlerId === null)
    return language === "zh" ? `未关联账号，请以其他方式联系${first}` : `No account is linked; ask ${first} by other means`;
  if (task.status === "ACCEPTED") return language === "zh" ? "您已同意，引荐后请登记" : "You agreed; note it when it is done";
  return language === "zh" ? `${task.askedBy}请您引荐，可以婉拒` : `${task.askedBy} asks you for an introduction; you may decline`;
}

const ANSWERED = {
  ACCEPTED: { zh: "已同意引荐", en: "has agreed" },
  DECLINED: { zh: "婉拒了引荐", en: "would rather not" },
  DONE: { zh: "已完成引荐", en: "has made the introduction" },
} as const;

function answeredText(task: IntroductionTaskModel, status: keyof typeof ANSWERED, language: Language): string {
  return language === "zh" ? `${nameAt(task, 0)}${ANSWERED[status].zh}` : `${nameAt(task, 0)} ${ANSWERED[status].en}`;
}

function remindersOf(
  task: IntroductionTaskModel,
  viewer: { id: string; officer: boolean },
  language: Language,
  since: string,
): ReminderModel[] {
  const { id, status, version, askedAt, answeredAt } = task;
  const common = {
    ...{ overdue: false, personName: nameAt(task, task.length - 1) },
    ...{ engagementId: null, referralId: null, introductionTaskId: id },
  };
  if ((status === "ASKED" || status === "ACCEPTED") && answers(task, viewer)) {
    const on = chinaDayOf(new Date(answeredAt ?? askedAt));
    return [{ ...common, id: `INTRODUCTION_TASK:${id}:${status}`, kind: "INTRODUCTION_TASK", on, text: waitingText(task, language) }];
  }
  if (task.askedById !== viewer.id || task.handlerId === null || answeredAt === null) return [];
  if (status !== "ACCEPTED" && status !== "DECLINED" && status !== "DONE") return [];
  const on = chinaDayOf(new Date(answeredAt));
  if (on < since) return [];
  const text = answeredText(task, status, language);
  return [{ ...common, id: `INTRODUCTION_ANSWERED:${id}:${version}`, kind: "INTRODUCTION_ANSWERED", on, text }];
}

/** Reminders of introductions: to who is asked that they are asked, to who asked what was answered. */
export function introductionReminders(database: Database): ReminderSource {
  return {
    async remindersFor({ id, role }, language, today) {
      const rights = rightsOf(role);
      if (!rights.may("Query.myIntroductionTasks")) return [];
      const viewer = { id, officer: rights.may("Query.introductionTasks") };
      const tasks = await tasksById(database, await ownTaskIds(database, id, MOST));
      const since = daysAfter(today, -TOLD_DAYS);
      return tasks.flatMap((task) => (task === null ? [] : remindersOf(task, viewer, language, since)));
    },
  };
}
