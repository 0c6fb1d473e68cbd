import { readFile } from "node:fs/promises";
import { XMLParser } from "fast-xml-parser";
import type { Download, Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { findings, overflow } from "../support/axe.ts";
import { ask } from "../support/http.ts";
import { browserForFile, eventually } from "../support/page.ts";

const open = browserForFile();
const PEOPLE = 16;
let address = "";

beforeAll(async () => {
  const shape = z.object({ scientists: z.object({ edges: z.array(z.object({ node: z.object({ id: z.string() }) })) }) });
  const text = 'query ($first: Int!) { scientists(query: "物理", first: $first) { edges { node { id } } } }';
  const { scientists } = await ask(shape, text, { first: PEOPLE });
  address = `/network?people=${scientists.edges.map(({ node }) => node.id).join(",")}&depth=0&links=COAWARDED&as=table`;
});

const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true });
/** The line that says how many people and links are on the screen. */
const size = (page: Page) => page.getByText(/^\d+ 人，\d+ 条关系$/).first();

/** Opens the network of some physicists and the panel that keeps it. */
async function openToSave(page: Page): Promise<string> {
  await tab(page, "保存").click();
  return await size(page).innerText();
}

/** Keeps the network on the screen under a name. */
async function save(page: Page, name: string, notes: string): Promise<void> {
  await page.getByLabel("名称").fill(name);
  await page.getByLabel("备注").fill(notes);
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(/^由您保存 · 第 1 版/).waitFor();
}

/** Exports by hand in one format. @returns the files */
async function exportAs(page: Page, format: string, files: number): Promise<{ name: string; text: string }[]> {
  const downloads: Download[] = [];
  page.on("download", (download) => downloads.push(download));
  await tab(page, "导出").click();
  await page.getByLabel("格式").selectOption(format);
  await page.getByLabel("导出用途").fill("评审会附图");
  await page.getByRole("button", { name: "导出", exact: true }).click();
  await eventually(async () => downloads.length, files);
  return await Promise.all(
    downloads.map(async (download) => ({
      name: download.suggestedFilename(),
      text: await readFile((await download.path()) ?? "", "utf8"),
    })),
  );
}

