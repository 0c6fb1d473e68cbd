import type { Database } from "../../db/records.ts";
import type { ContributionKind, ContributionStatus } from "../../graphql/generated.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import type { ReminderModel, ReminderSource } from "../pipeline/pipeline.types.ts";
import { rightsOf } from "../rights/index.ts";
import * as repository from "./contributions.repository.ts";
import type { SettlementRow } from "./contributions.types.ts";

/** Those that wait longest are told; the page of contributions shows the rest. */
const MOST_TOLD = 50;
/** Days for which an ambassador is told of a decision. */
const TOLD_DAYS = 30;

const KIND: Readonly<Record<ContributionKind, { readonly zh: string; readonly en: string }>> = {
  FIRST_REPORT: { zh: "首报", en: "First report" },
  INTRODUCTION: { zh: "引见", en: "Introduction" },
  VISIT: { zh: "到访", en: "Visit" },
  OUTCOME: { zh: "落地成果", en: "Outcome" },
};

const SAID: Readonly<Record<ContributionStatus, { readonly zh: string; readonly en: string }>> = {
  PROPOSED: { zh: "贡献待审定", en: "to decide on" },
  DISPUTED: { zh: "贡献有异议，待处理", en: "disputed, to decide on" },
  CONFIRMED: { zh: "贡献已认定", en: "confirmed" },
  REJECTED: { zh: "贡献未予认定", en: "not confirmed" },
  SETTLED: { zh: "贡献已结算", en: "settled" },
};

function reminderOf(
  { id, kind, status, decidedAt, proposedAt, personName, referralId }: SettlementRow,
  language: "zh" | "en",
): ReminderModel {
  const at = decidedAt ?? proposedAt;
  return {
    // A later decision on the same contribution is told anew.
    id: `CONTRIBUTION:${id}:${status}:${Date.parse(at)}`,
    kind: "CONTRIBUTION",
    on: chinaDayOf(new Date(at)),
    overdue: false,
    personName,
    text: language === "zh" ? `${KIND[kind].zh}${SAID[status].zh}` : `${KIND[kind].en}: ${SAID[status].en}`,
    engagementId: null,
    referralId,
  };
}

/** Reminders of contributions: to officers what waits for a decision (but never their own), to everybody what was decided of theirs lately. */
export function contributionReminders(database: Database): ReminderSource {
  return {
    async remindersFor(principal, language, today) {
      const rights = rightsOf(principal.role);
      if (!rights.may("Query.myContributions")) return [];
      const decided = await repository.decidedContributions(database, principal.id, daysAfter(today, -TOLD_DAYS), MOST_TOLD);
      const waiting = rights.may("Mutation.decideContribution")
        ? await repository.waitingContributions(database, principal.demo, MOST_TOLD)
        : [];
      const others = waiting.filter(({ ambassadorId }) => ambassadorId !== principal.id);
      return [...others, ...decided].map((row) => reminderOf(row, language));
    },
  };
}
