import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { removeScientist, seed } from "../../../server/db/seed/index.ts";
import { removeDeletedAnalyses } from "../../../server/features/analyses/index.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { Desk, idOf, viewOfPeople } from "./desk.ts";

const driver = await emptyDatabase();
let now = Date.parse("2026-11-22T08:00:00Z");
const clock = (): Date => new Date(now);
const KEYS = ["a", "b", "c", "d", "gone"];
let app: TestApp;
let owner: Desk;
let colleague: Desk;

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds(KEYS.map((key) => sampleScientist(key))));
  app = await startTestApp(clock);
  owner = await Desk.of(app, driver, "ANALYST", clock);
  colleague = await Desk.of(app, driver, "OFFICER", clock);
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

const NETWORK = viewOfPeople(["a", "b", "c"].map(idOf));

async function kept(title: string, view: object = NETWORK): Promise<string> {
  const { status, id } = await owner.create(title, view);
  expect(status).toBe(201);
  return id ?? "";
}

describe("saving and opening", () => {
  test("what was saved is opened as it was, and both are on record without title or notes", async () => {
    const id = await kept("王院士的合作者");
    const [record] = await latestAuditRecords(driver, 1, "ANALYSIS");
    expect(record).toMatchObject({ actorRole: "ANALYST", subjectIds: [id], result: "OK", detail: { what: "SAVED" } });
    expect(JSON.stringify(record)).not.toMatch(/王院士|演示备注/);
    const opened = await owner.open(id);
    expect(JSON.parse(opened?.view ?? "")).toEqual(NETWORK);
    expect(opened).toMatchObject({
      missingPeople: 0,
      analysis: { title: "王院士的合作者", own: true, shared: "PRIVATE", version: 1, people: 3, links: 2, dataDate: NETWORK.dataDate },
    });
    expect(await latestAuditRecords(driver, 1, "SEARCH")).toMatchObject([{ detail: { what: "analysis", id } }]);
  });

  test("saving sent twice saves once", async () => {
    const both = await Promise.all([owner.create("两次", NETWORK, "k1"), owner.create("两次", NETWORK, "k1")]);
    expect(new Set(both.map(({ id }) => id)).size).toBe(1);
    expect((await owner.list()).filter(({ title }) => title === "两次")).toHaveLength(1);
    expect((await colleague.create("两次", NETWORK, "k1")).id).not.toBe(both[0].id);
  });

  test.each([
    ["no title", "  ", NETWORK, /名称/],
    ["a title too long", "长".repeat(101), NETWORK, /名称/],
    ["something that is no view", "x", { nodes: [] }, /不完整/],
    ["names among the ids", "x", { ...NETWORK, names: ["甲"] }, /不完整/],
  ])("%s is refused", async (_what, title, view, message) => {
    const before = (await owner.list()).length;
    expect(await owner.create(title, view, "refused")).toMatchObject({ status: 400, messageZh: expect.stringMatching(message) });
    expect((await owner.list()).length).toBe(before);
  });

  test("ten thousand people fit, and are opened; two megabytes are the end", async () => {
    const many = Array.from({ length: 10_000 }, (_, at) => `01ARZ3NDEKTSV4RRFFQ${String(at).padStart(7, "0")}`);
    const large = viewOfPeople(many);
    expect(Buffer.byteLength(JSON.stringify(large))).toBeGreaterThan(400_000);
    const id = await kept("一万人", large);
    expect(await owner.open(id)).toMatchObject({ missingPeople: 10_000, analysis: { people: 10_000 } });
    const tooLarge = viewOfPeople(many, {
      expanded: many.map((each) => each.padEnd(128, "x")),
      hidden: many.map((each) => each.padEnd(90, "y")),
    });
    expect(await owner.create("过大", tooLarge)).toMatchObject({ status: 413, code: "ANALYSIS_TOO_LARGE" });
    await owner.remove(id);
  });
});

