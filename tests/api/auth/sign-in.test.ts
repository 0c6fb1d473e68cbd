import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { FIRST, passwordOf, setUpFirst, shellAuth } from "./accounts.ts";
import { codeAt, TestBrowser, TestClock } from "./browser.ts";

const driver = await emptyDatabase();
const clock = new TestClock();
let one: TestApp;
let other: TestApp;

beforeAll(async () => {
  one = await startTestApp(clock.read);
  other = await startTestApp(clock.read);
  await setUpFirst(shellAuth(driver, clock.read), new TestBrowser(one.app));
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await driver.close();
});

const browser = (ip?: string): TestBrowser => new TestBrowser(one.app, ip);

/** Signs in with an account's first enrolment, and answers the secret of the app. */
async function enrol(page: TestBrowser, name: (typeof FIRST)[number]["name"]): Promise<{ secret: string; recoveryCodes: string[] }> {
  await page.signIn(name, passwordOf(name));
  const offer = await page.post("/auth/second-factor/enrolment");
  const secret = offer.body.secret ?? "";
  const done = await page.post("/auth/second-factor/confirmation", { code: codeAt(secret, clock.now) });
  expect(done.body.state).toBe("SIGNED_IN");
  return { secret, recoveryCodes: done.body.recoveryCodes ?? [] };
}

describe("S1 a password alone", () => {
  test.each(FIRST.map(({ name, role }) => [role, name] as const))(
    "S1 reads nothing in the role %s, before and after enrolment",
    async (_role, name) => {
      const page = browser();
      const half = await page.signIn(name, passwordOf(name));
      expect([half.status, half.body.state, half.body.viewer]).toEqual([200, "ENROL_SECOND_FACTOR", null]);
      expect(await page.reads()).toBe(401);
      const { secret } = await enrol(page, name);
      expect(await page.reads()).toBe(200);
      clock.forward(1);
      const again = browser();
      expect((await again.signIn(name, passwordOf(name))).body.state).toBe("SECOND_FACTOR");
      expect(await again.reads()).toBe(401);
      expect((await again.post("/auth/second-factor/enrolment")).status).toBe(403);
      expect((await again.post("/auth/second-factor", { code: codeAt(secret, clock.now) })).body.state).toBe("SIGNED_IN");
      expect(await again.reads()).toBe(200);
      clock.forward(1);
    },
  );
});

describe("S7 S9 sessions", () => {
  test("S7 every step has a session of its own, and the one before is worth nothing", async () => {
    const auth = shellAuth(driver, clock.read);
    const page = browser();
    await page.post("/auth/trial", { role: "OFFICER" });
    const [trial] = [page.cookie];
    expect((trial ?? "").split("=")[1]).toMatch(/^[\w-]{43}$/);
    await page.post("/auth/trial", { role: "EXPERT" });
    expect(page.cookie).not.toBe(trial);
    const old = browser();
    old.cookie = trial;
    expect(await old.reads()).toBe(401);
    expect((await page.session()).body.viewer).toMatchObject({ role: "EXPERT", demo: true });
    expect(await auth.sessions.listOf((await page.session()).body.viewer?.id ?? "")).toHaveLength(1);
  });

  test("S9 signing out on one server ends the session on the other within a second, and clears the site's data", async () => {
    const page = browser();
    await page.post("/auth/trial", { role: "ANALYST" });
    const elsewhere = page.at(other.app);
    expect(await elsewhere.reads()).toBe(200);
    const out = await page.post("/auth/sign-out");
    const at = performance.now();
    expect(await elsewhere.reads()).toBe(401);
    expect(performance.now() - at).toBeLessThan(1_000);
    expect([out.body.state, out.headers["clear-site-data"], out.headers["cache-control"]]).toEqual([
      "SIGNED_OUT",
      '"cache", "storage"',
      "no-store",
    ]);
  });
});

describe("S8 time", () => {
  test("S8 15 idle minutes end a session; background requests do not put them off", async () => {
    const page = browser();
    await page.post("/auth/trial", { role: "SERVICE" });
    clock.forward(14);
    expect(await page.reads()).toBe(200);
    clock.forward(14);
    expect(await page.reads({ "x-background": "1" })).toBe(200);
    clock.forward(1);
    expect(await page.reads({ "x-background": "1" })).toBe(401);
    expect(await page.reads()).toBe(401);
  });

  test("S8 8 hours end a session that was never idle", async () => {
    const page = browser();
    await page.post("/auth/trial", { role: "SERVICE" });
    for (let minutes = 10; minutes < 8 * 60; minutes += 10) {
      clock.forward(10);
      expect((await page.session()).body.state).toBe("SIGNED_IN");
    }
    clock.forward(10);
    expect(await page.reads()).toBe(401);
  });
});

describe("S11 second factor", () => {
  test("S11 a code counts once, one step to either side, and recovery codes once", async () => {
    const auth = shellAuth(driver, clock.read);
    const name = "aud.qin";
    const signedIn = browser();
    await signedIn.signIn(name, passwordOf(name));
    clock.forward(2);
    const stored = await auth.sessions.listOf("nobody");
    expect(stored).toEqual([]);
    const created = await createOfficer("s11.person");
    const page = browser();
    await page.signIn("s11.person", created);
    const offer = await page.post("/auth/second-factor/enrolment");
    const secret = offer.body.secret ?? "";
    expect(offer.body.uri).toContain("otpauth://totp/");
    expect(offer.body.qrSvg).toContain("<svg");
    const confirmed = await page.post("/auth/second-factor/confirmation", { code: codeAt(secret, clock.now) });
    const codes = confirmed.body.recoveryCodes ?? [];
    expect(new Set(codes).size).toBe(10);
    expect(confirmed.body.account?.recoveryCodesLeft).toBe(10);
    const tries = async (code: string): Promise<number> => {
      const again = browser();
      await again.signIn("s11.person", created);
      return (await again.post("/auth/second-factor", { code })).status;
    };
    const at = (seconds: number): string => codeAt(secret, new Date(clock.now.getTime() + seconds * 1000));
    expect(await tries(at(0))).toBe(401);
    clock.forward(2);
    expect(await tries(at(-60))).toBe(401);
    expect(await tries(at(60))).toBe(401);
    expect(await tries(at(-30))).toBe(200);
    expect(await tries(at(-30))).toBe(401);
    expect(await tries(at(30))).toBe(200);
    expect(await tries(at(0))).toBe(401);
    const [first = ""] = codes;
    expect(await tries(first.toLowerCase().replaceAll("-", " "))).toBe(200);
    expect(await tries(first)).toBe(401);
  });
});

/** Another officer, made as the shell makes one. @returns the password */
async function createOfficer(name: string): Promise<string> {
  const auth = shellAuth(driver, clock.read);
  const password = "birch-Falcon-58-harp";
  const made = await auth.administration.create({ name, displayName: "测试者" }, { principal: null, origin: null });
  if (made.refused) throw new Error(made.refused.en);
  await auth.administration.setRole(made.done.account.id, "OFFICER", "test", { principal: null, origin: null });
  const page = browser();
  await page.post("/auth/link", { token: made.done.link.secret });
  expect((await page.post("/auth/link/password", { next: password })).status).toBe(200);
  await page.post("/auth/sign-out");
  return password;
}
