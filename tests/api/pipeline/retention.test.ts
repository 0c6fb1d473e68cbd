import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read } from "../../../server/db/run.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { removeClosedEngagements } from "../../../server/features/pipeline/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import { check, type DeskOffice, list, log, move, openDesk, opened, programme, worker } from "./desk.ts";
import { COUNT_WORK } from "./pipeline.test-queries.cypher.ts";

let desk: DeskOffice;

beforeAll(async () => {
  desk = await openDesk([worker("r0", "演示甲", "ror:1"), worker("r1", "演示乙", "ror:1")]);
});
afterAll(() => desk.close());

const counted = z.object({ label: z.string(), count: z.number() });
async function work(): Promise<Record<string, number>> {
  const rows = decodeRows(counted, await read(desk.driver, DATABASE, COUNT_WORK));
  return Object.fromEntries(rows.map(({ label, count }) => [label, count]));
}

function remove(before: string): Promise<number> {
  const secret = openSecret(testEnv());
  const audit = createAuditTrail({ driver: desk.driver, database: DATABASE, secret, clock: desk.clock, log: silent });
  return removeClosedEngagements({ driver: desk.driver, database: DATABASE }, audit, before);
}

test("closed engagements go with all that hangs on them, on record; running ones and people who are still named stay", async () => {
  const stays = await opened(desk.officer, "r0");
  const goes = await opened(desk.officer, "r0", { programmeId: await programme(desk.officer, "演示计划") });
  const alone = await opened(desk.officer, "r1");
  for (const { id } of [goes, alone]) {
    const logged = await log(desk.officer, { engagementId: id, promises: [{ text: "寄样书" }] });
    await check(desk.officer, { engagementId: id });
    expect(logged.__typename).toBe("ContactLogged");
    await move(desk.officer, { id, version: 3, status: "STOPPED", reason: "对方没有意愿" });
  }
  const before = await work();
  expect(before).toEqual({ Candidate: 2, ContactEntry: 2, Engagement: 3, EngagementMove: 5, OpenEngagementCheck: 2, PromiseMade: 2 });
  expect(await remove("2026-03-02")).toBe(0);
  expect(await work()).toEqual(before);
  expect(await remove("2026-03-03")).toBe(2);
  expect(await work()).toEqual({ Candidate: 1, Engagement: 1, EngagementMove: 1 });
  expect((await list(desk.officer, { statuses: ["OPEN", "PAUSED", "STOPPED", "LANDED"] })).ids).toEqual([stays.id]);
  const [record] = await latestAuditRecords(desk.driver, 1, "RETENTION");
  expect(record).toMatchObject({ action: "RETENTION", detail: { kind: "engagements", count: 2 } });
  expect(record?.subjectIds).toEqual(expect.arrayContaining([goes.id, alone.id]));
});
