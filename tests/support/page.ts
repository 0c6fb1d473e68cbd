import type { Browser, BrowserContext, BrowserContextOptions, Cookie, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import type { WORKING_ROLES } from "../../server/shared/roles.ts";
import { launchBrowser, type PageWatch, watchPage } from "./browser.ts";

type TrialRole = (typeof WORKING_ROLES)[number];

/** How a journey looks at the product; a Chinese desktop of 1440×900 unless told. */
export interface Visit {
  readonly language?: "zh" | "en";
  /** Who looks, at the trial desk; a recruiting officer unless told, nobody with null. */
  readonly role?: TrialRole | null;
  /** 375×812 with touch. */
  readonly phone?: boolean;
  readonly context?: BrowserContextOptions;
  /** Another server of the same database; the one of all journeys unless told. */
  readonly origin?: string;
}

/** A page of its own, with what it asked of other hosts and complained of. */
export interface OpenPage {
  readonly page: Page;
  readonly watch: PageWatch;
}

const DESKTOP = { viewport: { width: 1440, height: 900 } };
const PHONE = { viewport: { width: 375, height: 812 }, hasTouch: true, isMobile: true };
const LONGEST_WAIT_MS = 20_000;

/** A browser at the trial desk of the product. */
async function trialCookie(role: TrialRole, origin: string): Promise<Cookie> {
  const answer = await fetch(`${origin}/auth/trial`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role }),
  });
  const [, name, value] = /^([^=]+)=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "") ?? [];
  if (name === undefined || value === undefined) throw new Error(`The trial desk answered ${answer.status}.`);
  const { hostname } = new URL(origin);
  return { name, value, domain: hostname, path: "/", expires: -1, httpOnly: true, secure: false, sameSite: "Strict" };
}

function optionsOf({ language = "zh", phone = false, context = {} }: Visit, origin: string): BrowserContextOptions {
  const chosen = { origin, localStorage: [{ name: "language", value: language }] };
  return { baseURL: origin, locale: "zh-CN", storageState: { cookies: [], origins: [chosen] }, ...(phone ? PHONE : DESKTOP), ...context };
}

/**
 * One browser for a test file. Each page that a test opens is closed after it, and must have asked nothing of another host.
 * @returns opens a page in a clean context; `prepare` acts on it before its first request
 */
export function browserForFile(): (path: string, visit?: Visit, prepare?: (page: Page) => Promise<unknown>) => Promise<OpenPage> {
  let browser: Browser | undefined;
  const contexts: BrowserContext[] = [];
  const watches: PageWatch[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(watches.splice(0).flatMap((watch) => watch.foreignRequests)).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return async (path, visit = {}, prepare) => {
    if (browser === undefined) {
      throw new Error("Pages can be opened within a test only.");
    }
    const { role = "OFFICER", origin = inject("origin") } = visit;
    const context = await browser.newContext(optionsOf(visit, origin));
    context.setDefaultTimeout(LONGEST_WAIT_MS);
    contexts.push(context);
    if (role !== null) await context.addCookies([await trialCookie(role, origin)]);
    const page = await context.newPage();
    const watch = watchPage(page, origin);
    watches.push(watch);
    await prepare?.(page);
    // Nobody is sent on to the sign-in page, maybe before this one has loaded.
    await page.goto(path, { waitUntil: role === null ? "commit" : "load" });
    return { page, watch };
  };
}

/** Asks until the answer is the expected one, as a person would wait for a screen. */
export async function eventually<T>(ask: () => Promise<T>, expected: T, message?: string): Promise<void> {
  await expect.poll(ask, { timeout: LONGEST_WAIT_MS, interval: 50, message }).toEqual(expected);
}

/** The whole number that a text begins with, such as 1,024 人. */
export function leadingNumber(text: string): number {
  const found = /^\D*?([\d,]+)/.exec(text)?.[1];
  if (found === undefined) {
    throw new Error(`No number in “${text}”.`);
  }
  return Number(found.replaceAll(",", ""));
}

/** Everything that a page was given in answer to its operations. */
export function answersTo(page: Page): string[] {
  const answers: string[] = [];
  page.on("response", async (response) => {
    if (!response.url().endsWith("/graphql")) return;
    try {
      answers.push(await response.text());
    } catch (cause) {
      // An answer that was still on its way when the page was left reached nobody.
      if (!String(cause).includes("navigated away")) throw cause;
    }
  });
  return answers;
}
