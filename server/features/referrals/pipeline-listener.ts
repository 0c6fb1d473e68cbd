import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { WorkTransaction } from "../../db/work-changes.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import { candidatesOfPerson, runningClaims, settleClaims } from "../candidates/index.ts";
import type { EngagementEvent, PipelineListener } from "../pipeline/pipeline.types.ts";
import { NO_LONGER_LANDED } from "./pipeline-listener.cypher.ts";
import { createReferralWriter, isEnded, type ReferralWorkOptions } from "./referral-work.ts";
import { findReferral } from "./referrals.repository.ts";

const idRow = z.object({ id: z.string() });

/** What becomes of referrals when something happens to an engagement of their person: taken up, extended by each contact, landed. */
export function createReferralListener(options: Omit<ReferralWorkOptions, "listeners" | "progressOf">): PipelineListener {
  const { clock, settings } = options;
  const write = createReferralWriter(options);
  const today = (): string => chinaDayOf(clock());

  /** A referral that holds no claim any more gets it back when the office takes it up, unless somebody else holds the person by now. */
  async function takeUp(transaction: WorkTransaction, { referralId, candidateId, by }: EngagementEvent): Promise<void> {
    const referral = referralId === null ? null : await findReferral(transaction, referralId, today());
    if (referral === null || isEnded(referral) || referral.status === "IN_PROGRESS") return;
    if (referral.status === "CLAIMED") {
      await write(transaction, referral, { what: "TAKEN_UP", properties: { state: "IN_PROGRESS" } }, by);
      return;
    }
    const claims = await runningClaims(transaction, await candidatesOfPerson(transaction, candidateId), today());
    if (claims.length > 0) return;
    const claimedUntil = daysAfter(today(), (await settings.currentIn(transaction)).claimDays);
    await write(transaction, referral, { what: "TAKEN_UP", properties: { state: "IN_PROGRESS", claimedUntil } }, by);
  }

  /** Each contact with the person extends the claim that runs, counted from the day of the contact. */
  async function extend(transaction: WorkTransaction, { candidateId, on, by }: EngagementEvent): Promise<void> {
    const claimedUntil = daysAfter(on, (await settings.currentIn(transaction)).claimDays);
    for (const claim of await runningClaims(transaction, await candidatesOfPerson(transaction, candidateId), today())) {
      const referral = claim.claimedUntil < claimedUntil ? await findReferral(transaction, claim.referralId, today()) : null;
      if (referral !== null) await write(transaction, referral, { what: "EXTENDED", properties: { claimedUntil } }, by);
    }
  }

  async function land(transaction: WorkTransaction, { referralId, candidateId, by }: EngagementEvent): Promise<void> {
    const claims = await runningClaims(transaction, await candidatesOfPerson(transaction, candidateId), today());
    const ids = new Set([...(referralId === null ? [] : [referralId]), ...claims.map((claim) => claim.referralId)]);
    for (const id of ids) {
      const referral = await findReferral(transaction, id, today());
      if (referral === null || isEnded(referral)) continue;
      await write(transaction, referral, { what: "LANDED", properties: { state: "LANDED", endedAt: clock().toISOString() } }, by);
    }
  }

  /** When a landing is taken back, its referral goes on where it was. */
  async function unland(transaction: WorkTransaction, { candidateId, by }: EngagementEvent): Promise<void> {
    const person = await candidatesOfPerson(transaction, candidateId);
    for (const { id } of decodeRows(idRow, await transaction.run(NO_LONGER_LANDED, { ids: person }))) {
      const referral = await findReferral(transaction, id, today());
      if (referral === null) continue;
      await write(transaction, referral, { what: "LANDING_TAKEN_BACK", properties: { state: "IN_PROGRESS", endedAt: null } }, by);
    }
    await settleClaims(transaction, person, today());
  }

  return {
    engagementOpened: takeUp,
    contactLogged: extend,
    engagementMoved: (transaction, event) => (event.status === "LANDED" ? land(transaction, event) : unland(transaction, event)),
  };
}
