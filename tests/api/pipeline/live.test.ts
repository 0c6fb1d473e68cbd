import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { workTransaction } from "../../../server/db/work-changes.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { DATABASE } from "../db/test-database.ts";
import { type DeskOffice, log, look, move, openDesk, opened, refer, worker } from "./desk.ts";

let desk: DeskOffice;
let other: TestApp;
const origins = { here: "", there: "" };

beforeAll(async () => {
  desk = await openDesk(Array.from({ length: 8 }, (_, at) => worker(`l${at}`, `演示${at}`, "ror:1")));
  other = await startTestApp(desk.clock);
  origins.here = await desk.app.app.listen({ host: "127.0.0.1", port: 0 });
  origins.there = await other.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await other.close();
  await desk.close();
});

/** A signed-in browser of the trial desk, by its cookie. */
async function browser(role: "OFFICER" | "AMBASSADOR" | "ANALYST", origin = origins.here): Promise<string> {
  const answer = await fetch(`${origin}/auth/trial`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role }),
  });
  await answer.text();
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

interface Heard {
  readonly event: string;
  readonly data: unknown;
  readonly at: number;
}

/** An open window: what it hears, and a wait for the next thing. */
class Window {
  readonly heard: Heard[] = [];
  readonly ended: Promise<void>;
  readonly #answer: IncomingMessage;
  #waiting: (() => void) | null = null;

  private constructor(answer: IncomingMessage) {
    this.#answer = answer;
    let text = "";
    answer.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = `${text}${chunk}`.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) this.#note(part);
    });
    answer.on("error", () => undefined);
    this.ended = new Promise((resolve) => answer.once("close", resolve));
  }

  get status(): number | undefined {
    return this.#answer.statusCode;
  }

  get headers(): IncomingMessage["headers"] {
    return this.#answer.headers;
  }

  static open(origin: string, cookie: string): Promise<Window> {
    return new Promise((resolve, reject) => {
      const question = get(`${origin}/live`, { headers: { cookie }, agent: false }, (answer) => resolve(new Window(answer)));
      question.once("error", reject);
    });
  }

  /** Closes it, as a browser does. */
  async close(): Promise<void> {
    this.#answer.destroy();
    await this.ended;
  }

  /** Resolves with what is heard at a place, counted from 0; rejects after a time. */
  async next(at = 0, withinMs = 5_000): Promise<Heard> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const found = this.heard[at];
      if (found !== undefined) return found;
      const left = deadline - performance.now();
      if (left <= 0) throw new Error("Nothing was heard.");
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, left);
        this.#waiting = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** Resolves when something was heard that names an id. */
  async hears(id: string): Promise<void> {
    for (let at = 0; !JSON.stringify(await this.next(at)).includes(id); at += 1);
  }

  #note(part: string): void {
    const [, event] = /^event: (.*)$/m.exec(part) ?? [];
    const [, data] = /^data: (.*)$/m.exec(part) ?? [];
    if (event === undefined || data === undefined) return;
    this.heard.push({ event, data: JSON.parse(data), at: performance.now() });
    this.#waiting?.();
  }
}

/** The status of asking to listen, with nothing left open. */
async function statusOf(origin: string, headers: Record<string, string> = {}): Promise<number> {
  const answer = await fetch(`${origin}/live`, { headers });
  await answer.text();
  return answer.status;
}

