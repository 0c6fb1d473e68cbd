import type { Transaction } from "../../db/run.ts";
import type { ContributionKind, ContributionStatus } from "../../graphql/generated.ts";
import type { AuditActor, RequestOrigin } from "../audit/audit.types.ts";

/** A contribution as kept. */
export interface ContributionModel {
  readonly id: string;
  readonly kind: ContributionKind;
  readonly referralId: string;
  readonly ambassadorId: string;
  readonly ambassadorName: string;
  /** By the rules when it was proposed. */
  readonly proposedPoints: number;
  /** Proposed, or as decided; 0 once rejected. */
  readonly points: number;
  readonly settingsVersion: number;
  readonly status: ContributionStatus;
  /** What an officer wrote; null when the rules proposed it: kind and day say it then. */
  readonly evidence: string | null;
  readonly on: string;
  readonly proposedAt: string;
  readonly dispute: string | null;
  readonly decisionNote: string | null;
  readonly decidedByName: string | null;
  readonly decidedAt: string | null;
  readonly settlement: string | null;
  readonly demo: boolean;
}

/** On whose behalf something is written, and from where; no origin for jobs and the shell. */
export interface Writer {
  readonly actor: AuditActor;
  readonly origin: RequestOrigin | null;
}

/** The points of the settings in use. */
export interface PointsInUse {
  readonly version: number;
  readonly points: readonly { readonly kind: ContributionKind; readonly points: number }[];
}

/** Reads the settings in use as the transaction sees them. */
export type ReadPoints = (transaction: Transaction) => Promise<PointsInUse>;

/** Narrows contributions. */
export interface ContributionSelection {
  readonly statuses: readonly ContributionStatus[] | null;
  readonly ambassadorId: string | null;
}

/** One page of contributions, latest first. */
export interface ContributionPage {
  readonly totalCount: number;
  readonly totalPoints: number;
  /** Of them those that are 演示, and their points. */
  readonly demoCount: number;
  readonly demoPoints: number;
  readonly items: readonly ContributionModel[];
  readonly hasNextPage: boolean;
}

/** A referral as contributions see it. */
export interface ContributionGround {
  readonly referralId: string;
  readonly ambassadorId: string;
  readonly ambassadorName: string;
  readonly demo: boolean;
  /** Ids under which the audit trail finds what is written: referral, candidate, scientist. */
  readonly subjectIds: readonly string[];
}

/** One row of a settlement. */
export interface SettlementRow extends ContributionModel {
  /** The person's name as typed in the referral. */
  readonly personName: string;
}

/** A settlement: what was paid together. */
export interface Settlement {
  readonly number: string;
  readonly rows: readonly SettlementRow[];
}
