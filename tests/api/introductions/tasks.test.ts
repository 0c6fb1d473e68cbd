import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import { createAuditTrail } from "../../../server/features/audit/index.ts";
import { removeEndedTasks } from "../../../server/features/introductions/index.ts";
import { openSecret } from "../../../server/shared/secret.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { testEnv } from "../../support/sign-in.ts";
import { DATABASE, silent } from "../db/test-database.ts";
import { CONTACTED, COUNT_TASKS, REMOVE_WORK } from "./introductions.test-queries.cypher.ts";
import { BY_PUPIL, link, move, type Office, openOffice, ownTasks, request, requested, type Task, told, type Worker } from "./office.ts";

let office: Office;
let officer: Worker;
let colleague: Worker;
let asked: Worker;
let stranger: Worker;

const OURS = { people: ["ours", "mid", "target"], links: ["COLLEAGUE", "COAUTHOR"] };

beforeAll(async () => {
  office = await openOffice();
  officer = await office.hire("OFFICER", "引才甲");
  colleague = await office.hire("OFFICER", "引才乙");
  asked = await office.hire("AMBASSADOR", "大使丙");
  stranger = await office.hire("AMBASSADOR", "大使丁");
  await link(officer, asked.id, "ours");
});
afterAll(() => office.close());

const end = async (by: Worker, task: Task): Promise<void> => {
  const done = await move(by, task, "TAKE_BACK", "不再需要");
  expect(done.__typename).toBe("IntroductionTaskSaved");
};

test("who is asked sees it, is reminded, agrees and makes the introduction; nobody else of the ambassadors sees it", async () => {
  const task = await requested(officer, { ...OURS, note: "请介绍我们的方向" });
  expect(task).toMatchObject({ status: "ASKED", handler: "大使丙", note: "请介绍我们的方向", length: 3, allowedMoves: ["TAKE_BACK"] });
  expect(task.people.map(({ person, link: by, lastYear }) => [person.id, by, lastYear])).toEqual([
    ["ours", null, null],
    ["mid", "COLLEAGUE", 2020],
    ["target", "COAUTHOR", 2024],
  ]);
  expect((await ownTasks(asked)).map(({ id, allowedMoves }) => [id, allowedMoves])).toEqual([[task.id, ["ACCEPT", "DECLINE", "DONE"]]]);
  expect(await ownTasks(stranger)).toEqual([]);
  expect(await told(asked)).toMatchObject([{ kind: "INTRODUCTION_TASK", personName: "人target", introductionTaskId: task.id }]);
  expect(await told(stranger)).toEqual([]);
  expect(await move(stranger, task, "ACCEPT")).toMatchObject({ __typename: "InvalidInput", field: "id" });
  // Nobody answers for somebody who can answer.
  expect(await move(officer, task, "ACCEPT")).toMatchObject({ __typename: "InvalidInput", field: "move" });
  const { task: agreed } = await move(asked, task, "ACCEPT");
  expect(agreed).toMatchObject({ status: "ACCEPTED", version: 2, answeredBy: "test AMBASSADOR" });
  expect(await told(officer)).toMatchObject([{ kind: "INTRODUCTION_ANSWERED", text: "人ours已同意引荐" }]);
  expect(await told(colleague)).toEqual([]);
  const done = await move(asked, agreed ?? task, "DONE", "已邮件介绍");
  expect(done.task).toMatchObject({ status: "DONE", answer: "已邮件介绍", allowedMoves: [] });
  expect(await told(asked)).toEqual([]);
  const [record] = await latestAuditRecords(office.driver, 1);
  expect(record).toMatchObject({ action: "INTRODUCTION", result: "OK" });
  expect(JSON.stringify(record)).not.toContain("已邮件介绍");
});

