import { createHash } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { createExportsService } from "../../../server/features/exports/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { dataOf } from "../../support/answer.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken, testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { SET_TOKEN_ISSUER } from "./exports.test-queries.cypher.ts";

const driver = await emptyDatabase();
let now = Date.parse("2026-11-22T08:00:00Z");
const clock = (): Date => new Date(now);
let app: TestApp;
const tokens = { OFFICER: "", ANALYST: "", EXPERT: "", SECURITY_ADMIN: "" };
type Asker = keyof typeof tokens;
const REASON = "=给市人才办的周报";
const SMALL = { query: "人甲01" };

beforeAll(async () => {
  const names = Array.from({ length: 12 }, (_, number) => `甲${String(number).padStart(2, "0")}`);
  await seed(driver, DATABASE, silent, sampleSeeds(names.map((name) => sampleScientist(name))));
  app = await startTestApp(clock, { variables: { EXPORT_ROW_CAP: "10" } });
  for (const role of ["OFFICER", "ANALYST", "EXPERT", "SECURITY_ADMIN"] as const) tokens[role] = await issueToken(driver, role, clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const auth = (asker: Asker) => ({ authorization: `Bearer ${tokens[asker]}` });

function fetchExport(kind: "csv" | "xlsx", parameters: Record<string, string>, asker: Asker = "OFFICER") {
  return app.app.inject({ url: `/export/scientists.${kind}?${new URLSearchParams(parameters)}`, headers: auth(asker) });
}

const saved = z.object({
  __typename: z.string(),
  message: z.string().optional(),
  request: z.object({ id: z.string(), status: z.string(), rowCount: z.number(), own: z.boolean(), requestedBy: z.string() }).optional(),
});
const SAVED =
  "__typename ... on ExportRequestSaved { request { id status rowCount own requestedBy } } ... on NotAllowed { message } ... on InvalidInput { message }";

async function requestExport(input: Record<string, unknown>, asker: Asker = "OFFICER") {
  const answer = await app.gql(
    `mutation ($input: RequestExportInput!) { requestExport(input: $input) { ${SAVED} } }`,
    { input },
    auth(asker),
  );
  return dataOf(z.object({ requestExport: saved }), answer).requestExport;
}
async function decide(id: string, approve: boolean, asker: Asker = "SECURITY_ADMIN") {
  const text = `mutation ($id: ID!, $approve: Boolean!) { decideExportRequest(id: $id, approve: $approve, note: "已核对") { ${SAVED} } }`;
  return await app.gql(text, { id, approve }, auth(asker));
}
async function approved(input: Record<string, unknown>): Promise<string> {
  const id = (await requestExport({ reason: "年度评审用", ...input })).request?.id ?? "";
  expect(dataOf(z.object({ decideExportRequest: saved }), await decide(id, true)).decideExportRequest.request?.status).toBe("APPROVED");
  return id;
}

/** The service on the same database, for what the clock of a bearer token would not outlive. */
function ownService() {
  const secret = openSecret(testEnv());
  const audit = createAuditTrail({ driver, database: DATABASE, secret, clock, log: silent });
  const service = createExportsService({ driver, database: DATABASE, audit, clock, rowCap: 10 });
  const by = {
    actor: { id: "01SOMEBODY", name: "某人", role: "SECURITY_ADMIN" as const, demo: false },
    origin: { requestId: "r", ip: "127.0.0.1" },
  };
  return { service, by };
}

async function requesterOf(id: string): Promise<string> {
  const { service } = ownService();
  return (await service.list(null)).find((request) => request.id === id)?.requestedById ?? "";
}

describe("S28: an export needs the right and a reason, and says who took it", () => {
  test("a role without the right is refused, and that is recorded", async () => {
    const answer = await fetchExport("csv", { reason: REASON }, "EXPERT");
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: "FORBIDDEN" });
    expect(await latestAuditRecords(driver, 1)).toMatchObject([{ action: "REFUSAL", actorRole: "EXPERT", result: "REFUSED" }]);
  });

  test.each(["", "  周报 ", "长".repeat(201)])("the reason %j is refused", async (reason) => {
    const before = await latestAuditRecords(driver, 1, "EXPORT");
    const answer = await fetchExport("csv", { ...SMALL, reason });
    expect(answer.statusCode).toBe(400);
    expect(answer.json().message).toMatch(/导出用途.*reason for the export/);
    expect(await latestAuditRecords(driver, 1, "EXPORT")).toEqual(before);
  });

  test("the last row tells who, when, why, how many, and a hash over the rows; the record tells the same", async () => {
    const answer = await fetchExport("csv", { ...SMALL, reason: REASON, lang: "zh" });
    expect(answer.statusCode).toBe(200);
    const lines = answer.body.replace("\uFEFF", "").split("\r\n");
    const people = lines.slice(1).filter((line) => line !== "" && !line.startsWith("#"));
    expect(people).toHaveLength(1);
    const hash = createHash("sha256")
      .update(people.map((line) => `${line}\r\n`).join(""))
      .digest("hex");
    const [record] = await latestAuditRecords(driver, 1);
    expect(record).toMatchObject({
      action: "EXPORT",
      result: "OK",
      actorRole: "OFFICER",
      detail: { reason: REASON, count: 1, format: "csv" },
    });
    const mark = lines.filter((line) => line !== "").at(-1) ?? "";
    expect(mark).toBe(
      `# 水印,test OFFICER（${record?.actorId}）于 ${clock().toISOString()} 导出 1 人；用途：${REASON}；SHA-256：${hash}；审计请求编号：${record?.requestId}`,
    );

    const sheet = await readSheet(Buffer.from((await fetchExport("xlsx", { ...SMALL, reason: REASON, lang: "zh" })).rawPayload));
    expect(sheet).toHaveLength(3);
    expect(sheet.at(-1)?.[0]).toBe("# 水印");
    expect(sheet.at(-1)?.[1]).toContain(`SHA-256：${hash}`);
  });
});

describe("S28: over the row cap a second person approves", () => {
  test("without approval nothing leaves, and the attempt is recorded", async () => {
    const answer = await fetchExport("csv", { reason: REASON });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: "EXPORT_NEEDS_APPROVAL", message: expect.stringMatching(/12 人，超过 10 人/) });
    expect(await latestAuditRecords(driver, 1)).toMatchObject([{ action: "EXPORT", result: "REFUSED", detail: { count: 12, cap: 10 } }]);
  });

  test("an approval opens exactly that list, for its requester, once", async () => {
    const filter = { living: true };
    const asked = await requestExport({ filter, reason: "年度评审用" });
    expect(asked.request).toMatchObject({ status: "PENDING", rowCount: 12, own: true, requestedBy: "test OFFICER" });
    const id = asked.request?.id ?? "";
    const fetchIt = (parameters: Record<string, string> = {}, asker: Asker = "OFFICER") =>
      fetchExport("csv", { filter: JSON.stringify(filter), reason: REASON, approval: id, ...parameters }, asker);
    expect((await fetchIt()).json().message).toMatch(/尚未审批/);
    await decide(id, true);
    expect((await fetchIt({}, "ANALYST")).json().code).toBe("EXPORT_APPROVAL_REFUSED");
    expect((await fetchIt({ filter: "{}" })).json().message).toMatch(/与获批的名单不一致/);
    const both = await Promise.all([fetchIt(), fetchIt()]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 403]);
    expect(both.find((answer) => answer.statusCode === 403)?.json().message).toMatch(/已使用过/);
    expect(
      (await latestAuditRecords(driver, 10, "EXPORT")).filter((record) => record.result === "OK" && record.subjectIds.includes(id)),
    ).toMatchObject([{ detail: { count: 12, approvedBy: "test SECURITY_ADMIN" } }]);
  });

  test("an approval ends after 24 hours", async () => {
    const id = await approved({});
    now += 24 * 3_600_000;
    const { service, by } = ownService();
    const wanted = { selection: {}, format: "csv" as const, reason: REASON, count: 12, approval: id };
    await expect(service.release({ ...by, actor: { ...by.actor, id: await requesterOf(id) } }, wanted)).rejects.toMatchObject({
      code: "EXPORT_APPROVAL_REFUSED",
      messageZh: expect.stringMatching(/已过期/),
    });
    now -= 24 * 3_600_000;
    expect((await fetchExport("csv", { reason: REASON, approval: id })).statusCode).toBe(200);
  });

  test("nobody decides on an own request, nor on that of a script whose token they issued", async () => {
    const { service, by } = ownService();
    const own = await service.request(by, {}, "年度评审用", 12);
    expect(await service.decide(by, own.done?.id ?? "", true, "自己批准")).toMatchObject({
      refused: { zh: expect.stringMatching(/不能审批自己/) },
    });
    const id = (await requestExport({ reason: "年度评审用" })).request?.id ?? "";
    const issuer = { ...by, actor: { ...by.actor, id: "01ISSUER" } };
    await write(driver, DATABASE, SET_TOKEN_ISSUER, { tokenId: await requesterOf(id), issuerId: "01ISSUER" });
    expect(await service.decide(issuer, id, true, "自己批准")).toMatchObject({ refused: { zh: expect.stringMatching(/不能审批自己/) } });
  });

  test("declined, decided twice, not over the cap, and without the right", async () => {
    const id = (await requestExport({ reason: "年度评审用" })).request?.id ?? "";
    expect((await decide(id, true, "OFFICER")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
    await decide(id, false);
    expect(dataOf(z.object({ decideExportRequest: saved }), await decide(id, true)).decideExportRequest.message).toMatch(/已有审批结果/);
    expect((await fetchExport("csv", { reason: REASON, approval: id })).json().message).toMatch(/未获批准/);
    expect(await requestExport({ ...SMALL, reason: "年度评审用" })).toMatchObject({
      __typename: "InvalidInput",
      message: expect.stringMatching(/可直接导出/),
    });
    expect(await requestExport({ reason: "短" })).toMatchObject({ __typename: "InvalidInput", message: expect.stringMatching(/导出用途/) });
    const approvals = await latestAuditRecords(driver, 2, "EXPORT_APPROVAL");
    expect(approvals).toMatchObject([{ detail: { what: "DECLINED", note: "已核对" } }, { detail: { what: "REQUESTED", count: 12 } }]);
  });
});
