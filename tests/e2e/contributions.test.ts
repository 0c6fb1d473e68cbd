import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import { accountCorner, rowOf } from "../support/page-accounts.ts";

const open = browserForFile();

/** A whole office's year is written through the rules of the work, one transaction after the other. */
const LOAD_MS = 200_000;

/** Loads the demo data as the officer of the trial desk does; nothing changes when it is there. */
async function withDemoData(page: Page): Promise<void> {
  const corner = await accountCorner(page);
  const load = corner.getByRole("button", { name: "载入演示数据" });
  const there = corner.getByRole("link", { name: "打开管线" });
  await load.or(there).waitFor();
  if (await load.isVisible()) {
    await load.click();
    await page.getByText(/已载入 \d+ 位演示人选/).waitFor({ timeout: LOAD_MS });
  }
  await page.goto("/contributions");
  await page.getByRole("table").waitFor();
}

describe("contributions", () => {
  it("are seen in use with the demo data, by status and by ambassador, each marked 演示", async () => {
    const { page } = await open("/contributions");
    await withDemoData(page);
    const rows = page.locator(".records tbody tr");
    expect(await rows.count()).toBe(leadingNumber(await page.getByText(/项，共 \d+ 分/).innerText()));
    expect(await rows.filter({ has: page.locator(".badge", { hasText: "演示" }) }).count()).toBe(await rows.count());
    expect(await findings(page)).toEqual([]);

    await page.getByLabel("状态").selectOption("SETTLED");
    await page.waitForURL(/status=SETTLED/);
    await eventually(() => rows.filter({ hasNotText: "已结算" }).count(), 0);
    const settled = await rows.count();
    await page.getByRole("button", { name: "演示·顾行" }).first().click();
    await page.waitForURL(/ambassador=/);
    await eventually(async () => (await rows.count()) < settled, true);
    await page.reload();
    await page.getByText("大使：演示·顾行").waitFor();
    await page.getByRole("button", { name: "查看所有大使" }).click();
    await eventually(() => rows.count(), settled);
  }, 240_000);

  it("go from a decision over a dispute into a settlement, whose file can be fetched again with the same rows", async () => {
    const office = await open("/contributions");
    await withDemoData(office.page);
    const { page } = office;
    const name = "演示·陆景行";
    await rowOf(page, name).getByRole("button", { name: "审定" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "不予认定" }).click();
    await dialog.getByText(/请用 4 到 500 个字写明理由/).waitFor();
    await dialog.getByLabel("审定意见").fill("此前已有线索");
    await dialog.getByRole("button", { name: "不予认定" }).click();
    await dialog.waitFor({ state: "detached" });
    await rowOf(page, name).waitFor({ state: "detached" });

    const own = await open("/contributions", { role: "AMBASSADOR", phone: true });
    const entry = rowOf(own.page, name);
    await entry.getByText("审定意见：此前已有线索").waitFor();
    expect(await overflow(own.page)).toBe(0);
    expect(await findings(own.page)).toEqual([]);
    await entry.getByRole("button", { name: "提出异议" }).click();
    await own.page.getByLabel("不同意见与依据").fill("去年九月由我首先报送，有邮件为证");
    await own.page.getByRole("button", { name: "提交异议" }).click();
    await entry.getByText("有异议", { exact: true }).waitFor();

    await page.reload();
    await rowOf(page, name)
      .getByText(/有邮件为证/)
      .waitFor();
    await rowOf(page, name).getByRole("button", { name: "审定" }).click();
    await dialog.getByLabel("积分").fill("15");
    await dialog.getByLabel("审定意见").fill("经核实属实，酌情上调");
    await dialog.getByRole("button", { name: "认定", exact: true }).click();
    await dialog.waitFor({ state: "detached" });

    await page.getByRole("button", { name: "结算", exact: true }).click();
    await dialog.getByText(/已认定、待结算：\d+ 项/).waitFor();
    await dialog.getByRole("button", { name: "结算并下载 CSV" }).click();
    await dialog.getByText("请用 4 到 200 个字写明用途。").waitFor();
    await dialog.getByLabel("用途").fill("季度积分发放");
    const first = await fileOf(page, () => dialog.getByRole("button", { name: "结算并下载 CSV" }).click());
    expect(first.name).toMatch(/^贡献结算-DEMO-\d{8}-\d{2}\.csv$/);
    expect(first.rows.filter((row) => row.includes(name))).toEqual([expect.stringMatching(/,首报,[\d-]+,15,10,1,/)]);

    const number = /DEMO-\d{8}-\d{2}/.exec(first.name)?.[0] ?? "";
    await page.goto("/contributions?status=SETTLED");
    await rowOf(page, number).first().getByRole("button", { name: "下载结算单" }).click();
    await dialog.getByLabel("用途").fill("核对发放名单");
    const again = await fileOf(page, () => dialog.getByRole("button", { name: "下载 CSV" }).click());
    expect(again.rows).toEqual(first.rows);
    await own.page.reload();
    await entry.getByText(number).waitFor();
    await entry.getByText("15", { exact: true }).waitFor();
  });

  it("are added by hand through a referral, once", async () => {
    const { page } = await open("/contributions");
    await withDemoData(page);
    const dialog = page.getByRole("dialog");
    await page.getByRole("button", { name: "补记贡献" }).click();
    await dialog.getByLabel("引荐", { exact: true }).fill("白露晴");
    await dialog.getByRole("button", { name: /演示·白露晴/ }).click();
    await dialog.getByLabel("贡献", { exact: true }).selectOption("FIRST_REPORT");
    await dialog.getByLabel("依据").fill("演示：首次报送");
    await dialog.getByRole("button", { name: "补记", exact: true }).click();
    await dialog.getByText(/已有同类贡献/).waitFor();
    await dialog.getByLabel("贡献", { exact: true }).selectOption("VISIT");
    await dialog.getByLabel("依据").fill("演示：全程陪同参观");
    await dialog.getByRole("button", { name: "补记", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await rowOf(page, "演示：全程陪同参观").waitFor();
  });

  it("read in English on a phone, and are gone with the demo data", async () => {
    const english = await open("/contributions", { language: "en", phone: true });
    await english.page.getByRole("heading", { name: "Contribution ledger" }).waitFor();
    await english.page.getByText("An engagement opened from this referral").first().waitFor();
    expect(await overflow(english.page)).toBe(0);

    const { page } = await open("/contributions");
    await page.getByRole("table").waitFor();
    const corner = await accountCorner(page);
    await corner.getByRole("button", { name: "移除演示数据" }).click();
    await corner.getByRole("button", { name: "确认移除全部演示记录" }).click();
    await page.getByText("演示记录已全部移除。").waitFor();
    await page.goto("/contributions?status=all");
    await page.getByText("没有符合条件的贡献").waitFor();
  });
});

interface SavedFile {
  readonly name: string;
  readonly rows: string[];
}

/** What a press of a button saves: its name, and its rows without heading and notes. */
async function fileOf(page: Page, press: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const text = await readFile(await download.path(), "utf8");
  const rows = text
    .split("\r\n")
    .slice(1)
    .filter((line) => line !== "" && !line.startsWith("#"));
  return { name: download.suggestedFilename(), rows };
}
