import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { decodeRows } from "../../../server/db/records.ts";
import { read, write } from "../../../server/db/run.ts";
import { seed } from "../../../server/db/seed/index.ts";
import { PEOPLE, REPEATS } from "../../../server/demo/story.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { TestBrowser } from "../auth/browser.ts";
import { DATABASE, emptyDatabase, silent } from "../db/test-database.ts";
import { sampleScientist, sampleSeeds } from "../scientists/sample-rows.ts";
import { COUNT_PARTS, COUNT_WORK, DEMO_ACCOUNTS, NAMES_IN_WORK, NETWORK_WORK, WRITE_NETWORK_WORK } from "./demo.test-queries.cypher.ts";
import { Office } from "./office.ts";

const driver = await emptyDatabase();
const NOW = Date.parse("2026-11-20T02:00:00Z");
const clock = (): Date => new Date(NOW);
let app: TestApp;
let officer: TestBrowser;

const count = z.object({ total: z.number(), real: z.number() });
const loaded = z.object({ present: z.boolean(), people: z.number(), loaded: z.boolean().optional() });

beforeAll(async () => {
  await seed(driver, DATABASE, silent, sampleSeeds([sampleScientist("anybody")]));
  app = await startTestApp(clock, { variables: { TRIAL_DESK: "on" } });
  officer = await signedIn("OFFICER");
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

async function signedIn(role: string): Promise<TestBrowser> {
  const browser = new TestBrowser(app.app);
  expect((await browser.post("/auth/trial", { role })).status).toBe(200);
  return browser;
}
async function ask(method: "GET" | "POST", url: string, browser = officer) {
  const answer = await app.app.inject({
    method,
    url,
    headers: { cookie: browser.cookie ?? "", "content-type": "application/json" },
    ...(method === "POST" ? { payload: {} } : {}),
  });
  return { status: answer.statusCode, body: answer.json() };
}
async function work() {
  const [row] = decodeRows(count, await read(driver, DATABASE, COUNT_WORK));
  return row ?? { total: -1, real: -1 };
}

describe("demo data", () => {
  test("is loaded once, however often and by however many at the same time it is asked for, and all of it says so", async () => {
    expect((await ask("GET", "/demo")).body).toEqual({ present: false, people: 0 });
    const answers = await Promise.all([ask("POST", "/demo"), ask("POST", "/demo")]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => loaded.parse(body).loaded).sort()).toEqual([false, true]);
    const before = await work();
    expect(before.real).toBe(0);
    // Candidates, and their referrals; the rest is work on them.
    expect(before.total).toBeGreaterThan(2 * PEOPLE.length + REPEATS.length);
    expect(loaded.parse((await ask("POST", "/demo")).body)).toMatchObject({ loaded: false, present: true, people: PEOPLE.length });
    expect(await work()).toEqual(before);

    const [names] = decodeRows(z.object({ names: z.array(z.string()) }), await read(driver, DATABASE, NAMES_IN_WORK));
    expect(names?.names.filter((name) => !name.startsWith("演示"))).toEqual([]);
    const accounts = decodeRows(z.object({ name: z.string(), closed: z.boolean() }), await read(driver, DATABASE, DEMO_ACCOUNTS));
    expect(accounts.filter(({ name, closed }) => !name.startsWith("演示") || !closed)).toEqual([]);
    expect(await latestAuditRecords(driver, 1, "IMPORT")).toMatchObject([
      { demo: true, detail: { what: "DEMO_LOADED", people: PEOPLE.length } },
    ]);
  });

  test("shows every stage and state in use", async () => {
    const office = new Office(app);
    const token = await issueToken(driver, "OFFICER", clock);
    const { engagements } = await office.ask(
      token,
      z.object({
        engagements: z.object({
          edges: z.array(z.object({ node: z.object({ stage: z.object({ id: z.string() }), status: z.string(), channel: z.string() }) })),
        }),
      }),
      "{ engagements(filter: { statuses: [OPEN, PAUSED, STOPPED, LANDED] }, first: 100) { edges { node { stage { id } status channel } } } }",
    );
    const nodes = engagements.edges.map(({ node }) => node);
    expect([...new Set(nodes.map(({ stage }) => stage.id))].sort()).toEqual(
      ["ASSESSMENT", "CONTACT", "INTENT", "LANDED", "LEAD", "REVIEW", "SIGNING"].sort(),
    );
    expect([...new Set(nodes.map(({ status }) => status))].sort()).toEqual(["LANDED", "OPEN", "PAUSED", "STOPPED"]);
    expect(new Set(nodes.map(({ channel }) => channel)).size).toBe(5);
    const { referrals } = await office.ask(
      token,
      z.object({ referrals: z.object({ edges: z.array(z.object({ node: z.object({ status: z.string() }) })) }) }),
      "{ referrals(first: 100) { edges { node { status } } } }",
    );
    expect([...new Set(referrals.edges.map(({ node }) => node.status))].sort()).toEqual(
      ["ALREADY_IN_PROGRESS", "CLAIMED", "DECLINED", "IN_PROGRESS", "LANDED", "LAPSED", "UNDER_REVIEW", "WITHDRAWN"].sort(),
    );
    const { items } = await office.all(token);
    expect([...new Set(items.map(({ status }) => status))].sort()).toEqual(["CONFIRMED", "DISPUTED", "PROPOSED", "SETTLED"]);
    expect([...new Set(items.map(({ kind }) => kind))].sort()).toEqual(["FIRST_REPORT", "INTRODUCTION", "OUTCOME", "VISIT"]);
    expect((await office.reminders(token)).length).toBe(0);
    const { contributions, pipelineStatistics } = await office.ask(
      token,
      z.object({
        contributions: z.object({ totalCount: z.number(), totalPoints: z.number(), demoCount: z.number(), demoPoints: z.number() }),
        pipelineStatistics: z.object({ total: z.number(), demoCount: z.number() }),
      }),
      "{ contributions(first: 0) { totalCount totalPoints demoCount demoPoints } pipelineStatistics { total demoCount } }",
    );
    expect([contributions.demoCount, contributions.demoPoints]).toEqual([contributions.totalCount, contributions.totalPoints]);
    expect([contributions.demoCount, pipelineStatistics.demoCount]).toEqual([items.length, pipelineStatistics.total]);
    expect(items.filter(({ settlement }) => settlement !== null).every(({ settlement }) => settlement?.startsWith("DEMO-"))).toBe(true);
  });

  test("is never settled with what is real", async () => {
    const token = await issueToken(driver, "OFFICER", clock);
    const answer = await new Office(app).settle(token, "csv", { until: "2026-11-20", reason: "年度积分发放" });
    expect(answer.statusCode).toBe(404);
    const demo = await app.app.inject({
      url: `/export/contributions.csv?${new URLSearchParams({ until: "2026-11-20", reason: "年度积分发放", lang: "zh" })}`,
      headers: { cookie: officer.cookie ?? "" },
    });
    expect([demo.statusCode, demo.body.trimEnd().split("\r\n").at(-1)]).toEqual([200, expect.stringMatching(/；演示$/)]);
  });

  test("is removed altogether, with nothing of what is real", async () => {
    const office = new Office(app);
    const token = await issueToken(driver, "OFFICER", clock);
    const real = await office.refer(token, "真实引荐");
    await office.open(token, { referralId: real });
    await write(driver, DATABASE, WRITE_NETWORK_WORK);
    const figures = z.object({ contributions: z.object({ totalCount: z.number(), demoCount: z.number() }) });
    const { contributions } = await office.ask(token, figures, "{ contributions(first: 0) { totalCount demoCount } }");
    expect(contributions.totalCount - contributions.demoCount).toBe(1);
    const answer = await ask("POST", "/demo/removal");
    expect([answer.status, answer.body]).toEqual([200, { present: false, people: 0 }]);
    // A person, a referral, an engagement and its first report; with a move, and the keys of one person.
    expect(await work()).toEqual({ total: 4, real: 4 });
    const [parts] = decodeRows(z.object({ total: z.number() }), await read(driver, DATABASE, COUNT_PARTS));
    expect(parts?.total).toBeLessThan(20);
    const ofNetworks = decodeRows(z.object({ id: z.string() }), await read(driver, DATABASE, NETWORK_WORK)).map(({ id }) => id);
    expect(ofNetworks).toEqual(["analysis-false", "chunk-false", "need-false", "run-false", "team-false"]);
    const accounts = decodeRows(z.object({ name: z.string() }), await read(driver, DATABASE, DEMO_ACCOUNTS)).map(({ name }) => name);
    expect(accounts.every((name) => name.startsWith("演示·引才"))).toBe(true);
    expect(await latestAuditRecords(driver, 1, "IMPORT")).toMatchObject([{ detail: { what: "DEMO_REMOVED", people: PEOPLE.length } }]);
    expect(loaded.parse((await ask("POST", "/demo")).body)).toMatchObject({ loaded: true, people: PEOPLE.length });
    await ask("POST", "/demo/removal");
  });

  test("is nothing for other roles, for real officers, and where there is no trial desk", async () => {
    const ambassador = await signedIn("AMBASSADOR");
    for (const [method, url] of [
      ["GET", "/demo"],
      ["POST", "/demo"],
      ["POST", "/demo/removal"],
    ] as const) {
      expect((await ask(method, url, ambassador)).status).toBe(404);
      const token = await issueToken(driver, "OFFICER", clock);
      const real = await app.app.inject({ method, url, headers: { authorization: `Bearer ${token}` } });
      expect(real.statusCode).toBe(404);
    }
    const without = await startTestApp(clock, { variables: { TRIAL_DESK: "off" } });
    const answer = await without.app.inject({ url: "/demo", headers: { cookie: officer.cookie ?? "" } });
    expect(answer.statusCode).toBe(404);
    await without.close();
    expect((await work()).real).toBe(4);
  });
});