describe("S3: an analysis is kept, opened by a colleague, exported and put on the map", () => {
  it("the colleague sees the same people, links and notes; the files hold them, and say who took them", async () => {
    const { page } = await open(address);
    const shown = await openToSave(page);
    const people = Number.parseInt(shown, 10);
    expect(people).toBeGreaterThan(4);
    await save(page, "物理方向十六人", "先看同届当选的几位");
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "与办公室共享" }).click();
    await page.getByText("办公室可见").first().waitFor();

    const colleague = (await open("/network/saved", { role: "ANALYST" })).page;
    const line = colleague.getByRole("row").filter({ hasText: "物理方向十六人" });
    await line.getByText("演示·引才专员").waitFor();
    expect(await line.getByRole("button", { name: "删除" }).count()).toBe(0);
    expect(await findings(colleague)).toEqual([]);
    await line.getByRole("link", { name: "物理方向十六人" }).click();
    await colleague.waitForURL(/\/network\/saved\/[0-9A-Z]{26}$/);
    await eventually(() => size(colleague).innerText(), shown);
    await tab(colleague, "保存").click();
    await colleague.getByText(/^演示·引才专员保存 · 第 2 版/).waitFor();
    expect(await colleague.getByLabel("备注").inputValue()).toBe("先看同届当选的几位");
    expect(await colleague.getByRole("button", { name: "保存更改" }).count()).toBe(0);
    await colleague.getByText("与现在的数据一致。").waitFor();

    const [gexf] = await exportAs(colleague, "gexf", 1);
    expect(gexf?.name).toMatch(/^合作网络-\d{4}-\d\d-\d\d\.gexf$/);
    const parsed = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(gexf?.text ?? "");
    const file = z.object({
      gexf: z.looseObject({
        meta: z.looseObject({ description: z.string() }),
        graph: z.looseObject({ nodes: z.object({ node: z.array(z.looseObject({ label: z.string() })) }) }),
      }),
    });
    const { meta, graph } = file.parse(parsed).gexf;
    expect(graph.nodes.node).toHaveLength(people);
    expect(graph.nodes.node.every(({ label }) => /^\P{N}+$/u.test(label))).toBe(true);
    expect(meta.description).toMatch(/演示·分析员（.+）于 .+ 导出合作网络：\d+ 人、\d+ 条关系；用途：评审会附图；审计请求编号：.+；演示/);
    expect(meta.description).toContain(`导出合作网络：${people} 人`);

    await tab(colleague, "地图").click();
    await colleague.getByRole("button", { name: "在地图上看" }).click();
    await colleague.waitForURL(/\/map\?network=here-\d+$/);
    await colleague.getByRole("heading", { name: /^工作地点（\d+）$/ }).waitFor();
    expect(await findings(colleague)).toEqual([]);
    await colleague.getByRole("link", { name: "回到网络" }).click();
    await eventually(() => size(colleague).innerText(), shown);
  });

  it("the whole way works by keyboard alone, on a phone nothing sticks out, and deleting is taken back", async () => {
    const { page } = await open(address);
    await tab(page, "保存").press("Enter");
    await page.getByLabel("名称").focus();
    await page.keyboard.type("键盘保存");
    await page.keyboard.press("Enter");
    await page.getByText(/^由您保存 · 第 1 版/).waitFor();
    await tab(page, "导出").press("Enter");
    const downloads: string[] = [];
    page.on("download", (download) => downloads.push(download.suggestedFilename()));
    await page.getByLabel("格式").focus();
    await page.keyboard.type("CSV");
    await page.keyboard.press("Tab");
    await page.keyboard.type("键盘导出");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await eventually(async () => downloads.length, 2);
    expect(downloads.map((name) => name.replace(/-\d{4}-\d\d-\d\d/, "")).sort()).toEqual(["合作网络-人员.csv", "合作网络-关系.csv"]);

    const phone = (await open("/network/saved", { phone: true })).page;
    const row = phone.getByRole("row").filter({ hasText: "键盘保存" });
    await row.waitFor();
    expect(await overflow(phone)).toBe(0);
    await row.getByRole("button", { name: "删除" }).press("Enter");
    await row.waitFor({ state: "detached" });
    await phone.getByRole("button", { name: "撤销" }).press("Enter");
    await row.waitFor();
  });

  it("of two windows the second to save is told, and keeps its network as a copy; a private one is not there for others", async () => {
    const { page } = await open(address);
    await openToSave(page);
    await save(page, "两个窗口", "");
    await page.getByRole("link", { name: "全部分析" }).click();
    await page.getByRole("link", { name: "两个窗口", exact: true }).click();
    await page.waitForURL(/\/network\/saved\/[0-9A-Z]{26}$/);
    const second = (await open(new URL(page.url()).pathname)).page;
    for (const window of [page, second]) {
      await tab(window, "保存").click();
      await window.getByRole("button", { name: "保存更改" }).waitFor();
    }
    await second.getByRole("button", { name: "保存更改" }).click();
    await second.getByText(/^由您保存 · 第 2 版/).waitFor();
    await page.getByRole("button", { name: "保存更改" }).click();
    await page.getByText(/在别的窗口已有第 2 版/).waitFor();
    await page.getByRole("button", { name: "另存一份" }).click();
    expect(await page.getByLabel("名称").inputValue()).toBe("两个窗口（副本）");
    const before = page.url();
    await page.getByRole("button", { name: "另存为" }).click();
    await page.waitForURL((url) => url.href !== before);

    const colleague = (await open(new URL(before).pathname, { role: "ANALYST" })).page;
    await colleague.getByRole("heading", { name: "没有这份分析" }).waitFor();
    const nowhere = (await open("/network/saved/01NOSUCHANALYSIS0000000000", { role: "ANALYST" })).page;
    await nowhere.getByRole("heading", { name: "没有这份分析" }).waitFor();
    const text = (window: Page) => window.getByRole("status").first().innerText();
    expect(await text(colleague)).toBe(await text(nowhere));
  });
});
