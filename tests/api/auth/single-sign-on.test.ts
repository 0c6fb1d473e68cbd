import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { externalKeyOf } from "../../../server/features/auth/index.ts";
import { latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { setUpFirst, shellAuth } from "./accounts.ts";
import { type AuthAnswer, TestBrowser } from "./browser.ts";
import { CLIENT, certifiedIssuer, type Forgery, type ForgingIssuer, forgingIssuer, type Issuer, walkThrough } from "./issuers.ts";

const driver = await emptyDatabase();
const clock = (): Date => new Date();
const SHELL = { principal: null, origin: null };
const auth = shellAuth(driver, clock);
let certified: Issuer;
let forging: ForgingIssuer;
let honest: TestApp;
let attacked: TestApp;

const settings = (issuer: string) => ({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: CLIENT.id,
  OIDC_CLIENT_SECRET: CLIENT.secret,
  SECOND_FACTOR_ROLES: "system-admin",
});

async function bind(name: string, issuer: string, subject: string): Promise<void> {
  const id = (await auth.administration.idOf(name)) ?? "";
  const bound = await auth.administration.bindSubject(id, externalKeyOf(issuer, subject), SHELL);
  expect(bound.refused).toBeUndefined();
}

beforeAll(async () => {
  certified = await certifiedIssuer();
  forging = await forgingIssuer();
  honest = await startTestApp(clock, { variables: settings(certified.address) });
  attacked = await startTestApp(clock, { variables: settings(forging.address) });
  await setUpFirst(auth, new TestBrowser(honest.app));
  await bind("officer.bai", certified.address, "bai-7");
  await bind("sys.wen", forging.address, "person-2");
  await bind("aud.qin", forging.address, "person-1");
});
afterAll(async () => {
  await Promise.all([honest.close(), attacked.close()]);
  await Promise.all([certified.close(), forging.close()]);
  await driver.close();
});

/** Starts a sign-in and answers the browser, which holds the journey's cookie, and the address that it is sent to. */
async function start(app: TestApp): Promise<{ page: TestBrowser; asked: URL }> {
  const page = new TestBrowser(app.app);
  const answer = await page.send("GET", "/auth/oidc/start");
  expect(answer.status).toBe(303);
  return { page, asked: new URL(String(answer.headers.location)) };
}

describe("S12 with a certified issuer", () => {
  test("S12 a person whose subject is tied to an account is signed in; PKCE, state and nonce are sent", async () => {
    const { page, asked } = await start(honest);
    expect(asked.searchParams.get("code_challenge_method")).toBe("S256");
    for (const name of ["code_challenge", "state", "nonce"]) expect((asked.searchParams.get(name) ?? "").length).toBeGreaterThanOrEqual(43);
    const back = await walkThrough(asked.href, "bai-7");
    const done = await page.send("GET", back.pathname + back.search);
    expect([done.status, done.headers.location]).toEqual([303, "/"]);
    const cookies = [done.headers["set-cookie"] ?? []].flat().map(String);
    page.cookie = cookies.find((cookie) => cookie.startsWith("stm_session="))?.split(";")[0];
    expect((await page.session()).body).toMatchObject({ state: "SIGNED_IN", viewer: { role: "OFFICER", name: "白专员" } });
    expect((await latestAuditRecords(driver, 1, "SIGN_IN"))[0]).toMatchObject({ result: "OK", detail: { step: "single sign-on" } });
  });

  test("S12 a person without an account here is refused", async () => {
    const { page, asked } = await start(honest);
    const back = await walkThrough(asked.href, "somebody-else");
    expectRefused(await page.send("GET", back.pathname + back.search));
  });
});

function expectRefused(answer: AuthAnswer): void {
  expect([answer.status, answer.headers.location]).toEqual([303, "/sign-in?problem=OIDC_REFUSED"]);
  expect([answer.headers["set-cookie"] ?? []].flat().join()).not.toContain("stm_session=");
}

async function attempt(forgery: Forgery, change: (query: URLSearchParams) => void = () => undefined): Promise<AuthAnswer> {
  const { page, asked } = await start(attacked);
  forging.forge(forgery, asked);
  const query = new URLSearchParams({ code: "any", state: asked.searchParams.get("state") ?? "" });
  change(query);
  return page.send("GET", `/auth/oidc/callback?${query}`);
}

describe("S12 with an issuer that forges", () => {
  test.each([
    ["/map?view=BIRTHPLACE", "/map?view=BIRTHPLACE"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    ["/a\r\nset-cookie: x=y", "/"],
  ])("S12 the page asked for, %j, leads to %s", async (wanted, shown) => {
    const page = new TestBrowser(attacked.app);
    const begun = await page.send("GET", `/auth/oidc/start?next=${encodeURIComponent(wanted)}`);
    const asked = new URL(String(begun.headers.location));
    forging.forge({}, asked);
    const done = await page.send("GET", `/auth/oidc/callback?code=any&state=${asked.searchParams.get("state")}`);
    expect([done.status, done.headers.location]).toEqual([303, shown]);
  });

  test("S12 its honest token is taken, with the key of the challenge: what follows is refused for its own fault", async () => {
    const answer = await attempt({});
    expect([answer.status, answer.headers.location]).toEqual([303, "/"]);
    expect(forging.provedKey()).toBe(true);
  });

  const now = Math.floor(Date.now() / 1000);
  test.each<[string, Forgery]>([
    ["alg=none", { header: { alg: "none" }, signedBy: "nobody" }],
    ["no signature", { signedBy: "nobody" }],
    ["a stranger's signature", { signedBy: "stranger" }],
    ["another audience", { claims: { aud: "another-client" } }],
    ["another issuer", { claims: { iss: "https://evil.example" } }],
    ["an expired token", { claims: { iat: now - 7_200, exp: now - 3_600 } }],
    ["another nonce", { claims: { nonce: "not-the-nonce-that-was-sent" } }],
    ["no nonce", { claims: { nonce: undefined } }],
    ["no subject", { claims: { sub: undefined } }],
    ["HS256 with the client's secret", { header: { alg: "HS256" }, signedBy: "nobody" }],
  ])("S12 %s is refused", async (_what, forgery) => {
    expectRefused(await attempt(forgery));
    expect((await latestAuditRecords(driver, 1, "SIGN_IN"))[0]).toMatchObject({ result: "REFUSED", detail: { step: "single sign-on" } });
  });

  test("S12 another state, no state, an error, and an answer to nobody's question are refused", async () => {
    expectRefused(await attempt({}, (query) => query.set("state", "not-the-state")));
    expectRefused(await attempt({}, (query) => query.delete("state")));
    expectRefused(await attempt({}, (query) => query.set("error", "access_denied")));
    const { asked } = await start(attacked);
    forging.forge({}, asked);
    const another = new TestBrowser(attacked.app);
    expectRefused(await another.send("GET", `/auth/oidc/callback?code=any&state=${asked.searchParams.get("state")}`));
  });

  test("S1 S12 a role that needs a second factor needs it here too, unless the service says that it asked for one", async () => {
    const stateAfter = async (claims: Record<string, unknown>): Promise<string> => {
      const { page, asked } = await start(attacked);
      forging.forge({ claims: { sub: "person-2", ...claims } }, asked);
      const done = await page.send("GET", `/auth/oidc/callback?code=any&state=${asked.searchParams.get("state")}`);
      const cookies = [done.headers["set-cookie"] ?? []].flat().map(String);
      page.cookie = cookies.find((cookie) => cookie.startsWith("stm_session="))?.split(";")[0];
      return (await page.session()).body.state;
    };
    expect(await stateAfter({})).toBe("ENROL_SECOND_FACTOR");
    expect(await stateAfter({ amr: ["pwd"] })).toBe("ENROL_SECOND_FACTOR");
    expect(await stateAfter({ amr: ["pwd", "mfa"] })).toBe("SIGNED_IN");
  });
});
