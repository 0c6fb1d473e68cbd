import type { ReferralAgreement } from "../../graphql/generated.ts";

/** A person the office is or may be in contact with, before what hangs on it is loaded. */
export interface CandidateModel {
  readonly id: string;
  /** As stated first, or of the scientist when identified. */
  readonly name: string;
  /** As stated; null when unknown. */
  readonly employer: string | null;
  readonly orcid: string | null;
  /** The scientist of the map; null when not identified. */
  readonly scientistId: string | null;
  readonly demo: boolean;
}

/** Which scientist a candidate is, and who says so. */
export interface Identification {
  readonly candidateId: string;
  /** Null takes the link away. */
  readonly scientistId: string | null;
  /** Account that links; of a referral's own match, the account that submitted it. */
  readonly byId: string;
  readonly at: Date;
  /** What agreed when the link was made; empty when an officer simply knows. */
  readonly agrees: readonly ReferralAgreement[];
}

/** How an identification ended; nothing is written unless it is `DONE`. */
export type IdentificationOutcome = "DONE" | "NO_SUCH_CANDIDATE" | "NO_SUCH_SCIENTIST" | "OBJECTED";
