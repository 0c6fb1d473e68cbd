import { z } from "zod";
import { recordChange } from "../../db/changes.ts";
import { decodeRows } from "../../db/records.ts";
import type { Transaction } from "../../db/run.ts";
import { newId } from "../../shared/ids.ts";
import { FAULTS } from "./faults.ts";
import * as cypher from "./imports.cypher.ts";
import type { ImportFile, ReadRecord, StatedContent, StatedPerson, StatedWork } from "./imports.types.ts";
import { leaveOutRefused, type RefusalsOfImport } from "./leave-out-refused.ts";
import { personKey } from "./outer-ids.ts";
import type { Placed, WorkPlaces } from "./plan-works.ts";
import { settle } from "./settle.ts";
import type { ImportSource } from "./sources.ts";
import type { RecordOutcome } from "./tally.ts";

/** A record with the file it is of. */
export interface FileRecord {
  readonly file: ImportFile;
  /** The place of the file in the batch, from 0. */
  readonly fileNumber: number;
  readonly source: ImportSource;
  readonly read: ReadRecord & { readonly stated: StatedContent };
}

/** The batch that writes. */
export interface OpenBatch {
  readonly id: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly now: number;
  /** Opens the batch in the first transaction that writes. */
  open(transaction: Transaction): Promise<void>;
}

interface Settled<Content extends StatedContent> extends FileRecord {
  readonly content: Content;
}

const keyRow = z.object({ key: z.string() });
const idRow = z.object({ id: z.string() });

/** The key of what a record states: its file's bytes and its place in them, so that the same file states it once only. */
export function statementKey({ file, read }: Pick<FileRecord, "file" | "read">): string {
  return `${file.hash}:${read.record}`;
}

/** The keys of those records that are in already. */
export async function knownStatements(transaction: Transaction, records: readonly FileRecord[]): Promise<ReadonlySet<string>> {
  const rows = await transaction.run(cypher.KNOWN_STATEMENTS, { keys: records.map(statementKey) });
  return new Set(decodeRows(keyRow, rows).map((row) => row.key));
}

/** What a transaction is going to write, and what is to be reported of it. */
export interface RecordPlan {
  readonly outcomes: readonly RecordOutcome[];
  readonly works: readonly (Settled<StatedWork> & { readonly workId: string; readonly isNew: boolean })[];
  readonly persons: readonly Settled<StatedPerson>[];
  /** Call it after the commit. */
  keep(): void;
}

function outcomeOf(record: FileRecord, content: StatedContent | null, refused: number, place?: Placed): RecordOutcome {
  const base = { file: record.file.name, record: record.read.record, scope: record.file.scope, refused };
  const remarks = [...record.read.faults, ...(refused > 0 ? [FAULTS.refused] : [])];
  if (place !== undefined && "fault" in place) return { ...base, outcome: "LEFT_OUT", content: null, faults: [...remarks, place.fault] };
  if (content === null) return { ...base, outcome: "LEFT_OUT", content, faults: remarks };
  const outcome = place === undefined ? "PERSON" : place.isNew ? "CREATED" : "RESTATED";
  return { ...base, outcome, content, faults: remarks };
}

/** Decides what becomes of some records, from what is in the graph and what the import has placed. Writes nothing. */
export async function planRecords(
  transaction: Transaction,
  records: readonly FileRecord[],
  places: WorkPlaces,
  register: RefusalsOfImport,
  now: number,
): Promise<RecordPlan> {
  const left = await leaveOutRefused(
    transaction,
    register,
    records.map(({ read }) => read.stated),
  );
  const toPlace = records.flatMap(({ file }, index) => {
    const content = left[index]?.content;
    return content?.type === "WORK" ? [{ work: content, scope: file.scope, index }] : [];
  });
  const { placed, keep } = await places.place(transaction, toPlace, now);
  const placeOf = new Map(toPlace.map(({ index }, order) => [index, placed[order]]));
  const outcomes = records.map((record, index) =>
    outcomeOf(record, left[index]?.content ?? null, left[index]?.refused ?? 0, placeOf.get(index)),
  );
  const works = toPlace.flatMap(({ work, index }, order) => {
    const [record, place] = [records[index], placed[order]];
    return record === undefined || place === undefined || "fault" in place ? [] : [{ ...record, content: work, ...place }];
  });
  const persons = records.flatMap((record, index) => {
    const content = left[index]?.content;
    return content?.type === "PERSON" ? [{ ...record, content }] : [];
  });
  return { outcomes, works, persons, keep };
}

const WIDTHS = { file: 4, record: 10 };

function statementOf(record: Settled<StatedContent>, batch: OpenBatch) {
  const { file, fileNumber, source, read, content } = record;
  const place = `${String(fileNumber).padStart(WIDTHS.file, "0")}:${String(read.record).padStart(WIDTHS.record, "0")}`;
  return {
    key: statementKey(record),
    batchId: batch.id,
    position: `${batch.id}:${place}`,
    kind: content.type,
    content: JSON.stringify(content),
    scope: file.scope,
    sourceId: source.row.id,
    confidence: source.confidence,
    retrievedOn: batch.day,
  };
}

/** Writes what was planned, in the transaction that planned it, and brings everything that follows from it into step. */
export async function writePlan(transaction: Transaction, { works, persons }: RecordPlan, batch: OpenBatch): Promise<void> {
  if (works.length + persons.length === 0) return;
  await batch.open(transaction);
  const sources = new Map([...works, ...persons].map(({ source }) => [source.row.key, source.row]));
  for (const row of sources.values()) await transaction.run(cypher.TAKE_SOURCE, { row, batchId: batch.id });
  const isNew = new Set(works.filter((work) => work.isNew).map((work) => work.workId));
  await transaction.run(cypher.CREATE_WORKS, { rows: [...isNew].map((id) => ({ id, key: `new:${id}` })) });
  await transaction.run(cypher.STATE_WORKS, { rows: works.map((work) => ({ workId: work.workId, properties: statementOf(work, batch) })) });
  const keys = persons.map(({ content }) => personKey(content));
  await transaction.run(cypher.CREATE_AUTHORS, {
    rows: persons.map(({ content }, index) => ({ id: newId(batch.now), key: keys[index], name: content.name })),
  });
  await transaction.run(cypher.STATE_PERSONS, {
    rows: persons.map((person, index) => ({ authorKey: keys[index], properties: statementOf(person, batch) })),
  });
  const authorIds = decodeRows(idRow, await transaction.run(cypher.AUTHORS_OF_KEYS, { keys })).map((row) => row.id);
  await settle(transaction, { workIds: works.map((work) => work.workId), authorIds }, batch.now);
}

/** Takes the one lock of the graph's writers. Nothing that lists and maps draw of a person is changed, hence nobody is named. */
export async function takeTurn(transaction: Transaction): Promise<void> {
  await recordChange(transaction, { kind: "SCIENTISTS", scientistIds: [] });
}
