import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { readSheet } from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask } from "../support/http.ts";
import { browserForFile, eventually } from "../support/page.ts";
import { facetValue, listedIds, listSettled, listTotal, personLinks, personNamed } from "../support/page-people.ts";

const open = browserForFile();
const ROWS = ["出生日期", "出生地", "籍贯", "毕业院校", "工作单位", "专业领域", "专长", "层次", "奖项与院士称号"];

/** The words of a cell of the comparison, without its sources. */
const cellWords = (page: Page, row: string, column: number) =>
  page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: row, exact: true }) })
    .getByRole("cell")
    .nth(column)
    .innerText();

describe("comparing people", () => {
  it("puts three side by side, says 未知 where nothing is known, and lets one go", async () => {
    const names = ["童小华", "曾庆存", "钱易"];
    const picked = await Promise.all(names.slice(1).map(personNamed));
    const { page } = await open(`/scientists?q=童小华&pick=${picked.join(",")}`);
    await page.getByRole("checkbox", { name: "选择 童小华 以对比" }).check();
    await page.getByRole("link", { name: "对比 3 人" }).click();
    await page.waitForURL(/\/compare\?ids=/);
    for (const name of names) {
      await page.getByRole("columnheader").getByRole("link", { name, exact: true }).waitFor();
    }
    const shown = await page.getByRole("columnheader").locator(".compare-heading a:not(.chip-remove)").allInnerTexts();
    for (const [column, name] of shown.entries()) {
      await compareWithRecord(page, column, await personNamed(name));
    }
    await page.getByRole("link", { name: "从对比中移除 钱易" }).click();
    await page.getByRole("columnheader").getByRole("link", { name: "钱易", exact: true }).waitFor({ state: "detached" });
    expect(await page.getByRole("columnheader").count()).toBe(3);
  });

  it("fits five people on a sheet of paper", async () => {
    const ids = await Promise.all(["童小华", "曾庆存", "钱易", "邓龙江", "Aaron Ciechanover"].map(personNamed));
    // A4 landscape between its margins, at 96 px an inch.
    const { page } = await open(`/compare?ids=${ids.join(",")}`, { context: { viewport: { width: 1009, height: 673 } } });
    await page.locator(".compare-heading .chip-remove").nth(4).waitFor();
    await page.emulateMedia({ media: "print" });
    const beyond = () => page.locator(".compare-scroller").evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
    await eventually(beyond, 0);
  });

  it("asks for a second person when there is one only, and takes no sixth", async () => {
    const { page } = await open("/scientists?q=院士");
    const boxes = page.getByRole("checkbox", { name: /^选择/ });
    await boxes.first().check();
    await page.getByText("再选 1 人即可对比").waitFor();
    for (const index of [1, 2, 3, 4]) {
      await boxes.nth(index).check();
    }
    await page.getByRole("link", { name: "对比 5 人" }).waitFor();
    await eventually(() => boxes.nth(5).isDisabled(), true);
    await page.getByRole("button", { name: "清除", exact: true }).last().click();
    await eventually(() => boxes.nth(5).isDisabled(), false);
    expect(await boxes.first().isChecked()).toBe(false);
  });
});

const place = z.object({ id: z.string() }).nullable();
const record = z.object({
  scientist: z.object({
    birthDate: z.string().nullable(),
    birthPlace: place,
    ancestralHome: place,
    education: z.array(z.unknown()),
    tier: z.string().nullable(),
  }),
});

async function compareWithRecord(page: Page, column: number, id: string): Promise<void> {
  const { scientist: person } = await ask(
    record,
    "query ($id: ID!) { scientist(id: $id) { birthDate birthPlace { id } ancestralHome { id } education { stated } tier } }",
    { id },
  );
  for (const row of ROWS) {
    expect((await cellWords(page, row, column)).trim(), `${id} ${row}`).not.toBe("");
  }
  expect((await cellWords(page, "出生日期", column)).split("\n")[0]?.trim()).toBe(person.birthDate ?? "未知");
  const unknown = {
    籍贯: person.ancestralHome === null,
    出生地: person.birthPlace === null,
    毕业院校: person.education.length === 0,
    层次: person.tier === null,
  };
  for (const [row, missing] of Object.entries(unknown)) {
    expect((await cellWords(page, row, column)).startsWith("未知"), `${id} ${row}`).toBe(missing);
  }
}

/** Gives a reason for the export, without which there is none, presses the kind of file and reads the file that the browser receives. */
async function exported(page: Page, entry: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "导出" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: entry }).click();
  await dialog.getByText("请用 4 到 200 个字写明理由。").waitFor();
  await dialog.getByLabel("导出理由").fill("核对名单");
  const [download] = await Promise.all([page.waitForEvent("download"), dialog.getByRole("button", { name: entry }).click()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe("exporting the list", () => {
  it("downloads exactly the people on screen, in their order, as XLSX and as CSV", async () => {
    const { page } = await open("/scientists?q=中国科学院院士&sort=-BIRTH_DATE&size=200");
    await facetValue(page, "专业领域", "空天科学").click();
    await page.waitForURL(/fields=/);
    await listSettled(page);
    const onScreen = await listedIds(page);
    const total = await listTotal(page);
    expect(onScreen.length).toBe(total);
    expect(onScreen.length).toBeGreaterThan(10);

    const xlsx = await exported(page, "下载 Excel（.xlsx）");
    expect(xlsx.name).toMatch(/^战略科学家名单-\d{4}-\d{2}-\d{2}\.xlsx$/);
    const [heading, ...lastRowIncluded] = await readSheet(xlsx.bytes);
    const rows = lastRowIncluded.slice(0, -1);
    expect(lastRowIncluded.at(-1)?.slice(0, 2)).toEqual(["# 水印", expect.stringContaining("演示")]);
    const idColumn = (heading ?? []).indexOf("编号");
    expect(rows.map((row) => row[idColumn])).toEqual(onScreen);
    const names = (await personLinks(page).allInnerTexts()).map((name) => name.trim());
    expect(rows.map((row) => row[(heading ?? []).indexOf("中文名")])).toEqual(names);

    const csv = await exported(page, "下载 CSV");
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = csv.bytes
      .toString("utf8")
      .split("\r\n")
      .filter((line) => line !== "");
    const people = lines.slice(1).filter((line) => !line.startsWith("#"));
    expect(people.map((line) => line.slice(-26))).toEqual(onScreen);
    expect(lines).toContain(`# 人数,${total}`);
    expect(lines.find((line) => line.startsWith("# 条件"))).toMatch(/中国科学院院士.*空天科学/);
    expect(lines.some((line) => /^# 数据日期,\d{4}-\d{2}-\d{2}$/.test(line))).toBe(true);
  });
});
