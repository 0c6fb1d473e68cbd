import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read, readStream, type Transaction, writeTransaction } from "../../db/run.ts";
import type { Secret } from "../../shared/secret.ts";
import { AUDIT_CHAIN, AUDIT_HEADS, AUDIT_RECORDS_BEHIND, LOCK_AUDIT_HEAD, STRAY_AUDIT_RECORDS } from "./audit.cypher.ts";
import { type HeadState, openHead, proven } from "./audit-chain.ts";

/** What is wrong with a chain. */
export type ChainFault =
  /** The record at `firstBadIndex` is missing, changed, or another one stands in its place. */
  | "RECORD"
  /** Records that the head counts are not there. */
  | "TRUNCATED"
  /** Records that the head does not count, or that have no place in the chain. */
  | "INSERTED"
  /** The head is missing, doubled or changed; the records up to `firstBadIndex` are whole. */
  | "HEAD"
  /** The chain is whole in itself but does not lead through the anchor that was noted earlier. */
  | "ANCHOR";

/** An end of the chain that was noted outside of the database. */
export interface Anchor {
  readonly index: number;
  readonly hash: string;
}

/** Outcome of {@link verifyChain}. */
export interface ChainReport {
  readonly intact: boolean;
  /** How many records are there, those deleted after their time not counted. */
  readonly records: number;
  /** Null when intact. */
  readonly fault: ChainFault | null;
  /** The first index for which the chain does not vouch; null when intact. */
  readonly firstBadIndex: number | null;
  /** The end of the part that is whole. */
  readonly last: Anchor;
  /** The last record that was deleted after its time; 0 when none was. */
  readonly prunedTo: number;
}

const headRow = z.object({ head: z.unknown(), labels: z.array(z.string()), degree: z.number() });
const chainRow = z.object({ properties: z.unknown(), labels: z.array(z.string()), degree: z.number() });
const countRow = z.object({ count: z.number() });
const FETCH_SIZE = 5_000;
const OPTIONS = { timeoutMs: 120_000 };

/** Nothing was added to a node of the trail: one label, no relationship. */
function isBare(row: { labels: readonly string[]; degree: number }): boolean {
  return row.labels.length === 1 && row.degree === 0;
}

function some(rows: Row[]): boolean {
  return decodeRows(countRow, rows).some(({ count }) => count > 0);
}

function writing<T>({ driver, database }: Database, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return writeTransaction(driver, database, work, OPTIONS);
}

/**
 * The head as it was last committed, locked until the transaction ends. A reader without its lock may meet it half changed, since a
 * commit reaches the store property by property.
 */
async function readHead(transaction: Transaction, secret: Secret): Promise<HeadState | null> {
  await transaction.run(LOCK_AUDIT_HEAD);
  const rows = decodeRows(headRow, await transaction.run(AUDIT_HEADS));
  const [row] = rows;
  return row === undefined || rows.length > 1 || !isBare(row) ? null : openHead(secret, row.head);
}

/** The end of the chain as its head tells it, to be noted as an anchor; null when the head is missing or was changed. */
export async function readAuditEnd(database: Database, secret: Secret): Promise<Anchor | null> {
  const head = await writing(database, (transaction) => readHead(transaction, secret));
  return head === null ? null : { index: head.count, hash: head.hash };
}

class ChainCheck {
  readonly #database: Database;
  readonly #secret: Secret;
  readonly #expected: Anchor | undefined;
  #start: Anchor = { index: 0, hash: "" };
  #last: Anchor = this.#start;
  #anchorMet = false;

  constructor(database: Database, secret: Secret, expected: Anchor | undefined) {
    this.#database = database;
    this.#secret = secret;
    this.#expected = expected;
  }

