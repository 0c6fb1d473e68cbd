import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
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
    for (const hop of hops)
      expect(await hop.locator(".intro-evidence li").first().innerText()).toMatch(
        /^合作论文《演示成果 \d+》（20\d\d，共 2 位作者）；来源：OpenAlex/,
      );
  }
}

/** Saves what is on the screen, and shares it with the office. @returns the address of the analysis */
async function saveAndShare(page: Page, title: string): Promise<string> {
  await tab(page, "保存").click();
  await page.getByLabel("名称").fill(title);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(/^由您保存 · 第 1 版/).waitFor();
  await page.getByRole("button", { name: "与办公室共享" }).click();
  await page.getByText("办公室可见").first().waitFor();
  await page.getByRole("link", { name: "全部分析" }).click();
  const href = await page.getByRole("link", { name: title, exact: true }).getAttribute("href");
  await page.goBack();
  return href ?? "";
}

/** Where everybody stands, from the drawing that is exported, in tenths of its width and height. */
async function placesOf(page: Page): Promise<string[]> {
  await tab(page, "导出").click();
  await page.getByLabel("格式").selectOption("svg");
  await page.getByLabel("导出用途").fill("演示：核对位置");
  const arriving = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  const drawing = await readFile((await (await arriving).path()) ?? "", "utf8");
  return [...drawing.matchAll(/<circle[^>]*cx="([-\d.]+)"[^>]*cy="([-\d.]+)"/g)].map(
    ([, x, y]) => `${Math.round(Number(x))},${Math.round(Number(y))}`,
  );
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
    await card(page).getByRole("button", { name: "展开", exact: true }).click();
    await eventually(() => shown(page), whole);
    await page.getByRole("button", { name: "撤销" }).click();
    await eventually(() => shown(page), [AROUND, AROUND - 1]);
    await page.getByRole("button", { name: "重做" }).click();
    await eventually(() => shown(page), whole);

    // The address alone brings the same, with the filters of the expansion.
    const { page: again } = await open(page.url(), { role: "ANALYST", origin: product.origin });
    await eventually(() => shown(again), whole);
    await again.close();

    await page.getByRole("combobox", { name: "在图中查找" }).fill("mubiao");
    await page.getByRole("option", { name: CAST.target }).click();
    await tab(page, "引荐").click();
    await page
      .locator(".intro-panel")
      .getByRole("link", { name: new RegExp(CAST.target) })
      .click();
    await page.waitForURL(/\/network\/introductions\?to=/);
    await page.getByLabel("某机构的在职人员").check();
    await page.getByLabel("添加机构", { exact: true }).fill("金凤实验室");
    await page.locator(".picker-option").filter({ hasText: CAST.laboratory }).click();
    await expectThreeWays(page);

    await page.goBack();
    await page.waitForURL(/\/network\?/);
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
    await page.getByRole("region", { name: "年份" }).getByRole("button", { name: "不限年份" }).click();
    await eventually(() => shown(page), whole);

    const address = await saveAndShare(page, "演示：目标与枢纽");
    const { page: colleague } = await open(address, { origin: product.origin });
    await eventually(() => shown(colleague), whole);
    await tab(colleague, "保存").click();
    const { page: own } = await open(address, { role: "ANALYST", origin: product.origin });
    await eventually(() => shown(own), whole);
    const places = await placesOf(own);
    expect(places).toHaveLength(ROUND.people);
    expect(await placesOf(colleague)).toEqual(places);
  });

  it("by keyboard alone, in the table", async () => {
    const { page } = await open(`/scientists/${product.idOf(CAST.target)}`, { role: "ANALYST", origin: product.origin });
    const press = async (at: Locator, ...keys: string[]): Promise<void> => {
      await at.focus();
      for (const key of keys) await page.keyboard.press(key);
    };
    const type = async (label: string, text: string): Promise<void> => {
      await press(page.getByLabel(label, { exact: true }).last(), "ControlOrMeta+a");
      await page.keyboard.type(text);
    };
    await press(page.getByRole("link", { name: "在网络中看" }), "Enter");
    await page.getByRole("heading", { name: `${CAST.target} 的网络` }).waitFor();
    await press(page.getByRole("radio", { name: "图", exact: true }), "ArrowRight");
    await page.waitForURL(/as=table/);
    await eventually(() => shown(page), [AROUND, AROUND - 1]);
    await press(page.getByRole("button", { name: CAST.hub, exact: true }), "Enter");
    await card(page).getByText(`+${HUB.all} 合著`).waitFor();
    await type("只看此年以来", "2021");
    await card(page).getByText(`其中 2021 年以来 ${HUB.recent} 人`).waitFor();
    await press(card(page).getByLabel("合作成果至少"), "ControlOrMeta+a");
    await page.keyboard.type("3");
    await card(page).getByText(`其中符合条件 ${HUB.often} 人`).waitFor();
    await page.keyboard.press("Enter");
    await eventually(() => shown(page), whole);
    await press(page.getByRole("button", { name: "撤销" }), "Enter");
    await eventually(() => shown(page), [AROUND, AROUND - 1]);
    await press(page.getByRole("button", { name: "重做" }), "Enter");
    await eventually(() => shown(page), whole);

    await press(page.getByRole("button", { name: CAST.target, exact: true }), "Enter");
    await card(page).getByRole("heading", { name: CAST.target }).waitFor();
    await press(tab(page, "详情"), ...Array.from({ length: 4 }, () => "ArrowRight"), "Enter");
    await press(page.locator(".intro-panel").getByRole("link", { name: new RegExp(CAST.target) }), "Enter");
    await page.waitForURL(/\/network\/introductions\?to=/);
    await press(page.getByLabel("我们的人"), "ArrowDown", "ArrowDown");
    await type("添加机构", "金凤实验室");
    await page.locator(".picker-option").filter({ hasText: CAST.laboratory }).waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expectThreeWays(page);

    // The key for Back belongs to the browser's window, which a test has none of.
    await page.goBack();
    await page.waitForURL(/\/network\?/);
    await eventually(() => shown(page), whole);
    const to = page.getByRole("slider", { name: "结束年" });
    const later = Number(await to.getAttribute("aria-valuemax")) - 2019;
    await press(to, ...Array.from({ length: later }, () => "ArrowLeft"));
    await eventually(async () => (await shown(page))[1], 1);
    await press(to, "End");
    await eventually(() => shown(page), whole);

    await press(tab(page, "保存"), "Enter");
    await type("名称", "演示：键盘");
    await page.keyboard.press("Enter");
    await page.getByText(/^由您保存 · 第 1 版/).waitFor();
    await press(page.getByRole("button", { name: "与办公室共享" }), "Enter");
    await page.getByText("办公室可见").first().waitFor();
  });
});

