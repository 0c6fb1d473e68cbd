import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { browserForFile, eventually } from "../support/page.ts";

const open = browserForFile();

/** Academicians of one year: 刘云浩 of Tsinghua is asked to introduce us to 彭承志 of the University of Science and Technology of China. */
const [FIRST, TARGET] = ["刘云浩", "彭承志"];

const paths = (page: Page) => page.locator(".intro-path");
const tasks = (page: Page) => page.locator(".intro-task");

/** Types a name into a picker and takes who is found. */
async function pick(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(name);
  await page.locator(".picker-option").filter({ hasText: name }).first().click();
}

/** Says that the ambassador of the trial desk is a scientist; once said, it stays. */
async function linkAmbassador(page: Page): Promise<void> {
  await page.goto("/network/our-people");
  const line = page.getByRole("listitem").filter({ hasText: "演示·引才大使" });
  await line.waitFor();
  await line.getByRole("button").click();
  const dialog = page.getByRole("dialog");
  await pick(page, "科学家", FIRST);
  await dialog.getByRole("button", { name: "确认" }).click();
  await dialog.waitFor({ state: "detached" });
  await line.getByRole("link", { name: FIRST }).waitFor();
}

describe("introductions", () => {
  it("go from a path with its evidence over one tap to the person asked, who agrees and makes it, while the officer watches", async () => {
    const asked = await open("/network/tasks", { role: "AMBASSADOR", phone: true });
    await asked.page.getByText("没有引荐请求").waitFor();
    const { page } = await open("/map");
    await linkAmbassador(page);
    expect(await findings(page)).toEqual([]);

    await page.goto("/network/introductions");
    await page.getByText("想认识谁？").waitFor();
    await pick(page, "想认识的人", TARGET);
    await page.waitForURL(/to=/);
    const first = paths(page).first();
    await first.getByText(/^同届获中国科学院院士（2025，共 \d+ 人）；来源：/).waitFor();
    await first.getByRole("button", { name: "强度如何得出" }).click();
    const factors = await first.locator(".intro-parts dd").allInnerTexts();
    const whole = Number(factors.at(-1)?.replace("= ", ""));
    const product = factors.slice(0, -1).reduce((sum, factor) => sum * Number(factor), 1);
    expect(Math.abs(whole - product)).toBeLessThan(0.02);
    expect(await findings(page)).toEqual([]);

    await first.getByRole("button", { name: `请 ${FIRST} 引荐` }).click();
    await page.getByLabel("附言（可不填）").fill("想谈谈联合实验室");
    await page.getByRole("button", { name: "发出请求" }).click();
    await page.waitForURL(/\/network\/tasks\?task=/);
    await tasks(page).filter({ hasText: "待答复" }).getByText("想谈谈联合实验室").waitFor();

    // The page of the person asked hears of it by itself, and so does the bell.
    const task = tasks(asked.page).filter({ hasText: `请 ${FIRST} 引荐 ${TARGET}` });
    await task.getByText("想谈谈联合实验室").waitFor();
    await asked.page.getByRole("button", { name: /1 条提醒/ }).waitFor();
    expect(await overflow(asked.page)).toBe(0);
    expect(await findings(asked.page)).toEqual([]);
    await task.getByRole("button", { name: /^愿意引荐/ }).click();
    await asked.page.getByRole("button", { name: "确认愿意" }).click();
    await task.getByText("愿意引荐", { exact: true }).waitFor();

    await tasks(page).first().getByText("愿意引荐", { exact: true }).waitFor();
    await task.getByRole("button", { name: /^已引荐/ }).click();
    await asked.page.getByLabel("结果（可不填）").fill("已邮件介绍双方认识");
    await asked.page.getByRole("button", { name: "确认已引荐" }).click();
    await tasks(page).first().getByText("已邮件介绍双方认识").waitFor();
    await eventually(() => task.getByRole("button").count(), 0);

    await page.goto("/map");
    await page.getByRole("button", { name: /条提醒/ }).click();
    await page.getByText(`${FIRST}已完成引荐`).waitFor();
    await page
      .locator(".reminder")
      .filter({ hasText: `${FIRST}已完成引荐` })
      .getByRole("link", { name: TARGET })
      .click();
    await page.waitForURL(/\/network\/tasks\?task=/);
  }, 120_000);

  it("are asked for by other means where nobody's account is linked, and declined without a reason", async () => {
    const { page } = await open("/network/introductions");
    await pick(page, "想认识的人", TARGET);
    await page.getByLabel("指定的人").check();
    await page.getByText("从谁出发？").waitFor();
    await pick(page, "添加出发的人", "戴子高");
    await paths(page).first().getByRole("button", { name: "请 戴子高 引荐" }).click();
    await page.getByRole("button", { name: "发出请求" }).click();
    const task = tasks(page).filter({ hasText: `请 戴子高 引荐 ${TARGET}` });
    await task.getByText(/没有关联账号/).waitFor();
    // The same again leads to the task that runs.
    await page.goBack();
    await paths(page).first().getByRole("button", { name: "请 戴子高 引荐" }).click();
    await page.getByRole("button", { name: "发出请求" }).click();
    await page.getByText(/没有重复发出/).waitFor();
    await eventually(() => task.count(), 1);
    await task.getByRole("button", { name: /^对方婉拒/ }).click();
    await page.getByRole("button", { name: "确认婉拒" }).click();
    await task.getByText("已婉拒", { exact: true }).waitFor();
    await page.getByRole("tab", { name: "全部" }).click();
    await page.getByLabel("状态").selectOption("DECLINED");
    await page.waitForURL(/status=DECLINED/);
    await task.waitFor();
  });

  it("are found by keyboard alone, and stand in the address", async () => {
    const { page } = await open("/network/introductions", { phone: true });
    const type = (text: string) => page.keyboard.type(text);
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await page.getByLabel("想认识的人", { exact: true }).focus();
    await type(TARGET);
    await page.locator(".picker-option").filter({ hasText: TARGET }).waitFor();
    await press("Tab", "Enter");
    await page.waitForURL(/to=/);
    await page.getByLabel("我们的人").focus();
    await press("ArrowDown");
    await page.waitForURL(/start=people/);
    await page.getByLabel("添加出发的人").waitFor();
    await press("Tab");
    await type("戴子高");
    await page.locator(".picker-option").filter({ hasText: "戴子高" }).waitFor();
    await press("Tab", "Enter");
    await paths(page).first().waitFor();
    expect(await overflow(page)).toBe(0);
    expect(await findings(page)).toEqual([]);
    const before = await paths(page).first().innerText();
    await page.reload();
    await paths(page).first().waitFor();
    expect(await paths(page).first().innerText()).toBe(before);
    await paths(page).first().getByRole("button", { name: "请 戴子高 引荐" }).focus();
    await press("Enter");
    await page.getByRole("dialog", { name: `请 戴子高 引荐 ${TARGET}` }).waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("say plainly that nobody can, and what to do", async () => {
    const { page } = await open("/network/introductions?start=people&hops=1");
    await pick(page, "想认识的人", TARGET);
    await pick(page, "添加出发的人", "Dwork");
    await page.getByText("1 步之内没有人能引荐").waitFor();
    await page.getByText("已查看全部相关记录，没有遗漏。").waitFor();
    await page.getByRole("button", { name: "放宽到 2 步" }).click();
    await page.waitForURL(/hops=2/);
    await page.getByText(/2 步之内没有人能引荐|^路径 1/).waitFor();
  });
});
