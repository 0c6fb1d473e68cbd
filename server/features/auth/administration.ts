import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import { read, type Transaction } from "../../db/run.ts";
import type { Account, Role } from "../../graphql/generated.ts";
import { newId } from "../../shared/ids.ts";
import { type Outcome, type Refusal, refuse } from "../../shared/refusals.ts";
import { ADMINISTRATORS } from "../../shared/roles.ts";
import type { AuditActor, AuditDetail, RequestOrigin } from "../audit/index.ts";
import { checkNames, nameKeyOf } from "./account-names.ts";
import { accountsOf, statusOf } from "./account-record.ts";
import {
  ACCOUNT_BY_ID,
  ACCOUNT_BY_NAME,
  CLEAR_CREDENTIALS,
  COUNT_ROLE,
  LIST_ACCOUNTS,
  LOCK_ACCOUNT,
  LOCK_ACCOUNT_BY_NAME,
  SET_DISABLED,
  SET_EXTERNAL_KEY,
  SET_ROLE,
} from "./accounts.cypher.ts";
import type { AccountRecord, Principal } from "./auth.types.ts";
import { type AuthRoom, eventOf, inTransaction, nowOf, takeAuthLock } from "./auth-room.ts";
import { factorGuard, type Guards, nameGuard } from "./guards.ts";
import { DELETE_LINKS_OF } from "./links.cypher.ts";
import type { Links, NewLink } from "./links.ts";
import { DELETE_SESSIONS_OF } from "./sessions.cypher.ts";
import { writeAccount } from "./set-up.ts";
import { REVOKE_TOKENS_ISSUED_BY } from "./tokens.cypher.ts";

/** Who administers: an account or token, or nobody when it is the shell. */
export interface Administrator {
  readonly principal: Principal | null;
  readonly origin: RequestOrigin | null;
}

/** An account and the link for its owner. */
export interface AccountWithLink {
  readonly account: Account;
  readonly link: NewLink;
}

const counted = z.object({ count: z.number() });

const NO_ACCOUNT: Refusal = { field: "id", zh: "没有这个账号，请刷新列表。", en: "There is no such account; reload the list." };
const NO_REASON: Refusal = { field: "reason", zh: "请填写 2 到 500 字的理由。", en: "Give a reason of 2 to 500 characters." };
const OWN: Refusal = {
  field: null,
  zh: "不能变更自己的账号，请由另一位管理员操作。",
  en: "Nobody changes the own account here; ask another administrator.",
};
const DEMO: Refusal = { field: null, zh: "演示账号不能变更。", en: "Accounts of the trial desk cannot be changed." };
const NAME_TAKEN: Refusal = { field: "name", zh: "该登录名已被使用，请另选一个。", en: "This sign-in name is taken; choose another." };
const RESET_ADMINISTRATOR: Refusal = {
  field: null,
  zh: "管理员账号只能在服务器命令行上重置(npm run account -- reset)，以免一人取得另一管理员的权限。",
  en: "An administrator's account is reset at the server's shell only (npm run account -- reset), so that nobody takes over another's rights.",
};

function lastOf(role: Role): Refusal {
  const zh = role === "SYSTEM_ADMIN" ? "系统管理员" : "安全管理员";
  const en = role === "SYSTEM_ADMIN" ? "system administrator" : "security administrator";
  return { field: null, zh: `这是最后一位${zh}，请先设置另一位。`, en: `This is the last ${en}; appoint another first.` };
}

const isReason = (reason: string): boolean => reason.trim().length >= 2 && reason.trim().length <= 500;
const isAdministrator = (role: Role | null): boolean => ADMINISTRATORS.some((each) => each === role);

/** Accounts as administrators change them. Each change is kept together with its record in the trail, or not at all. */
export class Administration {
  readonly #room: AuthRoom;
  readonly #links: Links;
  readonly #guards: Guards;

  constructor(room: AuthRoom, parts: { links: Links; guards: Guards }) {
    this.#room = room;
    this.#links = parts.links;
    this.#guards = parts.guards;
  }

