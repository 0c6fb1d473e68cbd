import type { Driver } from "neo4j-driver";
import { afterAll, beforeEach, expect, test } from "vitest";
import { readChangesSince, readSequence, recordChange } from "../../../server/db/changes.ts";
import { writeTransaction } from "../../../server/db/run.ts";
import { DATABASE, emptyDatabase, wipe } from "./test-database.ts";

const driver: Driver = await emptyDatabase();

beforeEach(() => wipe(driver));
afterAll(() => driver.close());

function change(id: string, keep?: number): Promise<number> {
  return writeTransaction(driver, DATABASE, (transaction) => recordChange(transaction, { kind: "SCIENTISTS", scientistIds: [id] }, keep));
}

test("writers at the same time get different numbers without gaps", async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, (_, index) => change(`s${index}`)));
  expect([...numbers].sort((left, right) => left - right)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(await readSequence(driver, DATABASE)).toBe(40);
});

test("a reader is given what follows its number, in order", async () => {
  for (const id of ["a", "b", "c"]) await change(id);
  const since = await readChangesSince(driver, DATABASE, 1);
  expect(since.changes.map((entry) => [entry.sequence, entry.scientistIds])).toEqual([
    [2, ["b"]],
    [3, ["c"]],
  ]);
  expect(since).toMatchObject({ rebuild: false, sequence: 3 });
  expect(await readChangesSince(driver, DATABASE, 3)).toEqual({ rebuild: false, changes: [], sequence: 3 });
});

test("a transaction that fails leaves no number behind", async () => {
  await change("a");
  const failing = writeTransaction(driver, DATABASE, async (transaction) => {
    await recordChange(transaction, { kind: "REFERENCE", scientistIds: [] });
    throw new Error("stop");
  });
  await expect(failing).rejects.toThrow();
  expect(await readSequence(driver, DATABASE)).toBe(1);
  expect(await change("b")).toBe(2);
});

test("a reader behind the oldest kept change is told to rebuild, one just at it is not", async () => {
  for (const id of ["a", "b", "c", "d", "e"]) await change(id, 3);
  expect(await readChangesSince(driver, DATABASE, 1)).toMatchObject({ rebuild: true, changes: [] });
  const atTheEdge = await readChangesSince(driver, DATABASE, 2);
  expect(atTheEdge.rebuild).toBe(false);
  expect(atTheEdge.changes.map((entry) => entry.sequence)).toEqual([3, 4, 5]);
});

test("a reader that saw more than the database holds is told to rebuild", async () => {
  await change("a");
  expect((await readChangesSince(driver, DATABASE, 9)).rebuild).toBe(true);
});
