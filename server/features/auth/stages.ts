import type { AccountRecord, OpenSession, Stage } from "./auth.types.ts";
import { type AuthRoom, UnauthenticatedError, WrongStageError } from "./auth-room.ts";
import type { Passwords } from "./passwords.ts";

/** Whether the settings ask a second factor of an account. */
export function needsSecondFactor(room: AuthRoom, account: AccountRecord): boolean {
  const { secondFactorRoles: roles } = room.settings;
  return roles === "all" || (account.role !== null && roles.includes(account.role));
}

/** What comes next after the first proof of who somebody is: `proof` says whether a second was given, and whether a password was used. */
export function nextStage(
  room: AuthRoom,
  passwords: Passwords,
  account: AccountRecord,
  proof: { secondFactor: boolean; password: boolean },
): Stage {
  if (!proof.secondFactor && account.totpSecret !== null) return "SECOND_FACTOR";
  if (!proof.secondFactor && needsSecondFactor(room, account)) return "ENROL_SECOND_FACTOR";
  return proof.password && passwords.isExpired(account) ? "NEW_PASSWORD" : "SIGNED_IN";
}

/** A browser at one of the given stages, with its account. @throws AppError `UNAUTHENTICATED` or `FORBIDDEN` otherwise */
export function atStage(
  browser: OpenSession | null,
  stages: readonly Stage[],
): { session: OpenSession["session"]; account: AccountRecord } {
  if (browser === null) throw new UnauthenticatedError();
  const { session, account } = browser;
  if (account === null || !stages.includes(session.stage)) throw new WrongStageError();
  return { session, account };
}
