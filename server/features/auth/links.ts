import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { read, type Transaction } from "../../db/run.ts";
import { AppError, InvalidInputError } from "../../shared/errors.ts";
import { COUNT_ACCOUNTS } from "./accounts.cypher.ts";
import type { Client, LinkPurpose, OpenSession } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction, lockAccount, nowOf, takeAuthLock, WrongStageError } from "./auth-room.ts";
import { CREATE_ACCOUNT_LINK, CREATE_SET_UP_LINK, DELETE_LINK, DELETE_LINKS_OF, DELETE_SET_UP_LINKS, LOCK_LINK } from "./links.cypher.ts";
import type { Passwords } from "./passwords.ts";
import { hashOf, newSecret } from "./secrets.ts";
import { DELETE_SESSION, DELETE_SESSIONS_OF } from "./sessions.cypher.ts";
import type { NewSession, Sessions } from "./sessions.ts";
import { atStage, nextStage } from "./stages.ts";

const MINUTE_MS = 60_000;
/** The first link opens everything, so it lives shortly; a colleague's must survive a night. */
const LIFE_MINUTES: Readonly<Record<LinkPurpose, number>> = { SET_UP: 15, INVITATION: 24 * 60, RESET: 24 * 60 };

const counted = z.object({ count: z.number() });
const linkRow = z.object({
  purpose: z.enum(["SET_UP", "INVITATION", "RESET"]),
  expiresAt: z.number(),
  accountId: z.string().nullable(),
});

/** A one-time link; `secret` goes into the fragment of the address, which no server or log ever sees. */
export interface NewLink {
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** The link was used, replaced or is too old, or never was one. Code `LINK_INVALID`. */
export class LinkInvalidError extends AppError {
  constructor() {
    super(
      "LINK_INVALID",
      "该一次性链接无效、已使用或已过期，请向管理员索取新的链接。",
      "This one-time link is not valid, was used, or is too old; ask the administrator for a new one.",
    );
  }
}

/** The address at which a browser opens a link. */
export function linkAddress(origin: string, link: NewLink): string {
  return `${origin}/sign-in#link=${link.secret}`;
}

/** One-time links: the first set-up, invitations, and new beginnings after a lost password. */
export class Links {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;
  readonly #passwords: Passwords;

  constructor(room: AuthRoom, parts: { sessions: Sessions; passwords: Passwords }) {
    this.#room = room;
    this.#sessions = parts.sessions;
    this.#passwords = parts.passwords;
  }

  /** Whether there is no account yet, those of the trial desk left out. */
  async isFirstRun(): Promise<boolean> {
    const { driver, database } = this.#room;
    return decodeRows(counted, await read(driver, database, COUNT_ACCOUNTS))[0]?.count === 0;
  }

  /** A new link for the first set-up, voiding earlier ones; undefined when there are accounts. */
  issueForSetUp(): Promise<NewLink | undefined> {
    const link = this.#newLink("SET_UP");
    return inTransaction(this.#room, async (transaction) => {
      await takeAuthLock(transaction);
      if (decodeRows(counted, await transaction.run(COUNT_ACCOUNTS))[0]?.count !== 0) return undefined;
      await transaction.run(DELETE_SET_UP_LINKS);
      await transaction.run(CREATE_SET_UP_LINK, { secretHash: hashOf(link.secret), expiresAt: link.expiresAt });
      await this.#room.audit.appendIn(transaction, eventOf("CREDENTIALS", { change: "set-up link issued", via: "shell" }));
      return link;
    });
  }

  /** A new link for an account, voiding its earlier ones, in a transaction that has locked it. */
  async issueFor(transaction: Transaction, accountId: string, purpose: "INVITATION" | "RESET"): Promise<NewLink> {
    const link = this.#newLink(purpose);
    await transaction.run(DELETE_LINKS_OF, { accountId });
    await transaction.run(CREATE_ACCOUNT_LINK, { accountId, purpose, secretHash: hashOf(link.secret), expiresAt: link.expiresAt });
    return link;
  }

  /** Uses a link up; the browser may then set what the link is for. @throws AppError `LINK_INVALID` */
  async exchange(secret: string, client: Client, browser: OpenSession | null): Promise<NewSession> {
    const secretHash = hashOf(secret);
    const opened = await inTransaction(this.#room, async (transaction) => {
      const [link] = decodeRows(linkRow, await transaction.run(LOCK_LINK, { secretHash }));
      if (link === undefined || nowOf(this.#room) >= link.expiresAt) return this.#refuse(transaction, client, link?.accountId ?? null);
      const account = link.accountId === null ? null : await lockAccount(transaction, link.accountId);
      if (account?.disabled) return this.#refuse(transaction, client, account.id);
      await transaction.run(DELETE_LINK, { secretHash });
      if (browser !== null) await transaction.run(DELETE_SESSION, { id: browser.session.id });
      const stage = account === null ? "SET_UP" : "NEW_PASSWORD";
      const session = await this.#sessions.open(transaction, { account, stage, client, link: link.purpose });
      const subjectIds = account === null ? [] : [account.id];
      const detail = { step: "one-time link", purpose: link.purpose, next: stage };
      await this.#room.audit.appendIn(transaction, eventOf("SIGN_IN", detail, { origin: client, subjectIds }));
      return session;
    });
    if (opened === undefined) throw new LinkInvalidError();
    return opened;
  }

  /** Sets the password of the account that a link was for. @throws AppError `FORBIDDEN`, or `BAD_USER_INPUT` by the policy */
  async setPassword(next: string, client: Client, browser: OpenSession | null): Promise<NewSession> {
    const { session, account } = atStage(browser, ["NEW_PASSWORD"]);
    if (session.link === null) throw new WrongStageError();
    const password = await this.#passwords.prepare(next, account);
    if (password.refused) throw new InvalidInputError(password.refused.zh, password.refused.en);
    return inTransaction(this.#room, async (transaction) => {
      const now = await lockAccount(transaction, account.id);
      if (now.disabled) throw new WrongStageError();
      await this.#passwords.keep(transaction, now, password.done);
      await transaction.run(DELETE_SESSIONS_OF, { accountId: account.id, keep: "" });
      const stage = nextStage(this.#room, this.#passwords, now, { secondFactor: false, password: false });
      const opened = await this.#sessions.open(transaction, { account: now, stage, client, link: session.link });
      const detail = { change: "password", by: session.link, next: stage };
      await this.#room.audit.appendIn(transaction, eventOf("CREDENTIALS", detail, { actor: actorOf(now), origin: client }));
      return opened;
    });
  }

  #newLink(purpose: LinkPurpose): NewLink {
    return { secret: newSecret(), expiresAt: nowOf(this.#room) + LIFE_MINUTES[purpose] * MINUTE_MS };
  }

  async #refuse(transaction: Transaction, client: Client, accountId: string | null): Promise<undefined> {
    const subjectIds = accountId === null ? [] : [accountId];
    const detail = { step: "one-time link", reason: "LINK_INVALID" };
    await this.#room.audit.appendIn(transaction, eventOf("SIGN_IN", detail, { origin: client, subjectIds, result: "REFUSED" }));
  }
}
