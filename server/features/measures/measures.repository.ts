import { z } from "zod";
import { type Database, decodeRows, type Row } from "../../db/records.ts";
import { read, type Transaction, write } from "../../db/run.ts";
import * as cypher from "./measures.cypher.ts";
import type { MeasuredRow, MeasureParameters, MeasureRunModel, MeasureSummary } from "./measures.types.ts";

const optional = <T>(inner: z.ZodType<T>) => inner.nullish().transform((value) => value ?? null);
const links = z.enum(["COAUTHOR", "PROJECT", "COLLEAGUE", "ADVISOR", "ALUMNI", "TEAM", "COAWARDED", "HOMETOWN"]);
const between = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("INSTITUTIONS"), first: z.string(), second: z.string() }),
  z.object({ kind: z.literal("COMMUNITIES"), runId: z.string(), first: z.number(), second: z.number() }),
]);
const parameters: z.ZodType<MeasureParameters> = z.object({
  selection: z.object({ query: z.string().nullable(), filter: z.json(), named: z.number().nullable() }).nullable(),
  links: z.array(links),
  minWorks: z.number(),
  since: z.number().nullable(),
  sample: z.number().nullable(),
  personId: z.string().nullable(),
  between: between.nullable(),
});
const typical = z.object({ id: z.string(), count: z.number() });
const summary: z.ZodType<MeasureSummary> = z.object({
  communities: z.array(
    z.object({
      number: z.number(),
      size: z.number(),
      fields: z.array(typical),
      institutions: z.array(typical),
      central: z.array(z.string()),
    }),
  ),
  communityCount: z.number(),
  largeGroups: z.number(),
});
const measured: z.ZodType<MeasuredRow[]> = z.array(
  z.union([z.tuple([z.string(), z.number()]), z.tuple([z.string(), z.number(), z.number(), z.number()])]),
);

/** JSON text as what it holds. */
function fromJson<T>(shape: z.ZodType<T>): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const parsed = shape.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: parsed.error.message });
    return z.NEVER;
  });
}

const NO_SUMMARY: MeasureSummary = { communities: [], communityCount: 0, largeGroups: 0 };
const run = z.object({
  id: z.string(),
  kind: z.enum(["COMPONENTS", "COMMUNITIES", "PAGERANK", "BETWEENNESS", "BRIDGES", "NEAREST"]),
  status: z.enum(["QUEUED", "RUNNING", "DONE", "CANCELLED", "FAILED"]),
  progress: z.number(),
  seed: z.number(),
  parameters: fromJson(parameters),
  queuedAt: z.string(),
  startedById: z.string(),
  startedBy: z.string(),
  startedAt: optional(z.string()),
  finishedAt: optional(z.string()),
  changeSequence: optional(z.number()),
  people: optional(z.number()),
  pairs: optional(z.number()),
  unlinked: optional(z.number()),
  summary: fromJson(summary)
    .nullish()
    .transform((value) => value ?? NO_SUMMARY),
  failure: optional(z.enum(["INTERRUPTED", "DATABASE", "GONE"])),
  demo: z.boolean(),
});
const runRow = z.object({ run });
const content = z.object({ content: fromJson(measured) });
const peopleContent = z.object({ content: fromJson(z.array(z.string())) });
const cancelled = runRow.extend({ before: z.string() });
const queue = z.object({ every: z.number(), own: z.number() });
const person = z.object({ key: z.string(), id: z.string(), name: z.string(), isScientist: z.boolean() });
const typicalRow = z.object({ key: z.string(), fields: z.array(z.string()), institutions: z.array(z.string()) });
const member = z.object({ key: z.string(), id: z.string() });
const idRow = z.object({ id: z.string() });
const statusRow = z.object({ id: z.string(), status: z.string() });

/** A person who may be shown. */
export type ShownPerson = z.infer<typeof person>;
/** What one person may be typical of. */
export type TypicalRow = z.infer<typeof typicalRow>;

/** People or rows of one piece. */
const CHUNK = 5_000;
const PEOPLE_AT_ONCE = 10_000;

function rowsOf<T>(shape: z.ZodType<T>, rows: readonly Row[]): T[] {
  return decodeRows(shape, rows);
}

/** Runs of one transaction. */
export async function lockQueue(transaction: Transaction, by: string): Promise<{ readonly every: number; readonly own: number }> {
  return rowsOf(queue, await transaction.run(cypher.LOCK_QUEUE, { by }))[0] ?? { every: 0, own: 0 };
}

/** The run of an id; null when there is none. */
export async function runIn(transaction: Transaction, id: string): Promise<MeasureRunModel | null> {
  return rowsOf(runRow, await transaction.run(cypher.RUN_BY_ID, { id }))[0]?.run ?? null;
}

/** Queues a run. */
export async function createRun(
  transaction: Transaction,
  { parameters: asked, ...properties }: Omit<MeasureRunModel, "summary">,
): Promise<void> {
  await transaction.run(cypher.CREATE_RUN, { run: { ...properties, parameters: JSON.stringify(asked) } });
}

