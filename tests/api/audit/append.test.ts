import { afterAll, beforeEach, expect, test } from "vitest";
import { readTransaction, write, writeTransaction } from "../../../server/db/run.ts";
import { type AuditTrail, verifyChain } from "../../../server/features/audit/index.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { DATABASE, emptyDatabase, testDriver } from "../db/test-database.ts";
import { COUNT_RECORDS, HOLD_HEAD, OCCUPY_INDEX } from "./tampering.cypher.ts";
import { emptyTrail, openTrail, SECRET, searchEvent } from "./trail.ts";

const driver = await emptyDatabase();
const secondDriver = testDriver();
afterAll(async () => {
  await secondDriver.close();
  await driver.close();
});
beforeEach(() => emptyTrail(driver));

const verify = () => verifyChain({ driver, database: DATABASE }, SECRET);
const count = async (): Promise<unknown> =>
  (await readTransaction(driver, DATABASE, (transaction) => transaction.run(COUNT_RECORDS)))[0]?.count;

test("what is recorded says who, when, from where, what, to whom and how it ended", async () => {
  const clock = () => new Date("2026-11-22T08:00:00.000Z");
  const event = searchEvent(1, { action: "DOSSIER", subjectIds: ["01B", "01A", "01B"], result: "REFUSED" });
  await openTrail(driver, { clock }).append(event);
  expect(await latestAuditRecords(driver)).toEqual([
    {
      index: 1,
      id: undefined,
      at: "2026-11-22T08:00:00.000Z",
      actorId: "01ACTOR",
      actorName: "审计测试",
      actorRole: "OFFICER",
      demo: false,
      ip: "127.0.0.1",
      action: "DOSSIER",
      subjectIds: ["01B", "01A"],
      detail: { query: "第 1 次", count: 1 },
      result: "REFUSED",
      requestId: "request-1",
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  ]);
});

async function appendMany(trail: AuditTrail, writer: number, events: number): Promise<void> {
  // Ten at a time, as that many viewers of one instance would.
  for (let from = 0; from < events; from += 10) {
    await Promise.all(
      Array.from({ length: 10 }, (_, ahead) => trail.append(searchEvent(from + ahead, { detail: { writer, number: from + ahead } }))),
    );
  }
}

test("S35: 4 writers × 1,000 events over two instances give one chain without gaps that verifies", async () => {
  const instances = [openTrail(driver), openTrail(secondDriver)];
  await Promise.all([0, 1, 2, 3].map((writer) => appendMany(instances[writer % 2] ?? openTrail(driver), writer, 1_000)));
  expect(await verify()).toMatchObject({ intact: true, records: 4_000 });
  const records = (await latestAuditRecords(driver, 5_000)).reverse();
  expect(records.map((record) => record.index)).toEqual(Array.from({ length: 4_000 }, (_, at) => at + 1));
  for (const writer of [0, 1, 2, 3]) {
    const numbers = records.filter((record) => record.detail.writer === writer).map((record) => record.detail.number);
    expect(numbers, "each writer's events, in the order in which it gave them").toEqual(Array.from({ length: 1_000 }, (_, at) => at));
  }
});

test("in a writer's transaction the record is kept with what was written, or neither is", async () => {
  const trail = openTrail(driver);
  const broken = writeTransaction(driver, DATABASE, async (transaction) => {
    await trail.appendIn(transaction, searchEvent(1));
    throw new Error("changed its mind");
  });
  await expect(broken).rejects.toThrow();
  expect(await count()).toBe(0);
  await writeTransaction(driver, DATABASE, (transaction) => trail.appendIn(transaction, searchEvent(2)));
  await trail.append(searchEvent(3));
  expect(await verify()).toMatchObject({ intact: true, records: 2 });
});

test("S35: when another record stands in the way nothing is written, and every one who waits is told", async () => {
  const trail = openTrail(driver);
  await trail.append(searchEvent(1));
  await write(driver, DATABASE, OCCUPY_INDEX, { index: 2 });
  const waiting = [2, 3, 4].map((number) => trail.append(searchEvent(number)));
  for (const each of await Promise.allSettled(waiting)) {
    expect(each).toMatchObject({ status: "rejected", reason: { code: "AUDIT_UNAVAILABLE", messageZh: expect.stringMatching(/没有执行/) } });
  }
  const writer = writeTransaction(driver, DATABASE, (transaction) => trail.appendIn(transaction, searchEvent(5)));
  await expect(writer).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
  expect(await count()).toBe(2);
});

test("S35: when the end of the chain stays locked the wait is bounded and nothing is written", async () => {
  const trail = openTrail(driver, { timeoutMs: 500 });
  const session = secondDriver.session({ database: DATABASE });
  const held = session.beginTransaction();
  await held.run(HOLD_HEAD);
  const began = performance.now();
  await expect(trail.append(searchEvent(1))).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
  expect(performance.now() - began).toBeLessThan(5_000);
  const writer = writeTransaction(driver, DATABASE, (transaction) => trail.appendIn(transaction, searchEvent(2)), { timeoutMs: 500 });
  await expect(writer).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
  await held.rollback();
  await session.close();
  expect(await count()).toBe(0);
  await trail.append(searchEvent(3));
  expect(await verify()).toMatchObject({ intact: true, records: 1 });
});
