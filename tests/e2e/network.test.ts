import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { findings, overflow } from "../support/axe.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();

const shown = async (page: Page): Promise<number> => leadingNumber(await page.locator(".network-budget strong").innerText());
const rows = (page: Page) => page.getByRole("region", { name: "网络中的人" }).getByRole("row");

describe("the network of a person", () => {
  it("opens from the profile, is previewed before it is expanded, and every step can be undone", async () => {
    const { page } = await open(`/scientists/${await personNamed("潘建伟")}`, { role: "ANALYST" });
    await page.getByRole("link", { name: "在网络中看" }).click();
    await page.getByRole("heading", { name: "潘建伟 的网络" }).waitFor();
    await page.locator(".network-canvas canvas").first().waitFor();
    const before = await shown(page);
    expect(before).toBeGreaterThan(10);

    await page.getByRole("combobox", { name: "在图中查找" }).fill("meihong");
    await page.getByRole("option", { name: "梅宏" }).click();
    const card = page.locator(".network-card");
    await card.getByRole("heading", { name: "梅宏" }).waitFor();
    await card
      .getByText(/^至多 [\d,]+ 位/)
      .first()
      .waitFor();
    await card.getByRole("button", { name: "展开", exact: true }).click();
    await page.getByRole("button", { name: "步骤 2/2" }).waitFor();
    expect(await shown(page)).toBeGreaterThan(before);
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => shown(page), before);
    await page.getByRole("button", { name: "重做" }).click();
    await eventually(async () => (await shown(page)) > before, true);

    await card.getByRole("button", { name: "与 潘建伟 的关系" }).click();
    await card.getByText(/^同届获.+（\d{4}，共 \d+ 人）；来源：/).waitFor();
    expect(await findings(page)).toEqual([]);
  });

  it("is the same again from its address, and does by keyboard in the table what the picture does by hand", async () => {
    const { page } = await open(`/network?people=${await personNamed("潘建伟")}&as=table`, { role: "ANALYST" });
    await rows(page).nth(1).waitFor();
    const before = await shown(page);
    const expand = page.getByRole("button", { name: "展开 梅宏" });
    await expand.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "收起 梅宏" }).waitFor();
    const grown = await shown(page);
    expect(grown).toBeGreaterThan(before);
    await page.waitForURL(/expand=/);

    const again = await open(page.url(), { role: "ANALYST" });
    await again.page.getByRole("button", { name: "收起 梅宏" }).waitFor();
    expect(await shown(again.page)).toBe(grown);

    await page.getByRole("button", { name: "收起 梅宏" }).focus();
    await page.keyboard.press("Space");
    await eventually(() => shown(page), before);
    await page.getByRole("button", { name: "固定 梅宏" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "解除固定 梅宏" }).waitFor();
    await page.getByRole("checkbox", { name: "选择 梅宏" }).focus();
    await page.keyboard.press("Space");
    await page.locator(".network-card").getByRole("button", { name: "移出" }).focus();
    await page.keyboard.press("Enter");
    await eventually(() => shown(page), before - 1);
  });

  it("of nobody says so; of an institution, on a phone, fits the screen", async () => {
    const nobody = await open("/network?people=01ARZ3NDEKTSV4RRFFQ69G5FAV", { role: "EXPERT" });
    await nobody.page.getByText("起点没有找到任何人").waitFor();
    const { page } = await open(`/network?people=${await personNamed("潘建伟")}`, { role: "OFFICER", phone: true });
    await page.locator(".network-canvas canvas").first().waitFor();
    await page.getByRole("button", { name: "起点与筛选" }).click();
    await page.getByRole("checkbox", { name: "隐藏弱关系" }).check();
    await page.waitForURL(/weak=hidden/);
    expect(await overflow(page)).toBe(0);
    expect(await findings(page)).toEqual([]);
  });
});
