import type { Transaction } from "../../db/run.ts";
import type { AuditDetail } from "../audit/index.ts";
import { SET_RECOVERY, SET_SECOND_FACTOR, SET_TOTP_STEP } from "./accounts.cypher.ts";
import type { AccountRecord, Client, OpenSession, SessionRecord } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction, lockAccount, nowOf, WrongStageError } from "./auth-room.ts";
import { factorGuard, type Guards, WrongCredentialsError } from "./guards.ts";
import type { Passwords } from "./passwords.ts";
import { hashOf, newRecoveryCode, recoveryCodeKey } from "./secrets.ts";
import { DELETE_SESSIONS_OF, SET_PENDING_TOTP } from "./sessions.cypher.ts";
import type { NewSession, Sessions } from "./sessions.ts";
import { atStage, nextStage } from "./stages.ts";
import { newTotp, type TotpOffer, totpStep } from "./totp.ts";

const RECOVERY_CODES = 10;

/** The way in which a code was right. */
type Use = { readonly kind: "totp"; readonly step: number } | { readonly kind: "recovery"; readonly left: readonly string[] };

/** Codes of an authenticator app (RFC 6238), and recovery codes for when it is lost. */
export class SecondFactor {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;
  readonly #passwords: Passwords;
  readonly #guards: Guards;

  constructor(room: AuthRoom, parts: { sessions: Sessions; passwords: Passwords; guards: Guards }) {
    this.#room = room;
    this.#sessions = parts.sessions;
    this.#passwords = parts.passwords;
    this.#guards = parts.guards;
  }

