import type { Pipeline_RemindersQuery } from "../../gql/generated.ts";

type Reminder = Pipeline_RemindersQuery["reminders"][number];

/** Where a reminder leads: to the engagement, to the referral, to the contributions; null where there is nothing to open. */
export function reminderHref(
  { kind, engagementId, referralId }: Pick<Reminder, "kind" | "engagementId" | "referralId">,
  officer: boolean,
): string | null {
  if (kind === "CONTRIBUTION") return "/contributions";
  if (officer && engagementId) return `/pipeline/${engagementId}`;
  return referralId ? `/referrals/${referralId}` : null;
}
