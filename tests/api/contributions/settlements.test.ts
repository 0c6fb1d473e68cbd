import { createHash } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { seed } from "../../../server/db/seed/index.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { createSettlements } from "../../../server/features/contributions/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken, testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { Office } from "./office.ts";

const driver = await emptyDatabase();
let now = Date.parse("2026-11-20T02:00:00Z");
const clock = (): Date => new Date(now);
let app: TestApp;
let office: Office;
const tokens = { ONE: "", OTHER: "", OFFICER: "", SECOND: "", ANALYST: "" };
const REASON = "=第四季度积分发放";

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("anybody")]));
  app = await startTestApp(clock);
  office = new Office(app);
  for (const who of ["ONE", "OTHER"] as const) tokens[who] = await issueToken(driver, "AMBASSADOR", clock);
  for (const who of ["OFFICER", "SECOND"] as const) tokens[who] = await issueToken(driver, "OFFICER", clock);
  tokens.ANALYST = await issueToken(driver, "ANALYST", clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

/** A contribution by hand on a day, confirmed unless told. @returns its id */
async function done(name: string, on: string, { by = "ONE", confirmed = true }: { by?: "ONE" | "OTHER"; confirmed?: boolean } = {}) {
  const referralId = await office.refer(tokens[by], name);
  const { contribution } = await office.propose(tokens.OFFICER, { referralId, kind: "VISIT", on, evidence: "=HYPERLINK(陪同到访)" });
  const id = contribution?.id ?? "";
  if (confirmed) await office.decide(tokens.SECOND, id, { confirmed: true });
  return id;
}

interface SettlementFile {
  readonly number: string;
  readonly rows: string[][];
  readonly text: string;
  readonly mark: string;
}

/** A CSV as sent: its number by the name of the file, its rows, and the watermark. None of our cells holds a comma or a quote. */
function fileOf(answer: { body: string; headers: Record<string, unknown> }): SettlementFile {
  const lines = answer.body
    .replace("\uFEFF", "")
    .split("\r\n")
    .filter((line) => line !== "");
  const rows = lines.slice(1).filter((line) => !line.startsWith("#"));
  return {
    number: /contributions-([A-Z]+-\d{8}-\d+)\.csv/.exec(String(answer.headers["content-disposition"]))?.[1] ?? "",
    rows: rows.map((line) => line.split(",")),
    text: rows.map((line) => `${line}\r\n`).join(""),
    mark: lines.at(-1) ?? "",
  };
}

describe("a settlement", () => {
  test("holds exactly what is confirmed up to the day, says who took it, and can be fetched again with the same rows", async () => {
    const first = await done("张一", "2026-11-10");
    const last = await done("张二", "2026-11-15", { by: "OTHER" });
    const later = await done("张三", "2026-11-16");
    const undecided = await done("张四", "2026-11-10", { confirmed: false });
    const answer = await office.settle(tokens.OFFICER, "csv", { until: "2026-11-15", reason: REASON });
    expect(answer.statusCode).toBe(200);
    const file = fileOf(answer);
    expect(file.number).toBe("JS-20261120-01");
    expect(file.rows.map((row) => row[15]).sort()).toEqual([first, last].sort());
    expect(file.rows.map((row) => row[10])).toEqual(["'=HYPERLINK(陪同到访)", "'=HYPERLINK(陪同到访)"]);
    const hash = createHash("sha256").update(file.text).digest("hex");
    const [exported, settled] = await Promise.all(
      (["EXPORT", "CONTRIBUTION"] as const).map(async (action) => (await latestAuditRecords(driver, 1, action))[0]),
    );
    expect(exported).toMatchObject({
      detail: { what: "SETTLEMENT", number: file.number, count: 2, points: 40, until: "2026-11-15", reason: REASON },
    });
    expect(settled).toMatchObject({ detail: { what: "SETTLED", number: file.number, count: 2, points: 40 } });
    expect(file.mark).toBe(
      `# 水印,test OFFICER（${exported?.actorId}）于 ${clock().toISOString()} 导出 2 项贡献；用途：${REASON}；SHA-256：${hash}；审计请求编号：${exported?.requestId}`,
    );
    const byId = new Map((await office.all(tokens.OFFICER)).items.map((item) => [item.id, item]));
    expect([first, last, later, undecided].map((id) => [byId.get(id)?.status, byId.get(id)?.settlement])).toEqual([
      ["SETTLED", file.number],
      ["SETTLED", file.number],
      ["CONFIRMED", null],
      ["PROPOSED", null],
    ]);

    const again = fileOf(await office.settle(tokens.SECOND, "csv", { settlement: file.number, reason: "核对发放名单" }));
    expect(again.rows).toEqual(file.rows);
    expect(again.mark).toContain(`SHA-256：${hash}`);
    const sheet = await readSheet(
      Buffer.from((await office.settle(tokens.SECOND, "xlsx", { settlement: file.number, reason: "核对发放名单" })).rawPayload),
    );
    expect(sheet.slice(1, -1).map((row) => row[15])).toEqual(file.rows.map((row) => row[15]));
    expect(sheet.at(-1)?.[1]).toContain(`SHA-256：${hash}`);
    expect(await latestAuditRecords(driver, 1, "EXPORT")).toMatchObject([{ detail: { what: "SETTLEMENT_AGAIN", number: file.number } }]);
  });

  test("is final: it is neither decided on nor disputed again, and settles nothing twice", async () => {
    const id = await done("李一", "2026-11-18");
    const file = fileOf(await office.settle(tokens.OFFICER, "csv", { until: "2026-11-20", reason: REASON }));
    expect(file.rows.map((row) => row[15])).toContain(id);
    expect(await office.decide(tokens.SECOND, id, { confirmed: false, note: "重新考虑" })).toMatchObject({
      message: expect.stringMatching(/已结算/),
    });
    expect(await office.dispute(tokens.ONE, id, "积分太少了吧")).toMatchObject({ message: expect.stringMatching(/已结算/) });
    const empty = await office.settle(tokens.OFFICER, "csv", { until: "2026-11-20", reason: REASON });
    expect([empty.statusCode, empty.json().code]).toEqual([404, "NOT_FOUND"]);
  });

  test("of two at the same instant, each contribution is in exactly one", async () => {
    const ids = [await done("王一", "2026-11-19"), await done("王二", "2026-11-19"), await done("王三", "2026-11-19")];
    const asked = [tokens.OFFICER, tokens.SECOND, tokens.OFFICER, tokens.SECOND];
    const answers = await Promise.all(asked.map((token) => office.settle(token, "csv", { until: "2026-11-20", reason: REASON })));
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 404, 404, 404]);
    const files = answers.filter(({ statusCode }) => statusCode === 200).map(fileOf);
    expect(files.flatMap(({ rows }) => rows.map((row) => row[15])).sort()).toEqual(ids.sort());
    expect(files[0]?.number).toBe("JS-20261120-03");
  });

  test("settles what is confirmed while it runs either whole or not at all", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, (_, at) => done(`赵${at}`, "2026-11-19", { confirmed: false })));
    const [settled] = await Promise.all([
      (async () => {
        await office.decide(tokens.SECOND, ids[0] ?? "", { confirmed: true });
        return fileOf(await office.settle(tokens.OFFICER, "csv", { until: "2026-11-20", reason: REASON }));
      })(),
      ...ids.slice(1).map((id) => office.decide(tokens.SECOND, id, { confirmed: true })),
    ]);
    const inFile = new Set(settled.rows.map((row) => row[15]));
    const items = (await office.all(tokens.OFFICER)).items.filter(({ id }) => ids.includes(id));
    expect(items).toHaveLength(6);
    for (const item of items) expect([item.id, item.status]).toEqual([item.id, inFile.has(item.id) ? "SETTLED" : "CONFIRMED"]);
    await office.settle(tokens.OFFICER, "csv", { until: "2026-11-20", reason: REASON });
  });

  test("goes by the day in China, and not beyond today", async () => {
    now = Date.parse("2026-11-20T17:00:00Z");
    const id = await done("钱一", "2026-11-21");
    expect((await office.settle(tokens.OFFICER, "csv", { until: "2026-11-22", reason: REASON })).statusCode).toBe(400);
    const file = fileOf(await office.settle(tokens.OFFICER, "csv", { until: "2026-11-21", reason: REASON }));
    expect([file.number, file.rows.map((row) => row[15])]).toEqual(["JS-20261121-01", [id]]);
  });
});

