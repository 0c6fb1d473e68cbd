import type { ReferralStatus, Referrals_OwnFragment } from "../../gql/generated.ts";
import { daysBetween } from "../../lib/time.ts";
import type { Deed } from "./deed-dialogs.tsx";

/** Which referrals the ledger shows. */
export const SHOWN = ["open", "ended", "all"] as const;

/** One of {@link SHOWN}. */
export type Shown = (typeof SHOWN)[number];

const ENDED: ReadonlySet<ReferralStatus> = new Set(["LAPSED", "TRANSFERRED", "WITHDRAWN", "DECLINED", "LANDED"]);
const WITHDRAWABLE: ReadonlySet<ReferralStatus> = new Set(["CLAIMED", "IN_PROGRESS", "ALREADY_IN_PROGRESS", "UNDER_REVIEW"]);
const AGAIN: ReadonlySet<ReferralStatus> = new Set(["LAPSED", "WITHDRAWN", "DECLINED"]);
/** A claim that ends within these days is shown as urgent: the reminder comes at the same time. */
const SOON_DAYS = 14;

/** Whether nothing more comes of a referral by itself. */
export function isEnded(status: ReferralStatus): boolean {
  return ENDED.has(status);
}

/** The referrals of a part of the ledger, in their order. */
export function shownOf<One extends { status: ReferralStatus }>(referrals: readonly One[], shown: Shown): readonly One[] {
  return shown === "all" ? referrals : referrals.filter(({ status }) => isEnded(status) === (shown === "ended"));
}

/** Key under `next` of this room's words: what comes next, told to the ambassador. */
export function nextOf({ status, introductionOffer }: Pick<Referrals_OwnFragment, "status" | "introductionOffer">): string {
  if (status !== "ALREADY_IN_PROGRESS" || introductionOffer === null) return status;
  return introductionOffer.outcome ?? "OFFERED";
}

/** What the ambassador can do with an own referral now; `again` submits it anew. */
export function deedsOf({
  status,
  introductionOffer,
}: Pick<Referrals_OwnFragment, "status" | "introductionOffer">): readonly (Deed | "again")[] {
  const deeds: (Deed | "again")[] = [];
  if (status === "ALREADY_IN_PROGRESS" && introductionOffer === null) deeds.push("offer", "another");
  if (WITHDRAWABLE.has(status)) deeds.push("withdraw");
  if (AGAIN.has(status)) deeds.push("again");
  return deeds;
}

/** Days that a claim still holds and whether that is short; null without a claim. */
export function claimLeft(claimedUntil: string | null, status: ReferralStatus, today: string): { days: number; soon: boolean } | null {
  if (claimedUntil === null || (status !== "CLAIMED" && status !== "IN_PROGRESS")) return null;
  const days = daysBetween(today, claimedUntil);
  return days < 0 ? null : { days, soon: days <= SOON_DAYS };
}

/** Class of the badge of a status. */
export function badgeOf(status: ReferralStatus): string {
  if (status === "LANDED") return "badge badge-success";
  if (status === "CLAIMED" || status === "IN_PROGRESS") return "badge badge-primary";
  return status === "ALREADY_IN_PROGRESS" || status === "UNDER_REVIEW" ? "badge badge-warning" : "badge";
}

/** Key under `years` of this room's words; null when no year was given. */
export function yearsKey(from: number | null, to: number | null): "both" | "from" | "to" | null {
  if (from !== null && to !== null) return "both";
  if (from !== null) return "from";
  return to === null ? null : "to";
}
