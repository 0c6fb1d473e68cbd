import { describe, expect, it } from "vitest";
import { faultsOf, findings, overflow, STILL, VISITS } from "../support/axe.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import { personNamed } from "../support/page-people.ts";
import { academicians, card, column, counted, engage } from "../support/page-pipeline.ts";

const open = browserForFile();

describe("an engagement", () => {
  it("is opened from a profile, checked before contact, and its contact is logged", async () => {
    const { page } = await open(`/scientists/${await personNamed("Aaron Ciechanover")}`);
    await page.getByText("还没有接洽。").waitFor();
    await page.getByRole("button", { name: "发起接洽" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("渠道").selectOption("EVENT");
    await dialog.getByLabel("下一步做什么（可不填）").fill("演示：发邀请函");
    await dialog.getByRole("button", { name: "发起", exact: true }).click();
    await dialog.getByText("请选择日期。").waitFor();
    await dialog.getByLabel("哪天之前").fill("2099-12-31");
    await dialog.getByRole("button", { name: "发起", exact: true }).click();

    const panel = page.locator(".pl-panel");
    await panel.getByText("待确认").waitFor();
    expect(page.url()).toMatch(/\/pipeline\/[^/?]+$/);
    await panel.getByRole("button", { name: "记录联系" }).click();
    await dialog.getByText("还没有人联系过。").waitFor();
    await dialog.getByLabel("谈了什么").fill("演示：电话介绍来访安排");
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await dialog.locator(".form-error").waitFor();
    await dialog.getByRole("button", { name: "填写确认" }).click();
    const check = page.getByRole("dialog", { name: "公开、合规接洽确认" });
    await check.getByRole("button", { name: "提交确认" }).click();
    await check.getByText("请逐项回答。").waitFor();
    await check.getByRole("group", { name: "已告知本人须按规定向现单位申报" }).getByLabel("是").check();
    await check.getByRole("group", { name: "将同时保留现职" }).getByLabel("否").check();
    await check.getByRole("group", { name: "领域属出口管制或国防资助" }).getByLabel("否").check();
    await check.getByRole("button", { name: "提交确认" }).click();
    await check.waitFor({ state: "detached" });
    await dialog.getByLabel("承诺的内容").fill("演示：寄送日程");
    await dialog.getByRole("button", { name: "保存", exact: true }).click();
    await dialog.waitFor({ state: "detached" });
    await panel.getByText("演示：电话介绍来访安排").waitFor();
    await panel.getByText("可以联系", { exact: true }).waitFor();
    await panel.getByRole("button", { name: "已兑现：演示：寄送日程" }).click();
    await panel.getByText(/^\d{4}-\d{2}-\d{2} 已兑现$/).waitFor();
    expect(await findings(page)).toEqual([]);

    await panel.press("Escape");
    await panel.waitFor({ state: "detached" });
    await page.waitForURL(/\/pipeline$/);
    await card(page, "阿龙·切哈诺沃").or(card(page, "Aaron Ciechanover")).first().waitFor();
  });

  it("moves by keyboard and by menu; going back asks why, and every move can be undone", async () => {
    const people = await academicians(0, 1);
    const name = people[0]?.nameZh ?? "";
    const { page } = await open("/pipeline");
    await engage(page, people);
    await column(page, "线索").getByRole("link", { name, exact: true }).waitFor();
    const handle = page.getByRole("button", { name: `拖动 ${name}` });
    await handle.focus();
    await page.keyboard.press("Space");
    await page.locator(".pl-held").waitFor();
    await page.keyboard.press("ArrowRight");
    await page.locator('.pl-column[data-taking="over"]').waitFor();
    await page.keyboard.press("Space");
    await column(page, "接触").getByRole("link", { name, exact: true }).waitFor();
    await page.getByText(`已移动：${name} → 接触`).waitFor();
    await card(page, name).and(page.locator('[data-waiting="false"]')).waitFor();
    expect(await handle.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByRole("button", { name: `移到… ${name}` }).click();
    const menu = page.getByRole("menu");
    await eventually(() => menu.getByRole("menuitem").allInnerTexts(), ["意向", "线索\n退回", "暂缓", "终止"]);
    await menu.getByRole("menuitem", { name: "线索" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("原因").fill("演示");
    await dialog.getByRole("button", { name: "退回到“线索”" }).click();
    await dialog.getByText("请用 4 到 200 个字写明原因。").waitFor();
    await dialog.getByLabel("原因").fill("演示：对方改期");
    await dialog.getByRole("button", { name: "退回到“线索”" }).click();
    await column(page, "线索").getByRole("link", { name, exact: true }).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await column(page, "接触").getByRole("link", { name, exact: true }).waitFor();

    await card(page, name).getByRole("link", { name, exact: true }).click();
    const panel = page.locator(".pl-panel");
    await panel.getByText("原因：演示：对方改期").waitFor();
    await panel.getByText("已被撤销").waitFor();
  });

  it("goes back to where it was when the server does not answer", async () => {
    const people = await academicians(1, 1);
    const name = people[0]?.nameZh ?? "";
    const { page } = await open("/pipeline");
    await engage(page, people);
    await column(page, "线索").getByRole("link", { name, exact: true }).waitFor();
    await page.route("/graphql", (route) => (route.request().postData()?.includes("Pipeline_Moves") ? route.abort() : route.continue()));
    await page.getByRole("button", { name: `移到… ${name}` }).click();
    await page.getByRole("menuitem", { name: "接触" }).click();
    await page.getByText(/^没有移动，已恢复原位。/).waitFor();
    await column(page, "线索").getByRole("link", { name, exact: true }).waitFor();
    expect(await column(page, "接触").getByRole("link", { name, exact: true }).count()).toBe(0);
  });
});

describe("two windows", () => {
  it("agree without a reload, and tell who was quicker", async () => {
    const people = await academicians(2, 1);
    const name = people[0]?.nameZh ?? "";
    const { page: one } = await open("/pipeline");
    await engage(one, people);
    const { page: other } = await open("/pipeline");
    await column(other, "线索").getByRole("link", { name, exact: true }).waitFor();
    await one.getByRole("button", { name: `移到… ${name}` }).click();
    await one.getByRole("menuitem", { name: "接触" }).click();
    await column(other, "接触").getByRole("link", { name, exact: true }).waitFor();

    // While one writes why it is stopped, the other moves it on.
    await one.getByText(`已移动：${name} → 接触`).waitFor();
    await card(one, name).and(one.locator('[data-waiting="false"]')).waitFor();
    await one.getByRole("button", { name: `移到… ${name}` }).click();
    await one.getByRole("menuitem", { name: "终止" }).click();
    const dialog = one.getByRole("dialog");
    await dialog.getByLabel("原因").fill("演示：不再考虑");
    await other.getByRole("button", { name: `移到… ${name}` }).click();
    await other.getByRole("menuitem", { name: "意向" }).click();
    await other.getByText(`已移动：${name} → 意向`).waitFor();
    await dialog.getByRole("button", { name: "终止", exact: true }).click();
    await one.getByRole("dialog", { name: `${name}：同事刚刚改过` }).waitFor();
    await dialog.getByText(/移到“意向”。$/).waitFor();
    expect(await dialog.locator(".pl-diff").innerText()).toMatch(/阶段\s*接触 → 意向/);
    await dialog.getByRole("button", { name: "知道了" }).click();
    await column(one, "意向").getByRole("link", { name, exact: true }).waitFor();
  });
});

describe("several at once", () => {
  it("are moved with one reason and one undo, and every count is the length of its list", async () => {
    const people = await academicians(3, 3);
    const names = people.map(({ nameZh }) => nameZh);
    const { page } = await open("/pipeline?stage=LEAD,CONTACT");
    await engage(page, people);
    const lead = column(page, "线索");
    for (const name of names) await lead.getByRole("link", { name, exact: true }).waitFor();
    const [count, cards] = await lead.evaluate((element) => [
      Number(element.querySelector(".pl-column-count")?.textContent),
      element.querySelectorAll(".pl-card").length,
    ]);
    expect(count).toBe(cards);
    const before = await counted(page, "线索");
    await page.getByRole("button", { name: "多选" }).click();
    for (const name of names) await page.getByLabel(`选择 ${name}`).check();
    await page.getByText("已选 3 项").waitFor();
    await page.getByRole("region", { name: "已选的接洽" }).getByRole("button", { name: "移到…" }).click();
    await page.getByRole("dialog", { name: "移动已选的接洽" }).getByRole("button", { name: "接触", exact: true }).click();
    await page.getByText("已移动 3 项 → 接触").waitFor();
    await eventually(() => counted(page, "线索"), before - 3);
    await page.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销 3 项").waitFor();
    await eventually(() => counted(page, "线索"), before);

    // The total and the columns arrive with answers of their own.
    const totalShown = async () => leadingNumber(await page.locator(".pl-total").innerText());
    const beyondColumns = async () => (await totalShown()) - (await counted(page, "线索")) - (await counted(page, "接触"));
    await eventually(beyondColumns, 0);
    const total = await totalShown();
    await page.getByRole("link", { name: "表格" }).click();
    await eventually(() => page.locator(".pl-table tbody tr").count(), total);
    expect(await totalShown()).toBe(total);
  });

  it("are counted for the supervisor and by channel as their lists are long", async () => {
    const { page } = await open("/pipeline");
    await engage(page, await academicians(6, 1));
    for (const path of ["/pipeline/supervision", "/pipeline/statistics"]) {
      await page.goto(path);
      const numbers = page.locator(".pl-number");
      await numbers.first().waitFor();
      const links = await numbers.evaluateAll((all) =>
        all.map((each) => [each.getAttribute("href") ?? "", each.textContent ?? ""] as const),
      );
      expect(links.length).toBeGreaterThan(1);
      for (const [href, number] of links) {
        await page.goto(href);
        await page.locator(".pl-table tbody tr").first().waitFor();
        await eventually(async () => leadingNumber(await page.locator(".pl-total").innerText()), Number(number), href);
      }
    }
  });

  it("are narrowed to the people of a search", async () => {
    const [person] = await academicians(7, 1);
    const { page } = await open("/pipeline");
    await engage(page, person ? [person] : []);
    await page.goto(`/scientists?q=${encodeURIComponent(person?.nameZh ?? "")}`);
    await page.getByRole("link", { name: "在管线中看" }).click();
    await page.waitForURL(/\/pipeline\?q=/);
    await card(page, person?.nameZh ?? "").waitFor();
    await page.getByText("已选条件").or(page.getByText("理解为")).first().waitFor();
    expect(leadingNumber(await page.locator(".pl-total").innerText())).toBeGreaterThan(0);
    await page.goto("/pipeline?q=没有这个人的名字");
    await page.getByText("没有符合条件的接洽").waitFor();
  });
});

describe("a phone", () => {
  it("shows one stage at a time, moves by menu, opens an engagement over the whole screen, and fits", async () => {
    const people = await academicians(8, 1);
    const name = people[0]?.nameZh ?? "";
    const { page } = await open("/pipeline", { phone: true });
    await engage(page, people);
    await page.goto("/pipeline?at=LEAD");
    await card(page, name).waitFor();
    await page.getByRole("button", { name: `移到… ${name}` }).click();
    await page.getByRole("menuitem", { name: "接触" }).click();
    await card(page, name).waitFor({ state: "detached" });
    await page.getByRole("group", { name: "选择阶段" }).getByRole("button", { name: /^接触/ }).click();
    await card(page, name).getByRole("link", { name, exact: true }).click();
    const panel = page.locator(".pl-panel");
    await panel.getByRole("heading", { name: "历史" }).waitFor();
    expect((await panel.boundingBox())?.width).toBe(375);
    expect(await overflow(page)).toBe(0);
    await panel.getByRole("button", { name: "关闭" }).click();
    await panel.waitFor({ state: "detached" });
  });
});

it.each(VISITS)("%s: no screen of the pipeline has a serious finding, and each fits its width", async (where, visit) => {
  const { page } = await open("/pipeline", { ...visit, ...STILL });
  const people = await academicians(9 + VISITS.findIndex(([other]) => other === where), 1);
  await engage(page, people);
  const faults = await faultsOf(page, ".pl-card");
  for (const [path, shown] of [
    ["/pipeline?view=table", ".pl-table tbody tr"],
    ["/pipeline/supervision", ".pl-number"],
    ["/pipeline/statistics", ".pl-number"],
    [`/scientists/${people[0]?.id}`, ".pl-brief"],
  ] as const) {
    await page.goto(path);
    faults.push(...(await faultsOf(page, shown)));
  }
  expect(faults).toEqual([]);
});
