import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForFile, eventually } from "../support/page.ts";
import { accountCorner } from "../support/page-accounts.ts";
import { addressOf, listSettled, personNamed } from "../support/page-people.ts";

const open = browserForFile();

/** Everything that the browser keeps for this site beyond the page in memory. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage).filter((key) => !key.startsWith("react-router-scroll-positions")),
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));

/** Leaves a mark that only the memory of this very page holds. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { marked: true }));
const isMarked = (page: Page) => page.evaluate(() => "marked" in window);

describe("what a role has read", () => {
  it("is gone when another role is taken, from memory, storage and the pages before", async () => {
    const id = await personNamed("邓龙江");
    const { page } = await open(`/scientists/${id}`);
    await page.locator(".contacts").waitFor();
    await page.getByText("层次").first().waitFor();
    await mark(page);
    await (await accountCorner(page)).getByRole("button", { name: "引才大使" }).click();
    await page.waitForURL(/\/map/);
    await page.getByRole("button", { name: /^账号: 引才大使/ }).waitFor();
    expect(await isMarked(page)).toBe(false);
    expect(await kept(page)).toEqual({ local: ["language"], session: [], databases: 0, caches: 0 });
    await page.goto(`/scientists/${id}`);
    await page.locator(".summary-name").waitFor();
    expect(await page.locator(".contacts").count()).toBe(0);
    expect(await page.locator(".fact").filter({ hasText: "层次" }).count()).toBe(0);
    await page.goBack();
    await page.goBack();
    await eventually(() => page.locator(".contacts").count(), 0);
  });

  it("is gone after signing out, also with Back", async () => {
    const id = await personNamed("邓龙江");
    const { page } = await open(`/scientists/${id}`);
    await page.locator(".summary-name").waitFor();
    await mark(page);
    await (await accountCorner(page)).getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL(/\/sign-in/);
    await page.getByRole("heading", { name: "登录", exact: true }).waitFor();
    expect(await isMarked(page)).toBe(false);
    await page.goto("/account", { waitUntil: "commit" });
    await page.waitForURL(/\/sign-in\?next=/);
    await page.goBack();
    await page.getByRole("heading", { name: "登录", exact: true }).waitFor();
    expect(await page.content()).not.toContain("邓龙江");
    expect(await kept(page)).toEqual({ local: ["language"], session: [], databases: 0, caches: 0 });
  });

  it("leaves every tab when one of them signs out", async () => {
    const { page } = await open("/scientists");
    await listSettled(page);
    const other = await page.context().newPage();
    await other.goto("/scientists?q=院士");
    await listSettled(other);
    await (await accountCorner(other)).getByRole("button", { name: "退出登录" }).click();
    await page.waitForURL(/\/sign-in\?next=/);
  });
});

describe("a session that ends", () => {
  it("leads to the sign-in page and back to the same address", async () => {
    const { page } = await open("/scientists?q=院士");
    await listSettled(page);
    await mark(page);
    await page.context().clearCookies();
    await page.getByRole("button", { name: "下一页" }).click();
    await page.waitForURL(/\/sign-in\?next=/);
    expect(await isMarked(page)).toBe(false);
    await page.getByRole("button", { name: /^以分析员身份进入/ }).click();
    await page.waitForURL(/\/scientists/);
    await listSettled(page);
    expect(addressOf(page)).toMatch(/^\/scientists\?q=院士/);
  });

  it("is announced a minute before, goes on when asked, and otherwise ends at the sign-in page", async () => {
    const { page } = await open("/scientists", {}, (fresh) => fresh.clock.install());
    await listSettled(page);
    // An answer that is still on its way counts as use when it comes.
    await page.waitForLoadState("networkidle");
    const notice = page.getByText("一分钟内没有操作将自动退出");
    await page.clock.fastForward(13 * 60_000);
    expect(await notice.count()).toBe(0);
    await page.clock.fastForward(80_000);
    await notice.waitFor();
    await page.getByRole("button", { name: "继续使用" }).click();
    await notice.waitFor({ state: "detached" });
    await page.clock.fastForward(14 * 60_000 + 10_000);
    await notice.waitFor();
    await page.context().clearCookies();
    const asked = page.waitForRequest((request) => request.url().endsWith("/auth/session") && request.headers()["x-background"] === "1");
    await page.clock.fastForward(70_000);
    await asked;
    await page.waitForURL(/\/sign-in\?next=/);
  });
});

describe("the privacy notice", () => {
  it("is open to anybody, in both languages, and lists purposes field by field to people who work here", async () => {
    const { page } = await open("/notice", { role: null });
    await page.getByRole("heading", { name: "个人信息处理告知" }).waitFor();
    await page.getByText(/^版本 \d{4}-\d{2}-\d{2}$/).waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await page.getByRole("button", { name: /EN/ }).click();
    await page.getByRole("heading", { name: "7. Your rights" }).waitFor();
    const { page: officer } = await open("/notice");
    await officer.getByRole("rowheader").filter({ hasText: "Scientist.nameZh" }).waitFor();
  });
});
