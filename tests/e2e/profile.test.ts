import type { Locator, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { facetValues, idOf } from "../support/http.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import { listTotal, personNamed } from "../support/page-people.ts";

const open = browserForFile();
const UNVERIFIED = "未核验";
const operation = z.object({ operationName: z.string() });
const decorated = z.object({
  data: z.looseObject({ scientist: z.looseObject({ awards: z.array(z.looseObject({})) }) }),
});
const DATE = /\d{4}-\d{2}-\d{2}/;

async function openPerson(name: string): Promise<Page> {
  const { page } = await open(`/scientists/${await personNamed(name)}`);
  await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  return page;
}

/** A labelled fact of the first section. */
const fact = (page: Page, label: string): Locator =>
  page
    .locator(".fact")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${label}`) }) })
    .first();
const wordsOf = async (page: Page, label: string): Promise<string> => (await fact(page, label).locator("dd").innerText()).trim();

describe("a profile", () => {
  it("answers all seven kinds of fact, in plain words where nothing is known", async () => {
    const page = await openPerson("邓龙江");
    expect(await wordsOf(page, "毕业院校")).toMatch(/^电子科技大学\s*硕士/);
    expect(await wordsOf(page, "出生地")).toMatch(/^四川省 .*安岳县\s*精确到区县/);
    expect(await wordsOf(page, "工作单位")).toMatch(/^电子科技大学/);
    expect(await wordsOf(page, "籍贯")).toBe("未知");
    expect((await wordsOf(page, "专业领域")).length).toBeGreaterThan(2);
    expect(await wordsOf(page, "研究动态")).toBe("尚无研究动态记录。导入论文、专利或新闻后会显示在这里。");
    expect(await wordsOf(page, "科研需求")).toBe("尚无科研需求记录。与本人沟通后登记。");
    expect(await wordsOf(page, "团队核心成员")).toBe("尚无团队记录。导入共同成果或人工登记后会显示在这里。");
    const empty = (await page.locator(".facts dd").allInnerTexts()).filter((text) => text.trim() === "");
    expect(empty).toEqual([]);
  });

  it("says how exact a birthplace is, and that a birthplace in Chongqing is one", async () => {
    const page = await openPerson("李惕碚");
    expect(await wordsOf(page, "出生地")).toMatch(/重庆市 北碚区\s*精确到区县\s*川渝出生/);
    expect(await page.locator(".summary-tags").innerText()).toContain("川渝出生");
  });

  it("shows both of two disagreeing birth dates, one in use, each with its own source", async () => {
    const page = await openPerson("Aaron Ciechanover");
    const lines = fact(page, "出生日期").locator(".fact-line");
    const texts = (await lines.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, " ").trim());
    expect(texts).toHaveLength(2);
    expect(texts[0]).toMatch(/^1947-10-01 采用/);
    expect(texts[1]).toMatch(/^1947-09-03 另一说法/);
    expect(await fact(page, "出生日期").locator("dt").innerText()).toContain("来源不一致");

    const mark = lines
      .nth(1)
      .getByRole("button", { name: /^查看来源 \d+$/ })
      .first();
    await mark.click();
    const evidence = lines.nth(1).locator(".evidence");
    await evidence.getByText(UNVERIFIED).waitFor();
    const words = await evidence.innerText();
    expect(words).toMatch(/来源所述.*1947-09-03/);
    expect(words).toMatch(/Prize Atlas/);
    expect(words).toMatch(/读取于 \d{4}-\d{2}-\d{2}/);
    expect(await evidence.getByRole("link").getAttribute("rel")).toContain("noreferrer");
    await mark.click();
    await evidence.waitFor({ state: "hidden" });
  });

  it("gives every value a source mark, and every mark a footnote", async () => {
    const page = await openPerson("童小华");
    const marks = await page.locator(".source-mark").allInnerTexts();
    const notes = await page.locator(".footnote-number").allInnerTexts();
    expect(marks.length).toBeGreaterThan(6);
    expect([...new Set(marks)].sort()).toEqual([...notes].sort());
    const bare = page.locator(".facts .fact-line").filter({ hasNot: page.locator(".source-mark") });
    expect(await bare.allInnerTexts()).toEqual([]);
  });

  it("names related people with a reason that the other person's page bears out", async () => {
    const page = await openPerson("邓龙江");
    const related = page.locator(".related li");
    await related.filter({ hasText: "张荣桥" }).getByText("同校：电子科技大学").waitFor();
    await related.filter({ hasText: "康振生" }).getByText("同县：安岳县").waitFor();
    await related.getByRole("link", { name: "康振生" }).click();
    await page.getByRole("heading", { level: 1, name: "康振生", exact: true }).waitFor();
    expect(await wordsOf(page, "出生地")).toContain("安岳县");
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "邓龙江", exact: true }).waitFor();
  });

  it("draws the places it names on a small map, and none for a province", async () => {
    const page = await openPerson("邓龙江");
    const picture = page.getByRole("img", { name: /^地点示意图/ });
    await picture.waitFor();
    const places = (await picture.getAttribute("aria-label")) ?? "";
    expect(places).toContain("出生 安岳县");
    expect(places).toContain("工作 电子科技大学");
    expect(places).not.toContain("四川省");
    expect(await picture.locator(".mini-map-point").count()).toBeGreaterThan(1);
    await eventually(async () => ((await picture.locator(".mini-map-land").getAttribute("d")) ?? "").length > 100, true, "land is drawn");
  });

  it("stays whole for a person of whom little is known", async () => {
    const page = await openPerson("Lars Edvinsson");
    expect(await wordsOf(page, "出生日期")).toBe("未知");
    expect(await wordsOf(page, "籍贯")).toBe("未知");
    expect(await wordsOf(page, "毕业院校")).toBe("未知");
    expect(await page.locator("article").innerText()).not.toMatch(/undefined|null|NaN|Invalid/);
  });

  it("says so when there is no such scientist or institution", async () => {
    const { page } = await open("/scientists/01KDVDNA00AAAAAAAAAAAAAAAA");
    await page.getByText("没有这位科学家").waitFor();
    await page.goto("/institutions/01KDVDNA00AAAAAAAAAAAAAAAA");
    await page.getByText("没有这个机构").waitFor();
  });
});

describe("the evidence of a fact", () => {
  it("closes on Escape and gives the focus back to the mark that opened it", async () => {
    const page = await openPerson("Aaron Ciechanover");
    const line = fact(page, "出生日期").locator(".fact-line").nth(1);
    await line.locator(".source-mark").first().press("Enter");
    const link = line.locator(".evidence").getByRole("link");
    await link.focus();
    await page.keyboard.press("Escape");
    await line.locator(".evidence").waitFor({ state: "hidden" });
    await eventually(
      () =>
        line
          .locator(".source-mark")
          .first()
          .evaluate((mark) => mark === document.activeElement),
      true,
    );
  });
});

describe("somebody with very many facts", () => {
  const MANY = 300;
  /** Answers with the same person, whose one award was received very often. */
  async function openDecorated(): Promise<Page> {
    const id = await personNamed("Aaron Ciechanover");
    const { page } = await open(`/scientists/${id}`, {}, (opened) =>
      opened.route("**/graphql", async (route) => {
        const { operationName } = operation.parse(route.request().postDataJSON());
        if (operationName !== "Scientists_Profile") return route.continue();
        const response = await route.fetch();
        const answer = decorated.parse(await response.json());
        const [award] = answer.data.scientist.awards;
        const awards = Array.from({ length: MANY }, (_, index) => ({ ...award, category: `演示 ${index}` }));
        await route.fulfill({ response, json: { data: { ...answer.data, scientist: { ...answer.data.scientist, awards } } } });
      }),
    );
    await page.getByRole("heading", { level: 1, name: "Aaron Ciechanover", exact: true }).waitFor();
    return page;
  }

  it("shows the first of them, all when asked, and all on paper", async () => {
    const page = await openDecorated();
    const lines = fact(page, "奖项与院士称号").locator(".fact-line").filter({ visible: true });
    expect(await lines.count()).toBe(10);
    const more = fact(page, "奖项与院士称号").getByRole("button", { name: `更多（共 ${MANY} 项）` });
    await more.click();
    await eventually(() => lines.count(), MANY);
    await fact(page, "奖项与院士称号").getByRole("button", { name: "收起" }).click();
    await eventually(() => lines.count(), 10);
    await page.emulateMedia({ media: "print" });
    await eventually(() => lines.count(), MANY);
  });
});

describe("a printed profile", () => {
  it("keeps facts and numbered sources with dates, and leaves out what belongs to the screen", async () => {
    const page = await openPerson("Aaron Ciechanover");
    await page.locator(".related li").first().waitFor();
    await page.emulateMedia({ media: "print" });
    await page.locator(".header").waitFor({ state: "hidden" });
    for (const hidden of [".rail", ".related", ".mini-map-slot", ".evidence"]) {
      expect(await page.locator(hidden).filter({ visible: true }).count(), hidden).toBe(0);
    }
    const notes = await page.locator(".footnote").filter({ visible: true }).allInnerTexts();
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes) {
      expect(note).toMatch(DATE);
      expect(note).toContain(UNVERIFIED);
      expect(note).toMatch(/https?:\/\//);
    }
    expect(await page.getByText(/^打印于 \d{4}-\d{2}-\d{2}，数据截至 \d{4}-\d{2}-\d{2}$/).isVisible()).toBe(true);
    const numbers = await page.locator(".facts .source-mark").filter({ visible: true }).allInnerTexts();
    expect(numbers.length).toBeGreaterThan(5);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
  });
});

describe("an institution", () => {
  it("counts its people as the lists that the counts open", async () => {
    const id = idOf(await facetValues("employers", 50), "北京大学");
    const { page } = await open(`/institutions/${id}`);
    for (const heading of ["在此工作过的人", "在此学习过的人"]) {
      const link = page.getByRole("heading", { name: heading }).getByRole("link");
      const count = leadingNumber(await link.innerText());
      expect(count).toBeGreaterThan(20);
      await link.click();
      await eventually(() => listTotal(page), count, heading);
      await page.goBack();
      await page.getByRole("heading", { level: 1, name: "北京大学", exact: true }).waitFor();
    }
  });
});