/** Keeps a list in pieces with a run. */
export async function keepChunks(
  transaction: Transaction,
  runId: string,
  of: "PEOPLE" | "ROWS",
  list: readonly (string | MeasuredRow)[],
): Promise<void> {
  for (let start = 0; start < list.length; start += CHUNK) {
    const at = start / CHUNK;
    const chunk = { id: `${runId}:${of}:${at}`, at, content: JSON.stringify(list.slice(start, start + CHUNK)) };
    await transaction.run(cypher.KEEP_CHUNKS, { runId, of, chunks: [chunk] });
  }
}

/** Deletes the pieces of a list of a run. */
export async function dropChunks(transaction: Transaction, runId: string, of: "PEOPLE" | "ROWS"): Promise<void> {
  await transaction.run(cypher.DROP_CHUNKS, { runId, of });
}

/** Cancels a run, and tells how it stood before; null when there is none. */
export async function cancelIn(
  transaction: Transaction,
  id: string,
  now: string,
): Promise<{ readonly run: MeasureRunModel; readonly before: string } | null> {
  return rowsOf(cancelled, await transaction.run(cypher.CANCEL_RUN, { id, now }))[0] ?? null;
}

/** Ends a run that is still held; whether it was. */
export async function endIn(transaction: Transaction, id: string, holder: string, changes: Row): Promise<boolean> {
  return (await transaction.run(cypher.END_RUN, { id, holder, changes })).length > 0;
}

/** Deletes the oldest ended runs. */
export async function pruneIn(transaction: Transaction, keep: number): Promise<void> {
  await transaction.run(cypher.PRUNE_RUNS, { keep });
}

/** Reads and single writes of the room. */
export interface MeasuresRepository {
  run(id: string): Promise<MeasureRunModel | null>;
  runs(limit: number): Promise<MeasureRunModel[]>;
  /** Runs that wait or are said to run. */
  open(): Promise<z.infer<typeof statusRow>[]>;
  take(holder: string, now: string): Promise<MeasureRunModel | null>;
  recover(now: string): Promise<z.infer<typeof statusRow>[]>;
  /** Notes progress. @returns whether the run is to end; null when it is no longer held */
  note(id: string, holder: string, progress: number): Promise<boolean | null>;
  /** Whom a run was asked of; empty when of everybody. */
  peopleOf(runId: string): Promise<string[]>;
  /** What a run found, from the best on: `most` pieces of 5,000 after `from` pieces. */
  rows(runId: string, from: number, most: number): Promise<MeasuredRow[]>;
  show(ids: readonly string[]): Promise<ShownPerson[]>;
  typicalOf(ids: readonly string[]): Promise<TypicalRow[]>;
  employedBy(ids: readonly string[]): Promise<z.infer<typeof member>[]>;
  institutions(ids: readonly string[]): Promise<string[]>;
}

/** The room's statements on one database. */
export function createMeasuresRepository({ driver, database }: Database): MeasuresRepository {
  const list = async <T>(shape: z.ZodType<T>, query: string, given: Row = {}): Promise<T[]> =>
    rowsOf(shape, await read(driver, database, query, given, { timeoutMs: 60_000 }));
  const changed = async <T>(shape: z.ZodType<T>, query: string, given: Row): Promise<T[]> =>
    rowsOf(shape, await write(driver, database, query, given));
  const inParts = async <T>(ids: readonly string[], work: (part: readonly string[]) => Promise<T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (let start = 0; start < ids.length; start += PEOPLE_AT_ONCE) found.push(...(await work(ids.slice(start, start + PEOPLE_AT_ONCE))));
    return found;
  };
  return {
    run: async (id) => (await list(runRow, cypher.RUN_BY_ID, { id }))[0]?.run ?? null,
    runs: async (limit) => (await list(runRow, cypher.RUNS, { limit })).map((each) => each.run),
    open: () => list(statusRow, cypher.OPEN_RUNS),
    take: async (holder, now) => (await changed(runRow, cypher.TAKE_RUN, { holder, now }))[0]?.run ?? null,
    recover: (now) => changed(statusRow, cypher.RECOVER_RUNS, { now }),
    note: async (id, holder, progress) =>
      (await changed(z.object({ cancelAsked: z.boolean() }), cypher.NOTE_PROGRESS, { id, holder, progress }))[0]?.cancelAsked ?? null,
    peopleOf: async (runId) =>
      (await list(peopleContent, cypher.CHUNKS, { runId, of: "PEOPLE", from: 0, most: 1_000 })).flatMap((each) => each.content),
    rows: async (runId, from, most) =>
      (await list(content, cypher.CHUNKS, { runId, of: "ROWS", from, most })).flatMap((each) => each.content),
    show: (ids) => inParts([...new Set(ids)], (keys) => list(person, cypher.PEOPLE_TO_SHOW, { keys })),
    typicalOf: (ids) => inParts(ids, (keys) => list(typicalRow, cypher.TYPICAL_OF, { keys })),
    employedBy: (ids) => list(member, cypher.EMPLOYED_BY, { ids }),
    institutions: async (ids) => (await list(idRow, cypher.INSTITUTIONS_BY_ID, { ids })).map(({ id }) => id),
  };
}
