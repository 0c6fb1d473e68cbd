import { hasDatabase, REFERRALS_DATABASE } from "../lib/browser-database.ts";
import { RequestError } from "../lib/http.ts";
import type { Session } from "../lib/session-client.ts";

/** The drafts of referrals in this browser, loaded only where there are any. */
async function referralsHere() {
  if (!(await hasDatabase(REFERRALS_DATABASE))) return null;
  return await import("../features/referrals/store.ts");
}

/** Whether an error means that the server could not be reached. */
export function isCutOff(error: unknown): boolean {
  return error instanceof RequestError && (error.code === "NETWORK" || error.code === "TIMEOUT");
}

/** Whether a page can be used without signal. */
export function worksOffline(pathname: string): boolean {
  return /^\/referrals(?:\/new)?\/?$/.test(pathname);
}

/**
 * What stands in for the session while the server cannot be reached: enough to open the form of the last who used it here, for a working
 * day. It shows nothing that was read from the server, and the server allows nothing by it.
 * @returns null when nobody may use the form here without signal
 */
export async function offlineSession(): Promise<Session | null> {
  const referrals = await referralsHere().catch(() => null);
  const owner = (await referrals?.ownerKept(Date.now()).catch(() => null)) ?? null;
  if (owner === null) return null;
  return {
    state: "SIGNED_IN",
    viewer: { id: owner.id, name: "", role: null, demo: false, capabilities: ["REFER"] },
    account: null,
    trialDesk: false,
    oidc: null,
    idleMinutes: 0,
    notice: { version: null, accepted: true },
    link: null,
    offline: true,
  };
}

/** The server says that nobody is signed in: from now on the form does not open without it. What was typed waits for its account. */
export async function endOffline(): Promise<void> {
  await (await referralsHere())?.forgetOwner();
}

/** How many referrals of an account are in this browser only. */
export async function unsentOf(owner: string): Promise<{ drafts: number; waiting: number }> {
  const entries = (await (await referralsHere())?.entryStore.all(owner)) ?? [];
  const waiting = entries.filter(({ state }) => state === "WAITING").length;
  return { drafts: entries.length - waiting, waiting };
}

/** Leaves nothing of what was typed in this browser. */
export async function removeUnsent(): Promise<void> {
  await (await referralsHere())?.removeAll();
}