describe("who may open and change", () => {
  test("a private one is not there for others, whatever they try; shared, it is there to see and not to change", async () => {
    const id = await kept("私有");
    const nowhere = await colleague.open("01NOSUCHANALYSIS0000000000");
    expect(await colleague.open(id)).toEqual(nowhere);
    expect((await colleague.list()).map((each) => each.id)).not.toContain(id);
    const missing = await colleague.update({ id: "01NOSUCHANALYSIS0000000000", version: 1, title: "新名" });
    expect(await colleague.update({ id, version: 1, title: "新名" })).toEqual(missing);
    expect(await colleague.remove(id)).toEqual(missing);
    expect(await colleague.restore(id)).toEqual(missing);
    expect(await colleague.save(id, 1, NETWORK)).toMatchObject({ status: 404, code: "NOT_FOUND" });

    expect(await owner.update({ id, version: 1, shared: "OFFICE" })).toMatchObject({ analysis: { shared: "OFFICE", version: 2 } });
    expect(await latestAuditRecords(driver, 1, "ANALYSIS")).toMatchObject([
      { detail: { what: "SHARED", before: { shared: "PRIVATE" }, after: { shared: "OFFICE" } } },
    ]);
    expect(await colleague.open(id)).toMatchObject({ analysis: { title: "私有", own: false, owner: "test ANALYST" } });
    expect((await colleague.list()).map((each) => each.id)).toContain(id);
    expect(await colleague.update({ id, version: 2, title: "新名" })).toMatchObject({
      __typename: "NotAllowed",
      message: expect.stringMatching(/另存/),
    });
    expect(await colleague.save(id, 2, NETWORK)).toMatchObject({ status: 403, code: "FORBIDDEN" });
    expect(await colleague.remove(id)).toMatchObject({ __typename: "NotAllowed" });

    await owner.update({ id, version: 2, shared: "PRIVATE" });
    expect(await colleague.open(id)).toBeNull();
  });

  test.each(["AMBASSADOR", "EXPERT", "SERVICE", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const)(
    "%s reaches none, and the refusal is on record",
    async (role) => {
      const other = await Desk.of(app, driver, role, clock);
      expect((await other.gql("{ analyses { id } }")).errors?.[0]?.extensions.code).toBe("FORBIDDEN");
      expect(await other.create("x", NETWORK)).toMatchObject({ status: 403, code: "FORBIDDEN" });
      expect(await latestAuditRecords(driver, 1)).toMatchObject([{ action: "REFUSAL", actorRole: role, result: "REFUSED" }]);
    },
  );

  test("a stranger is turned away before the body is read", async () => {
    const answer = await app.app.inject({
      method: "POST",
      url: "/analyses",
      headers: { "content-type": "application/json" },
      payload: "{ this is not JSON",
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe("two windows", () => {
  test("the second to save is told, and nothing of the first is lost", async () => {
    const id = await kept("两个窗口");
    const first = viewOfPeople(["a", "b"].map(idOf));
    const answers = await Promise.all([owner.save(id, 1, first), owner.save(id, 1, first)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)).toMatchObject({
      code: "ANALYSIS_CONFLICT",
      messageZh: expect.stringMatching(/第 2 版/),
    });
    expect(await owner.update({ id, version: 1, title: "旧的" })).toMatchObject({
      __typename: "AnalysisConflict",
      analysis: { version: 2, people: 2, title: "两个窗口" },
    });
    expect(await owner.update({ id, version: 2, title: "新的" })).toMatchObject({ analysis: { title: "新的", version: 3, people: 2 } });
  });
});

describe("deleting", () => {
  test("is taken back whole; not taken back, it is removed after seven days", async () => {
    const id = await kept("删除");
    const other = await kept("也删除");
    expect(await owner.remove(id)).toMatchObject({ __typename: "AnalysisSaved" });
    expect(await owner.remove(id)).toMatchObject({ __typename: "AnalysisSaved" });
    expect(await owner.open(id)).toBeNull();
    expect((await owner.list()).map((each) => each.id)).not.toContain(id);
    expect(await owner.save(id, 1, NETWORK)).toMatchObject({ status: 404 });
    await owner.remove(other);
    expect(await owner.restore(id)).toMatchObject({ analysis: { title: "删除", version: 1 } });
    expect(JSON.parse((await owner.open(id))?.view ?? "")).toEqual(NETWORK);

    const audit = createAuditTrail({ driver, database: DATABASE, secret: openSecret(testEnv()), clock, log: silent });
    expect(await removeDeletedAnalyses({ driver, database: DATABASE }, audit, "2026-11-22")).toBe(0);
    now += 8 * 86_400_000;
    const removed = await removeDeletedAnalyses({ driver, database: DATABASE }, audit, "2026-11-23");
    now -= 8 * 86_400_000;
    expect(removed).toBeGreaterThanOrEqual(1);
    const [record] = await latestAuditRecords(driver, 1, "RETENTION");
    expect(record?.subjectIds).toContain(other);
    expect(await owner.restore(other)).toMatchObject({ __typename: "InvalidInput" });
    expect(await owner.open(id)).not.toBeNull();
  });
});

test("somebody who was erased is gone from what was saved, with their pairs, and is counted", async () => {
  const people = ["a", "gone", "c", "d"].map(idOf);
  const id = await kept("有人被删除", viewOfPeople(people, { hidden: [idOf("gone")], selected: idOf("gone") }));
  expect((await owner.open(id))?.missingPeople).toBe(0);
  await removeScientist(driver, DATABASE, idOf("gone"));
  const opened = await owner.open(id);
  expect(opened).toMatchObject({ missingPeople: 1, analysis: { people: 4 } });
  const view = z.looseObject({ people: z.array(z.string()), x: z.array(z.number()) }).parse(JSON.parse(opened?.view ?? ""));
  expect(view).toMatchObject({
    people: ["a", "c", "d"].map(idOf),
    x: [0, 2, 3],
    source: [1],
    target: [2],
    works: [4],
    hidden: [],
  });
  expect(opened?.view).not.toContain(idOf("gone"));
});
