import { z } from "zod";
import { withLease } from "../../db/lease.ts";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readTransaction, type Transaction, writeTransaction } from "../../db/run.ts";
import { chinaDayOf } from "../../shared/dates.ts";
import { InvalidInputError } from "../../shared/errors.ts";
import { newId } from "../../shared/ids.ts";
import type { AuditDetail, AuditTrail } from "../audit/index.ts";
import * as cypher from "./imports.cypher.ts";
import type { ImportFile, ImportFormat, ImportReport } from "./imports.types.ts";
import type { RefusalsOfImport } from "./leave-out-refused.ts";
import { WorkPlaces } from "./plan-works.ts";
import { openImportFile, readFileRecords } from "./read-file.ts";
import { settle } from "./settle.ts";
import { sourceOf } from "./sources.ts";
import { Tally } from "./tally.ts";
import { RecordFault } from "./text-file.ts";
import { type FileRecord, knownStatements, type OpenBatch, planRecords, statementKey, takeTurn, writePlan } from "./write-records.ts";

/** Records and authorship pairs of one transaction. */
const RECORDS_PER_WRITE = 200;
const PAIRS_PER_WRITE = 10_000;
const WRITE = { timeoutMs: 300_000 };
const LEASE = { waitMs: 5_000 };
const LISTED = 200;

const batchRow = z.object({
  batch: z.object({
    id: z.string(),
    kind: z.string(),
    files: z.array(z.string()),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
    rolledBackAt: z.string().nullable(),
    byId: z.string().nullable(),
    works: z.number().nullable(),
    persons: z.number().nullable(),
    authorships: z.number().nullable(),
    leftOut: z.number().nullable(),
  }),
});
const statedRow = z.object({ id: z.string(), work: z.boolean() });

/** A batch as `list` shows it. Times in ISO 8601. Counts are null until it is finished. */
export type ImportBatch = z.infer<typeof batchRow>["batch"];

/** How an import is done. */
export interface ImportWorksOptions {
  readonly dryRun?: boolean;
  readonly format?: ImportFormat;
  /** Stops between two transactions; what was committed stays, and running it again completes it. */
  readonly signal?: AbortSignal;
  /** Called after each transaction with the records seen so far. */
  readonly onProgress?: (records: number) => void;
}

/** Imports of works with their authors. */
export interface Imports {
  /**
   * Reads files and writes what they state as one batch. Faults of records and of whole files are in the report, never thrown.
   * Running it again with the same files changes nothing. @throws LeaseHeldError while another import runs, AppError of the database
   */
  importWorks(paths: readonly string[], options?: ImportWorksOptions): Promise<ImportReport>;
  /** Takes back everything that only this batch states. @throws InvalidInputError when there is no such batch, or it was taken back before */
  rollBack(batchId: string): Promise<ImportBatch>;
  /** The latest 200 batches, newest first. */
  list(): Promise<ImportBatch[]>;
}

/** What imports are made of. */
export interface ImportsOptions extends Database {
  readonly audit: AuditTrail;
  readonly register: RefusalsOfImport;
  readonly clock: () => Date;
}

function weight({ read: { stated } }: FileRecord): number {
  return stated.type === "WORK" ? (stated.authors.length * (stated.authors.length - 1)) / 2 : 0;
}

/** One run over some files. */
class ImportRun {
  readonly #room: ImportsOptions;
  readonly #options: ImportWorksOptions;
  readonly #tally = new Tally();
  readonly #places = new WorkPlaces();
  readonly #names: string[] = [];
  readonly #hashes: string[] = [];
  readonly #batch: OpenBatch;
  #waiting: FileRecord[] = [];
  #weight = 0;
  #opened = false;

