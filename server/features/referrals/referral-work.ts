import type { Database } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { type WorkTransaction, workTransaction } from "../../db/work-changes.ts";
import type { IntroductionOutcome } from "../../graphql/generated.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import type { AuditDetail, AuditTrail } from "../audit/audit.types.ts";
import type { SettingsModel } from "../pipeline/pipeline.types.ts";
import type { ProgressOf } from "./person-standing.ts";
import { isSaid, REFERRAL_REFUSALS, WORDS } from "./referral-refusals.ts";
import * as repository from "./referrals.repository.ts";
import type { ReferralModel, Writer } from "./referrals.types.ts";

/** What other rooms do when something happens to a referral; a rejection undoes the whole. */
export interface ReferralListener {
  introductionMade?(
    transaction: WorkTransaction,
    made: { readonly referralId: string; readonly on: string; readonly by: Writer },
  ): Promise<void>;
}

/** What changes of referrals need. */
export interface ReferralWorkOptions extends Database {
  readonly audit: AuditTrail;
  readonly clock: () => Date;
  readonly progressOf: ProgressOf;
  readonly settings: { currentIn(transaction: Transaction): Promise<SettingsModel> };
  readonly listeners: readonly ReferralListener[];
}

/** A change inside its transaction: the referral before it, and what the trail is told. */
export interface Change {
  readonly what: string;
  readonly properties: repository.ReferralProperties;
  readonly detail?: AuditDetail;
}

const ENDED = new Set<ReferralModel["status"]>(["TRANSFERRED", "WITHDRAWN", "DECLINED", "LANDED"]);

/** Whether a referral has ended for good. */
export function isEnded({ status }: ReferralModel): boolean {
  return ENDED.has(status);
}

/** Writes changes of referrals, with their audit records, in the transaction of the work. */
export function createReferralWriter({ audit }: Pick<ReferralWorkOptions, "audit">) {
  return async function write(
    transaction: WorkTransaction,
    before: ReferralModel,
    { what, properties, detail }: Change,
    by: Writer,
  ): Promise<void> {
    await repository.changeReferral(transaction, before.id, properties);
    transaction.touchReferrer(before.referrerId);
    const { state, claimedUntil } = properties;
    const after = {
      state: typeof state === "string" ? state : before.status,
      claimedUntil: typeof claimedUntil === "string" ? claimedUntil : null,
    };
    await audit.appendIn(transaction, {
      ...by,
      action: "REFERRAL",
      subjectIds: [before.id, before.candidateId],
      detail: { what, before: { state: before.status, claimedUntil: before.claimedUntil }, after, ...detail },
      result: "OK",
    });
  };
}

/** What ambassadors do with their own referrals, and officers with the introductions offered on them. */
export function createReferralWork(options: ReferralWorkOptions) {
  const { driver, database, clock, listeners } = options;
  const write = createReferralWriter(options);

  /** Changes one referral. Who may not see it is answered as if it were not there. */
  function change(
    id: string,
    by: Writer,
    mayTouch: (referral: ReferralModel) => boolean,
    decide: (referral: ReferralModel, transaction: WorkTransaction, now: Date) => Promise<Change | Refusal>,
  ): Promise<Outcome<string>> {
    return workTransaction({ driver, database }, async (transaction) => {
      const now = clock();
      const referral = await repository.findReferral(transaction, id, chinaDayOf(now));
      if (referral === null || !mayTouch(referral)) return refuse({ ...REFERRAL_REFUSALS.noSuchReferral });
      const decided = await decide(referral, transaction, now);
      if ("zh" in decided) return refuse(decided);
      await write(transaction, referral, decided, by);
      return { done: id };
    });
  }

  const isOwn =
    (by: Writer) =>
    ({ referrerId }: ReferralModel): boolean =>
      referrerId === by.actor.id;

  return {
    withdraw(id: string, reason: string | null, by: Writer): Promise<Outcome<string>> {
      const said = reason?.trim() ?? "";
      if ([...said].length > WORDS.max) return Promise.resolve(refuse(REFERRAL_REFUSALS.withdrawReason));
      return change(id, by, isOwn(by), async (referral, _transaction, now) => {
        if (isEnded(referral)) return REFERRAL_REFUSALS.ended;
        const properties = {
          state: "WITHDRAWN",
          claimedUntil: null,
          endedAt: now.toISOString(),
          withdrawnBecause: said === "" ? null : said,
        };
        return { what: "WITHDRAW", properties };
      });
    },

    offerIntroduction(id: string, note: string, by: Writer): Promise<Outcome<string>> {
      if (!isSaid(note)) return Promise.resolve(refuse(REFERRAL_REFUSALS.offerNote));
      return change(id, by, isOwn(by), async (referral, _transaction, now) => {
        if (referral.introductionOffer !== null) return REFERRAL_REFUSALS.offered;
        if (referral.status !== "ALREADY_IN_PROGRESS") return REFERRAL_REFUSALS.notInProgress;
        return { what: "OFFER_INTRODUCTION", properties: { offerNote: note.trim(), offeredAt: now.toISOString() } };
      });
    },

    closeOffer(id: string, outcome: IntroductionOutcome, note: string, by: Writer): Promise<Outcome<string>> {
      if (!isSaid(note)) return Promise.resolve(refuse(REFERRAL_REFUSALS.closeNote));
      return change(
        id,
        by,
        () => true,
        async (referral, transaction, now) => {
          if (referral.introductionOffer === null || referral.introductionOffer.outcome !== null) return REFERRAL_REFUSALS.noOffer;
          const properties = { offerOutcome: outcome, offerClosedAt: now.toISOString(), offerCloseNote: note.trim() };
          if (outcome === "MADE") {
            const made = { referralId: id, on: chinaDayOf(now), by };
            for (const listener of listeners) await listener.introductionMade?.(transaction, made);
          }
          return { what: "CLOSE_INTRODUCTION", properties, detail: { outcome } };
        },
      );
    },
  };
}
