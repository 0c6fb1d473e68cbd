import { hash, verify } from "@node-rs/argon2";
import type { Transaction } from "../../db/run.ts";
import { type Outcome, refuse } from "../../shared/refusals.ts";
import { SET_PASSWORD } from "./accounts.cypher.ts";
import type { AccountRecord } from "./auth.types.ts";
import { type AuthRoom, nowOf } from "./auth-room.ts";
import { checkPassword, normalizePassword } from "./password-policy.ts";
import { newSecret } from "./secrets.ts";

/** Argon2id, the library's default algorithm, with OWASP's first choice of cost: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** How many passwords, the present one included, must not come again. */
const REMEMBERED = 5;
const DAY_MS = 86_400_000;

/** A password that may be used, hashed. */
export interface NewPassword {
  readonly hash: string;
}

/** Passwords: checked against the policy, hashed, and compared in the same time whether there is an account or not. */
export class Passwords {
  readonly #room: AuthRoom;
  /** Compared with when there is no account, so that its absence does not show in the time. */
  readonly #nobody: Promise<string>;

  constructor(room: AuthRoom) {
    this.#room = room;
    this.#nobody = hash(newSecret(), COST);
    this.#nobody.catch(() => undefined);
  }

  /** Whether a password is the account's. */
  async isRight(account: AccountRecord | undefined, password: string): Promise<boolean> {
    const kept = account?.passwordHash ?? null;
    const right = await verify(kept ?? (await this.#nobody), normalizePassword(password));
    return right && kept !== null;
  }

  /** A new password for an account (of which `history` is known), or why it is refused. */
  async prepare(password: string, account: Pick<AccountRecord, "name" | "displayName" | "passwordHistory">): Promise<Outcome<NewPassword>> {
    const text = normalizePassword(password);
    const refused = checkPassword(text, {
      names: [account.name, account.displayName],
      minClasses: this.#room.settings.passwordMinClasses,
    });
    if (refused !== null) return refuse(refused);
    for (const old of account.passwordHistory) {
      if (await verify(old, text)) {
        return refuse({
          field: "password",
          zh: `不能使用最近 ${REMEMBERED} 次用过的密码。`,
          en: `One of the last ${REMEMBERED} passwords cannot be used again.`,
        });
      }
    }
    return { done: { hash: await hash(text, COST) } };
  }

  /** Keeps a prepared password in a transaction that has locked its account. */
  async keep(transaction: Transaction, account: Pick<AccountRecord, "id" | "passwordHistory">, password: NewPassword): Promise<void> {
    const history = [password.hash, ...account.passwordHistory].slice(0, REMEMBERED);
    await transaction.run(SET_PASSWORD, { id: account.id, hash: password.hash, history, now: nowOf(this.#room) });
  }

  /** Whether a password has to be changed by age. */
  isExpired(account: AccountRecord): boolean {
    const { passwordMaxAgeDays: days } = this.#room.settings;
    return days !== null && account.passwordChangedAt !== null && nowOf(this.#room) - account.passwordChangedAt >= days * DAY_MS;
  }
}