test("who is asked may decline without a reason, also after agreeing, and may be asked again", async () => {
  const task = await requested(officer, OURS);
  const { task: agreed } = await move(asked, task, "ACCEPT");
  const { task: declined } = await move(asked, agreed ?? task, "DECLINE");
  expect(declined).toMatchObject({ status: "DECLINED", answer: null, allowedMoves: [] });
  expect((await told(officer)).map(({ text }) => text)).toContain("人ours婉拒了引荐");
  await end(officer, await requested(officer, OURS));
});

test("where nobody's account is linked the officer asks by other means and notes the answer", async () => {
  const task = await requested(officer);
  expect(task).toMatchObject({ handler: null, allowedMoves: ["ACCEPT", "DECLINE", "DONE", "TAKE_BACK"] });
  const waiting = (await told(officer)).filter(({ kind }) => kind === "INTRODUCTION_TASK");
  expect(waiting).toMatchObject([{ text: "未关联账号，请以其他方式联系人linked", introductionTaskId: task.id }]);
  // Linking an account brings the task to that person.
  await link(officer, stranger.id, "linked");
  expect((await ownTasks(stranger)).map(({ id }) => id)).toEqual([task.id]);
  expect(await move(officer, task, "ACCEPT")).toMatchObject({ field: "move" });
  await link(officer, stranger.id, null);
  expect(await ownTasks(stranger)).toEqual([]);
  const { task: done } = await move(colleague, task, "DONE", "电话引见");
  expect(done).toMatchObject({ status: "DONE", answeredBy: "test OFFICER" });
});

test("one sending writes one task, and what runs is not doubled, however many ask at once", async () => {
  const key = { idempotencyKey: "same" };
  const [first, again] = [await requested(officer, key), await requested(officer, key)];
  expect(again.id).toBe(first.id);
  expect(await request(colleague)).toMatchObject({ __typename: "IntroductionTaskConflict", task: { id: first.id } });
  await end(colleague, first);
  const answers = await Promise.all([officer, colleague, officer, colleague, officer].map((by) => request(by)));
  expect(answers.filter(({ __typename }) => __typename === "IntroductionTaskSaved")).toHaveLength(1);
  expect(new Set(answers.map(({ task }) => task?.id)).size).toBe(1);
  const running = answers.find(({ __typename }) => __typename === "IntroductionTaskSaved")?.task;
  if (running === undefined) throw new Error("No task.");
  const moves = await Promise.all([move(officer, running, "ACCEPT"), move(colleague, running, "DECLINE", "联系不上")]);
  expect(moves.map(({ __typename }) => __typename).sort()).toEqual(["IntroductionTaskConflict", "IntroductionTaskSaved"]);
  const now = moves[0]?.task ?? running;
  if (now.status === "ACCEPTED") await end(officer, now);
});

test("taking back says why; a path that is no longer there is not asked for; nor is one that is none", async () => {
  const task = await requested(officer);
  expect(await move(officer, task, "TAKE_BACK")).toMatchObject({ __typename: "InvalidInput", field: "note" });
  await end(officer, task);
  expect(await request(officer, { links: ["COAUTHOR", "PROJECT"] })).toMatchObject({ field: "people" });
  expect(await request(officer, { people: ["linked", "pupil", "target"], links: ["TEAM"] })).toMatchObject({ field: "people" });
  expect(await request(officer, { people: ["linked", "pupil", "linked"] })).toMatchObject({ field: "people" });
  expect(await request(officer, { people: ["linked", "pupil", "gone"] })).toMatchObject({ field: "people" });
  expect(await request(officer, { ...BY_PUPIL, since: 2023 })).toMatchObject({ field: "people" });
  await write(office.driver, DATABASE, REMOVE_WORK, { id: "w7" });
  expect(await request(officer)).toMatchObject({ __typename: "InvalidInput", field: "people" });
});

