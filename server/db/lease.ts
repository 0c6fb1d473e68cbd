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
 * Runs `work` while holding the named lease, so that of all instances only one runs it at a time. The lease is renewed meanwhile,
 * and expires by the database's clock when the process dies.
 * @throws LeaseHeldError when another instance keeps it for longer than `waitMs`
 */
export async function withLease<T>(
  driver: Driver,
  database: string,
  name: string,
  work: () => Promise<T>,
  options: LeaseOptions = {},
): Promise<T> {
  const times = { ttlMs: options.ttlMs ?? DEFAULT_TTL_MS, waitMs: options.waitMs ?? DEFAULT_WAIT_MS };
  const holder = randomUUID();
  await ensureConstraint(driver, database);
  await take(driver, database, name, holder, times);
  // A renewal that fails is tried again at the next tick; the work itself will meet the same fault and report it.
  const renewal = setInterval(
    () => void write(driver, database, RENEW_LEASE, { name, holder, ttlMs: times.ttlMs }).catch(() => undefined),
    times.ttlMs / 3,
  );
  try {
    return await work();
  } finally {
    clearInterval(renewal);
    await write(driver, database, RELEASE_LEASE, { name, holder }).catch(() => undefined);
  }
}
