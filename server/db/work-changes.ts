import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { InternalError } from "../shared/errors.ts";
import { type Database, decodeRows } from "./records.ts";
import { read, type Transaction, writeTransaction } from "./run.ts";
import { COMPLETE_WORK_CHANGE, RECORD_WORK_CHANGE, WORK_CHANGES_SINCE, WORK_SEQUENCE } from "./work-changes.cypher.ts";

const WORK_CHANGES_KEPT = 10_000;
const CHANGES_PER_READ = 1_000;

const numbered = z.object({ sequence: z.number() });
const state = z.object({ value: z.number() });
const change = z.object({ sequence: z.number(), engagementIds: z.array(z.string()), referrerIds: z.array(z.string()) });

/** One committed change of the daily work: which engagements it touched, and whose referrals. */
export type WorkChange = z.infer<typeof change>;

/** A transaction that writes candidates, referrals, engagements or contributions. */
export interface WorkTransaction extends Transaction {
  /** Notes an engagement that is written, so that open windows show it. */
  touchEngagement(id: string): void;
  /** Notes whose referral or contribution is written. */
  touchReferrer(accountId: string): void;
}

/** The end of the last work of each driver. */
const lastWork = new WeakMap<Driver, Promise<unknown>>();

/**
 * Lets the work of one process wait here for its turn. It would wait for the one lock of the database anyway, where waiting costs a connection
 * and uses up the time of the transaction: many at once on a busy machine would be stopped before they began.
 */
function inTurn<T>(driver: Driver, work: () => Promise<T>): Promise<T> {
  const before = lastWork.get(driver) ?? Promise.resolve();
  const mine = before.then(work, work);
  lastWork.set(
    driver,
    mine.catch(() => undefined),
  );
  return mine;
}

/**
 * Runs `work` in one transaction that no other of its kind runs beside, so that what it checks still holds when it writes.
 * `work` may run again after a passing fault, as in `writeTransaction`.
 * @throws AppError by the code of the driver's error
 */
export function workTransaction<T>({ driver, database }: Database, work: (transaction: WorkTransaction) => Promise<T>): Promise<T> {
  return inTurn(driver, () =>
    writeTransaction(driver, database, async (transaction) => {
      const [numberedRow] = decodeRows(numbered, await transaction.run(RECORD_WORK_CHANGE, { keep: WORK_CHANGES_KEPT }));
      if (numberedRow === undefined) throw new InternalError();
      const engagementIds = new Set<string>();
      const referrerIds = new Set<string>();
      const result = await work({
        run: (cypher, parameters) => transaction.run(cypher, parameters),
        touchEngagement: (id) => void engagementIds.add(id),
        touchReferrer: (id) => void referrerIds.add(id),
      });
      const { sequence } = numberedRow;
      await transaction.run(COMPLETE_WORK_CHANGE, { sequence, engagementIds: [...engagementIds], referrerIds: [...referrerIds] });
      return result;
    }),
  );
}

/** The number of the last change; 0 before any. */
export async function readWorkSequence({ driver, database }: Database): Promise<number> {
  return decodeRows(state, await read(driver, database, WORK_SEQUENCE))[0]?.value ?? 0;
}

/** The changes that directly follow a number, oldest first, at most 1,000. */
export async function readWorkChangesSince({ driver, database }: Database, sequence: number): Promise<WorkChange[]> {
  return decodeRows(change, await read(driver, database, WORK_CHANGES_SINCE, { sequence, limit: CHANGES_PER_READ }));
}
