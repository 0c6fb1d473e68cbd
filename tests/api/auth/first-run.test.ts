import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { FIRST, passwordOf, setUpFirst, shellAuth } from "./accounts.ts";
import { TestBrowser, TestClock } from "./browser.ts";

const driver = await emptyDatabase();
const clock = new TestClock();
const auth = shellAuth(driver, clock.read);
const PUBLIC = { PUBLIC_URL: "https://talent.example", TRUST_PROXY: "loopback", SECOND_FACTOR_ROLES: "none" };
let here: TestApp;
let tls: TestApp;

beforeAll(async () => {
  here = await startTestApp(clock.read);
  tls = await startTestApp(clock.read, { variables: PUBLIC });
});
afterAll(async () => {
  await Promise.all([here.close(), tls.close()]);
  await driver.close();
});

async function linkSecret(): Promise<string> {
  return (await auth.links.issueForSetUp())?.secret ?? "";
}

test("S6 before the set-up nobody signs in with a name and password, and nothing is readable", async () => {
  const page = new TestBrowser(here.app);
  for (const [name, password] of [
    ["admin", "admin"],
    ["root", "root"],
    ["neo4j", "neo4j"],
    ["trial-officer", ""],
    ["trial-officer", "trial-officer"],
  ] as const) {
    expect((await page.signIn(name, password)).status).toBeGreaterThanOrEqual(400);
  }
  expect((await page.session()).body.state).toBe("SIGNED_OUT");
  expect(await page.reads()).toBe(401);
});

test("S6 the one-time link works once, for 15 minutes, and a newer one voids it", async () => {
  const voided = await linkSecret();
  const late = await linkSecret();
  clock.forward(15);
  const page = new TestBrowser(here.app);
  expect((await page.post("/auth/link", { token: voided })).code).toBe("LINK_INVALID");
  expect((await page.post("/auth/link", { token: late })).code).toBe("LINK_INVALID");
  const good = await linkSecret();
  const both = await Promise.all([page.post("/auth/link", { token: good }), new TestBrowser(tls.app).post("/auth/link", { token: good })]);
  expect(both.map((answer) => answer.status).sort()).toEqual([200, 400]);
  expect((await new TestBrowser(here.app).post("/auth/link", { token: good })).status).toBe(400);
});

test("S6 the set-up needs three administrators, good passwords, and makes all accounts or none", async () => {
  const page = new TestBrowser(here.app);
  expect((await page.post("/auth/set-up", { accounts: FIRST })).status).toBe(401);
  expect((await page.post("/auth/link", { token: await linkSecret() })).body.state).toBe("SET_UP");
  expect(await page.reads()).toBe(401);
  const refusals = [
    FIRST.slice(1),
    FIRST.map((account) => ({ ...account, password: "granite-Otter-41-violin" })),
    FIRST.map((account) => ({ ...account, password: `${account.name}-${account.password}` })),
    FIRST.map((account) => ({ ...account, name: "same.name" })),
    FIRST.map((account) => ({ ...account, name: "x" })),
  ];
  for (const accounts of refusals) expect((await page.post("/auth/set-up", { accounts })).code).toBe("BAD_USER_INPUT");
  expect(await auth.links.isFirstRun()).toBe(true);
  const done = await page.post("/auth/set-up", { accounts: FIRST });
  expect([done.status, done.body.state]).toEqual([200, "SIGNED_OUT"]);
  expect(await auth.links.isFirstRun()).toBe(false);
  expect(await auth.links.issueForSetUp()).toBeUndefined();
  expect((await auth.administration.list()).map(({ name, role }) => [name, role])).toEqual(
    [...FIRST].map(({ name, role }) => [name, role]).sort(([a = ""], [b = ""]) => a.localeCompare(b)),
  );
  await expect(setUpFirst(auth, page)).rejects.toThrow("accounts already");
});

test("S10 the cookie: unreadable, of this host and site only, with the prefix and Secure on TLS, and never in an address", async () => {
  const plain = await new TestBrowser(here.app).post("/auth/trial", { role: "OFFICER" });
  expect(plain.setCookie).toMatch(/^stm_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
  const own = { origin: "https://talent.example", host: "talent.example" };
  const secure = await new TestBrowser(tls.app).post("/auth/sign-in", { name: "officer.bai", password: passwordOf("officer.bai") }, own);
  expect(secure.setCookie).toMatch(/^__Host-stm_session=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
  expect(secure.headers["strict-transport-security"]).toBe("max-age=31536000");
  expect(plain.headers["strict-transport-security"]).toBeUndefined();
  expect([plain.headers["cache-control"], secure.headers["cache-control"]]).toEqual(["no-store", "no-store"]);
});

test("S10 pages of other sites, and bodies that are not JSON, are refused", async () => {
  const page = new TestBrowser(here.app);
  const body = { role: "OFFICER" };
  const foreign: Record<string, string>[] = [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { origin: "http://evil.example", host: "localhost" },
  ];
  for (const headers of foreign) {
    const answer = await page.post("/auth/trial", body, headers);
    expect([answer.status, answer.code], JSON.stringify(headers)).toEqual([403, "FORBIDDEN"]);
  }
  expect((await page.post("/auth/trial", body, { origin: "http://localhost:80", host: "localhost:80" })).status).toBe(200);
  const text = await here.app.inject({
    method: "POST",
    url: "/auth/trial",
    headers: { "content-type": "text/plain" },
    payload: JSON.stringify(body),
  });
  expect(text.statusCode).toBe(415);
});

test("the trial desk exists for this machine only", async () => {
  const page = new TestBrowser(here.app);
  expect((await page.session()).body.trialDesk).toBe(true);
  const outsiders: [TestBrowser, Record<string, string>][] = [
    [new TestBrowser(here.app, "192.0.2.7"), {}],
    [page, { host: "talent.example" }],
    [page, { "x-forwarded-for": "192.0.2.7" }],
    [new TestBrowser(tls.app), { host: "talent.example" }],
    [new TestBrowser(tls.app), {}],
  ];
  for (const [browser, headers] of outsiders) {
    expect((await browser.session(headers)).body.trialDesk).toBe(false);
    const answer = await browser.post("/auth/trial", { role: "OFFICER" }, headers);
    expect([answer.status, answer.code]).toEqual([404, "NOT_FOUND"]);
  }
  for (const role of ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR", "NOBODY"]) {
    expect((await page.post("/auth/trial", { role })).status).toBe(400);
  }
});

test("S3 a flood of requests from one address is turned away before the database is asked", async () => {
  const page = new TestBrowser(here.app, "10.8.0.1");
  const statuses: number[] = [];
  for (let count = 0; count < 301; count += 1) statuses.push((await page.session()).status);
  expect(statuses.indexOf(429)).toBe(300);
  expect((await page.session()).code).toBe("TOO_MANY_ATTEMPTS");
});
