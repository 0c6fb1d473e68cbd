import { z } from "zod";
import { decodeRows, type Row } from "../../db/records.ts";
import type { AccountStatus } from "../../graphql/generated.ts";
import { ROLES } from "../../shared/roles.ts";
import type { AccountRecord, SessionRecord } from "./auth.types.ts";

const absent = <Shape extends z.ZodType>(shape: Shape) => shape.nullish().transform((value) => value ?? null);

const properties = z.object({
  id: z.string(),
  name: z.string(),
  nameKey: z.string(),
  displayName: z.string(),
  role: absent(z.enum(ROLES)),
  disabled: z.boolean(),
  demo: z.boolean(),
  passwordHash: absent(z.string()),
  passwordChangedAt: absent(z.number()),
  passwordHistory: z.array(z.string()).default([]),
  totpSecret: absent(z.string()),
  totpLastStep: absent(z.number()),
  recoveryHashes: z.array(z.string()).default([]),
  externalKey: absent(z.string()),
  noticeVersion: absent(z.string()),
  createdAt: z.number(),
  lastSignInAt: absent(z.number()),
});

const accountRow = z.object({ account: properties, lockedUntil: absent(z.number()) });

const session = z.object({
  id: z.string(),
  stage: z.enum(["SET_UP", "NEW_PASSWORD", "SECOND_FACTOR", "ENROL_SECOND_FACTOR", "SIGNED_IN"]),
  link: absent(z.enum(["SET_UP", "INVITATION", "RESET"])),
  secondFactor: z.boolean(),
  pendingTotp: absent(z.string()),
  createdAt: z.number(),
  lastSeenAt: z.number(),
  expiresAt: z.number(),
  ip: z.string(),
  userAgent: z.string(),
});

const sessionRow = z.object({ session });
const openSessionRow = z.object({ session, account: properties.nullable() });

/** Accounts from rows with `account` and `lockedUntil`. */
export function accountsOf(rows: readonly Row[]): AccountRecord[] {
  return decodeRows(accountRow, rows).map(({ account, lockedUntil }) => ({ ...account, lockedUntil }));
}

/** Sessions from rows with `session`. */
export function sessionsOf(rows: readonly Row[]): SessionRecord[] {
  return decodeRows(sessionRow, rows).map((row) => row.session);
}

/** The session of a row with `session` and `account`. */
export function openSessionOf(rows: readonly Row[]): { session: SessionRecord; account: AccountRecord | null } | undefined {
  const [row] = decodeRows(openSessionRow, rows);
  if (row === undefined) return undefined;
  return { session: row.session, account: row.account === null ? null : { ...row.account, lockedUntil: null } };
}

/** Whether an account can be used at a moment (milliseconds since 1970), by what keeps it from being used. */
export function statusOf(account: AccountRecord, now: number): AccountStatus {
  if (account.disabled) return "DISABLED";
  if (account.lockedUntil !== null && account.lockedUntil > now) return "LOCKED";
  return account.passwordHash === null && account.externalKey === null && !account.demo ? "INVITED" : "ACTIVE";
}
