import type { Role } from "../../gql/generated.ts";

/** An account to be created at the first start. */
export interface SetUpAccount {
  /** Tells rows apart while they are edited. */
  readonly key: string;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly password: string;
  /** The three administrators cannot be left out. */
  readonly fixed: boolean;
}

const ADMINISTRATORS: readonly Role[] = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"];
const NAME = /^[\p{Letter}\p{Number}.-]{3,40}$/u;
const SHORTEST = 12;

let made = 0;

/** An empty row for an account of a role. */
export function newAccount(role: Role, fixed = false): SetUpAccount {
  made += 1;
  return { key: `account-${made}`, name: "", displayName: "", role, password: "", fixed };
}

/** What the form begins with: the three administrators and one recruiting officer. */
export function firstAccounts(): readonly SetUpAccount[] {
  return [...ADMINISTRATORS.map((role) => newAccount(role, true)), newAccount("OFFICER")];
}

/** What can be wrong with one field of a row. */
export type SetUpFault = "nameShape" | "nameTwice" | "displayName" | "tooShort" | "likeName";

/** Faults by `key.field`; empty when the form can be sent. What only the server can tell is left to it. */
export function setUpFaults(accounts: readonly SetUpAccount[]): Record<string, SetUpFault> {
  const faults: Record<string, SetUpFault> = {};
  const folded = accounts.map(({ name }) => name.trim().normalize("NFKC").toLowerCase());
  for (const [index, { key, name, displayName, password }] of accounts.entries()) {
    const own = folded[index] ?? "";
    if (!NAME.test(name.trim())) faults[`${key}.name`] = "nameShape";
    else if (folded.indexOf(own) !== index) faults[`${key}.name`] = "nameTwice";
    if (displayName.trim() === "") faults[`${key}.displayName`] = "displayName";
    if ([...password].length < SHORTEST) faults[`${key}.password`] = "tooShort";
    else if (own !== "" && password.toLowerCase().includes(own)) faults[`${key}.password`] = "likeName";
  }
  return faults;
}
