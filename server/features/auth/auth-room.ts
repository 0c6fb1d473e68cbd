import type { Database } from "../../db/records.ts";
import { type Transaction, writeTransaction } from "../../db/run.ts";
import type { AccountSettings } from "../../env-accounts.ts";
import { AppError } from "../../shared/errors.ts";
import type { Secret } from "../../shared/secret.ts";
import type { AuditActor, AuditDetail, AuditEvent, AuditTrail, RequestOrigin } from "../audit/audit.types.ts";
import { accountsOf } from "./account-record.ts";
import { LOCK_ACCOUNT, TAKE_AUTH_LOCK } from "./accounts.cypher.ts";
import type { AccountRecord } from "./auth.types.ts";

/** What every part of the room works with. */
export interface AuthRoom extends Database {
  readonly audit: AuditTrail;
  readonly secret: Secret;
  readonly settings: AccountSettings;
  /** The time; tests pass their own. */
  readonly clock: () => Date;
  /** Version of the notice in force; null when there is none to take note of. */
  readonly noticeVersion: () => string | null;
}

/** The room's time in milliseconds since 1970. */
export function nowOf(room: AuthRoom): number {
  return room.clock().getTime();
}

/** All or nothing, the record in the trail included. */
export function inTransaction<T>(room: AuthRoom, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return writeTransaction(room.driver, room.database, work);
}

/** An account as somebody who acts. */
export function actorOf(account: AccountRecord): AuditActor {
  return { id: account.id, name: account.displayName, role: account.role, demo: account.demo };
}

/** An account with its row locked until the transaction ends. @throws AppError `UNAUTHENTICATED` when it is gone */
export async function lockAccount(transaction: Transaction, id: string): Promise<AccountRecord> {
  const [account] = accountsOf(await transaction.run(LOCK_ACCOUNT, { id }));
  if (account === undefined) throw new UnauthenticatedError();
  return account;
}

/** Waits for the lock under which administrators are counted. */
export async function takeAuthLock(transaction: Transaction): Promise<void> {
  await transaction.run(TAKE_AUTH_LOCK, { name: "accounts" });
}

/** One event of the room, with the parts that most of them share filled in. */
export function eventOf(
  action: AuditEvent["action"],
  detail: AuditDetail,
  parts: { actor?: AuditActor | null; origin?: RequestOrigin | null; subjectIds?: readonly string[]; result?: AuditEvent["result"] } = {},
): AuditEvent {
  const { actor = null, origin = null, subjectIds = actor === null ? [] : [actor.id], result = "OK" } = parts;
  return { actor, origin, action, subjectIds, detail, result };
}

/** Nobody is signed in. Code `UNAUTHENTICATED`. */
export class UnauthenticatedError extends AppError {
  constructor() {
    super("UNAUTHENTICATED", "请先登录。", "Sign in first.");
  }
}

/** What was asked does not fit how far this browser has come. Code `FORBIDDEN`. */
export class WrongStageError extends AppError {
  constructor() {
    super("FORBIDDEN", "当前的登录步骤不能进行此操作，请刷新页面。", "This is not the step that the sign-in has reached; reload the page.");
  }
}
