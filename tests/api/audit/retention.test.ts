import { afterAll, beforeEach, expect, test } from "vitest";
import { write } from "../../../server/db/run.ts";
import { readEnv } from "../../../server/env.ts";
import { pruneAuditTrail, verifyChain } from "../../../server/features/audit/index.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { CHANGE_HEAD, CHANGE_RECORD, DELETE_RECORDS } from "./tampering.cypher.ts";
import { emptyTrail, openTrail, SECRET, searchEvent } from "./trail.ts";

const driver = await emptyDatabase();
afterAll(() => driver.close());

const DAY_MS = 86_400_000;
const START = Date.parse("2026-01-01T00:00:00Z");
let now = START;
const options = { driver, database: DATABASE, secret: SECRET, clock: () => new Date(now), log: silent };
const verify = () => verifyChain({ driver, database: DATABASE }, SECRET);

/** One record a day for ten days; then the day on which the first four are past their time. */
beforeEach(async () => {
  await emptyTrail(driver);
  const trail = openTrail(driver, options);
  for (let day = 0; day < 10; day += 1) {
    now = START + day * DAY_MS;
    await trail.append(searchEvent(day + 1));
  }
  now = START + (180 + 4) * DAY_MS - 1;
});

test("S36: less than 180 days is refused, as a setting and by the job", async () => {
  expect(() => readEnv({ AUDIT_KEEP_DAYS: "179" })).toThrow(/AUDIT_KEEP_DAYS/);
  await expect(pruneAuditTrail(options, 179)).rejects.toThrow(RangeError);
  await expect(pruneAuditTrail(options, Number.NaN)).rejects.toThrow(RangeError);
  expect(await verify()).toMatchObject({ intact: true, records: 10 });
});

test("S36: exactly what is past its time goes, that is recorded, and the rest stays verifiable", async () => {
  expect(await pruneAuditTrail(options, 180)).toBe(4);
  const left = await latestAuditRecords(driver, 20);
  expect(left.map((record) => record.index)).toEqual([11, 10, 9, 8, 7, 6, 5]);
  expect(left[0]).toMatchObject({ action: "RETENTION", detail: { what: "AUDIT_RECORDS", from: 1, to: 4 } });
  expect(await verify()).toMatchObject({ intact: true, records: 7, prunedTo: 4 });
  expect(await pruneAuditTrail(options, 180)).toBe(0);
  await openTrail(driver, options).append(searchEvent(12));
  expect(await verify()).toMatchObject({ intact: true, records: 8, last: { index: 12 } });

  await write(driver, DATABASE, DELETE_RECORDS, { from: 5, to: 5 });
  expect(await verify(), "one more than the job deleted").toMatchObject({ intact: false, fault: "RECORD", firstBadIndex: 5 });
  await write(driver, DATABASE, CHANGE_HEAD, { properties: { prunedTo: 5 } });
  expect(await verify()).toMatchObject({ intact: false, fault: "HEAD" });
});

test("a record younger than an older one behind it keeps all that follow", async () => {
  now = START + 2 * DAY_MS;
  await openTrail(driver, options).append(searchEvent(11));
  now = START + (180 + 4) * DAY_MS - 1;
  expect(await pruneAuditTrail(options, 180)).toBe(4);
  expect(await verify()).toMatchObject({ intact: true, records: 8 });
});

test("evidence of tampering is not deleted", async () => {
  await write(driver, DATABASE, CHANGE_RECORD, { index: 3, properties: { actorName: "别人" } });
  await expect(pruneAuditTrail(options, 180)).rejects.toMatchObject({ code: "AUDIT_BROKEN", messageEn: expect.stringMatching(/record 3/) });
  expect(await verify()).toMatchObject({ intact: false, firstBadIndex: 3, prunedTo: 0 });
});
