import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Role } from "../../../server/graphql/generated.ts";
import { dataOf } from "../../support/answer.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { passwordOf, setUpFirst, shellAuth } from "./accounts.ts";
import { TestBrowser } from "./browser.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date();
const NONE = { SECOND_FACTOR_ROLES: "none" };
const auth = shellAuth(driver, clock, NONE);
const tokens = new Map<Role, string>();
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  one = await startTestApp(clock, { variables: NONE });
  other = await startTestApp(clock, { variables: NONE });
  await setUpFirst(auth, new TestBrowser(one.app));
  for (const role of ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const) tokens.set(role, await issueToken(driver, role));
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await driver.close();
});

const account = z.object({ id: z.string(), name: z.string(), role: z.string().nullable(), status: z.string() });
const result = z.object({
  type: z.string(),
  message: z.string().optional(),
  field: z.string().nullish(),
  link: z.string().optional(),
  bearer: z.string().optional(),
  count: z.number().optional(),
  apiToken: z.object({ id: z.string() }).optional(),
  account: account.optional(),
});
type Result = z.infer<typeof result>;

const ACCOUNT = "account { id name role status }";
const REFUSED = "... on InvalidInput { field message } ... on NotAllowed { message }";

/** Sends one mutation in a role, and answers the member of its result union. */
async function change(role: Role, field: string, selection: string): Promise<Result> {
  const answer = await one.gql(
    `mutation { result: ${field} { type: __typename ${selection} ${REFUSED} } }`,
    {},
    { authorization: `Bearer ${tokens.get(role)}` },
  );
  return dataOf(z.object({ result }), answer).result;
}

const q = (text: string): string => JSON.stringify(text);
const create = (name: string): Promise<Result> =>
  change("SYSTEM_ADMIN", `createAccount(input: { name: ${q(name)}, displayName: "新同事" })`, `... on AccountLink { link ${ACCOUNT} }`);
const grant = (id: string, role: Role | "null"): Promise<Result> =>
  change("SECURITY_ADMIN", `setAccountRole(id: ${q(id)}, role: ${role}, reason: "需要") `, `... on AccountChanged { ${ACCOUNT} }`);
const disable = (id: string, disabled: boolean): Promise<Result> =>
  change("SYSTEM_ADMIN", `setAccountDisabled(id: ${q(id)}, disabled: ${disabled}, reason: "离职")`, `... on AccountChanged { ${ACCOUNT} }`);
const reset = (id: string): Promise<Result> =>
  change("SYSTEM_ADMIN", `resetAccount(id: ${q(id)}, reason: "忘记密码")`, `... on AccountLink { link ${ACCOUNT} }`);
const idOf = async (name: string): Promise<string> => (await auth.administration.idOf(name)) ?? "";

const PASSWORD = "birch-Falcon-58-harp";

/** A new colleague, invited, with a password and a role. */
async function colleague(name: string, role: Role): Promise<{ id: string; page: TestBrowser }> {
  const made = await create(name);
  const id = made.account?.id ?? "";
  const page = new TestBrowser(one.app);
  await page.post("/auth/link", { token: made.link?.split("#link=")[1] ?? "" });
  expect((await page.post("/auth/link/password", { next: PASSWORD })).body.state).toBe("SIGNED_IN");
  expect((await grant(id, role)).account?.role).toBe(role);
  expect((await page.signIn(name, PASSWORD)).body.viewer?.role).toBe(role);
  return { id, page };
}

