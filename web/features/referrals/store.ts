import { hasDatabase, REFERRALS_DATABASE } from "../../lib/browser-database.ts";
import type { Entry } from "./entry.ts";

const ENTRIES = "entries";
const OWNERS = "owners";
const VERSION = 1;

/** Whose form may be opened here without signal, and until when (milliseconds since 1970). */
export interface Owner {
  readonly id: string;
  readonly until: number;
}

/** Where entries are kept. */
export interface EntryStore {
  /** All entries of one account. */
  all(owner: string): Promise<Entry[]>;
  put(entry: Entry): Promise<void>;
  remove(id: string): Promise<void>;
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Done when the browser has it on disk, so that a page closed at once loses nothing. */
function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}

let opened: Promise<IDBDatabase> | null = null;

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(REFERRALS_DATABASE, VERSION);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(ENTRIES, { keyPath: "id" }).createIndex("owner", "owner");
      request.result.createObjectStore(OWNERS);
    };
    request.onsuccess = () => {
      // Another tab that signs out removes the database: it must not wait for this one.
      request.result.onversionchange = () => {
        request.result.close();
        opened = null;
      };
      resolve(request.result);
    };
    request.onerror = () => reject(request.error);
  });
  opened.catch(() => {
    opened = null;
  });
  return opened;
}

/** The entries in IndexedDB: what was typed and the files chosen, never an answer of the server. */
export const entryStore: EntryStore = {
  async all(owner) {
    const database = await open();
    const found: Entry[] = await settled(database.transaction(ENTRIES).objectStore(ENTRIES).index("owner").getAll(owner));
    return found.sort((one, other) => other.changedAt - one.changedAt);
  },
  async put(entry) {
    const transaction = (await open()).transaction(ENTRIES, "readwrite", { durability: "strict" });
    transaction.objectStore(ENTRIES).put(entry);
    await committed(transaction);
  },
  async remove(id) {
    const transaction = (await open()).transaction(ENTRIES, "readwrite");
    transaction.objectStore(ENTRIES).delete(id);
    await committed(transaction);
  },
};

/** Remembers who uses the form, so that it opens for them without signal. */
export async function keepOwner(owner: Owner): Promise<void> {
  const transaction = (await open()).transaction(OWNERS, "readwrite");
  transaction.objectStore(OWNERS).put(owner, "last");
  await committed(transaction);
}

/** Who may use the form without signal; null when nobody, or no longer. */
export async function ownerKept(now: number): Promise<Owner | null> {
  if (!(await hasDatabase(REFERRALS_DATABASE))) return null;
  const owner: Owner | undefined = await settled((await open()).transaction(OWNERS).objectStore(OWNERS).get("last"));
  return owner !== undefined && owner.until > now ? owner : null;
}

/** Forgets who used the form; what they typed stays until they sign in again. */
export async function forgetOwner(): Promise<void> {
  if (!(await hasDatabase(REFERRALS_DATABASE))) return;
  const transaction = (await open()).transaction(OWNERS, "readwrite");
  transaction.objectStore(OWNERS).clear();
  await committed(transaction);
}

/** Removes everything that the form keeps in this browser, of whomever. */
export async function removeAll(): Promise<void> {
  if (!(await hasDatabase(REFERRALS_DATABASE))) return;
  if (opened !== null) (await opened).close();
  opened = null;
  await settled(indexedDB.deleteDatabase(REFERRALS_DATABASE));
}
