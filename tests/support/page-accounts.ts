import { generateSync } from "otplib";
import pino from "pino";
import type { Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { buildApp } from "../../server/app.ts";
import { createDriver } from "../../server/db/driver.ts";
import { openAuth } from "../../server/start/accounts.ts";
import { testEnv } from "./sign-in.ts";

/** The first accounts of the journeys. Their passwords follow the policy. */
export const PEOPLE = {
  system: { name: "sys.wen", displayName: "文系统", password: "granite otter 41 violin" },
  security: { name: "sec.luo", displayName: "罗安全", password: "copper heron 77 cello" },
  auditor: { name: "aud.qin", displayName: "秦审计", password: "maple weasel 19 oboe" },
  officer: { name: "officer.bai", displayName: "白专员", password: "walnut ibis 63 lute" },
} as const;

/** A second factor that a journey enrolled, the last code that it used, since none works twice, and the recovery codes it may use. */
interface Factor {
  readonly secret: string;
  lastStep: number;
  readonly recovery: string[];
}

const factors = new Map<string, Factor>();

const STEP_SECONDS = 30;

/** Another server of the journeys' database, with other settings. */
export async function serverWith(variables: Readonly<Record<string, string>>): Promise<{ origin: string; close(): Promise<void> }> {
  const driver = createDriver(inject("neo4j"));
  const log = pino({ level: "silent" });
  const app = await buildApp({ env: testEnv(variables), driver, log, clock: () => new Date() });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    origin,
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}

/** Path of a set-up link as the first start prints it, with its secret in the fragment. */
export async function setUpPath(): Promise<string> {
  const driver = createDriver(inject("neo4j"));
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  try {
    const link = await openAuth(testEnv(), driver, log).links.issueForSetUp();
    if (link === undefined) throw new Error("There are accounts already.");
    return `/sign-in#link=${link.secret}`;
  } finally {
    await driver.close();
  }
}

function factorOf(name: string): Factor {
  const factor = factors.get(name);
  if (factor === undefined) throw new Error(`${name} has no second factor.`);
  return factor;
}

function presentStep(): number {
  return Math.floor(Date.now() / 1000 / STEP_SECONDS);
}

/** The next code of an account's authenticator that has not been used: of this half minute, or of the next, which is accepted as well. */
export function nextCode(name: string): string {
  const factor = factorOf(name);
  const step = Math.max(presentStep(), factor.lastStep + 1);
  factor.lastStep = step;
  return generateSync({ secret: factor.secret, epoch: step * STEP_SECONDS });
}

/** Fills name and password of the sign-in form and sends it. */
export async function enterPassword(page: Page, name: string, password: string): Promise<void> {
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel("登录名", { exact: true }).fill(name);
  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

/** Enrols a second factor from the text of the secret, keeps the recovery codes, and takes note of the notice. @returns the codes */
export async function enrol(page: Page, name: string): Promise<string[]> {
  await page.getByRole("img", { name: "供身份验证器扫描的二维码" }).waitFor();
  const secret = (await page.locator(".auth-secret .mono").innerText()).replace(/\s/g, "");
  const factor: Factor = { secret, lastStep: 0, recovery: [] };
  factors.set(name, factor);
  await page.getByLabel("身份验证器显示的 6 位数字").fill(nextCode(name));
  await page.getByRole("button", { name: "启用", exact: true }).click();
  await page.getByRole("heading", { name: "请保存恢复码" }).waitFor();
  const codes = await page.locator(".auth-code-list li").allInnerTexts();
  // The first one is left to the caller.
  factor.recovery.push(...codes.slice(1));
  await page.getByLabel("我已保存恢复码").check();
  await page.getByRole("button", { name: "继续", exact: true }).click();
  await page.getByRole("button", { name: "我已阅读，继续" }).click();
  return codes;
}

/** For who has signed in twice within the half minute: the code after the next is not accepted yet. */
async function enterRecoveryCode(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /用恢复码/ }).click();
  await page.getByLabel("恢复码").fill(factorOf(name).recovery.pop() ?? "");
  await page.getByRole("button", { name: "验证", exact: true }).click();
}

/** Signs in with password and second factor, from the sign-in page to the first page of the role. */
export async function signIn(page: Page, { name, password }: { name: string; password: string }): Promise<void> {
  await page.goto("/sign-in");
  await enterPassword(page, name, password);
  if (!factors.has(name)) await enrol(page, name);
  else if (factorOf(name).lastStep <= presentStep()) await page.getByLabel("验证码").fill(nextCode(name));
  else await enterRecoveryCode(page, name);
  await page.getByRole("navigation", { name: "主导航" }).waitFor();
}

/** Opens the account corner. */
export async function accountCorner(page: Page): Promise<Locator> {
  await page.getByRole("button", { name: /^账号: / }).click();
  return page.getByRole("dialog", { name: /^账号: / });
}

/** The row of a table that holds a text. */
export function rowOf(page: Page, text: string | RegExp): Locator {
  return page.getByRole("row").filter({ hasText: text });
}

/** Fills the reason that a window asks for and presses a button of it. */
export async function giveReason(page: Page, label: string, reason: string, button: string): Promise<void> {
  const window = page.getByRole("dialog").last();
  await window.getByLabel(label).fill(reason);
  await window.getByRole("button", { name: button, exact: true }).click();
}