describe("the picture", () => {
  const path = (): string => `/network?people=${product.idOf(CAST.target)}&expand=${product.idOf(CAST.hub)}.2021.3`;
  const middleOf = async (at: Locator): Promise<{ x: number; y: number; width: number; height: number }> => {
    const box = await at.boundingBox();
    if (box === null) throw new Error("It is not on the screen.");
    return { ...box, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const rested = (page: Page): Promise<void> => page.getByRole("button", { name: "重新排布" }).waitFor();

  it("lets a line be drawn around people, who are then kept alone; and somebody be pulled elsewhere, who stays there", async () => {
    const { page } = await open(path(), { role: "ANALYST", origin: product.origin });
    await eventually(() => shown(page), whole);
    await rested(page);
    const { x, y, width, height } = await middleOf(page.getByTestId("network-stage"));
    await page.getByRole("button", { name: "圈选" }).click();
    await page.getByText("按住并圈出要选的人；Esc 退出。").waitFor();
    await page.mouse.move(x, y - height / 2 + 2);
    await page.mouse.down();
    for (const [across, down] of [
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
      [0, -1],
    ] as const)
      await page.mouse.move(x + across * (width / 2 - 2), y + down * (height / 2 - 2), { steps: 3 });
    await page.mouse.up();
    await page.getByRole("heading", { name: `已选 ${ROUND.people} 人` }).waitFor();
    await page.keyboard.press("Escape");

    await page.getByRole("combobox", { name: "在图中查找" }).fill("shuniu");
    await page.getByRole("option", { name: CAST.hub }).click();
    // Who is found glides to the middle.
    await eventually(async () => {
      await page.mouse.move(x, y - 90);
      await page.mouse.move(x, y);
      return page.locator(".network-canvas").evaluate((element) => element.style.cursor);
    }, "pointer");
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 80, { steps: 6 });
    await page.mouse.up();
    await card(page).getByRole("button", { name: "解除固定" }).waitFor();
    await page.getByRole("button", { name: "步骤 2/2" }).waitFor();
    await page.getByRole("button", { name: "撤销" }).click();
    await card(page).getByRole("button", { name: "固定位置" }).waitFor();
  });

  it("plays the years from the first to the last, and can be halted", async () => {
    const { page } = await open(path(), { role: "ANALYST", origin: product.origin });
    await eventually(() => shown(page), whole);
    const years = page.getByRole("region", { name: "年份" });
    await years.getByText("全部年份").waitFor();
    await years.getByRole("button", { name: "播放" }).click();
    await years.getByText("2017–2021").waitFor();
    await eventually(() => shown(page), [AROUND - 1, AROUND - 2]);
    await years.getByText("2018–2022").waitFor();
    await years.getByRole("button", { name: "暂停" }).click();
    await page.waitForURL(/since=2018&until=2022/);
    await years.getByRole("button", { name: "不限年份" }).click();
    await eventually(() => shown(page), whole);
  });

  it("gives way to the table where the browser cannot draw", async () => {
    const { page } = await open(path(), { role: "ANALYST", origin: product.origin }, (blind) =>
      blind.addInitScript("HTMLCanvasElement.prototype.getContext = () => null;"),
    );
    await page.getByText("此浏览器不能绘图，以下名单与图等效。").waitFor();
    await page.getByRole("button", { name: CAST.hub, exact: true }).waitFor();
    await eventually(() => shown(page), whole);
    expect(await page.getByRole("region", { name: "网络中的人" }).getByRole("row").count()).toBe(ROUND.people + 1);
  });

  it("starts from an author of works who is nobody of the map, found by pinyin too", async () => {
    const { page } = await open("/network", { role: "ANALYST", origin: product.origin });
    const name = page.getByRole("searchbox", { name: "添加人员" });
    for (const typed of ["演示合著者003", "yanshi hezhuzhe003"]) {
      await name.fill(typed);
      await page.locator(".picker-option").filter({ hasText: "演示合著者003" }).filter({ hasText: "3 项作品 · 2022–2024" }).waitFor();
    }
    await page.locator(".picker-option").filter({ hasText: "演示合著者003" }).click();
    await page.getByRole("button", { name: "查看网络" }).click();
    await page.getByRole("heading", { name: "演示合著者003 的网络" }).waitFor();
    await eventually(() => shown(page), [2, 1]);
  });

  it("starts from an institution and from a search as well, and says when the server cannot be reached", async () => {
    const { page } = await open("/network", { role: "ANALYST", origin: product.origin });
    await page.getByRole("radio", { name: "机构" }).check();
    await page.getByLabel("机构名称").first().fill("金凤");
    await page.locator(".picker-option").filter({ hasText: CAST.laboratory }).click();
    await page.getByRole("heading", { name: `${CAST.laboratory} 的人员` }).waitFor();
    // Colleagues of one laboratory: each of the three with each.
    await eventually(() => shown(page), [3, 3]);
    await page.getByRole("button", { name: "更换起点" }).click();
    await page.getByRole("radio", { name: "搜索" }).check();
    await page.getByLabel("检索式").fill("演示中间");
    await page.getByRole("button", { name: "查看网络" }).click();
    await page.getByRole("heading", { name: "搜索“演示中间”" }).waitFor();

    await page.route("/graphql", (route) => route.abort());
    await page.getByLabel("范围").selectOption("1");
    const notice = page.getByRole("alert").filter({ hasText: "没有取到网络" });
    await notice.waitFor();
    await page.unroute("/graphql");
    await notice.getByRole("button", { name: "重试" }).click();
    await notice.waitFor({ state: "detached" });
  });
});
