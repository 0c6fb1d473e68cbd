import type { Transaction } from "../../db/run.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import type { AuditDetail, AuditEvent } from "../audit/index.ts";
import { nameKeyOf } from "./account-names.ts";
import { accountsOf } from "./account-record.ts";
import { ACCOUNT_BY_NAME, LOCK_ACCOUNT_BY_NAME } from "./accounts.cypher.ts";
import type { AccountRecord, Client, OpenSession } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction } from "./auth-room.ts";
import { type Guards, nameGuard, TooManyAttemptsError, WrongCredentialsError } from "./guards.ts";
import type { Passwords } from "./passwords.ts";
import { DELETE_SESSION, DELETE_SESSIONS_OF } from "./sessions.cypher.ts";
import type { NewSession, Sessions } from "./sessions.ts";
import { atStage, nextStage } from "./stages.ts";
import { Turns } from "./turns.ts";

/** Whether a try may be made, and of whom. */
interface Attempt {
  readonly nameKey: string;
  readonly account: AccountRecord | undefined;
  readonly addressRefused: boolean;
  readonly refused: boolean;
}

/** What the trail keeps of a refused sign-in; never the name that was typed, because people type passwords into the wrong field. */
function refusalEvent({ account, refused }: Attempt, client: Client, locks: boolean): AuditEvent {
  const wrong = account?.disabled ? "DISABLED" : "WRONG_PASSWORD";
  const reason = refused ? "LOCKED" : account === undefined ? "UNKNOWN_NAME" : wrong;
  const subjectIds = account === undefined ? [] : [account.id];
  return eventOf("SIGN_IN", { step: "password", reason, locks }, { origin: client, subjectIds, result: "REFUSED" });
}

/** Signing in with a password, changing it, and signing out. */
export class SignIn {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;
  readonly #passwords: Passwords;
  readonly #guards: Guards;
  readonly #turns = new Turns();

  constructor(room: AuthRoom, parts: { sessions: Sessions; passwords: Passwords; guards: Guards }) {
    this.#room = room;
    this.#sessions = parts.sessions;
    this.#passwords = parts.passwords;
    this.#guards = parts.guards;
  }

  /**
   * The first step. A name that does not exist, is locked or disabled takes the same way, time and answer as a wrong password.
   * @throws AppError `WRONG_CREDENTIALS` or `TOO_MANY_ATTEMPTS`
   */
  async signIn(given: { name: string; password: string }, client: Client, browser: OpenSession | null): Promise<NewSession> {
    const attempt = await this.#turns.take(nameKeyOf(given.name), () =>
      inTransaction(this.#room, (transaction) => this.#reserve(transaction, given.name, client)),
    );
    if (attempt.addressRefused) throw new TooManyAttemptsError();
    const right = await this.#passwords.isRight(attempt.account, given.password);
    const passed = right && attempt.account?.disabled === false;
    if (attempt.refused) {
      // Nothing is written but the record: it may share a transaction with those of other guesses.
      await this.#room.audit.append(refusalEvent(attempt, client, false));
      throw new WrongCredentialsError();
    }
    const opened = await inTransaction(this.#room, (transaction) =>
      passed ? this.#open(transaction, attempt, client, browser) : this.#refuse(transaction, attempt, client),
    );
    if (opened === undefined) throw new WrongCredentialsError();
    return opened;
  }

