import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { AppError, InternalError } from "../../shared/errors.ts";
import { type AuthRoom, nowOf } from "./auth-room.ts";
import { CLEAR_GUARDS, LOCK_AT_LIMIT, RESERVE_TRY, RETURN_TRY } from "./guards.cypher.ts";
import { hashOf } from "./secrets.ts";

const WINDOW_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;
/** Wrong passwords, or codes, of one name. */
const TRIES = 5;
/** Failed sign-ins of one address, whatever the names. */
const TRIES_OF_ADDRESS = 30;

const reserved = z.object({ refused: z.boolean(), unlocked: z.boolean() });
const locked = z.object({ locks: z.boolean() });

/** Whether a try may be made, and whether a lock was found to be over. */
export type Reserved = z.infer<typeof reserved>;

/** Wrong name, password or code, or locked, or disabled: one message, so that it tells nothing. Code `WRONG_CREDENTIALS`. */
export class WrongCredentialsError extends AppError {
  constructor() {
    super(
      "WRONG_CREDENTIALS",
      "登录名、密码或验证码不正确，或账号已停用或暂时锁定；连续输错 5 次将锁定 15 分钟。",
      "The name, password or code is wrong, or the account is disabled or locked for now; five wrong tries lock it for 15 minutes.",
    );
  }
}

/** Too many failed sign-ins from one address. Code `TOO_MANY_ATTEMPTS`. */
export class TooManyAttemptsError extends AppError {
  constructor() {
    super(
      "TOO_MANY_ATTEMPTS",
      "来自该网络地址的失败登录过多，请 15 分钟后再试。",
      "Too many failed sign-ins from this network address; try again in 15 minutes.",
    );
  }
}

/** Key of the counter of an address. */
export const addressGuard = (ip: string): string => hashOf(`address:${ip}`);
/** Key of the counter of a sign-in name, hashed because people type passwords into the wrong field. */
export const nameGuard = (nameKey: string): string => hashOf(`name:${nameKey}`);
/** Key of the counter of an account's second factor. */
export const factorGuard = (accountId: string): string => hashOf(`factor:${accountId}`);

/**
 * Counters of failed tries. A try is counted before it is made and under the counter's lock in the graph, so the limit holds for guesses
 * that come at the same moment, on however many instances.
 */
export class Guards {
  readonly #room: AuthRoom;

  constructor(room: AuthRoom) {
    this.#room = room;
  }

  /** Counts one try of a name or second factor. */
  reserve(transaction: Transaction, key: string): Promise<Reserved> {
    return this.#reserve(transaction, key, TRIES);
  }

  /** Counts one try of an address. */
  reserveAddress(transaction: Transaction, ip: string): Promise<Reserved> {
    return this.#reserve(transaction, addressGuard(ip), TRIES_OF_ADDRESS);
  }

  /** After a wrong try. @returns whether it was the one that locks */
  async fail(transaction: Transaction, key: string): Promise<boolean> {
    const lockedUntil = nowOf(this.#room) + LOCK_MS;
    const [row] = decodeRows(locked, await transaction.run(LOCK_AT_LIMIT, { key, limit: TRIES, lockedUntil }));
    return row?.locks ?? false;
  }

  /** After a right try of a name or second factor, or when an administrator unlocks. */
  async clear(transaction: Transaction, keys: readonly string[]): Promise<void> {
    await transaction.run(CLEAR_GUARDS, { keys });
  }

  /** After a right try: it does not count against its address. Earlier wrong ones still do. */
  async giveBackAddress(transaction: Transaction, ip: string): Promise<void> {
    await transaction.run(RETURN_TRY, { key: addressGuard(ip) });
  }

  async #reserve(transaction: Transaction, key: string, limit: number): Promise<Reserved> {
    const parameters = { key, now: nowOf(this.#room), windowMs: WINDOW_MS, limit };
    const [row] = decodeRows(reserved, await transaction.run(RESERVE_TRY, parameters));
    if (row === undefined) throw new InternalError();
    return row;
  }
}
