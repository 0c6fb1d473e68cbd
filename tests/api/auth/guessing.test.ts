import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type AuditEntry, latestAuditRecords } from "../../support/audit-records.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { emptyDatabase } from "../db/test-database.ts";
import { FIRST, passwordOf, setUpFirst, shellAuth } from "./accounts.ts";
import { TestBrowser, TestClock } from "./browser.ts";

const driver = await emptyDatabase();
const clock = new TestClock();
const NONE = { SECOND_FACTOR_ROLES: "none" };
const WINDOW_MINUTES = 15;
let one: TestApp;
let other: TestApp;
const auth = shellAuth(driver, clock.read, NONE);

beforeAll(async () => {
  one = await startTestApp(clock.read, { variables: NONE });
  other = await startTestApp(clock.read, { variables: NONE });
  await setUpFirst(auth, new TestBrowser(one.app));
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await driver.close();
});

let addresses = 0;
/** A browser at an address that was not seen before. */
function stranger(app = one.app): TestBrowser {
  addresses += 1;
  return new TestBrowser(app, `10.1.${Math.floor(addresses / 200)}.${addresses % 200}`);
}

const OFFICER = "officer.bai";
const WRONG = "not-the-Password-93";

async function idOf(name: string): Promise<string> {
  return (await auth.administration.idOf(name)) ?? "";
}

const auditRecords = async (): Promise<AuditEntry[]> => (await latestAuditRecords(driver, 10_000)).reverse();

/** How often sign-ins to an account were refused, by reason, since the last question. */
const seen = new Map<string, number>();
async function reasonsSince(name: string): Promise<Record<string, number>> {
  const id = await idOf(name);
  const all = (await auditRecords()).filter((record) => record.action === "SIGN_IN" && record.subjectIds.includes(id));
  const fresh = all.slice(seen.get(name) ?? 0);
  seen.set(name, all.length);
  const counts: Record<string, number> = {};
  for (const record of fresh) {
    const reason = String(record.detail.reason ?? "OK");
    counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

describe("S2 lockout", () => {
  test("S2 five wrong passwords lock for 15 minutes, the right one is refused with the same words, and time unlocks", async () => {
    const wrong = await stranger().signIn(OFFICER, WRONG);
    for (let count = 0; count < 4; count += 1) await stranger().signIn(OFFICER, WRONG);
    const locked = await stranger().signIn(OFFICER, passwordOf(OFFICER));
    expect([locked.status, locked.code, locked.message]).toEqual([wrong.status, wrong.code, wrong.message]);
    expect([wrong.status, wrong.code]).toEqual([401, "WRONG_CREDENTIALS"]);
    clock.forward(WINDOW_MINUTES - 1);
    expect((await stranger().signIn(OFFICER, passwordOf(OFFICER))).status).toBe(401);
    clock.forward(1);
    expect((await stranger().signIn(OFFICER, passwordOf(OFFICER))).body.state).toBe("SIGNED_IN");
    expect(await reasonsSince(OFFICER)).toEqual({ WRONG_PASSWORD: 5, LOCKED: 2, OK: 1 });
    const changes = (await auditRecords()).filter((record) => record.action === "ACCOUNT").map((record) => record.detail);
    expect(changes.filter((detail) => detail.change === "unlocked by time")).toHaveLength(1);
  });

  test("S2 success forgets the wrong ones before it", async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let count = 0; count < 4; count += 1) expect((await stranger().signIn(OFFICER, WRONG)).status).toBe(401);
      expect((await stranger().signIn(OFFICER, passwordOf(OFFICER))).status).toBe(200);
    }
    await reasonsSince(OFFICER);
  });

  test("S2 parallel guesses cannot exceed the lockout, on two servers", async () => {
    const guesses = Array.from({ length: 50 }, (_, index) => stranger(index % 2 === 0 ? one.app : other.app));
    const answers = await Promise.all(guesses.map((page) => page.signIn(OFFICER, WRONG)));
    expect([...new Set(answers.map((answer) => answer.code))]).toEqual(["WRONG_CREDENTIALS"]);
    expect(await reasonsSince(OFFICER)).toEqual({ WRONG_PASSWORD: 5, LOCKED: 45 });
    expect((await stranger(other.app).signIn(OFFICER, passwordOf(OFFICER))).status).toBe(401);
  });

  test("S2 an administrator unlocks, on record", async () => {
    const id = await idOf(OFFICER);
    expect((await auth.administration.list()).find((account) => account.id === id)?.status).toBe("LOCKED");
    await auth.administration.unlock(id, { principal: null, origin: null });
    expect((await auth.administration.list()).find((account) => account.id === id)?.status).toBe("ACTIVE");
    expect((await stranger().signIn(OFFICER, passwordOf(OFFICER))).status).toBe(200);
    const last = (await auditRecords()).filter((record) => record.action === "ACCOUNT").at(-1);
    expect(last?.detail).toMatchObject({
      change: "unlocked",
      before: { status: "LOCKED" },
      after: { status: "ACTIVE" },
      via: "shell",
    });
  });

  const NOBODY = "nobody.here";

  test("S2 a name that does not exist takes the same answer and the same work, give or take a fifth", async () => {
    const work = async (name: string): Promise<{ micros: number; answer: [number, string | undefined, string | undefined] }> => {
      const before = process.cpuUsage();
      const { status, code, message } = await stranger().signIn(name, WRONG);
      const used = process.cpuUsage(before);
      return { micros: used.user + used.system, answer: [status, code, message] };
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 24; round += 1) {
      clock.forward(WINDOW_MINUTES + 1);
      // Each goes first as often as the other, so that what one leaves behind does not fall to the other alone.
      const first = round % 2 === 0 ? OFFICER : NOBODY;
      const [earlier, later] = [await work(first), await work(first === OFFICER ? NOBODY : OFFICER)];
      expect(later.answer).toEqual(earlier.answer);
      known.push((first === OFFICER ? earlier : later).micros);
      unknown.push((first === OFFICER ? later : earlier).micros);
    }
    // The least of all rounds: the work itself, without what the process did on the side.
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.8);
    expect(ratio).toBeLessThan(1.2);
    clock.forward(WINDOW_MINUTES + 1);
  });
});

