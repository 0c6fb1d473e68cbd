import { describe, expect, it } from "vitest";
import { answersTo, browserForFile } from "../support/page.ts";
import { giveReason } from "../support/page-accounts.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();

describe("ways to reach a person", () => {
  it("are masked, in page and answers alike, until somebody says why; and again after a minute", async () => {
    const clear = "zhao.demo@example.edu.cn";
    const { page } = await open(`/scientists/${await personNamed("钱易")}`);
    const panel = page.locator(".contacts");
    await panel.getByText("未登记联系方式").waitFor();
    await panel.getByRole("button", { name: "添加" }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel("内容").fill(clear);
    await form.getByRole("button", { name: "添加", exact: true }).click();
    await form.getByText("请用 4 到 200 个字写明来源。").waitFor();
    await form.getByLabel("来源").fill("演示：学校主页");
    await form.getByRole("button", { name: "添加", exact: true }).click();
    await panel.getByText(/\*{3,}@example\.edu\.cn/).waitFor();

    const answers = answersTo(page);
    await page.clock.install();
    await page.reload();
    await panel.getByText(/\*{3,}@example\.edu\.cn/).waitFor();
    await page.waitForLoadState("networkidle");
    expect(await page.content()).not.toContain(clear);
    expect(answers.length).toBeGreaterThan(1);
    expect(answers.filter((text) => text.includes(clear))).toEqual([]);

    await panel.getByRole("button", { name: /^查看明文/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "查看", exact: true }).click();
    await page.getByText("请用 4 到 200 个字写明理由。").waitFor();
    await giveReason(page, "理由", "联系安排访问", "查看");
    await panel.getByText(clear).waitFor();
    await page.clock.fastForward(59_000);
    expect(await panel.getByText(clear).isVisible()).toBe(true);
    await page.clock.fastForward(2_000);
    await panel.getByText(clear).waitFor({ state: "detached" });
    expect(await page.content()).not.toContain(clear);

    await panel.getByRole("button", { name: /^移除/ }).click();
    await giveReason(page, "理由", "演示结束", "移除");
    await panel.getByText("未登记联系方式").waitFor();
  });

  it("are not shown to a role that may not see them", async () => {
    const { page } = await open(`/scientists/${await personNamed("钱易")}`, { role: "ANALYST" });
    await page.locator(".summary-name").waitFor();
    expect(await page.locator(".contacts").count()).toBe(0);
  });
});