describe("open windows", () => {
  test("an officer's window on another instance hears of a move within a second, with its id", async () => {
    const window = await Window.open(origins.there, await browser("OFFICER", origins.there));
    expect(window.status).toBe(200);
    expect(window.headers["content-type"]).toMatch(/^text\/event-stream/);
    expect(window.headers["cache-control"]).toBe("no-store");
    const engagement = await opened(desk.officer, "l0");
    await window.next();
    const from = window.heard.length;
    const start = performance.now();
    await move(desk.officer, { id: engagement.id, version: 1, stage: "CONTACT" });
    const moved = performance.now();
    const heard = await window.next(from);
    process.stderr.write(
      `live: heard ${Math.round(heard.at - moved)} ms after the answer, ${Math.round(heard.at - start)} ms after the question\n`,
    );
    expect(heard).toMatchObject({ event: "work", data: { engagementIds: [engagement.id] } });
    expect(heard.at - moved).toBeLessThan(1_000);
    await window.close();
  });

  test("an ambassador hears of own referrals only, and no id of anything", async () => {
    const cookie = await browser("AMBASSADOR");
    const window = await Window.open(origins.here, cookie);
    const officerWindow = await Window.open(origins.here, await browser("OFFICER"));
    // Somebody else's referral and its engagement, and one from nowhere.
    const stranger = await desk.hire("AMBASSADOR");
    await refer(stranger, "别人引荐的演示人", "演示大学");
    const first = await opened(desk.officer, "l1");
    await log(desk.officer, { engagementId: first.id });
    await workTransaction({ driver: desk.driver, database: DATABASE }, async (transaction) => transaction.touchEngagement("the-last"));
    // Changes that come together are told together: the server has told all of these when an officer has heard of the last.
    await officerWindow.hears("the-last");
    expect(window.heard).toEqual([]);
    // Then one of the own.
    const { accountId } = await ownReferral();
    expect(accountId).not.toBe("");
    const heard = await window.next();
    expect(window.heard).toHaveLength(1);
    expect(heard).toMatchObject({ event: "work", data: {} });
    expect(heard.data).toEqual({});
    await window.close();
    await officerWindow.close();
  });

  /** Notes a change of a referral of the desk's ambassador, as the room of referrals does. */
  async function ownReferral(): Promise<{ accountId: string }> {
    const session = await fetch(`${origins.here}/auth/session`, { headers: { cookie: await browser("AMBASSADOR") } });
    const body: unknown = await session.json();
    const accountId = /"viewer":\{"id":"(\w+)"/.exec(JSON.stringify(body))?.[1] ?? "";
    await workTransaction({ driver: desk.driver, database: DATABASE }, async (transaction) => {
      transaction.touchEngagement("some-engagement");
      transaction.touchReferrer(accountId);
    });
    return { accountId };
  }

  test("a window ends with its session, and hears nothing of what happens after", async () => {
    const cookie = await browser("OFFICER");
    const window = await Window.open(origins.there, cookie);
    const witness = await Window.open(origins.there, await browser("OFFICER", origins.there));
    const signedOut = await fetch(`${origins.here}/auth/sign-out`, {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: "{}",
    });
    await signedOut.text();
    await opened(desk.officer, "l2");
    await witness.next();
    await window.ended;
    expect(window.heard).toEqual([]);
    expect(await statusOf(origins.there, { cookie })).toBe(401);
    await witness.close();
  });

  test("listening does not keep a session from going idle, and ends when it has", async () => {
    const cookie = await browser("OFFICER");
    const start = desk.clock().getTime();
    const window = await Window.open(origins.here, cookie);
    desk.at(new Date(start + 14 * 60_000).toISOString());
    await (await Window.open(origins.here, cookie)).close();
    desk.at(new Date(start + 15 * 60_000 + 1_000).toISOString());
    await window.ended;
    expect(await statusOf(origins.here, { cookie })).toBe(401);
  });

  test("scripts and roles without work are turned away", async () => {
    expect(await statusOf(origins.here)).toBe(401);
    expect(await statusOf(origins.here, { authorization: `Bearer ${desk.officer.bearer}` })).toBe(403);
    expect(await statusOf(origins.here, { cookie: await browser("ANALYST") })).toBe(403);
  });

  test("a ninth window of one account is refused, and may open when another has closed", async () => {
    const cookie = await browser("OFFICER", origins.there);
    const windows = await Promise.all(Array.from({ length: 8 }, () => Window.open(origins.there, cookie)));
    expect(windows.map((each) => each.status)).toEqual(Array(8).fill(200));
    expect(await statusOf(origins.there, { cookie })).toBe(429);
    for (const window of windows) await window.close();
    await expect
      .poll(async () => {
        const again = await Window.open(origins.there, cookie);
        await again.close();
        return again.status;
      })
      .toBe(200);
  });

  test("the server closes while somebody listens", async () => {
    const third = await startTestApp(desk.clock);
    const origin = await third.app.listen({ host: "127.0.0.1", port: 0 });
    const window = await Window.open(origin, await browser("OFFICER", origin));
    await third.close();
    await window.ended;
    expect(await look(desk.officer, "x")).toBeNull();
  });
});
