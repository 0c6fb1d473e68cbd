import { randomUUID } from "node:crypto";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { systemCode } from "./faults.ts";
import { identify, isRunning, type ProcessIdentity, processIdentity } from "./process-identity.ts";

/** A lock held by this process until `release` (safe to call twice). */
export interface FileLock {
  readonly path: string;
  release(): void;
}

/** Either the lock, or who has it. */
export type LockAttempt = { lock: FileLock; holder?: undefined } | { lock?: undefined; holder: ProcessIdentity };

function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return processIdentity.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch {
    return undefined;
  }
}

function linkIfFree(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** Moves a dead holder's file aside. Between reading and moving, another process may have done the same: then its file is put back. */
function removeStale(path: string): void {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved !== undefined && isRunning(moved)) linkIfFree(aside, path);
  rmSync(aside, { force: true });
}

/**
 * Tries once to take the lock file at `path`. The file appears whole (written aside, then linked), names this process by pid and
 * start time, and is taken over when that process no longer runs. Throws the system error when the folder cannot be written.
 */
export function tryLock(path: string): LockAttempt {
  const me = identify(process.pid) ?? { pid: process.pid, startedAt: "unknown" };
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(me), { mode: 0o600 });
  try {
    // Two rounds settle every case but a lock that changes hands all the time, which the last line reports as held.
    for (let round = 0; round < 3; round += 1) {
      if (linkIfFree(draft, path)) return { lock: { path, release: () => releaseOwn(path, me) } };
      const holder = readHolder(path);
      if (holder !== undefined && isRunning(holder)) return { holder };
      removeStale(path);
    }
    return { holder: readHolder(path) ?? me };
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Waits for the lock at `path`; `onWait` is told once who has it. Throws as {@link tryLock} does. */
export async function waitForLock(path: string, onWait: (holder: ProcessIdentity) => void): Promise<FileLock> {
  for (let told = false; ; told = true) {
    const attempt = tryLock(path);
    if (attempt.lock !== undefined) return attempt.lock;
    if (!told) onWait(attempt.holder);
    await delay(200);
  }
}

function releaseOwn(path: string, me: ProcessIdentity): void {
  const holder = readHolder(path);
  if (holder?.pid === me.pid && holder.startedAt === me.startedAt) rmSync(path, { force: true });
}
