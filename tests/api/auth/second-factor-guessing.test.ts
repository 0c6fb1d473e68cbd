import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { passwordOf, setUpFirst, shellAuth } from "./accounts.ts";
import { codeAt, TestBrowser, TestClock } from "./browser.ts";

const driver = await emptyDatabase();
const clock = new TestClock();
const VARIABLES = { SECOND_FACTOR_ROLES: "officer", PASSWORD_MAX_AGE_DAYS: "90" };
const DAY_MINUTES = 24 * 60;
let app: TestApp;

beforeAll(async () => {
  app = await startTestApp(clock.read, { variables: VARIABLES });
  await setUpFirst(shellAuth(driver, clock.read, VARIABLES), new TestBrowser(app.app));
});
afterAll(async () => {
  await app.close();
  await driver.close();
});

/** A browser that has given the password of an account. */
async function half(name: "officer.bai" | "sys.wen", password = passwordOf(name)): Promise<TestBrowser> {
  const page = new TestBrowser(app.app);
  await page.signIn(name, password);
  return page;
}

test("S2 S11 codes cannot be guessed: five wrong ones in parallel lock, and the right one is refused with the same words", async () => {
  const first = await half("officer.bai");
  const secret = (await first.post("/auth/second-factor/enrolment")).body.secret ?? "";
  expect((await first.post("/auth/second-factor/confirmation", { code: codeAt(secret, clock.now) })).body.state).toBe("SIGNED_IN");
  clock.forward(2);
  const page = await half("officer.bai");
  const right = (): string => codeAt(secret, clock.now);
  const wrong = right() === "000000" ? "000001" : "000000";
  const guesses = await Promise.all(Array.from({ length: 12 }, () => page.post("/auth/second-factor", { code: wrong })));
  expect([...new Set(guesses.map((answer) => answer.code))]).toEqual(["WRONG_CREDENTIALS"]);
  const refused = await page.post("/auth/second-factor", { code: right() });
  expect([refused.status, refused.message]).toEqual([guesses[0]?.status, guesses[0]?.message]);
  const again = await half("officer.bai");
  expect((await again.post("/auth/second-factor", { code: right() })).status).toBe(401);
  clock.forward(15);
  const later = await half("officer.bai");
  expect((await later.post("/auth/second-factor", { code: right() })).body.state).toBe("SIGNED_IN");
});

test("S5 a password older than the setting must be changed before anything is read", async () => {
  clock.forward(89 * DAY_MINUTES);
  expect((await (await half("sys.wen")).session()).body.state).toBe("SIGNED_IN");
  clock.forward(DAY_MINUTES);
  const page = await half("sys.wen");
  expect((await page.session()).body.state).toBe("NEW_PASSWORD");
  expect(await page.reads()).toBe(401);
  expect((await page.post("/auth/link/password", { next: "cedar-Walrus-24-fiddle" })).status).toBe(403);
  expect((await page.post("/auth/password", { current: passwordOf("sys.wen"), next: passwordOf("sys.wen") })).code).toBe("BAD_USER_INPUT");
  const changed = await page.post("/auth/password", { current: passwordOf("sys.wen"), next: "cedar-Walrus-24-fiddle" });
  expect(changed.body.state).toBe("SIGNED_IN");
  expect(await page.reads()).toBe(200);
  expect((await (await half("sys.wen", "cedar-Walrus-24-fiddle")).session()).body.state).toBe("SIGNED_IN");
});