describe("S3 spraying", () => {
  test("S3 one password on many names from one address ends in 429, other addresses are not hindered", async () => {
    const page = new TestBrowser(one.app, "10.9.0.1");
    const statuses: number[] = [];
    for (let count = 0; count < 100; count += 1) statuses.push((await page.signIn(`nobody.${count}`, WRONG)).status);
    expect(statuses.slice(0, 30).every((status) => status === 401)).toBe(true);
    expect(statuses.slice(30).every((status) => status === 429)).toBe(true);
    expect((await new TestBrowser(other.app, "10.9.0.1").signIn(OFFICER, passwordOf(OFFICER))).status).toBe(429);
    expect((await new TestBrowser(other.app, "10.9.0.2").signIn(OFFICER, passwordOf(OFFICER))).status).toBe(200);
    clock.forward(WINDOW_MINUTES);
    expect((await page.signIn(OFFICER, passwordOf(OFFICER))).status).toBe(200);
  });

  test("S3 a hundred addresses on one name lock the account", async () => {
    await reasonsSince("aud.qin");
    for (let count = 0; count < 100; count += 1) await stranger(count % 2 === 0 ? one.app : other.app).signIn("aud.qin", WRONG);
    expect(await reasonsSince("aud.qin")).toEqual({ WRONG_PASSWORD: 5, LOCKED: 95 });
    clock.forward(WINDOW_MINUTES);
  });
});

describe("S4 S34 what is sent and kept", () => {
  test("S4 several sign-ins in one request are refused: signing in is a route, not a field", async () => {
    const batch = await one.app.inject({
      method: "POST",
      url: "/auth/sign-in",
      headers: { "content-type": "application/json" },
      payload: [
        { name: OFFICER, password: "a" },
        { name: OFFICER, password: "b" },
      ],
    });
    expect(batch.statusCode).toBe(400);
  });

  test("S34 the trail holds no password, token, cookie or code, and nobody's typed name", async () => {
    const page = stranger();
    await page.signIn("Canary-Password-typed-as-name", WRONG);
    await page.signIn(OFFICER, passwordOf(OFFICER));
    const text = JSON.stringify(await auditRecords());
    for (const secret of [WRONG, "Canary-Password", page.cookie?.split("=")[1] ?? "no cookie", ...FIRST.map((each) => each.password)]) {
      expect(text).not.toContain(secret);
    }
  });
});
