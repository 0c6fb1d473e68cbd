import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import { type ChainReport, verifyChain } from "../../../server/features/audit/index.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import * as tampering from "./tampering.cypher.ts";
import { emptyTrail, openTrail, SECRET, searchEvent } from "./trail.ts";

const driver = await emptyDatabase();
afterAll(() => driver.close());

const RECORDS = 12;
const verify = (expected?: { index: number; hash: string }) => verifyChain({ driver, database: DATABASE }, SECRET, expected);
const tamper = (statement: string, parameters: Record<string, unknown> = {}) => write(driver, DATABASE, statement, parameters);

async function readHead(): Promise<Record<string, unknown>> {
  const [row] = decodeRows(z.object({ head: z.record(z.string(), z.unknown()) }), await read(driver, DATABASE, tampering.READ_HEAD));
  return row?.head ?? {};
}

beforeEach(async () => {
  await emptyTrail(driver);
  const trail = openTrail(driver);
  await Promise.all(Array.from({ length: RECORDS }, (_, number) => trail.append(searchEvent(number + 1))));
});

test("a chain that nobody touched is intact, and its end is the last record's hash", async () => {
  const [last] = await latestAuditRecords(driver, 1);
  expect(await verify()).toEqual({
    intact: true,
    records: RECORDS,
    fault: null,
    firstBadIndex: null,
    last: { index: RECORDS, hash: last?.hash },
    prunedTo: 0,
  });
});

test("a new database has an intact chain of none", async () => {
  await emptyTrail(driver);
  expect(await verify()).toMatchObject({ intact: true, records: 0, firstBadIndex: null });
});

type Step = readonly [statement: string, parameters?: Record<string, unknown>];
const CHANGES: Record<string, unknown>[] = [
  { at: "2020-01-01T00:00:00.000Z" },
  { id: "01OTHER" },
  { actorId: "01SOMEBODYELSE" },
  { actorId: null },
  { actorName: "别人" },
  { actorRole: "AUDITOR" },
  { demo: true },
  { ip: "10.0.0.1" },
  { action: "EXPORT" },
  { subjectIds: ["01PERSON"] },
  { detail: "{}" },
  { result: "REFUSED" },
  { requestId: null },
  { hash: "0".repeat(64) },
  { note: "a property of no record" },
  { previousHash: "" },
  { index: 7.5 },
];

type Tampering = readonly [name: string, fault: string, firstBadIndex: number, ...steps: Step[]];
const FAULTS: readonly Tampering[] = [
  ...CHANGES.map((properties) => {
    const [key = ""] = Object.keys(properties);
    return [
      `${key} changed to ${JSON.stringify(properties[key])}`,
      "RECORD",
      7,
      [tampering.CHANGE_RECORD, { index: 7, properties }],
    ] as const;
  }),
  ["the first record changed", "RECORD", 1, [tampering.CHANGE_RECORD, { index: 1, properties: { detail: "{}" } }]],
  ["the last record changed", "RECORD", 12, [tampering.CHANGE_RECORD, { index: 12, properties: { detail: "{}" } }]],
  ["deleted in the middle", "RECORD", 5, [tampering.DELETE_RECORDS, { from: 5, to: 6 }]],
  ["deleted at the beginning", "RECORD", 1, [tampering.DELETE_RECORDS, { from: 1, to: 3 }]],
  ["deleted at the end", "TRUNCATED", 10, [tampering.DELETE_RECORDS, { from: 10, to: 12 }]],
  ["all deleted", "TRUNCATED", 1, [tampering.DELETE_RECORDS, { from: 1, to: 12 }]],
  [
    "deleted at the end, and the head set back to what is left",
    "HEAD",
    10,
    [tampering.SET_HEAD_BACK, { index: 9 }],
    [tampering.DELETE_RECORDS, { from: 10, to: 12 }],
  ],
  ["two swapped", "RECORD", 4, [tampering.SWAP_RECORDS, { one: 4, other: 9, aside: 99 }]],
  ["one copied in between", "RECORD", 7, [tampering.INSERT_COPY, { index: 6 }]],
  ["one copied behind the end", "INSERTED", 13, [tampering.COPY_RECORD, { index: 12, at: 13 }]],
  ["one copied far behind the end", "INSERTED", 13, [tampering.COPY_RECORD, { index: 12, at: 400 }]],
  ["one copied before the beginning", "INSERTED", 13, [tampering.COPY_RECORD, { index: 1, at: 0 }]],
  ["one copied without a place", "INSERTED", 13, [tampering.COPY_RECORD, { index: 3, at: null }]],
  ["one copied with a place that is no number", "INSERTED", 13, [tampering.COPY_RECORD, { index: 3, at: "3" }]],
  ["the index made a float", "INSERTED", 13, [tampering.FLOAT_INDEX, { index: 3 }]],
  ["a label added", "RECORD", 2, [tampering.LABEL_RECORD, { index: 2 }]],
  ["the label taken away", "RECORD", 2, [tampering.UNLABEL_RECORD, { index: 2 }]],
  ["a relationship added", "RECORD", 8, [tampering.TIE_RECORD, { index: 8 }]],
  ["the head's count changed", "HEAD", 13, [tampering.CHANGE_HEAD, { properties: { count: 13 } }]],
  ["the head's hash changed", "HEAD", 13, [tampering.CHANGE_HEAD, { properties: { hash: "0".repeat(64) } }]],
  ["the head's seal changed", "HEAD", 13, [tampering.CHANGE_HEAD, { properties: { seal: "0".repeat(64) } }]],
  ["the head given a property", "HEAD", 13, [tampering.CHANGE_HEAD, { properties: { note: "x" } }]],
  [
    "the head made to say that the first were deleted after their time",
    "HEAD",
    1,
    [tampering.DELETE_RECORDS, { from: 1, to: 3 }],
    [tampering.CHANGE_HEAD, { properties: { prunedTo: 3 } }],
  ],
  ["the head deleted", "HEAD", 13, [tampering.DELETE_HEAD]],
  ["the head replaced by an unused one", "INSERTED", 1, [tampering.DELETE_HEAD], [tampering.NEW_AUDIT_HEAD]],
];