describe("S16 three administrators", () => {
  test("an account begins without a role, reads nothing but itself, and gets its role from another", async () => {
    const made = await create("first.colleague");
    expect(made).toMatchObject({ type: "AccountLink", account: { role: null, status: "INVITED" } });
    expect(made.link).toMatch(/\/sign-in#link=[\w-]{43}$/);
    expect(await create("FIRST.Colleague")).toMatchObject({ type: "InvalidInput", field: "name" });
    expect(await create("x")).toMatchObject({ type: "InvalidInput", field: "name" });
    expect(await grant(made.account?.id ?? "", "ANALYST")).toMatchObject({ type: "AccountChanged", account: { role: "ANALYST" } });
    const [record] = await latestAuditRecords(driver, 1, "ACCOUNT");
    expect(record).toMatchObject({
      actorRole: "SECURITY_ADMIN",
      detail: { change: "role", before: { role: null }, after: { role: "ANALYST" } },
    });
  });

  test("S16 nobody changes the own account", async () => {
    const page = new TestBrowser(one.app);
    await page.signIn("sec.luo", passwordOf("sec.luo"));
    const id = await idOf("sec.luo");
    const principal = {
      id,
      name: "罗安全",
      role: "SECURITY_ADMIN",
      via: "SESSION",
      sessionId: "s",
      demo: false,
      arbitraryOperations: false,
    } as const;
    const by = { principal, origin: null };
    for (const outcome of [
      await auth.administration.setRole(id, "OFFICER", "because", by),
      await auth.administration.setDisabled(id, true, "because", by),
      await auth.administration.reset(id, "because", by),
    ]) {
      expect(outcome.refused?.field).toBeNull();
    }
    expect((await latestAuditRecords(driver, 1, "ACCOUNT"))[0]).toMatchObject({ result: "REFUSED", actorId: id });
  });

  test("S16 the last system and security administrator stay", async () => {
    expect(await disable(await idOf("sys.wen"), true)).toMatchObject({ type: "NotAllowed" });
    expect(await disable(await idOf("sec.luo"), true)).toMatchObject({ type: "NotAllowed" });
    expect(await grant(await idOf("sys.wen"), "null")).toMatchObject({ type: "NotAllowed" });
    const second = await colleague("second.sys", "SYSTEM_ADMIN");
    const both = await Promise.all([disable(await idOf("sys.wen"), true), disable(second.id, true)]);
    expect(both.map(({ type }) => type).sort()).toEqual(["AccountChanged", "NotAllowed"]);
    for (const id of [await idOf("sys.wen"), second.id]) await disable(id, false);
  });

  test("S16 nobody takes over an administrator: no reset and no token of that role but from the shell", async () => {
    expect(await reset(await idOf("aud.qin"))).toMatchObject({ type: "NotAllowed" });
    const issued = await change("SECURITY_ADMIN", 'issueApiToken(input: { name: "x", role: AUDITOR })', "... on ApiTokenIssued { bearer }");
    expect(issued.type).toBe("NotAllowed");
  });

  test("accounts of the trial desk cannot be changed, and a reason is asked for", async () => {
    const page = new TestBrowser(one.app);
    const trial = (await page.post("/auth/trial", { role: "EXPERT" })).body.viewer?.id ?? "";
    expect(await grant(trial, "OFFICER")).toMatchObject({ type: "NotAllowed" });
    const id = await idOf("officer.bai");
    const field = `setAccountDisabled(id: ${q(id)}, disabled: true, reason: " ")`;
    expect(await change("SYSTEM_ADMIN", field, "... on AccountChanged { account { id } }")).toMatchObject({
      type: "InvalidInput",
      field: "reason",
    });
    expect(await disable("01KDVDNA006HSSGH04MG7WP9M2", true)).toMatchObject({ type: "InvalidInput", field: "id" });
  });
});

describe("S9 what ends all sessions on every server", () => {
  const ways: [string, (id: string, page: TestBrowser) => Promise<unknown>][] = [
    ["a disabled account", (id) => disable(id, true)],
    ["a taken role", (id) => grant(id, "null")],
    ["a reset", (id) => reset(id)],
    ["a new password", (_id, page) => page.post("/auth/password", { current: PASSWORD, next: "cedar-Walrus-24-fiddle" })],
    ["a new second factor", async (_id, page) => enrol(page)],
  ];
  test.each(ways)("S7 S9 %s", async (what, end) => {
    const name = `s9.${ways.findIndex(([way]) => way === what)}`;
    const { id, page } = await colleague(name, "OFFICER");
    const elsewhere = new TestBrowser(other.app);
    await elsewhere.signIn(name, PASSWORD);
    const before = page.at(other.app);
    expect([await before.reads(), await elsewhere.reads()]).toEqual([200, 200]);
    await end(id, page);
    const at = performance.now();
    expect([await before.reads(), await elsewhere.reads()]).toEqual([401, 401]);
    expect(performance.now() - at).toBeLessThan(1_000);
  });

  test("the list tells the last sign-in, also of who came by an invitation and of who signs in again", async () => {
    const lastOf = async (): Promise<number> =>
      Date.parse((await auth.administration.list()).find((one) => one.name === "seen.person")?.lastSignInAt ?? "");
    const before = Date.now();
    const { page } = await colleague("seen.person", "OFFICER");
    const invited = await lastOf();
    expect(invited).toBeGreaterThanOrEqual(before);
    await page.post("/auth/sign-out");
    expect((await new TestBrowser(other.app).signIn("seen.person", PASSWORD)).status).toBe(200);
    expect(await lastOf()).toBeGreaterThan(invited);
  });

  test("S5 the last five passwords cannot come again, the sixth before may", async () => {
    const { page } = await colleague("s5.person", "OFFICER");
    const next = (index: number): string => `cedar-Walrus-${index}-fiddle-${"uvwxyz".charAt(index)}`;
    let current = PASSWORD;
    for (let index = 0; index < 4; index += 1) {
      expect((await page.post("/auth/password", { current, next: next(index) })).status).toBe(200);
      current = next(index);
      expect((await page.post("/auth/password", { current, next: PASSWORD })).code).toBe("BAD_USER_INPUT");
    }
    expect((await page.post("/auth/password", { current, next: next(4) })).status).toBe(200);
    expect((await page.post("/auth/password", { current: next(4), next: PASSWORD })).status).toBe(200);
    expect((await page.post("/auth/password", { current: "wrong-Password-1", next: next(5) })).code).toBe("WRONG_CREDENTIALS");
  });
});

/** Enrols a second factor in a signed-in browser. */
async function enrol(page: TestBrowser): Promise<void> {
  const { codeAt } = await import("./browser.ts");
  const offer = await page.post("/auth/second-factor/enrolment");
  const done = await page.post("/auth/second-factor/confirmation", { code: codeAt(offer.body.secret ?? "", clock()) });
  expect(done.status).toBe(200);
}

describe("bearer tokens", () => {
  test("a token is told once, works until revoked, and shows in the list without its text", async () => {
    const issued = await change(
      "SECURITY_ADMIN",
      'issueApiToken(input: { name: "夜间报表", role: ANALYST, days: 7 })',
      "... on ApiTokenIssued { bearer apiToken { id } }",
    );
    const authorization = `Bearer ${issued.bearer}`;
    expect((await one.gql("{ viewer { role } }", {}, { authorization })).data).toEqual({ viewer: { role: "ANALYST" } });
    const listed = await one.gql("{ apiTokens { id name lastUsedAt } }", {}, { authorization: `Bearer ${tokens.get("SECURITY_ADMIN")}` });
    expect(listed.text).toContain("夜间报表");
    expect(listed.text).not.toContain(issued.bearer?.split("_")[2] ?? "no bearer");
    const revoked = await change(
      "SECURITY_ADMIN",
      `revokeApiToken(id: ${q(issued.apiToken?.id ?? "")}, reason: "到期")`,
      "... on Revoked { count }",
    );
    expect(revoked.count).toBe(1);
    for (const app of [one, other]) expect((await app.gql("{ viewer { role } }", {}, { authorization })).status).toBe(401);
  });

  test("a token with one letter changed, of nobody, or not of ours is answered by 401 in words", async () => {
    const good = tokens.get("AUDITOR") ?? "";
    const changed = good.slice(0, -1) + (good.endsWith("A") ? "B" : "A");
    for (const bearer of [changed, `stm_01KDVDNA006HSSGH04MG7WP9M2_${"a".repeat(43)}`, "stm_", "x"]) {
      const answer = await one.gql("{ viewer { id } }", {}, { authorization: `Bearer ${bearer}` });
      expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, "UNAUTHENTICATED"]);
    }
  });
});
