import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch, type Transaction } from "../../db/run.ts";
import type { IntroductionTaskStatus } from "../../graphql/generated.ts";
import type { IntroductionTaskModel } from "./introductions.types.ts";
import * as cypher from "./tasks.cypher.ts";

const text = z.string().nullable();
const year = z.number().nullable();
const link = z.enum(["COAUTHOR", "PROJECT", "COLLEAGUE", "ADVISOR", "ALUMNI", "TEAM", "COAWARDED", "HOMETOWN"]).nullable();
const person = z.object({
  position: z.number(),
  person: z.object({ id: z.string(), name: z.string(), isScientist: z.boolean() }),
  link,
  strength: z.number().nullable(),
  weak: z.boolean().nullable(),
  firstYear: year,
  lastYear: year,
});
const taskRow = z
  .object({
    key: z.string(),
    task: z.object({
      id: z.string(),
      version: z.number(),
      status: z.enum(["ASKED", "ACCEPTED", "DECLINED", "DONE", "TAKEN_BACK"]),
      length: z.number(),
      score: z.number(),
      note: text,
      askedById: z.string(),
      askedBy: z.string(),
      askedAt: z.string(),
      answeredBy: text,
      answeredAt: text,
      answer: text,
      demo: z.boolean(),
    }),
    people: z.array(person),
    handlerId: text,
    handler: text,
  })
  .transform(({ key, task, ...rest }) => {
    const model: IntroductionTaskModel = { ...task, ...rest };
    return { key, model };
  });
const idRow = z.object({ id: z.string() });
const countRow = z.object({ count: z.number() });
const barredRow = z.object({ barred: z.boolean() });
const touchedRow = z.object({ askedById: z.string(), handlerIds: z.array(z.string()) });

/** Which tasks are listed. */
export interface TasksWanted {
  readonly statuses: readonly IntroductionTaskStatus[];
  readonly scientistId: string | null;
}

const ids = (rows: Parameters<typeof decodeRows>[1]): string[] => decodeRows(idRow, rows).map((row) => row.id);

/** Tasks by id, null for those that are not there. */
export async function tasksById({ driver, database }: Database, keys: readonly string[]): Promise<Array<IntroductionTaskModel | null>> {
  return (await readBatch(driver, database, cypher.INTRODUCTION_TASKS_BY_ID, keys, taskRow)).map((row) => row?.model ?? null);
}

/** A task as the transaction sees it, or null. */
export async function taskIn(transaction: Transaction, id: string): Promise<IntroductionTaskModel | null> {
  return decodeRows(taskRow, await transaction.run(cypher.INTRODUCTION_TASKS_BY_ID, { keys: [id] }))[0]?.model ?? null;
}

/** Ids of tasks after a place in the list, latest first. */
export async function taskIds(
  { driver, database }: Database,
  wanted: TasksWanted,
  before: string | null,
  limit: number,
): Promise<string[]> {
  return ids(await read(driver, database, cypher.INTRODUCTION_TASK_IDS, { ...wanted, before, limit }));
}

/** How many tasks there are of these. */
export async function countTasks({ driver, database }: Database, wanted: TasksWanted): Promise<number> {
  return decodeRows(countRow, await read(driver, database, cypher.COUNT_INTRODUCTION_TASKS, { ...wanted }))[0]?.count ?? 0;
}

/** Ids of the tasks that ask an account or that it asked for, latest first. */
export async function ownTaskIds({ driver, database }: Database, accountId: string, limit: number): Promise<string[]> {
  return ids(await read(driver, database, cypher.OWN_INTRODUCTION_TASK_IDS, { accountId, limit }));
}

/** The task that a sending has written already, or null. */
export async function taskOfSending(transaction: Transaction, askingKey: string): Promise<string | null> {
  return ids(await transaction.run(cypher.INTRODUCTION_TASK_OF_SENDING, { askingKey }))[0] ?? null;
}

/** A running task for the same two people, or null. */
export async function runningTask(transaction: Transaction, firstId: string, targetId: string): Promise<string | null> {
  return ids(await transaction.run(cypher.RUNNING_INTRODUCTION_TASK, { firstId, targetId }))[0] ?? null;
}

/** Whether somebody on the path of a task has died or does not want to be contacted. */
export async function isBarred(transaction: Transaction, id: string): Promise<boolean> {
  return decodeRows(barredRow, await transaction.run(cypher.BARRED_ON_TASK, { id }))[0]?.barred ?? false;
}

/** Running tasks with a person on the path. */
export async function runningTasksWith(transaction: Transaction, scientistId: string): Promise<string[]> {
  return ids(await transaction.run(cypher.RUNNING_TASKS_WITH, { scientistId }));
}

/** Takes an erased person out of the tasks, and tells whose windows showed them. */
export async function eraseFromTasks(transaction: Transaction, scientistId: string): Promise<string[]> {
  const rows = decodeRows(touchedRow, await transaction.run(cypher.ERASE_FROM_INTRODUCTION_TASKS, { scientistId }));
  return [...new Set(rows.flatMap(({ askedById, handlerIds }) => [askedById, ...handlerIds]))];
}

/** Tasks that ended before a time. */
export async function endedTasks(transaction: Transaction, before: string, limit: number): Promise<string[]> {
  return ids(await transaction.run(cypher.ENDED_INTRODUCTION_TASKS, { before, limit }));
}
