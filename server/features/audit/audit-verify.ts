import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readStream } from "../../db/run.ts";
import type { Secret } from "../../shared/secret.ts";
import { AUDIT_CHAIN, AUDIT_HEADS, STRAY_AUDIT_RECORDS } from "./audit.cypher.ts";
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

/** Nothing was added to a node of the trail: one label, no relationship. */
function isBare(row: { labels: readonly string[]; degree: number }): boolean {
  return row.labels.length === 1 && row.degree === 0;
}

async function readHead({ driver, database }: Database, secret: Secret): Promise<HeadState | null> {
  const rows = decodeRows(headRow, await read(driver, database, AUDIT_HEADS));
  const [row] = rows;
  return row === undefined || rows.length > 1 || !isBare(row) ? null : openHead(secret, row.head);
}

/** The end of the chain as its head tells it, to be noted as an anchor; null when the head is missing or was changed. */
export async function readAuditEnd(database: Database, secret: Secret): Promise<Anchor | null> {
  const head = await readHead(database, secret);
  return head === null ? null : { index: head.count, hash: head.hash };
}

class ChainCheck {
  readonly #database: Database;
  readonly #secret: Secret;
  readonly #expected: Anchor | undefined;
  #start: Anchor = { index: 0, hash: "" };
  #last: Anchor = this.#start;
  /** The highest index that was met, proven or not. */
  #met = 0;
  #anchorMet = false;

  constructor(database: Database, secret: Secret, expected: Anchor | undefined) {
    this.#database = database;
    this.#secret = secret;
    this.#expected = expected;
  }

  /**
   * Writers go on meanwhile. A record and the head that counts it are committed together, so: what the head counted before a walk must
   * be met by it, and what a walk met must be counted by the head after it.
   */
  async run(): Promise<ChainReport> {
    let before = await readHead(this.#database, this.#secret);
    if (before === null) return this.#withoutHead();
    this.#begin(before);
    for (;;) {
      const bad = await this.#walk(before.count);
      if (bad === null && this.#last.index < before.count) return this.#bad("TRUNCATED", this.#last.index + 1);
      const after = await readHead(this.#database, this.#secret);
      if (bad !== null) return this.#bad(after !== null && bad > after.count ? "INSERTED" : "RECORD", bad);
      if (after === null) return this.#bad("HEAD", this.#last.index + 1);
      if (this.#met > after.count) return this.#bad("INSERTED", after.count + 1);
      if (this.#last.index === after.count) return this.#close(after);
      if (after.prunedTo !== before.prunedTo) this.#begin(after);
      before = after;
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

  /** Goes on from the last proven record to the end, or to a gap past what was committed before. Answers the first bad index, or null. */
  async #walk(committed: number): Promise<number | null> {
    const { driver, database } = this.#database;
    const options = { fetchSize: FETCH_SIZE };
    for await (const row of readStream(driver, database, AUDIT_CHAIN, { after: this.#last.index }, options)) {
      const next = this.#last.index + 1;
      const index = indexOf(row);
      this.#met = Math.max(this.#met, index);
      const parsed = chainRow.safeParse(row);
      const record = parsed.success && isBare(parsed.data) ? proven(this.#secret, this.#last.hash, parsed.data.properties) : null;
      if (record === null || record.index !== next) {
        // A walk may meet a record just committed and not yet the one before it: the next walk will tell.
        return next > committed && index > next ? null : next;
      }
      this.#last = record;
      this.#meetAnchor();
    }
    return null;
  }

  /** Walks what there is, to say how far it is whole. */
  async #withoutHead(): Promise<ChainReport> {
    await this.#walk(Number.MAX_SAFE_INTEGER);
    return this.#bad("HEAD", this.#last.index + 1);
  }

  async #close(head: HeadState): Promise<ChainReport> {
    if (this.#last.hash !== head.hash) return this.#bad("RECORD", head.count);
    const { driver, database } = this.#database;
    const [stray] = decodeRows(
      countRow,
      await read(driver, database, STRAY_AUDIT_RECORDS, { prunedTo: head.prunedTo }, { timeoutMs: 120_000 }),
    );
    if ((stray?.count ?? 0) > 0) return this.#bad("INSERTED", head.count + 1);
    if (this.#expected !== undefined && !this.#anchorMet) return this.#bad("ANCHOR", Math.min(this.#expected.index, head.count + 1));
    return { ...this.#bad("RECORD", 0), intact: true, fault: null, firstBadIndex: null };
  }

  #bad(fault: ChainFault, firstBadIndex: number): ChainReport {
    const records = this.#last.index - this.#start.index;
    return { intact: false, records, fault, firstBadIndex, last: this.#last, prunedTo: this.#start.index };
  }
}

function indexOf(row: unknown): number {
  const parsed = z.object({ properties: z.object({ index: z.number() }) }).safeParse(row);
  return parsed.success ? parsed.data.properties.index : 0;
}

/**
 * Checks every record and the head, streaming, while others may write. What was done to a record in the database is found whatever it
 * was; a database set back as a whole to an earlier state is not, except by an `expected` end that was noted outside.
 */
export function verifyChain(database: Database, secret: Secret, expected?: Anchor): Promise<ChainReport> {
  return new ChainCheck(database, secret, expected).run();
}
