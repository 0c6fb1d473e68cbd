import { type Draft, EMPTY_DRAFT, isBlank } from "./draft.ts";

/** What this browser keeps of a referral before the server has all of it. */
export interface Entry {
  readonly id: string;
  /** Id of the account that typed it; nobody else's entries are read. */
  readonly owner: string;
  /** `DRAFT`: being typed. `WAITING`: finished, not sent or its files not sent. `RETURNED`: sent and not accepted; it waits to be changed. */
  readonly state: "DRAFT" | "WAITING" | "RETURNED";
  /** Made when the form is finished; sending again with it is harmless. */
  readonly key: string | null;
  readonly draft: Draft;
  readonly files: readonly EntryFile[];
  /** Milliseconds since 1970. */
  readonly changedAt: number;
}

/** A file that waits to be sent with a referral. */
export interface EntryFile {
  readonly id: string;
  readonly name: string;
  readonly blob: Blob;
}

/** An entry that nobody came back to is removed after so many days. */
export const KEEP_DAYS = 30;
const DAY_MS = 86_400_000;

/** 128 random bits in hex: for ids and keys made in the browser. `randomUUID` does not exist where the product is reached without TLS. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An empty entry of somebody. */
export function newEntry(owner: string, now: number, draft: Draft = EMPTY_DRAFT): Entry {
  return { id: newKey(), owner, state: "DRAFT", key: null, draft, files: [], changedAt: now };
}

/** The entry with something else typed in it. What was returned is a draft again, and gets a key of its own when it is finished. */
export function changed(entry: Entry, change: { draft?: Draft; files?: readonly EntryFile[] }, now: number): Entry {
  if (entry.state === "WAITING") return entry;
  return { ...entry, ...change, state: "DRAFT", key: null, changedAt: now };
}

/** The entry ready to be sent. Finishing it a second time keeps its key. */
export function finished(entry: Entry, now: number): Entry {
  return { ...entry, state: "WAITING", key: entry.key ?? newKey(), changedAt: now };
}

/** The entry as it comes back when the server did not accept it: to be changed, and sent under a new key. */
export function returned(entry: Entry): Entry {
  return { ...entry, state: "RETURNED", key: null };
}

/** Whether an entry is worth keeping at all. */
export function isWorthKeeping(entry: Entry): boolean {
  return entry.state !== "DRAFT" || entry.files.length > 0 || !isBlank(entry.draft);
}

/** Whether an entry lies there for too long. */
export function isOver(entry: Entry, now: number): boolean {
  return now - entry.changedAt > KEEP_DAYS * DAY_MS;
}

/** Milliseconds until sending is tried again after so many failures: 5 s, doubling to 5 minutes. */
export function waitAfter(failures: number): number {
  return Math.min(5_000 * 2 ** Math.max(0, failures - 1), 300_000);
}
