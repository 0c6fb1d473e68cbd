import { z } from "zod";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import type { Role } from "../../graphql/generated.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import { ADMINISTRATORS } from "../../shared/roles.ts";
import { checkNames, cleanDisplayName, nameKeyOf } from "./account-names.ts";
import { COUNT_ACCOUNTS, CREATE_ACCOUNT } from "./accounts.cypher.ts";
import type { Client, OpenSession } from "./auth.types.ts";
import { type AuthRoom, eventOf, inTransaction, nowOf, takeAuthLock, UnauthenticatedError, WrongStageError } from "./auth-room.ts";
import { factorGuard, nameGuard } from "./guards.ts";
import { DELETE_SET_UP_LINKS } from "./links.cypher.ts";
import type { NewPassword, Passwords } from "./passwords.ts";
import { DELETE_SET_UP_SESSIONS } from "./sessions.cypher.ts";

/** One of the first accounts. */
export interface FirstAccount {
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
}

/** What a new account is made of. */
export interface AccountDraft {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role | null;
  readonly demo: boolean;
}

const counted = z.object({ count: z.number() });

/** Writes a new account; the caller holds what keeps its name free. */
export async function writeAccount(transaction: Transaction, draft: AccountDraft, now: number): Promise<void> {
  const nameKey = nameKeyOf(draft.name);
  const name = draft.name.trim().normalize("NFKC");
  const guardKeys = [nameGuard(nameKey), factorGuard(draft.id)];
  await transaction.run(CREATE_ACCOUNT, { ...draft, name, nameKey, guardKeys, displayName: cleanDisplayName(draft.displayName), now });
}

/** The first accounts, made by whoever holds the link that the first start printed. */
export class SetUp {
  readonly #room: AuthRoom;
  readonly #passwords: Passwords;

  constructor(room: AuthRoom, parts: { passwords: Passwords }) {
    this.#room = room;
    this.#passwords = parts.passwords;
  }

  /**
   * Creates the first accounts, the three administrators among them, all or none. The browser is signed out after it: each signs in with
   * the own account. @throws AppError `BAD_USER_INPUT` naming the account that is to blame, or `FORBIDDEN` when there are accounts already
   */
  async run(accounts: readonly FirstAccount[], client: Client, browser: OpenSession | null): Promise<void> {
    if (browser === null) throw new UnauthenticatedError();
    if (browser.session.stage !== "SET_UP") throw new WrongStageError();
    checkAccounts(accounts);
    const prepared = await this.#prepare(accounts);
    const now = nowOf(this.#room);
    await inTransaction(this.#room, async (transaction) => {
      await takeAuthLock(transaction);
      if (decodeRows(counted, await transaction.run(COUNT_ACCOUNTS))[0]?.count !== 0) throw new WrongStageError();
      for (const { account, password } of prepared) {
        const id = newId(now);
        await writeAccount(transaction, { id, name: account.name, displayName: account.displayName, role: account.role, demo: false }, now);
        await this.#passwords.keep(transaction, { id, passwordHistory: [] }, password);
        const after = { name: account.name, displayName: account.displayName, role: account.role };
        const detail = { change: "account created", by: "set-up", before: null, after };
        await this.#room.audit.appendIn(transaction, eventOf("ACCOUNT", detail, { origin: client, subjectIds: [id] }));
      }
      await transaction.run(DELETE_SET_UP_LINKS);
      await transaction.run(DELETE_SET_UP_SESSIONS);
    });
  }

  async #prepare(accounts: readonly FirstAccount[]): Promise<{ account: FirstAccount; password: NewPassword }[]> {
    const prepared: { account: FirstAccount; password: NewPassword }[] = [];
    for (const account of accounts) {
      const password = await this.#passwords.prepare(account.password, { ...account, passwordHistory: [] });
      if (password.refused) throw ofAccount(account, password.refused.zh, password.refused.en);
      prepared.push({ account, password: password.done });
    }
    return prepared;
  }
}

function ofAccount({ name }: FirstAccount, zh: string, en: string): InvalidInputError {
  return new InvalidInputError(`账号“${name}”：${zh}`, `Account "${name}": ${en}`);
}

function checkAccounts(accounts: readonly FirstAccount[]): void {
  if (!ADMINISTRATORS.every((role) => accounts.some((account) => account.role === role))) {
    throw new InvalidInputError(
      "请至少建立系统管理员、安全管理员和安全审计员各一个账号，由不同的人使用。",
      "Create at least one system administrator, one security administrator and one auditor, for different people.",
    );
  }
  const keys = new Set<string>();
  for (const account of accounts) {
    const refused = checkNames(account.name, account.displayName);
    if (refused !== null) throw ofAccount(account, refused.zh, refused.en);
    const key = nameKeyOf(account.name);
    if (keys.has(key)) throw ofAccount(account, "登录名重复。", "This sign-in name is given twice.");
    keys.add(key);
  }
  if (new Set(accounts.map((account) => account.password)).size < accounts.length) {
    throw new InvalidInputError("各账号的密码不能相同。", "Each account needs a password of its own.");
  }
}
