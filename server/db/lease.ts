import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Driver } from "neo4j-driver";
import { AppError } from "../shared/errors.ts";
import { driverCode, toAppError } from "./errors.ts";
import { CREATE_LEASE_CONSTRAINT, RELEASE_LEASE, RENEW_LEASE, TAKE_LEASE } from "./lease.cypher.ts";
import { write } from "./run.ts";

/** Times of a lease, in milliseconds. */
export interface LeaseOptions {
  /** How long it holds without renewal; it is renewed at a third of this. 30 s unless told. */
  readonly ttlMs?: number;
  /** How long to wait for another holder; 120 s unless told. */
  readonly waitMs?: number;
}

/** Somebody else held the lease for longer than we wait. Code `LEASE_HELD`. */
export class LeaseHeldError extends AppError {
  constructor(name: string) {
    super("LEASE_HELD", `另一个实例正在执行“${name}”，请稍后再试。`, `Another instance is busy with "${name}"; try again later.`);
  }
}

/** The lease could not be renewed in time, so that another instance may have it; the work was stopped. Code `LEASE_LOST`. */
export class LeaseLostError extends AppError {
  constructor(name: string) {
    super(
      "LEASE_LOST",
      `与数据库的联系中断过久，已停止“${name}”；请检查数据库后重新启动。`,
      `The database could not be reached for too long, so "${name}" was stopped; check the database and start again.`,
    );
  }
}

const DEFAULT_TTL_MS = 30_000;
const DEFAULT_WAIT_MS = 120_000;
const POLL_MS = 200;
/** Two instances created the same constraint at the same time: it is there, which is all we want. */
const ALREADY_THERE = "Neo.ClientError.Schema.EquivalentSchemaRuleAlreadyExists";

async function ensureConstraint(driver: Driver, database: string): Promise<void> {
  try {
    await write(driver, database, CREATE_LEASE_CONSTRAINT);
  } catch (error) {
    if (driverCode(error) !== ALREADY_THERE) throw toAppError(error);
  }
}

async function take(driver: Driver, database: string, name: string, holder: string, options: Required<LeaseOptions>): Promise<void> {
  const deadline = performance.now() + options.waitMs;
  for (;;) {
    const rows = await write(driver, database, TAKE_LEASE, { name, holder, ttlMs: options.ttlMs });
    if (rows[0]?.holder === holder) return;
    if (performance.now() > deadline) throw new LeaseHeldError(name);
    await wait(POLL_MS);
  }
}

/**
 * Renews a held lease at a third of its time until `done`. When it turns out to be somebody else's, or was not renewed for its whole
 * time, whatever the reason, `lost` is aborted: from then on another instance may hold it.
 */
async function keep(renew: () => Promise<boolean>, ttlMs: number, lost: AbortController, name: string, done: AbortSignal): Promise<void> {
  const give = (): void => lost.abort(new LeaseLostError(name));
  let expiry = setTimeout(give, ttlMs);
  done.addEventListener("abort", () => clearTimeout(expiry));
  while (!done.aborted && !lost.signal.aborted) {
    await wait(ttlMs / 3, undefined, { signal: done }).catch(() => undefined);
    if (done.aborted) return;
    const asked = performance.now();
    // A renewal that fails is tried again until the lease would have expired.
    const held = await renew().catch(() => null);
    if (done.aborted) return;
    if (held === false) give();
    if (held !== true) continue;
    clearTimeout(expiry);
    expiry = setTimeout(give, Math.max(0, asked + ttlMs - performance.now()));
  }
}

/**
 * Runs `work` while holding the named lease, so that of all instances only one runs it at a time. The lease is renewed meanwhile,
 * and expires by the database's clock when the process dies. The signal that `work` is given is aborted when the lease is lost: it
 * must then write no more.
 * @throws LeaseHeldError when another instance keeps it for longer than `waitMs`
 * @throws LeaseLostError when it could not be renewed, also when `work` ended all the same
 */
export async function withLease<T>(
  driver: Driver,
  database: string,
  name: string,
  work: (signal: AbortSignal) => Promise<T>,
  options: LeaseOptions = {},
): Promise<T> {
  const times = { ttlMs: options.ttlMs ?? DEFAULT_TTL_MS, waitMs: options.waitMs ?? DEFAULT_WAIT_MS };
  const holder = randomUUID();
  await ensureConstraint(driver, database);
  await take(driver, database, name, holder, times);
  const lost = new AbortController();
  const done = new AbortController();
  const renew = async (): Promise<boolean> => (await write(driver, database, RENEW_LEASE, { name, holder, ttlMs: times.ttlMs })).length > 0;
  void keep(renew, times.ttlMs, lost, name, done.signal);
  try {
    const result = await work(lost.signal);
    lost.signal.throwIfAborted();
    return result;
  } finally {
    done.abort();
    await write(driver, database, RELEASE_LEASE, { name, holder }).catch(() => undefined);
  }
}