describe("a settlement is refused", () => {
  let refused = -1;
  test("to a role without the right, and that is recorded", async () => {
    for (const who of ["ONE", "ANALYST"] as const) {
      const answer = await office.settle(tokens[who], "csv", { until: "2026-11-20", reason: REASON });
      expect([answer.statusCode, answer.json().code]).toEqual([403, "FORBIDDEN"]);
    }
    expect(await latestAuditRecords(driver, 1)).toMatchObject([{ action: "REFUSAL", actorRole: "ANALYST", result: "REFUSED" }]);
  });

  test.each([
    [{ until: "2026-11-20" }, 400, /导出用途/],
    [{ until: "2026-11-20", reason: "短" }, 400, /导出用途/],
    [{ reason: REASON }, 400, /截止日/],
    [{ until: "2026-02-30", reason: REASON }, 400, /截止日/],
    [{ settlement: "JS-20200101-01", reason: REASON }, 404, /结算单号/],
    [{ settlement: "' OR 1=1", reason: REASON }, 404, /结算单号/],
  ])("with %j", async (parameters, status, message) => {
    refused += 1;
    const id = await done(`孙${"一二三四五六".charAt(refused)}`, "2026-11-19");
    const answer = await office.settle(tokens.OFFICER, "csv", { ...parameters });
    expect([answer.statusCode, answer.json().message]).toEqual([status, expect.stringMatching(message)]);
    expect((await office.all(tokens.OFFICER)).items.find((item) => item.id === id)?.status).toBe("CONFIRMED");
    await office.settle(tokens.OFFICER, "csv", { until: "2026-11-19", reason: REASON });
  });

  test("over the row cap, and 演示 is never settled with what is real", async () => {
    await done("周一", "2026-11-19");
    await done("周二", "2026-11-19");
    const audit = createAuditTrail({ driver, database: DATABASE, secret: openSecret(testEnv()), clock, log: silent });
    const small = createSettlements({ driver, database: DATABASE, audit, clock, rowCap: 1 });
    const by = (demo: boolean) => ({
      actor: { id: "01SOMEBODY", name: "某人", role: "OFFICER" as const, demo },
      origin: { requestId: "r", ip: "127.0.0.1" },
    });
    const wanted = { format: "csv" as const, reason: REASON };
    await expect(small.settle(by(false), "2026-11-20", wanted)).rejects.toMatchObject({
      messageZh: expect.stringMatching(/2 项待结算，超过一次 1 项/),
    });
    await expect(small.settle(by(true), "2026-11-20", wanted)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