  /** All accounts, by name; those of the trial desk last. */
  async list(): Promise<Account[]> {
    const { driver, database } = this.#room;
    return accountsOf(await read(driver, database, LIST_ACCOUNTS)).map((account) => this.#shown(account));
  }

  /** The id of the account of a sign-in name; undefined when there is none. */
  async idOf(name: string): Promise<string | undefined> {
    const { driver, database } = this.#room;
    return accountsOf(await read(driver, database, ACCOUNT_BY_NAME, { nameKey: nameKeyOf(name) }))[0]?.id;
  }

  /** Creates an account without a role, and the link for its owner. */
  async create(given: { name: string; displayName: string }, by: Administrator): Promise<Outcome<AccountWithLink>> {
    const refused = checkNames(given.name, given.displayName);
    if (refused !== null) return refuse(refused);
    return inTransaction(this.#room, async (transaction) => {
      await takeAuthLock(transaction);
      const nameKey = nameKeyOf(given.name);
      if ((await transaction.run(LOCK_ACCOUNT_BY_NAME, { nameKey })).length > 0) return refuse(NAME_TAKEN);
      const id = newId(nowOf(this.#room));
      await writeAccount(transaction, { id, name: given.name, displayName: given.displayName, role: null, demo: false }, nowOf(this.#room));
      const link = await this.#links.issueFor(transaction, id, "INVITATION");
      const account = await this.#after(transaction, id);
      const after = { name: account.name, displayName: account.displayName, role: null };
      await this.#record(transaction, { change: "account created", before: null, after }, id, by);
      return { done: { account, link } };
    });
  }

  /** A new beginning for an account: old password and second factor stop working, all sessions end. */
  reset(id: string, reason: string, by: Administrator): Promise<Outcome<AccountWithLink>> {
    return this.#change(id, reason, by, async (transaction, account) => {
      if (by.principal !== null && isAdministrator(account.role)) return refuse(RESET_ADMINISTRATOR);
      const before = { password: account.passwordHash !== null, secondFactor: account.totpSecret !== null };
      await transaction.run(CLEAR_CREDENTIALS, { id });
      await transaction.run(DELETE_SESSIONS_OF, { accountId: id, keep: "" });
      const purpose = account.passwordHash === null ? "INVITATION" : "RESET";
      const link = await this.#links.issueFor(transaction, id, purpose);
      const after = { password: false, secondFactor: false };
      await this.#record(transaction, { change: "credentials reset", reason, before, after }, id, by);
      return { done: { account: await this.#after(transaction, id), link } };
    });
  }

  /** Grants a role, or takes it away with null. All sessions of the account end. */
  setRole(id: string, role: Role | null, reason: string, by: Administrator): Promise<Outcome<Account>> {
    return this.#change(id, reason, by, async (transaction, account) => {
      const refused = role === account.role ? null : await this.#refuseLast(transaction, account);
      if (refused !== null) return refuse(refused);
      await transaction.run(SET_ROLE, { id, role });
      await transaction.run(DELETE_SESSIONS_OF, { accountId: id, keep: "" });
      await this.#record(transaction, { change: "role", reason, before: { role: account.role }, after: { role } }, id, by);
      return { done: await this.#after(transaction, id) };
    });
  }

  /** Disables or enables. Disabling ends all sessions of the account, its links, and the tokens that it issued. */
  setDisabled(id: string, disabled: boolean, reason: string, by: Administrator): Promise<Outcome<Account>> {
    return this.#change(id, reason, by, async (transaction, account) => {
      const refused = disabled ? await this.#refuseLast(transaction, account) : null;
      if (refused !== null) return refuse(refused);
      await transaction.run(SET_DISABLED, { id, disabled });
      if (disabled) {
        await transaction.run(DELETE_SESSIONS_OF, { accountId: id, keep: "" });
        await transaction.run(DELETE_LINKS_OF, { accountId: id });
        await transaction.run(REVOKE_TOKENS_ISSUED_BY, { accountId: id, now: nowOf(this.#room) });
      }
      const detail = { change: disabled ? "disabled" : "enabled", reason, before: { disabled: account.disabled }, after: { disabled } };
      await this.#record(transaction, detail, id, by);
      return { done: await this.#after(transaction, id) };
    });
  }

  /** Ends a lock that wrong passwords or codes brought. */
  async unlock(id: string, by: Administrator): Promise<Outcome<Account>> {
    const { driver, database } = this.#room;
    const [found] = accountsOf(await read(driver, database, ACCOUNT_BY_ID, { id }));
    if (found === undefined) return refuse(NO_ACCOUNT);
    return inTransaction(this.#room, async (transaction) => {
      const before = { status: statusOf(found, nowOf(this.#room)) };
      await this.#guards.clear(transaction, [nameGuard(found.nameKey), factorGuard(id)]);
      const account = await this.#after(transaction, id);
      await this.#record(transaction, { change: "unlocked", before, after: { status: account.status } }, id, by);
      return { done: account };
    });
  }

  /** Ties an account to a subject that the single sign-on service verifies; from the shell only. */
  bindSubject(id: string, externalKey: string, by: Administrator): Promise<Outcome<Account>> {
    return this.#change(id, "single sign-on", by, async (transaction, account) => {
      await transaction.run(SET_EXTERNAL_KEY, { id, externalKey });
      const detail = { change: "single sign-on", before: { bound: account.externalKey !== null }, after: { bound: true } };
      await this.#record(transaction, detail, id, by);
      return { done: await this.#after(transaction, id) };
    });
  }

  /** What all changes of an existing account share: a reason, the locks, and that nobody changes the own account. */
  async #change<T>(
    id: string,
    reason: string,
    by: Administrator,
    work: (transaction: Transaction, account: AccountRecord) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    if (!isReason(reason)) return refuse(NO_REASON);
    return inTransaction(this.#room, async (transaction) => {
      await takeAuthLock(transaction);
      const [account] = accountsOf(await transaction.run(LOCK_ACCOUNT, { id }));
      if (account === undefined) return refuse(NO_ACCOUNT);
      const refused = by.principal?.id === id ? OWN : account.demo ? DEMO : null;
      const outcome: Outcome<T> = refused === null ? await work(transaction, account) : refuse(refused);
      if (outcome.refused?.field === null) {
        await this.#record(transaction, { change: "refused", reason: outcome.refused.en }, id, by, "REFUSED");
      }
      return outcome;
    });
  }

  /** Refuses to leave the product without somebody who can mend it. The lock of administrators is held. */
  async #refuseLast(transaction: Transaction, account: AccountRecord): Promise<Refusal | null> {
    const { role } = account;
    if (account.disabled || (role !== "SYSTEM_ADMIN" && role !== "SECURITY_ADMIN")) return null;
    const [row] = decodeRows(counted, await transaction.run(COUNT_ROLE, { role }));
    return (row?.count ?? 0) > 1 ? null : lastOf(role);
  }

  async #after(transaction: Transaction, id: string): Promise<Account> {
    const [account] = accountsOf(await transaction.run(LOCK_ACCOUNT, { id }));
    if (account === undefined) throw new Error("the account is gone from its own transaction");
    return this.#shown(account);
  }

  #shown(account: AccountRecord): Account {
    const { id, name, displayName, role, demo } = account;
    return {
      id,
      name,
      displayName,
      role,
      demo,
      status: statusOf(account, nowOf(this.#room)),
      secondFactor: account.totpSecret !== null,
      createdAt: new Date(account.createdAt).toISOString(),
      lastSignInAt: account.lastSignInAt === null ? null : new Date(account.lastSignInAt).toISOString(),
    };
  }

  async #record(
    transaction: Transaction,
    detail: AuditDetail,
    accountId: string,
    { principal, origin }: Administrator,
    result: "OK" | "REFUSED" = "OK",
  ): Promise<void> {
    const actor: AuditActor | null = principal && { id: principal.id, name: principal.name, role: principal.role, demo: principal.demo };
    const from: AuditDetail = principal === null ? { via: "shell" } : {};
    const event = eventOf("ACCOUNT", { ...detail, ...from }, { actor, origin, subjectIds: [accountId], result });
    await this.#room.audit.appendIn(transaction, event);
  }
}
