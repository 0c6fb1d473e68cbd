import type { Transaction } from "../../db/run.ts";
import type { AuditAction, AuditResult, Role } from "../../graphql/generated.ts";

/** Who acted. */
export interface AuditActor {
  readonly id: string;
  readonly name: string;
  readonly role: Role | null;
  readonly demo: boolean;
}

/** Where a request came from. */
export interface RequestOrigin {
  readonly requestId: string;
  readonly ip: string;
}

/** Particulars of an event, kept as JSON. Never a password, token, code or clear contact data. */
export type AuditDetail = { readonly [key: string]: AuditDetailValue };
export type AuditDetailValue = string | number | boolean | null | readonly AuditDetailValue[] | AuditDetail;

/** What is recorded: who, when (set on writing), from where, what, to whom, before and after, and how it ended. */
export interface AuditEvent {
  /** Null for strangers (a failed sign-in) and for the system itself. */
  readonly actor: AuditActor | null;
  /** Null from the shell and from jobs. */
  readonly origin: RequestOrigin | null;
  readonly action: AuditAction;
  readonly subjectIds: readonly string[];
  readonly detail: AuditDetail;
  readonly result: AuditResult;
}

/** The append-only trail. What cannot be recorded must not happen: every caller awaits, and passes a rejection on. */
export interface AuditTrail {
  /** Records in a transaction of its own, together with others that wait. @throws AppError `AUDIT_UNAVAILABLE` */
  append(event: AuditEvent): Promise<void>;
  /**
   * Records inside the transaction that writes, so that both are kept or neither. Call it last: it locks the end of the chain until the
   * transaction ends.
   */
  appendIn(transaction: Transaction, event: AuditEvent): Promise<void>;
}
