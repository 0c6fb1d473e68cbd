import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { browserForFile } from "../support/page.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();
const [LEADER, MEMBER] = ["刘云浩", "彭承志"];
/** The journey's database is the same for all files: a name of its own for each run of the test. */
const NAME = "演示·泛在感知团队";

/** Types a name into a picker and takes who is found. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.locator(".picker-option").filter({ hasText: name }).first().click();
}

describe("measures", () => {
  it("are started, followed to their end, and lead to people who bridge two communities", async () => {
    const { page } = await open("/network/measures", { role: "ANALYST" });
    await page.getByRole("button", { name: "开始计算" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "开始计算" }).click();
    await page.waitForURL(/\?run=/);
    const communities = page.locator(".measure-community");
    await communities.first().waitFor({ timeout: 60_000 });
    // The largest first, and named: neither empty nor by number alone.
    const sizes = await communities.locator(".measure-community-head .secondary").allInnerTexts();
    const counts = sizes.map((text) => Number.parseInt(text, 10));
    expect(counts).toEqual([...counts].sort((left, right) => right - left));
    expect((await communities.locator("strong").allInnerTexts()).every((name) => name.trim().length > 1)).toBe(true);
    await page.getByText(/数据读取于 .*种子 42/).waitFor();
    expect(await findings(page)).toEqual([]);

    await page.getByRole("button", { name: "找两个社群间的桥接者" }).click();
    await page.getByRole("heading", { name: "桥接者" }).waitFor({ timeout: 60_000 });
    await page.getByText("社群 1 与 社群 2 之间").waitFor();
    await page.getByRole("link", { name: "全部计算" }).click();
    await page.getByRole("row").filter({ hasText: "社群（Leiden）" }).first().getByText("已完成").waitFor();
  });
});

describe("a team", () => {
  it("is made of people, stands on their pages, and has its needs assigned to institutes", async () => {
    const { page } = await open("/teams");
    await page.getByText("没有发现反复合作的群体").waitFor();
    await page.getByRole("button", { name: "新建团队" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await dialog.getByText("团队名称须为 2 至 100 个字。").waitFor();
    await dialog.getByLabel("团队名称").fill(NAME);
    await dialog.getByLabel("性质").selectOption("existing");
    for (const [index, name] of [LEADER, MEMBER].entries()) {
      await pick(page, "添加成员", name);
      await dialog.getByLabel("依据").nth(index).fill("演示：共同承担项目");
    }
    await dialog.getByLabel("角色").first().fill("负责人");
    await dialog.getByRole("button", { name: "添加需求" }).click();
    await dialog.getByLabel("内容").fill("演示：算力 200 卡");
    expect(await findings(page)).toEqual([]);
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await page.waitForURL(/\/teams\/[^/?]+$/);

    await page.getByRole("heading", { name: NAME }).waitFor();
    await page.getByText("已在国内 2 人，在国外 0 人，工作地不详 0 人。").waitFor();
    const need = page.getByRole("row").filter({ hasText: "算力 200 卡" });
    await need.getByText("尚未分配").waitFor();
    await need.getByRole("button", { name: "分配" }).click();
    await pick(page, "承接机构", "重庆大学");
    await need.getByText(/分配于 \d{4}-/).waitFor();
    await need.getByRole("link", { name: "重庆大学" }).waitFor();
    expect(await findings(page)).toEqual([]);
    const address = page.url();

    await page.goto(`/scientists/${await personNamed(LEADER)}`);
    await page.getByText(NAME).first().waitFor();
    const phone = await open(new URL(address).pathname, { phone: true, language: "en", role: "ANALYST" });
    await phone.page.getByText("Recruiting officers assign.").waitFor();
    expect(await overflow(phone.page)).toBe(0);
  });
});
