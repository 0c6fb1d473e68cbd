import { read, type Transaction, write } from "../../db/run.ts";
import { newId } from "../../shared/ids.ts";
import { openSessionOf, sessionsOf } from "./account-record.ts";
import { SET_LAST_SIGN_IN } from "./accounts.cypher.ts";
import type { AccountRecord, Client, LinkPurpose, OpenSession, SessionRecord, Stage } from "./auth.types.ts";
import { type AuthRoom, nowOf } from "./auth-room.ts";
import { SWEEP_GUARDS } from "./guards.cypher.ts";
import { SWEEP_LINKS } from "./links.cypher.ts";
import { hashOf, newSecret } from "./secrets.ts";
import {
  CREATE_SESSION,
  CREATE_SET_UP_SESSION,
  DELETE_SESSION,
  SESSION_BY_HASH,
  SESSIONS_OF,
  SWEEP_SESSIONS,
  TOUCH_SESSION,
} from "./sessions.cypher.ts";

const MINUTE_MS = 60_000;
/** Half signed in, or setting up: as long as a one-time link. */
const UNFINISHED_MINUTES = 15;
/** A browser's own words can be of any length. */
const MAX_USER_AGENT = 300;
/** Of the idle time: how old the last request may be before another is written down; each request would cost a write otherwise. */
const TOUCH_FRACTION = 1 / 60;

/** A new session and the secret that its cookie holds; the secret is nowhere else. */
export interface NewSession extends OpenSession {
  readonly secret: string;
}

/** How a session begins. */
export interface SessionStart {
  readonly account: AccountRecord | null;
  readonly stage: Stage;
  readonly client: Client;
  readonly link?: LinkPurpose | null;
  readonly secondFactor?: boolean;
}

/** Browsers that are signed in, or half: kept in the graph, so that ending one counts at once on every instance. */
export class Sessions {
  readonly #room: AuthRoom;

  constructor(room: AuthRoom) {
    this.#room = room;
  }

  /** Opens a session in a transaction that has locked its account; at the last stage that is what the account's last sign-in tells. */
  async open(transaction: Transaction, start: SessionStart): Promise<NewSession> {
    const now = nowOf(this.#room);
    const secret = newSecret();
    const { account, stage, client } = start;
    const minutes = stage === "SIGNED_IN" ? this.#room.settings.sessionHours * 60 : UNFINISHED_MINUTES;
    const session: SessionRecord = {
      id: newId(now),
      stage,
      link: start.link ?? null,
      secondFactor: start.secondFactor ?? false,
      pendingTotp: null,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: now + minutes * MINUTE_MS,
      ip: client.ip,
      userAgent: client.userAgent.slice(0, MAX_USER_AGENT),
    };
    const kept = { ...session, secretHash: hashOf(secret) };
    if (account === null) await transaction.run(CREATE_SET_UP_SESSION, { session: kept });
    else await transaction.run(CREATE_SESSION, { accountId: account.id, session: kept });
    if (account !== null && stage === "SIGNED_IN") await transaction.run(SET_LAST_SIGN_IN, { id: account.id, now });
    return { session, account, secret };
  }

  /** Ends one session and opens the next of the same browser, so that no identifier outlives a change of what it may do. */
  async replace(transaction: Transaction, old: SessionRecord, start: SessionStart): Promise<NewSession> {
    await transaction.run(DELETE_SESSION, { id: old.id });
    return this.open(transaction, start);
  }

  /**
   * The session of a cookie's secret while it holds: neither idle nor over, its account in use. Looked up each time.
   * `background` requests are answered but do not count as activity of the person.
   */
  async find(secret: string, background: boolean): Promise<OpenSession | undefined> {
    const { driver, database, settings } = this.#room;
    const hash = hashOf(secret);
    const now = nowOf(this.#room);
    const found = openSessionOf(await read(driver, database, SESSION_BY_HASH, { hash }));
    if (found === undefined || !this.#holds(found, now)) return undefined;
    const touchAfter = settings.idleMinutes * MINUTE_MS * TOUCH_FRACTION;
    if (!background && now - found.session.lastSeenAt >= touchAfter) await write(driver, database, TOUCH_SESSION, { hash, now });
    return found;
  }

  /** Sessions of an account that have not ended, latest first. */
  async listOf(accountId: string): Promise<SessionRecord[]> {
    const { driver, database } = this.#room;
    const now = nowOf(this.#room);
    return sessionsOf(await read(driver, database, SESSIONS_OF, { accountId, now, seenAfter: now - this.#idleMs() }));
  }

  /** Removes sessions, links and counters whose time is over; they have no effect already. */
  async sweep(): Promise<void> {
    const { driver, database } = this.#room;
    const now = nowOf(this.#room);
    for (const statement of [SWEEP_SESSIONS, SWEEP_LINKS, SWEEP_GUARDS]) await write(driver, database, statement, { now });
  }

  #idleMs(): number {
    return this.#room.settings.idleMinutes * MINUTE_MS;
  }

  #holds({ session, account }: OpenSession, now: number): boolean {
    if (now >= session.expiresAt || now - session.lastSeenAt >= this.#idleMs()) return false;
    return account === null ? session.stage === "SET_UP" : !account.disabled;
  }
}