  /** The second step of signing in. @throws AppError `WRONG_CREDENTIALS`, also when codes are locked */
  async verify(code: string, client: Client, browser: OpenSession | null): Promise<NewSession> {
    const { session, account } = atStage(browser, ["SECOND_FACTOR"]);
    const opened = await inTransaction(this.#room, async (transaction) => {
      const now = await this.#use(transaction, account.id, code, client);
      return now === undefined ? undefined : this.#finish(transaction, session, now, client);
    });
    if (opened === undefined) throw new WrongCredentialsError();
    return opened;
  }

  /** Begins an enrolment. Whoever has a second factor already must show it, so that an unlocked browser cannot swap it. */
  async enrol(code: string | undefined, client: Client, browser: OpenSession | null): Promise<TotpOffer> {
    const { session, account } = atStage(browser, ["ENROL_SECOND_FACTOR", "SIGNED_IN"]);
    if (account.demo) throw new WrongStageError();
    const offer = await newTotp(account.name);
    const pendingTotp = this.#room.secret.seal("totp", `${account.id}:${offer.secret}`);
    const allowed = await inTransaction(this.#room, async (transaction) => {
      if (account.totpSecret !== null && (await this.#use(transaction, account.id, code ?? "", client)) === undefined) return false;
      await transaction.run(SET_PENDING_TOTP, { id: session.id, pendingTotp });
      return true;
    });
    if (!allowed) throw new WrongCredentialsError();
    return offer;
  }

  /** Ends an enrolment with the first code of the new app. All sessions end; this browser gets a new one, and the recovery codes once. */
  async confirm(code: string, client: Client, browser: OpenSession | null): Promise<{ opened: NewSession; recoveryCodes: string[] }> {
    const { session, account } = atStage(browser, ["ENROL_SECOND_FACTOR", "SIGNED_IN"]);
    if (session.pendingTotp === null) throw new WrongStageError();
    const secret = this.#open(account.id, session.pendingTotp);
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const recoveryHashes = recoveryCodes.map((each) => hashOf(recoveryCodeKey(each) ?? each));
    const opened = await inTransaction(this.#room, async (transaction) => {
      const key = factorGuard(account.id);
      const { refused } = await this.#guards.reserve(transaction, key);
      const before = await lockAccount(transaction, account.id);
      const step = refused ? undefined : totpStep(secret, code.trim(), nowOf(this.#room), null);
      if (step === undefined || before.disabled) return this.#refuse(transaction, before, client, "CREDENTIALS", refused);
      await this.#guards.clear(transaction, [key]);
      const kept = { id: account.id, secret: this.#room.secret.seal("totp", `${account.id}:${secret}`), step, recoveryHashes };
      await transaction.run(SET_SECOND_FACTOR, kept);
      await transaction.run(DELETE_SESSIONS_OF, { accountId: account.id, keep: "" });
      const now = await lockAccount(transaction, account.id);
      return this.#finish(transaction, session, now, client, { change: "second factor", replaced: before.totpSecret !== null });
    });
    if (opened === undefined) throw new WrongCredentialsError();
    return { opened, recoveryCodes };
  }

  /** Uses a code up. @returns the account as it is then, or undefined when the code is wrong, spent or locked out */
  async #use(transaction: Transaction, accountId: string, code: string, client: Client): Promise<AccountRecord | undefined> {
    const key = factorGuard(accountId);
    const { refused } = await this.#guards.reserve(transaction, key);
    const account = await lockAccount(transaction, accountId);
    const use = refused || account.disabled ? undefined : this.#match(account, code.trim());
    if (use === undefined) return this.#refuse(transaction, account, client, "SIGN_IN", refused);
    await this.#guards.clear(transaction, [key]);
    if (use.kind === "totp") await transaction.run(SET_TOTP_STEP, { id: accountId, step: use.step });
    else await transaction.run(SET_RECOVERY, { id: accountId, recoveryHashes: use.left });
    return lockAccount(transaction, accountId);
  }

  #match(account: AccountRecord, code: string): Use | undefined {
    if (account.totpSecret === null) return undefined;
    const step = totpStep(this.#open(account.id, account.totpSecret), code, nowOf(this.#room), account.totpLastStep);
    if (step !== undefined) return { kind: "totp", step };
    const key = recoveryCodeKey(code);
    const hash = key === undefined ? "" : hashOf(key);
    return account.recoveryHashes.includes(hash)
      ? { kind: "recovery", left: account.recoveryHashes.filter((each) => each !== hash) }
      : undefined;
  }

  async #refuse(
    transaction: Transaction,
    account: AccountRecord,
    client: Client,
    action: "SIGN_IN" | "CREDENTIALS",
    refused: boolean,
  ): Promise<undefined> {
    const locks = refused ? false : await this.#guards.fail(transaction, factorGuard(account.id));
    const detail: AuditDetail = { step: "second factor", reason: refused ? "LOCKED" : "WRONG_CODE", locks };
    await this.#room.audit.appendIn(transaction, eventOf(action, detail, { origin: client, subjectIds: [account.id], result: "REFUSED" }));
  }

  async #finish(
    transaction: Transaction,
    old: SessionRecord,
    account: AccountRecord,
    client: Client,
    enrolled?: AuditDetail,
  ): Promise<NewSession> {
    const stage = nextStage(this.#room, this.#passwords, account, { secondFactor: true, password: old.link === null });
    const opened = await this.#sessions.replace(transaction, old, { account, stage, client, secondFactor: true });
    const actor = actorOf(account);
    if (enrolled !== undefined) await this.#room.audit.appendIn(transaction, eventOf("CREDENTIALS", enrolled, { actor, origin: client }));
    if (old.stage === "SIGNED_IN") return opened;
    const left = account.recoveryHashes.length;
    const detail = { step: "second factor", next: stage, recoveryCodesLeft: left, sessionId: opened.session.id };
    await this.#room.audit.appendIn(transaction, eventOf("SIGN_IN", detail, { actor, origin: client }));
    return opened;
  }

  /** The secret is sealed with the account's id, so that one account's cannot be put into another's record. */
  #open(accountId: string, sealed: string): string {
    const text = this.#room.secret.open("totp", sealed);
    if (!text.startsWith(`${accountId}:`)) throw new WrongStageError();
    return text.slice(accountId.length + 1);
  }
}