test("rights: analysts look for paths but ask nobody, and contacts of the office are the officers'", async () => {
  const analyst = await office.hire("ANALYST", "分析戊");
  const search = (fields: string): string => `{ introductionSearch(to: "target", from: ["ours"]) { paths { hops { ${fields} } } } }`;
  const refusedOf = async (by: Worker, query: string): Promise<string | undefined> => (await by.send(query)).errors?.[0]?.extensions?.code;
  expect(await refusedOf(analyst, search("link"))).toBeUndefined();
  expect(await refusedOf(analyst, search("toContact { on }"))).toBe("FORBIDDEN");
  expect(await refusedOf(analyst, "{ introductionTasks { totalCount } }")).toBe("FORBIDDEN");
  expect(await refusedOf(asked, "{ introductionTasks { totalCount } }")).toBe("FORBIDDEN");
  expect(await refusedOf(asked, "{ myIntroductionTasks { id score } }")).toBe("FORBIDDEN");
  expect(await refusedOf(asked, "{ ourPeople { zone { version } } }")).toBe("FORBIDDEN");
  await write(office.driver, DATABASE, CONTACTED, { scientist: "mid", on: "2026-02-03", desk: "GENERAL" });
  await write(office.driver, DATABASE, CONTACTED, { scientist: "mid", on: "2026-05-06", desk: "GENERAL" });
  const contact = z.object({ on: z.string(), kind: z.string(), desk: z.object({ id: z.string() }) }).nullable();
  const hops = z.array(z.object({ fromContact: contact, toContact: contact }));
  const found = z.object({ introductionSearch: z.object({ paths: z.array(z.object({ hops })) }) });
  const answer = await officer.ask(found, search("fromContact { on kind desk { id } } toContact { on kind desk { id } }"));
  const latest = { on: "2026-05-06", kind: "VISIT", desk: { id: "GENERAL" } };
  expect(answer.introductionSearch.paths[0]?.hops).toEqual([
    { fromContact: null, toContact: latest },
    { fromContact: latest, toContact: null },
  ]);
});

test("the list of all tasks pages, and narrows by state and person", async () => {
  const list = z.object({
    introductionTasks: z.object({
      totalCount: z.number(),
      edges: z.array(z.object({ node: z.object({ id: z.string(), status: z.string() }) })),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    }),
  });
  const QUERY = `query ($filter: IntroductionTaskFilter, $first: Int!, $after: String) { introductionTasks(filter: $filter, first: $first, after: $after) {
    totalCount edges { node { id status } } pageInfo { hasNextPage endCursor } } }`;
  const [row] = decodeRows(z.object({ count: z.number() }), await read(office.driver, DATABASE, COUNT_TASKS));
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: z.infer<typeof list>["introductionTasks"] = (await officer.ask(list, QUERY, { first: 2, after })).introductionTasks;
    expect(page.totalCount).toBe(row?.count);
    ids.push(...page.edges.map(({ node }) => node.id));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(ids).toHaveLength(row?.count ?? -1);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort().reverse()).toEqual(ids);
  const done = (await officer.ask(list, QUERY, { first: 50, filter: { statuses: ["DONE"], scientistId: "ours" } })).introductionTasks;
  expect(done).toMatchObject({ totalCount: 1, edges: [{ node: { status: "DONE" } }] });
});

test("what ended long ago goes, on record; what runs stays", async () => {
  const running = await requested(officer, OURS);
  const database = { driver: office.driver, database: DATABASE };
  const audit = createAuditTrail({ ...database, secret: openSecret(testEnv()), clock: office.clock, log: silent });
  const count = async (): Promise<number | undefined> =>
    decodeRows(z.object({ count: z.number() }), await read(office.driver, DATABASE, COUNT_TASKS))[0]?.count;
  const before = (await count()) ?? 0;
  expect(before).toBeGreaterThan(1);
  expect(await removeEndedTasks(database, audit, "2026-06-01")).toBe(0);
  expect(await count()).toBe(before);
  expect(await removeEndedTasks(database, audit, "2026-06-02")).toBe(before - 1);
  expect((await ownTasks(officer)).map(({ id }) => id)).toEqual([running.id]);
  const [record] = await latestAuditRecords(office.driver, 1, "RETENTION");
  expect(record).toMatchObject({ detail: { kind: "introduction tasks", count: before - 1 } });
});
