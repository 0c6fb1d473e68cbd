import type { Transaction } from "../../db/run.ts";
import type { Role } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import type { AuditActor } from "../audit/audit.types.ts";
import { nameKeyOf } from "./account-names.ts";
import { accountsOf } from "./account-record.ts";
import { LOCK_ACCOUNT_BY_NAME } from "./accounts.cypher.ts";
import type { AccountRecord, Client, OpenSession } from "./auth.types.ts";
import { type AuthRoom, actorOf, eventOf, inTransaction, nowOf, takeAuthLock } from "./auth-room.ts";
import { DELETE_SESSION } from "./sessions.cypher.ts";
import type { NewSession, Sessions } from "./sessions.ts";
import { writeAccount } from "./set-up.ts";

/** A role that can be tried. */
export type TrialRole = Extract<Role, "OFFICER" | "AMBASSADOR" | "ANALYST" | "EXPERT" | "SERVICE">;

/** One account for each role, without any credential: there is no way to sign in to it but the desk itself. */
const TRIAL_ACCOUNTS: Readonly<Record<TrialRole, { name: string; displayName: string }>> = {
  OFFICER: { name: "trial-officer", displayName: "演示·引才专员" },
  AMBASSADOR: { name: "trial-ambassador", displayName: "演示·引才大使" },
  ANALYST: { name: "trial-analyst", displayName: "演示·分析员" },
  EXPERT: { name: "trial-expert", displayName: "演示·评审专家" },
  SERVICE: { name: "trial-service", displayName: "演示·服务专员" },
};

/** Somebody made up, for data that shows the product in use: an account that nobody can sign in to. */
export interface DemoPerson {
  readonly name: string;
  readonly displayName: string;
  readonly role: TrialRole;
}

/** The trial desk: signed in at once in a working role, everything written marked 演示. Whether it exists is the caller's to decide. */
export class TrialDesk {
  readonly #room: AuthRoom;
  readonly #sessions: Sessions;

  constructor(room: AuthRoom, parts: { sessions: Sessions }) {
    this.#room = room;
    this.#sessions = parts.sessions;
  }

  /** A session in a role; the browser's present one ends. */
  open(role: TrialRole, client: Client, browser: OpenSession | null): Promise<NewSession> {
    return inTransaction(this.#room, async (transaction) => {
      const account = await this.#account(transaction, { ...TRIAL_ACCOUNTS[role], role });
      if (browser !== null) await transaction.run(DELETE_SESSION, { id: browser.session.id });
      const opened = await this.#sessions.open(transaction, { account, stage: "SIGNED_IN", client });
      const detail = { step: "trial desk", sessionId: opened.session.id };
      await this.#room.audit.appendIn(transaction, eventOf("SIGN_IN", detail, { actor: actorOf(account), origin: client }));
      return opened;
    });
  }

  /** Who a role of the desk acts as. */
  actorIn(role: TrialRole): Promise<AuditActor> {
    return this.demoActor({ ...TRIAL_ACCOUNTS[role], role });
  }

  /** Somebody made up, as somebody who acts; the account is made when it is not there. */
  demoActor(person: DemoPerson): Promise<AuditActor> {
    return inTransaction(this.#room, async (transaction) => actorOf(await this.#account(transaction, person)));
  }

  async #account(transaction: Transaction, { name, displayName, role }: DemoPerson): Promise<AccountRecord> {
    const nameKey = nameKeyOf(name);
    const now = nowOf(this.#room);
    await takeAuthLock(transaction);
    let [account] = accountsOf(await transaction.run(LOCK_ACCOUNT_BY_NAME, { nameKey }));
    if (account === undefined) {
      await writeAccount(transaction, { id: newId(now), name, displayName, role, demo: true }, now);
      [account] = accountsOf(await transaction.run(LOCK_ACCOUNT_BY_NAME, { nameKey }));
    }
    if (account === undefined) throw new Error("the account of the trial desk was not written");
    return account;
  }
}