  /**
   * Writers go on meanwhile: what the head counted at the beginning is checked, and that nothing stands behind what it counts at the
   * end. Begins again when old records were deleted on the way.
   */
  async run(): Promise<ChainReport> {
    for (;;) {
      const head = await writing(this.#database, (transaction) => readHead(transaction, this.#secret));
      if (head === null) {
        const bad = await this.#walk(Number.MAX_SAFE_INTEGER);
        return this.#bad("HEAD", bad ?? this.#last.index + 1);
      }
      this.#begin(head);
      const bad = await this.#walk(head.count);
      const end = await writing(this.#database, (transaction) => this.#readEnd(transaction));
      if (end.head !== null && end.head.prunedTo !== head.prunedTo) continue;
      if (bad !== null) return this.#bad("RECORD", bad);
      if (this.#last.index < head.count) return this.#bad("TRUNCATED", this.#last.index + 1);
      if (end.head === null) return this.#bad("HEAD", this.#last.index + 1);
      if (end.behind) return this.#bad("INSERTED", end.head.count + 1);
      return this.#close(head);
    }
  }

  #begin(head: HeadState): void {
    this.#start = { index: head.prunedTo, hash: head.prunedHash };
    this.#last = this.#start;
    this.#anchorMet = false;
    this.#meetAnchor();
  }

  #meetAnchor(): void {
    const expected = this.#expected;
    if (expected !== undefined && expected.index === this.#last.index && expected.hash === this.#last.hash) this.#anchorMet = true;
  }

  /** Goes from the beginning up to an index. Answers the first bad index, or null; missing records at the end are not bad ones. */
  async #walk(to: number): Promise<number | null> {
    const { driver, database } = this.#database;
    const options = { fetchSize: FETCH_SIZE };
    for await (const row of readStream(driver, database, AUDIT_CHAIN, { after: this.#last.index, to }, options)) {
      const parsed = chainRow.safeParse(row);
      const record = parsed.success && isBare(parsed.data) ? proven(this.#secret, this.#last.hash, parsed.data.properties) : null;
      if (record === null || record.index !== this.#last.index + 1) return this.#last.index + 1;
      this.#last = record;
      this.#meetAnchor();
    }
    return null;
  }

  /** The head, and whether there are records behind what it counts. */
  async #readEnd(transaction: Transaction): Promise<{ head: HeadState | null; behind: boolean }> {
    const head = await readHead(transaction, this.#secret);
    return { head, behind: head !== null && some(await transaction.run(AUDIT_RECORDS_BEHIND, { count: head.count })) };
  }

  async #close(head: HeadState): Promise<ChainReport> {
    if (this.#last.hash !== head.hash) return this.#bad("RECORD", head.count);
    if (await this.#hasStrays(head)) return this.#bad("INSERTED", head.count + 1);
    if (this.#expected !== undefined && !this.#anchorMet) return this.#bad("ANCHOR", Math.min(this.#expected.index, head.count + 1));
    return { ...this.#bad("RECORD", 0), intact: true, fault: null, firstBadIndex: null };
  }

  /** Asks again while nobody may write: a record that is being committed has no index for a moment. */
  async #hasStrays({ prunedTo }: HeadState): Promise<boolean> {
    const { driver, database } = this.#database;
    if (!some(await read(driver, database, STRAY_AUDIT_RECORDS, { prunedTo }, OPTIONS))) return false;
    return writing(this.#database, async (transaction) => {
      await transaction.run(LOCK_AUDIT_HEAD);
      return some(await transaction.run(STRAY_AUDIT_RECORDS, { prunedTo }));
    });
  }

  #bad(fault: ChainFault, firstBadIndex: number): ChainReport {
    const records = this.#last.index - this.#start.index;
    return { intact: false, records, fault, firstBadIndex, last: this.#last, prunedTo: this.#start.index };
  }
}

/**
 * Checks every record and the head, streaming, while others may write. What was done to a record in the database is found whatever it
 * was; a database set back as a whole to an earlier state is not, except by an `expected` end that was noted outside.
 */
export function verifyChain(database: Database, secret: Secret, expected?: Anchor): Promise<ChainReport> {
  return new ChainCheck(database, secret, expected).run();
}
