import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { ReferralDecision } from "../../graphql/generated.ts";
import { chinaDayOf, daysAfter } from "../../shared/dates.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import { candidatesOfPerson, createCandidate, type EmployerDirectory, runningClaims, storedKeys } from "../candidates/index.ts";
import { personKeyed } from "./person-standing.ts";
import { isSaid, REFERRAL_REFUSALS } from "./referral-refusals.ts";
import { createReferralWriter, isEnded, type ReferralWorkOptions } from "./referral-work.ts";
import * as repository from "./referrals.repository.ts";
import type { ReferralModel, Writer } from "./referrals.types.ts";

/** What decisions need. */
export interface ReferralDecisionOptions extends ReferralWorkOptions {
  readonly directory: () => Promise<EmployerDirectory>;
}

const WAITING = new Set<ReferralModel["status"]>(["ALREADY_IN_PROGRESS", "LAPSED"]);

/** What officers decide on referrals: whose claim it is, and whether it is the person it seems to be. */
export function createReferralDecisions(options: ReferralDecisionOptions) {
  const { driver, database, clock, progressOf, settings, directory } = options;
  const write = createReferralWriter(options);

  async function freshClaim(transaction: WorkTransaction, now: Date): Promise<string> {
    return daysAfter(chinaDayOf(now), (await settings.currentIn(transaction)).claimDays);
  }

  /** The other person gets a candidate of their own, known by the same name and employer, and the referral its claim. */
  async function asAnother(transaction: WorkTransaction, referral: ReferralModel, now: Date): Promise<repository.ReferralProperties> {
    const { name, employer, orcid, demo } = referral;
    const keys = storedKeys(personKeyed({ name, employer, orcid }, await directory()));
    const { id } = await createCandidate(transaction, { name, employer, orcid, keys, demo }, now);
    await repository.moveReferral(transaction, referral.id, id);
    return { state: "CLAIMED", claimedUntil: await freshClaim(transaction, now) };
  }

  /** The person is the one that is known: in progress, or the referral's own claim when nothing goes on any more. */
  async function asSame(transaction: WorkTransaction, referral: ReferralModel, now: Date): Promise<repository.ReferralProperties> {
    const person = await candidatesOfPerson(transaction, referral.candidateId);
    const claims = await runningClaims(transaction, person, chinaDayOf(now));
    if (claims.length > 0 || (await progressOf(transaction, person)) !== null) return { state: "ALREADY_IN_PROGRESS" };
    return { state: "CLAIMED", claimedUntil: await freshClaim(transaction, now) };
  }

  async function decided(
    transaction: WorkTransaction,
    referral: ReferralModel,
    decision: ReferralDecision,
    now: Date,
  ): Promise<Outcome<repository.ReferralProperties>> {
    if (isEnded(referral)) return refuse(REFERRAL_REFUSALS.decided);
    if (decision === "DECLINE") {
      if (await repository.isEngagedFrom(transaction, referral.id)) return refuse(REFERRAL_REFUSALS.engaged);
      return { done: { state: "DECLINED", claimedUntil: null, endedAt: now.toISOString() } };
    }
    if (referral.status !== "UNDER_REVIEW") return refuse(REFERRAL_REFUSALS.notUnderReview);
    return { done: await (decision === "ANOTHER_PERSON" ? asAnother : asSame)(transaction, referral, now) };
  }

  /** Passes the claim on; both referrals are written and recorded, each under its own ids. */
  async function pass(transaction: WorkTransaction, from: ReferralModel, to: ReferralModel, reason: string, by: Writer): Promise<void> {
    const now = clock();
    const passed = { state: from.status, claimedUntil: await freshClaim(transaction, now) };
    const given = { state: "TRANSFERRED", claimedUntil: null, endedAt: now.toISOString(), transferReason: reason };
    await write(transaction, from, { what: "TRANSFER", properties: given, detail: { to: to.id } }, by);
    await write(transaction, to, { what: "TRANSFER", properties: passed, detail: { from: from.id } }, by);
  }

  return {
    decide(id: string, decision: ReferralDecision, reason: string, by: Writer): Promise<Outcome<string>> {
      if (!isSaid(reason)) return Promise.resolve(refuse(REFERRAL_REFUSALS.reason));
      return workTransaction({ driver, database }, async (transaction) => {
        const now = clock();
        const referral = await repository.findReferral(transaction, id, chinaDayOf(now));
        if (referral === null) return refuse(REFERRAL_REFUSALS.noSuchReferral);
        const outcome = await decided(transaction, referral, decision, now);
        if (outcome.refused !== undefined) return outcome;
        // Only of a declined referral is the reason for the ambassador to read.
        const said = decision === "DECLINE" ? "decisionReason" : "reviewReason";
        await write(transaction, referral, { what: decision, properties: { ...outcome.done, [said]: reason.trim() } }, by);
        return { done: id };
      });
    },

    transfer(fromId: string, toId: string, reason: string, by: Writer): Promise<Outcome<string>> {
      if (!isSaid(reason)) return Promise.resolve(refuse(REFERRAL_REFUSALS.reason));
      return workTransaction({ driver, database }, async (transaction) => {
        const today = chinaDayOf(clock());
        const from = await repository.findReferral(transaction, fromId, today);
        const to = await repository.findReferral(transaction, toId, today);
        if (from === null) return refuse({ ...REFERRAL_REFUSALS.noSuchReferral, field: "fromReferralId" });
        if (to === null || to.id === from.id) return refuse({ ...REFERRAL_REFUSALS.noSuchReferral, field: "toReferralId" });
        if (from.claimedUntil === null) return refuse(REFERRAL_REFUSALS.noClaim);
        if (!(await candidatesOfPerson(transaction, from.candidateId)).includes(to.candidateId))
          return refuse(REFERRAL_REFUSALS.notSamePerson);
        if (!WAITING.has(to.status)) return refuse(REFERRAL_REFUSALS.cannotTake);
        await pass(transaction, from, to, reason.trim(), by);
        return { done: toId };
      });
    },
  };
}
