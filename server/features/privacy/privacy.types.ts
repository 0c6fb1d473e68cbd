import type { Transaction } from "../../db/run.ts";
import type { WorkTransaction } from "../../db/work-changes.ts";
import type { SubjectRequestKind, SubjectRequestStatus } from "../../graphql/generated.ts";

import type { Identity } from "./refusal-keys.ts";

/** Something of the daily work that is held on a person. Others are named by their role only. */
export interface HeldThing {
  readonly label: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the daily work holds on people, from first referral to landing; given by the rooms that hold it. */
export interface HeldWork {
  /** Whom the id of a scientist or of a candidate stands for; nobody when both are null. */
  subjectOf(transaction: Transaction, id: string): Promise<{ readonly scientistId: string | null; readonly candidateId: string | null }>;
  /** Ids of all candidates that are a scientist: those identified as them, and those known by the same name and employer or ORCID. */
  candidatesOf(transaction: Transaction, scientistId: string): Promise<string[]>;
  /** What recognises the people of candidates, as it was stated. */
  identitiesOf(transaction: Transaction, candidateIds: readonly string[]): Promise<Identity[]>;
  /** Everything that is held on candidates, themselves included. */
  heldOn(transaction: Transaction, candidateIds: readonly string[]): Promise<HeldThing[]>;
  /** Removes candidates with everything that hangs on them. */
  erase(transaction: WorkTransaction, candidateIds: readonly string[]): Promise<void>;
  /** Notes since when the person of a candidate who is nobody on the map objects to being contacted; a day. */
  object(transaction: Transaction, candidateId: string, on: string): Promise<void>;
}

/** Records that are removed when they have been kept long enough. */
export interface RetainedRecords {
  readonly name: string;
  /** Days for which they are kept. */
  readonly keepDays: number;
  /** Removes, on record, those that ended before a day, and answers how many. */
  remove(before: string): Promise<number>;
}

/** A request of the person concerned, before the person is loaded. */
export interface SubjectRequestModel {
  readonly id: string;
  readonly kind: SubjectRequestKind;
  readonly scientistId: string;
  readonly requester: string;
  readonly description: string;
  readonly receivedOn: string;
  readonly dueOn: string;
  readonly status: SubjectRequestStatus;
  readonly note: string | null;
  readonly closedBy: string | null;
  readonly closedAt: string | null;
  readonly demo: boolean;
}
