import { RequestError } from "../../lib/http.ts";
import { EMPTY_DRAFT } from "./draft.ts";
import { changed, type Entry, type EntryFile, finished, isOver, isWorthKeeping, newEntry, returned, waitAfter } from "./entry.ts";
import { type Answer, type Post, sendEntry } from "./send.ts";
import type { EntryStore } from "./store.ts";

/** What screens show of an outbox. */
export interface OutboxView {
  /** False until what the browser keeps has been read. */
  readonly ready: boolean;
  /** Latest first. */
  readonly entries: readonly Entry[];
  /** Answers since the page was opened, by entry. Entries that were sent are gone from `entries`. */
  readonly answers: ReadonlyMap<string, Answer>;
  /** Entry that is being sent. */
  readonly sending: string | null;
  /** Why sending failed last, by entry. */
  readonly troubles: ReadonlyMap<string, unknown>;
  /** False when the browser cannot keep anything: what is typed lasts as long as the page. */
  readonly kept: boolean;
  /** Whether something is being written to the browser's disk. */
  readonly writing: boolean;
}

/** What an outbox works with. */
export interface OutboxParts {
  readonly owner: string;
  readonly store: EntryStore;
  readonly post: Post;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs when no other tab is sending; does nothing when one is. */
  readonly alone: (run: () => Promise<void>) => Promise<void>;
  /** Tells the other tabs that something changed. */
  readonly tell: () => void;
}

