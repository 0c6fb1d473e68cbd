import type { Pipeline_RemindersQuery } from "../../gql/generated.ts";

type Reminder = Pipeline_RemindersQuery["reminders"][number];

/** Where a reminder leads: to the engagement, to the referral, to the contributions, to the task of introduction; null where there is nothing to open. */
export function reminderHref(
  { kind, engagementId, referralId, introductionTaskId }: Pick<Reminder, "kind" | "engagementId" | "referralId" | "introductionTaskId">,
  officer: boolean,
): string | null {
  if (introductionTaskId) return `/network/tasks?task=${introductionTaskId}`;
  if (kind === "CONTRIBUTION") return "/contributions";
  if (officer && engagementId) return `/pipeline/${engagementId}`;
  return referralId ? `/referrals/${referralId}` : null;
}
