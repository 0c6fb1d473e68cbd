import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { dataOf } from "../../support/answer.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { Desk } from "./desk.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date("2026-11-22T08:00:00Z");
let app: TestApp;
let analyst: Desk;
let officer: Desk;
let decider: Desk;

beforeAll(async () => {
  app = await startTestApp(clock, { variables: { EXPORT_ROW_CAP: "3" } });
  analyst = await Desk.of(app, driver, "ANALYST", clock);
  officer = await Desk.of(app, driver, "OFFICER", clock);
  decider = await Desk.of(app, driver, "SECURITY_ADMIN", clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const order = (more: object = {}) => ({
  format: "gexf",
  reason: "给评审会的附图",
  people: ["p1", "p2", "p2"],
  links: 4,
  conditions: "合著，2020 年以来",
  ...more,
});
const answered = z.object({
  at: z.string().optional(),
  watermark: z.string().optional(),
  code: z.string().optional(),
  id: z.string().optional(),
});
async function take(desk: Desk, more: object = {}) {
  const { status, body } = await desk.post("/export/network", order(more));
  return { status, ...answered.parse(body) };
}

test("S28: who exports a network gives a reason, and the file can say who took it; it is on record first", async () => {
  const given = await take(analyst);
  const [record] = await latestAuditRecords(driver, 1);
  expect(record).toMatchObject({
    action: "EXPORT",
    result: "OK",
    actorRole: "ANALYST",
    detail: { what: "network", format: "gexf", count: 2, links: 4, reason: "给评审会的附图", conditions: "合著，2020 年以来" },
  });
  expect(given).toEqual({
    status: 200,
    at: "2026-11-22T08:00:00.000Z",
    watermark: `test ANALYST（${record?.actorId}）于 2026-11-22T08:00:00.000Z 导出合作网络：2 人、4 条关系；用途：给评审会的附图；审计请求编号：${record?.requestId}`,
  });
});

test.each([
  ["a reason too short", { reason: " 图 " }],
  ["a format that there is not", { format: "exe" }],
  ["nobody", { people: [] }],
])("%s is refused and not recorded", async (_what, more) => {
  const before = await latestAuditRecords(driver, 1, "EXPORT");
  expect(await take(analyst, more)).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
  expect(await latestAuditRecords(driver, 1, "EXPORT")).toEqual(before);
});

test("a role without the right is refused on record", async () => {
  for (const role of ["AMBASSADOR", "EXPERT", "SERVICE", "AUDITOR"] as const) {
    const other = await Desk.of(app, driver, role, clock);
    expect(await take(other)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await latestAuditRecords(driver, 1)).toMatchObject([{ action: "REFUSAL", actorRole: role }]);
  }
});

test("S28: over the cap a second person approves exactly these people, for their requester, once", async () => {
  const people = ["p1", "p2", "p3", "p4"];
  expect(await take(analyst, { people })).toMatchObject({ status: 403, code: "EXPORT_NEEDS_APPROVAL" });
  const asked = answered.parse((await analyst.post("/export/network/requests", { reason: "年度评审用", people })).body);
  const approval = asked.id ?? "";
  expect(await take(analyst, { people, approval })).toMatchObject({ code: "EXPORT_APPROVAL_REFUSED" });
  const decided = await decider.gql(`mutation ($id: ID!) { decideExportRequest(id: $id, approve: true, note: "已核对") { __typename } }`, {
    id: approval,
  });
  expect(decided.data).toEqual({ decideExportRequest: { __typename: "ExportRequestSaved" } });
  expect(await take(officer, { people, approval })).toMatchObject({ code: "EXPORT_APPROVAL_REFUSED" });
  expect(await take(analyst, { people: ["p1", "p2", "p3", "p5"], approval })).toMatchObject({ code: "EXPORT_APPROVAL_REFUSED" });
  expect(await take(analyst, { people: [...people].reverse(), approval })).toMatchObject({ status: 200 });
  expect(await take(analyst, { people, approval })).toMatchObject({ code: "EXPORT_APPROVAL_REFUSED" });
  const own = z.object({ exportRequests: z.array(z.object({ id: z.string(), selection: z.string(), status: z.string() })) });
  const { exportRequests } = dataOf(own, await analyst.gql("{ exportRequests { id selection status } }"));
  expect(exportRequests).toMatchObject([{ id: approval, status: "USED", selection: expect.stringMatching(/^network=[0-9a-f]{64}$/) }]);
});

test("no approval is asked for what needs none", async () => {
  const { status, body } = await analyst.post("/export/network/requests", { reason: "年度评审用", people: ["p1"] });
  expect({ status, ...answered.parse(body) }).toMatchObject({ status: 400, code: "BAD_USER_INPUT" });
});