describe("tampering directly in the database is found, with the first bad index", () => {
  test.each(FAULTS.map((fault) => [fault[0], fault] as const))("%s", async (_name, [, fault, firstBadIndex, ...steps]) => {
    for (const [statement, parameters] of steps) await tamper(statement, parameters);
    expect(await verify()).toMatchObject({ intact: false, fault, firstBadIndex });
  });

  test("a record written with another key", async () => {
    const other = { mac: (purpose: "audit", text: string) => SECRET.mac(purpose, `${text} `) };
    expect(await verifyChain({ driver, database: DATABASE }, { ...SECRET, ...other })).toMatchObject({
      intact: false,
      fault: "HEAD",
      firstBadIndex: 1,
    });
  });
});

test("nothing is added behind a head that was tampered with, so that the tampering is not sealed", async () => {
  const trail = openTrail(driver);
  await tamper(tampering.SET_HEAD_BACK, { index: 9 });
  await tamper(tampering.DELETE_RECORDS, { from: 10, to: 12 });
  await expect(trail.append(searchEvent(13))).rejects.toMatchObject({ code: "AUDIT_UNAVAILABLE" });
  expect(await verify()).toMatchObject({ intact: false, fault: "HEAD", firstBadIndex: 10 });
});

test("a database set back as a whole is found by an end noted earlier, and only by it", async () => {
  const early = await readHead();
  const trail = openTrail(driver);
  await Promise.all([13, 14, 15].map((number) => trail.append(searchEvent(number))));
  const { last } = await verify();
  expect(await verify(last)).toMatchObject({ intact: true });
  await trail.append(searchEvent(16));
  expect(await verify(last), "a noted end stays good when the chain grows").toMatchObject({ intact: true });

  await tamper(tampering.DELETE_RECORDS, { from: 13, to: 16 });
  await tamper(tampering.CHANGE_HEAD, { properties: early });
  expect(await verify()).toMatchObject({ intact: true, records: 12 });
  expect(await verify(last)).toMatchObject({ intact: false, fault: "ANCHOR", firstBadIndex: 13 });
  await Promise.all([13, 14, 15].map((number) => trail.append(searchEvent(number))));
  expect(await verify(last), "other records in their place").toMatchObject({ intact: false, fault: "ANCHOR" });
});

test("checking while others write never takes a growing chain for a broken one, and comes to an end", async () => {
  const trails = [openTrail(driver), openTrail(driver)];
  let writing = true;
  let written = 0;
  const writers = trails.map(async (trail, instance) => {
    while (writing) {
      await Promise.all(Array.from({ length: 5 }, (_, number) => trail.append(searchEvent(instance * 1_000_000 + written + number))));
      written += 5;
    }
  });
  const reports: ChainReport[] = [];
  while (reports.length < 40) reports.push(await verify());
  writing = false;
  await Promise.all(writers);
  expect(reports.filter(({ intact }) => !intact)).toEqual([]);
  expect(reports.at(-1)?.records).toBeGreaterThan(reports[0]?.records ?? Number.NaN);
  expect(await verify()).toMatchObject({ intact: true, records: RECORDS + written });
});
