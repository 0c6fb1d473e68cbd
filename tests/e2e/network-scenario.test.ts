import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CAST, HUB, type NetworkProduct, startNetworkProduct } from "../support/network-product.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";

const open = browserForFile();
let product: NetworkProduct;
beforeAll(async () => {
  product = await startNetworkProduct();
});
afterAll(() => product.close());

/** The one to reach, the hub and those between. */
const AROUND = 2 + CAST.between.length;
const ROUND = { people: AROUND + HUB.often, links: 1 + CAST.between.length + HUB.often };

/** People and links on the screen. */
const shown = async (page: Page): Promise<number[]> =>
  (await page.locator(".network-budget strong").innerText()).split("，").map(leadingNumber);
const whole = [ROUND.people, ROUND.links];
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
const card = (page: Page) => page.locator(".network-card");
const paths = (page: Page) => page.locator(".intro-path");

/** Each way begins at another person of the laboratory, and says for each hop what it rests on. */
async function expectThreeWays(page: Page): Promise<void> {
  await eventually(() => paths(page).count(), 3);
  const first = await paths(page).locator(".intro-person:first-child .intro-name").allInnerTexts();
  expect(first.sort()).toEqual([...CAST.staff].sort());
  for (const way of await paths(page).all()) {
    const hops = await way.locator(".intro-hop").all();
    expect(hops).toHaveLength(2);
    for (const hop of hops) expect(await hop.locator(".intro-evidence li").first().innerText()).toMatch(/演示成果 \d+.*20\d\d.*演示来源|演示成果 \d+.*20\d\d/);
  }
}

/** Where the circles of a picture stand. */
async function circlesOf(page: Page): Promise<string[]> {
  const [download] = await Promise.all<Download | unknown>([page.waitForEvent("download"), page.getByRole("button", { name: "导出", exact: true }).click()]);
  const text = await readFile((await (download as Download).path()) ?? "", "utf8");
  return [...text.matchAll(/<circle[^>]*cx="([-\d.]+)" cy="([-\d.]+)"/g)].map(([, x, y]) => `${Number(x).toFixed(0)},${Number(y).toFixed(0)}`).sort();
}

describe("S3: an analyst explores and hands over", () => {
  it("by mouse", async () => {
    const { page } = await open(`/scientists/${product.idOf(CAST.target)}`, { role: "ANALYST", origin: product.origin });
    await page.getByRole("link", { name: "在网络中看" }).click();
    await page.getByRole("heading", { name: `${CAST.target} 的网络` }).waitFor();
    await page.locator(".network-canvas canvas").first().waitFor();
    await eventually(() => shown(page), [AROUND, AROUND - 1]);

    await page.getByRole("combobox", { name: "在图中查找" }).fill("shuniu");
    await page.getByRole("option", { name: CAST.hub }).click();
    await card(page).getByText(`+${HUB.all} 合著`).waitFor();
    await card(page).getByLabel("只看此年以来").fill("2021");
    await card(page).getByText(`其中 2021 年以来 ${HUB.recent} 人`).waitFor();
    await card(page).getByLabel("合作成果至少").fill("3");
    await card(page).getByText(`其中符合条件 ${HUB.often} 人`).waitFor();
    await page.screenshot({ path: "/work/shots/s3-1.png" });
    await card(page).getByRole("button", { name: "展开", exact: true }).click();
    await eventually(() => shown(page), whole);
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => shown(page), [AROUND, AROUND - 1]);
    await page.getByRole("button", { name: "重做" }).click();
    await eventually(() => shown(page), whole);
    await page.screenshot({ path: "/work/shots/s3-2.png" });

    // The address alone brings the same, with the filters of the expansion.
    const { page: again } = await open(page.url(), { role: "ANALYST", origin: product.origin });
    await eventually(() => shown(again), whole);
    await again.close();

    await page.getByRole("combobox", { name: "在图中查找" }).fill("mubiao");
    await page.getByRole("option", { name: CAST.target }).click();
    await tab(page, "引荐").click();
    await page.screenshot({ path: "/work/shots/s3-3.png" });
    await page.getByRole("link", { name: new RegExp(CAST.target) }).click();
    await page.waitForURL(/\/network\/introductions\?to=/);
    await page.getByLabel("某机构的在职人员").check();
    await page.getByLabel("添加机构", { exact: true }).fill("金凤实验室");
    await page.locator(".picker-option").filter({ hasText: CAST.laboratory }).click();
    await expectThreeWays(page);
    await page.screenshot({ path: "/work/shots/s3-4.png", fullPage: true });

    await page.goBack();
    await eventually(() => page.url(), /\/network\?/);
    await eventually(() => shown(page), whole);
    const to = page.getByRole("slider", { name: "结束年" });
    const bar = await page.locator(".network-years .ant-slider").boundingBox();
    const from = await to.boundingBox();
    if (bar === null || from === null) throw new Error("The years are not shown.");
    const latest = Number(await to.getAttribute("aria-valuemax"));
    const earliest = Number(await to.getAttribute("aria-valuemin"));
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(bar.x + (bar.width * (2019 - earliest)) / (latest - earliest), from.y + from.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByText(`${earliest}–2019`).waitFor();
    await eventually(async () => (await shown(page))[1], 1);
    await page.screenshot({ path: "/work/shots/s3-5.png" });
    await page.getByRole("region", { name: "年份" }).getByRole("button", { name: "不限年份" }).click();
    await eventually(() => shown(page), whole);
  });
});
