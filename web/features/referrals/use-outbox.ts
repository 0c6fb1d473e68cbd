import { useEffect, useMemo, useSyncExternalStore } from "react";
import { useSession } from "../../lib/session.ts";
import { Outbox, type OutboxView } from "./outbox.ts";
import { serverPost } from "./post.ts";
import { keepShell } from "./shell.ts";
import { entryStore, keepOwner } from "./store.ts";

/** How long the form opens without signal after the server last said who is signed in: a working day. */
const OFFLINE_MS = 12 * 3_600_000;
const LOCK = "referrals-sending";

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("referrals");
let current: Outbox | null = null;

/** One tab sends at a time; where the browser has no locks, the keys alone make double sending harmless. */
async function alone(run: () => Promise<void>): Promise<void> {
  // Without signal there is no use in trying; when it is back, the browser says so.
  if (!navigator.onLine) return;
  if (!("locks" in navigator)) return run();
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock === null ? undefined : run()));
}

/** The outbox of an account in this tab. */
export function outboxOf(owner: string): Outbox {
  if (current?.owner === owner) return current;
  current?.close();
  const tell = () => channel?.postMessage("changed");
  current = new Outbox({ owner, store: entryStore, post: serverPost, now: () => Date.now(), alone, tell });
  void current.load();
  return current;
}

let watchers = 0;

/**
 * Sends what waits now, whenever the browser says that it has signal again, and when the page is looked at again.
 * @returns stops
 */
export function keepSending(outbox: Outbox): () => void {
  const flush = () => void outbox.flush();
  watchers += 1;
  const onVisible = () => document.visibilityState === "visible" && flush();
  const onOtherTab = () => void outbox.load();
  window.addEventListener("online", flush);
  document.addEventListener("visibilitychange", onVisible);
  channel?.addEventListener("message", onOtherTab);
  flush();
  return () => {
    window.removeEventListener("online", flush);
    document.removeEventListener("visibilitychange", onVisible);
    channel?.removeEventListener("message", onOtherTab);
    watchers -= 1;
    if (watchers === 0) outbox.close();
  };
}

/** The viewer's outbox, followed; sends while a page that uses it is open. */
export function useOutbox(): { outbox: Outbox; view: OutboxView } {
  const { session } = useSession();
  const owner = session.viewer?.id ?? "";
  const outbox = useMemo(() => outboxOf(owner), [owner]);
  const view = useSyncExternalStore(outbox.subscribe, outbox.view);
  useEffect(() => {
    if (session.offline) return;
    // The browser may keep nothing: the form works all the same, and says so.
    keepShell();
    keepOwner({ id: owner, until: Date.now() + OFFLINE_MS }).catch(() => undefined);
    return keepSending(outbox);
  }, [session.offline, owner, outbox]);
  return { outbox, view };
}