/** The drafts and finished referrals of one account in this browser, and their way to the server. */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #listeners = new Set<() => void>();
  readonly #picks = new Map<string, string>();
  #view: OutboxView = { ready: false, entries: [], answers: new Map(), sending: null, troubles: new Map(), kept: true, writing: false };
  #flushing: Promise<void> | null = null;
  #failures = 0;
  #writes = 0;
  readonly #finishing = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: OutboxParts) {
    this.#parts = parts;
  }

  /** Whose it is. */
  get owner(): string {
    return this.#parts.owner;
  }

  /** What to show now; the same object until something changes. */
  readonly view = (): OutboxView => this.#view;

  /** Tells of every change. @returns stops telling */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what the browser keeps, and removes what lies there for too long. */
  async load(): Promise<void> {
    const { owner, store, now } = this.#parts;
    try {
      const all = await store.all(owner);
      for (const entry of all.filter((one) => isOver(one, now()))) await store.remove(entry.id);
      this.#show({ entries: all.filter((one) => !isOver(one, now())), ready: true });
    } catch {
      this.#show({ kept: false, ready: true });
    }
  }

  /** An entry to type into, kept once something was typed. */
  begin(draft = EMPTY_DRAFT): Entry {
    return newEntry(this.#parts.owner, this.#parts.now(), draft);
  }

  /** Keeps what was typed or chosen. An entry emptied again is not kept. @returns the entry as it is now */
  change(entry: Entry, change: Parameters<typeof changed>[1]): Entry {
    const next = changed(entry, change, this.#parts.now());
    const others = this.#view.entries.filter(({ id }) => id !== next.id);
    if (isWorthKeeping(next)) {
      this.#show({ entries: [next, ...others] });
      void this.#keep(next);
    } else {
      this.#show({ entries: others });
      void this.#drop(next.id);
    }
    return next;
  }

  /**
   * Finishes an entry: it is kept first, and then sent as soon as there is signal.
   * @param scientistId the person of the map that was picked; held in memory only
   */
  async finish(entry: Entry, scientistId: string | null): Promise<void> {
    // Pressed twice, it is one referral.
    const waiting = this.#view.entries.some(({ id, state }) => id === entry.id && state === "WAITING");
    if (waiting || this.#finishing.has(entry.id)) return;
    this.#finishing.add(entry.id);
    const next = finished(entry, this.#parts.now());
    if (scientistId !== null) this.#picks.set(next.id, scientistId);
    // Only what lies on the disk is called kept.
    await this.#keep(next);
    this.#finishing.delete(entry.id);
    this.#forgetAnswer(next.id);
    this.#replace(next);
    this.#parts.tell();
    await this.flush();
  }

  /** Takes a finished entry back to be changed, unless it is on its way. */
  reopen(entry: Entry): void {
    if (this.#view.sending === entry.id) return;
    const next: Entry = { ...entry, state: "DRAFT", key: null };
    this.#replace(next);
    void this.#keep(next);
  }

  /** Throws an entry away. */
  async discard(id: string): Promise<void> {
    this.#show({ entries: this.#view.entries.filter((entry) => entry.id !== id) });
    this.#forgetAnswer(id);
    await this.#drop(id);
    this.#parts.tell();
  }

  /** No longer shows what was answered to an entry. */
  dismiss(id: string): void {
    this.#forgetAnswer(id);
    this.#show({});
  }

  /** Sends everything that waits, oldest first; does nothing while that is under way here or in another tab. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#flushing ??= this.#parts
      .alone(() => this.#sendAll())
      .finally(() => {
        this.#flushing = null;
      });
    return this.#flushing;
  }

  /** Stops trying. */
  close(): void {
    clearTimeout(this.#timer);
  }

  async #sendAll(): Promise<void> {
    const tried = new Set<string>();
    for (;;) {
      // Read anew each time: another tab may have sent or changed it.
      if (this.#view.kept) await this.load();
      const next = this.#view.entries.findLast((entry) => entry.state === "WAITING" && !tried.has(entry.id));
      if (next === undefined) break;
      tried.add(next.id);
      if (!(await this.#sendOne(next))) {
        this.#failures += 1;
        this.#timer = setTimeout(() => void this.flush(), waitAfter(this.#failures));
        break;
      }
      this.#failures = 0;
    }
  }

  /** @returns false when there is no use in going on now */
  async #sendOne(entry: Entry): Promise<boolean> {
    this.#show({ sending: entry.id, troubles: without(this.#view.troubles, entry.id) });
    let left = entry;
    const onFileSent = async (file: EntryFile) => {
      left = { ...left, files: left.files.filter(({ id }) => id !== file.id) };
      await this.#keep(left);
    };
    try {
      const answer = await sendEntry(entry, this.#picks.get(entry.id) ?? null, this.#parts.post, onFileSent);
      const answers = new Map(this.#view.answers).set(entry.id, answer);
      if (answer.kind === "REFUSED") {
        this.#replace(returned(left));
        await this.#keep(returned(left));
      } else {
        this.#picks.delete(entry.id);
        this.#show({ entries: this.#view.entries.filter(({ id }) => id !== entry.id) });
        await this.#drop(entry.id);
      }
      this.#show({ answers, sending: null });
      this.#parts.tell();
      return true;
    } catch (error) {
      this.#show({ sending: null, troubles: new Map(this.#view.troubles).set(entry.id, error) });
      return false;
    }
  }

  async #keep(entry: Entry): Promise<void> {
    this.#writes += 1;
    this.#show({ writing: true });
    try {
      await this.#parts.store.put(entry);
    } catch {
      this.#show({ kept: false });
    }
    this.#writes -= 1;
    this.#show({ writing: this.#writes > 0 });
  }

  async #drop(id: string): Promise<void> {
    await this.#parts.store.remove(id).catch(() => undefined);
  }

  #replace(entry: Entry): void {
    this.#show({ entries: [entry, ...this.#view.entries.filter(({ id }) => id !== entry.id)] });
  }

  #forgetAnswer(id: string): void {
    this.#show({ answers: without(this.#view.answers, id), troubles: without(this.#view.troubles, id) });
  }

  #show(change: Partial<OutboxView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  const rest = new Map(map);
  rest.delete(id);
  return rest;
}

/** Whether an error of sending means only that there is no signal. */
export function isNoSignal(error: unknown): boolean {
  return error instanceof RequestError && (error.code === "NETWORK" || error.code === "TIMEOUT");
}