  /**
   * Changes the own password, signed in or when the old one is too old. All sessions end; this browser gets a new one.
   * @throws AppError `WRONG_CREDENTIALS`, or `BAD_USER_INPUT` by the policy
   */
  async changePassword(given: { current: string; next: string }, client: Client, browser: OpenSession | null): Promise<NewSession> {
    const { session, account } = atStage(browser, ["SIGNED_IN", "NEW_PASSWORD"]);
    const key = nameGuard(account.nameKey);
    const { refused } = await inTransaction(this.#room, (transaction) => this.#guards.reserve(transaction, key));
    if (!(await this.#passwords.isRight(account, given.current)) || refused) {
      await inTransaction(this.#room, async (transaction) => {
        const locks = refused ? false : await this.#guards.fail(transaction, key);
        await this.#record(transaction, "CREDENTIALS", { change: "password", reason: "WRONG_PASSWORD", locks }, account, client, "REFUSED");
      });
      throw new WrongCredentialsError();
    }
    const next = await this.#passwords.prepare(given.next, account);
    if (next.refused) throw new InvalidInputError(next.refused.zh, next.refused.en);
    return inTransaction(this.#room, async (transaction) => {
      await this.#guards.clear(transaction, [key]);
      const now = await this.#lock(transaction, account);
      await this.#passwords.keep(transaction, now, next.done);
      await transaction.run(DELETE_SESSIONS_OF, { accountId: account.id, keep: "" });
      const opened = await this.#sessions.open(transaction, {
        account: now,
        stage: "SIGNED_IN",
        client,
        secondFactor: session.secondFactor,
      });
      await this.#record(transaction, "CREDENTIALS", { change: "password" }, now, client, "OK");
      return opened;
    });
  }

  /** Ends the browser's session, whatever its stage. */
  async signOut(client: Client, browser: OpenSession | null): Promise<void> {
    if (browser === null) return;
    const { session, account } = browser;
    await inTransaction(this.#room, async (transaction) => {
      await transaction.run(DELETE_SESSION, { id: session.id });
      const actor = account === null ? null : actorOf(account);
      await this.#room.audit.appendIn(transaction, eventOf("SIGN_OUT", { sessionId: session.id }, { actor, origin: client }));
    });
  }

  async #reserve(transaction: Transaction, name: string, client: Client): Promise<Attempt> {
    const nameKey = nameKeyOf(name);
    const address = await this.#guards.reserveAddress(transaction, client.ip);
    if (address.refused) {
      const event = eventOf("SIGN_IN", { step: "password", reason: "TOO_MANY_ATTEMPTS" }, { origin: client, result: "REFUSED" });
      await this.#room.audit.appendIn(transaction, event);
      return { nameKey, account: undefined, addressRefused: true, refused: true };
    }
    const [account] = accountsOf(await transaction.run(ACCOUNT_BY_NAME, { nameKey }));
    const { refused, unlocked } = await this.#guards.reserve(transaction, nameGuard(nameKey));
    if (unlocked && account !== undefined) {
      const detail = { change: "unlocked by time", before: { status: "LOCKED" }, after: { status: "ACTIVE" } };
      await this.#room.audit.appendIn(transaction, eventOf("ACCOUNT", detail, { origin: client, subjectIds: [account.id] }));
    }
    return { nameKey, account, addressRefused: false, refused };
  }

  async #refuse(transaction: Transaction, attempt: Attempt, client: Client): Promise<undefined> {
    const locks = await this.#guards.fail(transaction, nameGuard(attempt.nameKey));
    await this.#room.audit.appendIn(transaction, refusalEvent(attempt, client, locks));
  }

  async #open(transaction: Transaction, attempt: Attempt, client: Client, browser: OpenSession | null): Promise<NewSession | undefined> {
    // The address's counter first, as when it was reserved: the same order everywhere spares deadlocks.
    await this.#guards.giveBackAddress(transaction, client.ip);
    const [account] = accountsOf(await transaction.run(LOCK_ACCOUNT_BY_NAME, { nameKey: attempt.nameKey }));
    // Between the comparison and this moment an administrator may have changed the account.
    if (account === undefined || account.disabled || account.passwordHash !== attempt.account?.passwordHash) {
      return this.#refuse(transaction, attempt, client);
    }
    await this.#guards.clear(transaction, [nameGuard(attempt.nameKey)]);
    if (browser !== null) await transaction.run(DELETE_SESSION, { id: browser.session.id });
    const stage = nextStage(this.#room, this.#passwords, account, { secondFactor: false, password: true });
    const opened = await this.#sessions.open(transaction, { account, stage, client });
    await this.#record(transaction, "SIGN_IN", { step: "password", next: stage, sessionId: opened.session.id }, account, client, "OK");
    return opened;
  }

  async #lock(transaction: Transaction, account: AccountRecord): Promise<AccountRecord> {
    const [now] = accountsOf(await transaction.run(LOCK_ACCOUNT_BY_NAME, { nameKey: account.nameKey }));
    if (now === undefined || now.disabled || now.passwordHash !== account.passwordHash) throw new WrongCredentialsError();
    return now;
  }

  async #record(
    transaction: Transaction,
    action: "SIGN_IN" | "CREDENTIALS",
    detail: AuditDetail,
    account: AccountRecord,
    client: Client,
    result: "OK" | "REFUSED",
  ): Promise<void> {
    await this.#room.audit.appendIn(transaction, eventOf(action, detail, { actor: actorOf(account), origin: client, result }));
  }
}
