import type { Driver } from "neo4j-driver";
import { afterAll, beforeEach, expect, test } from "vitest";
import { type ChangePosition, readChangesSince, readPosition, readSequence, recordChange } from "../../../server/db/changes.ts";
import { writeTransaction } from "../../../server/db/run.ts";
import { DATABASE, emptyDatabase, wipe } from "./test-database.ts";

const driver: Driver = await emptyDatabase();

beforeEach(() => wipe(driver));
afterAll(() => driver.close());

function change(id: string, keep?: number): Promise<number> {
  return writeTransaction(driver, DATABASE, (transaction) => recordChange(transaction, { kind: "SCIENTISTS", scientistIds: [id] }, keep));
}

/** Writes changes and gives the position after each. */
async function positions(ids: readonly string[], keep?: number): Promise<ChangePosition[]> {
  const found: ChangePosition[] = [];
  for (const id of ids) {
    await change(id, keep);
    found.push(await readPosition(driver, DATABASE));
  }
  return found;
}

const NOWHERE: ChangePosition = { sequence: 0, mark: null };

test("writers at the same time get different numbers without gaps", async () => {
  const numbers = await Promise.all(Array.from({ length: 40 }, (_, index) => change(`s${index}`)));
  expect([...numbers].sort((left, right) => left - right)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  expect(await readSequence(driver, DATABASE)).toBe(40);
});

test("a reader is given what follows its number, in order", async () => {
  const [first = NOWHERE, , third = NOWHERE] = await positions(["a", "b", "c"]);
  const since = await readChangesSince(driver, DATABASE, first);
  expect(since.changes.map((entry) => [entry.sequence, entry.scientistIds])).toEqual([
    [2, ["b"]],
    [3, ["c"]],
  ]);
  expect(since).toMatchObject({ rebuild: false, position: third });
  expect(third.sequence).toBe(3);
  expect(await readChangesSince(driver, DATABASE, third)).toEqual({ rebuild: false, changes: [], position: third });
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
  const [first = NOWHERE, second = NOWHERE] = await positions(["a", "b", "c", "d", "e"], 3);
  expect(await readChangesSince(driver, DATABASE, first)).toMatchObject({ rebuild: true, changes: [] });
  const atTheEdge = await readChangesSince(driver, DATABASE, second);
  expect(atTheEdge.rebuild).toBe(false);
  expect(atTheEdge.changes.map((entry) => entry.sequence)).toEqual([3, 4, 5]);
});

test("a reader that saw more than the database holds is told to rebuild", async () => {
  await change("a");
  const { mark } = await readPosition(driver, DATABASE);
  expect((await readChangesSince(driver, DATABASE, { sequence: 9, mark })).rebuild).toBe(true);
});

test("a reader of a database that was replaced by one with the same number, or a larger one, is told to rebuild", async () => {
  const [, seen = NOWHERE] = await positions(["a", "b"]);
  await wipe(driver);
  await positions(["a", "b"]);
  expect(await readSequence(driver, DATABASE)).toBe(seen.sequence);
  expect((await readChangesSince(driver, DATABASE, seen)).rebuild).toBe(true);
  await change("c");
  expect((await readChangesSince(driver, DATABASE, seen)).rebuild).toBe(true);
});
