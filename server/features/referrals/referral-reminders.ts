import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readTransaction } from "../../db/run.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import { candidatesOfPerson } from "../candidates/index.ts";
import type { ReminderModel, ReminderSource, SettingsModel } from "../pipeline/pipeline.types.ts";
import { rightsOf } from "../rights/index.ts";
import type { ProgressOf } from "./person-standing.ts";
import * as cypher from "./referral-reminders.cypher.ts";

/** What reminders are read with. */
export interface ReferralRemindersOptions extends Database {
  readonly progressOf: ProgressOf;
  readonly settings: { current(): Promise<SettingsModel> };
}

type Language = "zh" | "en";

/** Those that wait longest are told; the list of referrals shows the rest. */
const MOST_TOLD = 50;
/** Days for which an ambassador is told of a move. */
const TOLD_DAYS = 30;

const lapsingRow = z.object({ id: z.string(), name: z.string(), at: z.string() });
const arrivedRow = lapsingRow.extend({ state: z.enum(["CLAIMED", "UNDER_REVIEW"]) });
const offeredRow = lapsingRow.extend({ note: z.string() });
const followedRow = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(["CLAIMED", "IN_PROGRESS", "LANDED"]),
  endedAt: z.string().nullable(),
  candidateId: z.string(),
});

const TEXTS = {
  lapsing: { zh: "保护期将满，请安排联系", en: "The claim lapses soon; arrange a contact" },
  CLAIMED: { zh: "新引荐待受理", en: "A new referral waits to be taken up" },
  UNDER_REVIEW: { zh: "注明为另一人，待核对", en: "Said to be another person; to be reviewed" },
  LANDED: { zh: "已落地", en: "Landed" },
} as const;

function reminder(
  stated: Pick<ReminderModel, "id" | "kind" | "on" | "personName" | "text"> & { readonly referralId: string },
): ReminderModel {
  return { overdue: false, engagementId: null, ...stated };
}

/** Reminders of referrals: to officers what waits for them, to ambassadors how far their own have come, by stage and day. */
export function referralReminders({ driver, database, progressOf, settings }: ReferralRemindersOptions): ReminderSource {
  const rows = async <Row>(shape: z.ZodType<Row>, statement: string, parameters: Record<string, unknown>): Promise<Row[]> =>
    decodeRows(shape, await read(driver, database, statement, { ...parameters, limit: MOST_TOLD }));

  async function forOfficers(language: Language, today: string): Promise<ReminderModel[]> {
    const { claimReminderDays } = await settings.current();
    const lapsing = await rows(lapsingRow, cypher.LAPSING_CLAIMS, { today, until: daysAfter(today, claimReminderDays) });
    const arrived = await rows(arrivedRow, cypher.ARRIVED_REFERRALS, { today });
    const offered = await rows(offeredRow, cypher.OFFERED_INTRODUCTIONS, {});
    const day = (at: string): string => chinaDayOf(new Date(at));
    return [
      ...lapsing.map(({ id, name, at }) =>
        reminder({
          ...{ id: `CLAIM_LAPSING:${id}:${at}`, kind: "CLAIM_LAPSING", on: at },
          ...{ personName: name, text: TEXTS.lapsing[language], referralId: id },
        }),
      ),
      ...arrived.map(({ id, name, at, state }) =>
        reminder({
          ...{ id: `REFERRAL_ARRIVED:${id}:${state}`, kind: "REFERRAL_ARRIVED", on: day(at) },
          ...{ personName: name, text: TEXTS[state][language], referralId: id },
        }),
      ),
      ...offered.map(({ id, name, at, note }) =>
        reminder({
          ...{ id: `INTRODUCTION_OFFERED:${id}`, kind: "INTRODUCTION_OFFERED", on: day(at) },
          ...{ personName: name, text: note, referralId: id },
        }),
      ),
    ];
  }

  async function forReferrer(referrerId: string, language: Language, today: string): Promise<ReminderModel[]> {
    const since = daysAfter(today, -TOLD_DAYS);
    const { stages } = await settings.current();
    return readTransaction(driver, database, async (transaction) => {
      const found = await transaction.run(cypher.FOLLOWED_REFERRALS, { referrerId, today, landedAfter: since });
      const told: ReminderModel[] = [];
      for (const { id, name, state, endedAt, candidateId } of decodeRows(followedRow, found)) {
        const common = { kind: "REFERRAL_MOVED", personName: name, referralId: id } as const;
        if (state === "LANDED") {
          const on = endedAt === null ? today : chinaDayOf(new Date(endedAt));
          told.push(reminder({ ...common, id: `REFERRAL_MOVED:${id}:LANDED:${on}`, on, text: TEXTS.LANDED[language] }));
          continue;
        }
        const progress = await progressOf(transaction, await candidatesOfPerson(transaction, candidateId));
        const stage = stages.find((each) => each.id === progress?.stage);
        if (progress === null || stage === undefined || progress.stageSince < since) continue;
        const text = language === "en" ? stage.nameEn : stage.nameZh;
        told.push(reminder({ ...common, id: `REFERRAL_MOVED:${id}:${stage.id}:${progress.stageSince}`, on: progress.stageSince, text }));
      }
      return told;
    });
  }

  return {
    async remindersFor({ id, role }, language, today) {
      const rights = rightsOf(role);
      if (!rights.may("Query.myReferrals")) return [];
      const officers = rights.may("Query.referrals") ? await forOfficers(language, today) : [];
      return [...officers, ...(await forReferrer(id, language, today))];
    },
  };
}