  constructor(room: ImportsOptions, options: ImportWorksOptions) {
    this.#room = room;
    this.#options = options;
    const startedAt = room.clock();
    const id = newId(startedAt.getTime());
    this.#batch = {
      id,
      day: chinaDayOf(startedAt),
      now: startedAt.getTime(),
      open: (transaction) => this.#open(transaction, startedAt.toISOString()),
    };
  }

  async run(paths: readonly string[]): Promise<ImportReport> {
    const opened = await this.#openFiles(paths);
    for (const [fileNumber, file] of opened.entries()) await this.#readFile(file, fileNumber);
    await this.#flush();
    if (this.#opened) await this.#close();
    return this.#tally.report(this.#opened ? this.#batch.id : null, this.#options.dryRun === true, this.#names);
  }

  /** All files are opened first: the batch says which they are, and one that cannot be opened is known before anything is written. */
  async #openFiles(paths: readonly string[]): Promise<ImportFile[]> {
    const opened: ImportFile[] = [];
    for (const path of paths) {
      try {
        const file = await openImportFile(path, this.#options.format);
        opened.push(file);
        this.#names.push(file.name);
        this.#hashes.push(file.hash);
      } catch (error) {
        if (!(error instanceof RecordFault)) throw error;
        const place = { file: path, record: 0, scope: "", content: null, refused: 0 };
        this.#tally.add({ ...place, outcome: "LEFT_OUT", faults: [error.fault] });
      }
    }
    return opened;
  }

  async #readFile(file: ImportFile, fileNumber: number): Promise<void> {
    const source = sourceOf(file, this.#batch.day);
    for await (const { stated, record, faults } of readFileRecords(file)) {
      if (stated === undefined) {
        this.#tally.add({ file: file.name, record, scope: file.scope, outcome: "LEFT_OUT", content: null, refused: 0, faults });
        continue;
      }
      const next: FileRecord = { file, fileNumber, source, read: { stated, record, faults } };
      if (this.#waiting.length >= RECORDS_PER_WRITE || this.#weight + weight(next) > PAIRS_PER_WRITE) await this.#flush();
      this.#waiting.push(next);
      this.#weight += weight(next);
    }
  }

  async #flush(): Promise<void> {
    const records = this.#waiting;
    [this.#waiting, this.#weight] = [[], 0];
    if (records.length === 0) return;
    this.#options.signal?.throwIfAborted();
    const { driver, database } = this.#room;
    const known = await readTransaction(driver, database, (transaction) => knownStatements(transaction, records));
    const fresh = records.filter((record) => !known.has(statementKey(record)));
    const plan = fresh.length === 0 ? undefined : await this.#write(fresh);
    plan?.keep();
    const outcomes = new Map(plan?.outcomes.map((outcome, index) => [fresh[index], outcome] as const));
    for (const record of records) {
      const { file, read: one } = record;
      const unchanged = { file: file.name, record: one.record, scope: file.scope, refused: 0, faults: one.faults, content: one.stated };
      this.#tally.add(outcomes.get(record) ?? { ...unchanged, outcome: "UNCHANGED" });
    }
    this.#options.onProgress?.(this.#tally.records);
  }

  async #write(records: readonly FileRecord[]) {
    const { driver, database, register } = this.#room;
    const plan = (transaction: Transaction) => planRecords(transaction, records, this.#places, register, this.#batch.now);
    if (this.#options.dryRun === true) return readTransaction(driver, database, plan);
    let writes = false;
    const planned = await writeTransaction(
      driver,
      database,
      async (transaction) => {
        await takeTurn(transaction);
        const made = await plan(transaction);
        writes = made.works.length + made.persons.length > 0;
        await writePlan(transaction, made, this.#batch);
        return made;
      },
      WRITE,
    );
    this.#opened ||= writes;
    return planned;
  }

  async #open(transaction: Transaction, startedAt: string): Promise<void> {
    if (this.#opened) return;
    const { id } = this.#batch;
    await transaction.run(cypher.OPEN_BATCH, { id, kind: "WORKS", files: this.#names, byId: null, startedAt });
    const detail: AuditDetail = { what: "WORKS_IMPORTED", batch: id, files: this.#names, sha256: this.#hashes };
    await this.#room.audit.appendIn(transaction, { actor: null, origin: null, action: "IMPORT", subjectIds: [], detail, result: "OK" });
  }

  async #close(): Promise<void> {
    const { driver, database, clock } = this.#room;
    const { worksCreated, worksRestated, persons, authorships, leftOut } = this.#tally.report(null, false, []);
    const counts = { works: worksCreated + worksRestated, persons, authorships, leftOut };
    await writeTransaction(driver, database, (transaction) =>
      transaction.run(cypher.CLOSE_BATCH, { id: this.#batch.id, finishedAt: clock().toISOString(), counts }),
    );
  }
}

async function batchOf(room: Database, id: string): Promise<ImportBatch | undefined> {
  return decodeRows(batchRow, await read(room.driver, room.database, cypher.BATCH_OF_ID, { id }))[0]?.batch;
}

/** Takes back some of a batch, and ends the roll-back when nothing of it is left. @returns whether it has ended */
async function rollBackSome({ audit, clock }: ImportsOptions, transaction: Transaction, id: string): Promise<boolean> {
  await takeTurn(transaction);
  const rows = decodeRows(statedRow, await transaction.run(cypher.STATED_BY_BATCH, { batchId: id, limit: RECORDS_PER_WRITE }));
  const now = clock();
  if (rows.length > 0) {
    await transaction.run(cypher.DELETE_STATEMENTS, { batchId: id, ids: rows.map((row) => row.id) });
    const idsOf = (work: boolean): string[] => rows.filter((row) => row.work === work).map((row) => row.id);
    await settle(transaction, { workIds: idsOf(true), authorIds: idsOf(false) }, now.getTime());
    return false;
  }
  await transaction.run(cypher.RELEASE_SOURCES, { batchId: id });
  await transaction.run(cypher.MARK_ROLLED_BACK, { id, at: now.toISOString() });
  const detail: AuditDetail = { what: "WORKS_ROLLED_BACK", batch: id };
  await audit.appendIn(transaction, { actor: null, origin: null, action: "IMPORT", subjectIds: [], detail, result: "OK" });
  return true;
}

/** The imports of one database. */
export function createImports(room: ImportsOptions): Imports {
  const { driver, database } = room;
  const alone = <T>(work: (lost: AbortSignal) => Promise<T>): Promise<T> => withLease(driver, database, "import", work, LEASE);
  return {
    importWorks: (paths, options = {}) =>
      alone((lost) => {
        const signal = options.signal === undefined ? lost : AbortSignal.any([options.signal, lost]);
        return new ImportRun(room, { ...options, signal }).run(paths);
      }),
    rollBack: (batchId) =>
      alone(async (lost) => {
        const batch = await batchOf(room, batchId);
        if (batch === undefined)
          throw new InvalidInputError("没有这个导入批次，请用 list 查看编号。", "There is no such import batch; see the ids with list.");
        if (batch.rolledBackAt !== null)
          throw new InvalidInputError(
            "这个批次已经回滚过，没有需要撤销的内容。",
            "This batch was rolled back before; there is nothing left to take back.",
          );
        for (let ended = false; !ended; ) {
          lost.throwIfAborted();
          ended = await writeTransaction(driver, database, (transaction) => rollBackSome(room, transaction, batchId), WRITE);
        }
        return (await batchOf(room, batchId)) ?? batch;
      }),
    async list() {
      return decodeRows(batchRow, await read(driver, database, cypher.LIST_BATCHES, { limit: LISTED })).map((row) => row.batch);
    },
  };
}
