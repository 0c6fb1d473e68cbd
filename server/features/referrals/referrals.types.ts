import type {
  Desk,
  IntroductionOutcome,
  PipelineStage,
  ReferralAgreement,
  ReferralOpenness,
  ReferralRelation,
  ReferralStatus,
} from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/audit.types.ts";

/** Where a referral stands as it is kept; that a claim has lapsed is told by the day. */
export type ReferralState = Exclude<ReferralStatus, "LAPSED">;

/** An introduction offered on a referral. */
export interface OfferModel {
  readonly note: string;
  readonly at: string;
  readonly outcome: IntroductionOutcome | null;
  readonly closedAt: string | null;
}

/** A referral as it is kept, with where it stands today. */
export interface ReferralModel {
  readonly id: string;
  readonly name: string;
  readonly employer: string | null;
  readonly orcid: string | null;
  readonly relation: ReferralRelation;
  readonly knownFrom: number | null;
  readonly knownTo: number | null;
  readonly openTo: ReferralOpenness[];
  readonly agreedToContact: boolean;
  readonly note: string | null;
  readonly anotherPersonBecause: string | null;
  readonly submittedAt: string;
  readonly status: ReferralStatus;
  /** Null without a running claim. */
  readonly claimedUntil: string | null;
  readonly decisionReason: string | null;
  readonly introductionOffer: OfferModel | null;
  readonly referrerId: string;
  readonly referrerName: string;
  readonly candidateId: string;
  readonly demo: boolean;
}

/** A person of the map who may be meant, before the person is loaded. */
export interface ReferralMatchModel {
  readonly scientistId: string;
  readonly agrees: ReferralAgreement[];
}

/** That a person is in progress. */
export interface InProgressModel {
  readonly stage: PipelineStage;
  readonly desk: Desk;
}

/** What is known while typing. */
export interface ReferralLookupModel {
  readonly matches: ReferralMatchModel[];
  readonly inProgress: InProgressModel | null;
}

/** On whose behalf something is written, and from where. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin;
}
