import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask, facetValues, idOf, NAMED, totalOf } from "../support/http.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import { addressOf, facetValue, listedIds, listSettled, listTotal, personLinks, searchBox } from "../support/page-people.ts";

const open = browserForFile();
const operation = z.object({ operationName: z.string() });
const SENTENCE = "70后 空天科学 院士";

/** Removes the condition whose words these are. */
const removeChip = (page: Page, words: string) => page.getByRole("button", { name: `移除条件 ${words}` }).click();

async function idsOf(names: { fields?: string; awards?: string[] }): Promise<{ fields: string[]; awards: string[] }> {
  const { fields } = await ask(z.object({ fields: NAMED }), "{ fields { id nameZh } }");
  const awards = await facetValues("awards", 50);
  return { fields: names.fields ? [idOf(fields, names.fields)] : [], awards: (names.awards ?? []).map((name) => idOf(awards, name)) };
}

describe("finding a person by a name", () => {
  it.each([
    ["given name first", "qingcun zeng", "曾庆存"],
    ["family name first, as one word", "zengqingcun", "曾庆存"],
    ["initials", "zqc", "曾庆存"],
    ["a misread family name", "Ceng Qingcun", "曾庆存"],
    ["initials in capitals", "TXH", "童小华"],
    ["a Latin name the wrong way round", "Ciechanover Aaron", "Aaron Ciechanover"],
  ])("reaches the profile from %s", async (_how, typed, name) => {
    const { page } = await open("/scientists");
    await searchBox(page).fill(typed);
    await page.getByRole("option").filter({ hasText: name }).click();
    await page.waitForURL(/\/scientists\/\w{26}$/);
    await page.getByRole("heading", { level: 1, name, exact: true }).waitFor();
  });

  it("lists everybody found when Enter is pressed, and says why each matched", async () => {
    const { page } = await open("/scientists");
    await searchBox(page).fill("zhang");
    await searchBox(page).press("Enter");
    await page.waitForURL(/\?q=zhang$/);
    const total = await totalOf({}, "zhang");
    expect(total).toBeGreaterThan(20);
    await eventually(() => listTotal(page), total);
    await listSettled(page);
    const shown = await personLinks(page).count();
    expect(shown).toBe(Math.min(50, total));
    expect(await page.getByRole("rowheader").getByRole("list", { name: "匹配" }).count()).toBe(shown);
  });
});

describe("a sentence", () => {
  it("becomes chips, and each one taken away widens the list by exactly its condition", async () => {
    const { page } = await open("/scientists");
    await searchBox(page).fill(SENTENCE);
    await searchBox(page).press("Enter");
    const { fields, awards } = await idsOf({ fields: "空天科学", awards: ["中国科学院院士", "中国工程院院士"] });
    const all = await totalOf({ birthDecades: ["1970"], fields, awards });
    await eventually(() => listTotal(page), all);
    const chips = page.locator(".people-chips .chip-text");
    await eventually(
      () => chips.allInnerTexts(),
      ["出生年代：1970年代", "专业领域：空天科学", "奖项与院士称号：中国科学院院士、中国工程院院士"],
    );

    await removeChip(page, "专业领域：空天科学");
    const withoutField = await totalOf({ birthDecades: ["1970"], awards });
    expect(withoutField).toBeGreaterThan(all);
    await eventually(() => listTotal(page), withoutField);
    expect(await searchBox(page).inputValue()).toBe("70后 院士");

    await removeChip(page, "出生年代：1970年代");
    const academicians = await totalOf({ awards });
    expect(academicians).toBeGreaterThan(withoutField);
    await eventually(() => listTotal(page), academicians);
    await eventually(() => chips.allInnerTexts(), ["奖项与院士称号：中国科学院院士、中国工程院院士"]);
  });

  it("that finds nobody offers the conditions to drop, each with the number it would bring", async () => {
    const { page } = await open("/scientists?q=70后 四川 空天科学");
    const ways = page.locator(".advice").getByRole("link");
    await ways.first().waitFor();
    const promised = leadingNumber((await ways.first().locator(".secondary").innerText()).trim());
    expect(promised).toBeGreaterThan(0);
    await ways.first().click();
    await eventually(() => listTotal(page), promised);
  });
});

describe("a sentence on a phone", () => {
  it("leaves the list where it is when its conditions arrive late", async () => {
    let understood: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      understood = resolve;
    });
    const { page } = await open(`/scientists?q=${SENTENCE}`, { phone: true }, (opened) =>
      opened.route("**/graphql", async (route) => {
        if (operation.parse(route.request().postDataJSON()).operationName === "Selection_Facets") await held;
        await route.continue();
      }),
    );
    const top = async () => (await page.locator(".people-scroller").boundingBox())?.y;
    await page.locator(".person-card a").first().waitFor();
    const before = await top();
    understood();
    await page.locator(".people-chips .chip").nth(2).waitFor();
    expect(await top()).toBe(before);
  });
});

describe("filters, order and columns", () => {
  it("opens a facet value to a list exactly as long as its count, and keeps it in the address", async () => {
    const { page } = await open("/scientists");
    const value = facetValue(page, "专业领域", "空天科学");
    const count = leadingNumber(await value.locator(".facet-count").innerText());
    await value.click();
    const { fields } = await idsOf({ fields: "空天科学" });
    await page.waitForURL(`**/scientists?fields=${fields}`);
    await eventually(() => listTotal(page), count);
    await page.getByLabel("每页").selectOption("200");
    await eventually(() => personLinks(page).count(), count);
    await page.reload();
    await listSettled(page);
    expect(new Set(await listedIds(page)).size).toBe(count);
    expect(await value.getAttribute("aria-current")).toBe("true");
  });

  it("goes back to each earlier state exactly, scrolled where it was", async () => {
    const { page } = await open("/scientists?q=院士");
    const order = page.getByRole("combobox", { name: "排序" });
    const look = async () => {
      const ids = await listedIds(page);
      return {
        address: addressOf(page),
        total: await listTotal(page),
        order: await order.inputValue(),
        shown: ids.length,
        first: ids[0],
        last: ids.at(-1),
      };
    };
    await listSettled(page);
    const first = await look();
    await facetValue(page, "专业领域", "物质科学").click();
    await eventually(async () => (await listTotal(page)) !== first.total, true);
    await listSettled(page);
    const second = await look();
    await order.selectOption("-BIRTH_DATE");
    await eventually(async () => (await listedIds(page))[0] !== second.first, true);
    await listSettled(page);
    const third = await look();
    await page.goBack();
    await eventually(look, second);
    await page.goForward();
    await eventually(look, third);
    await personLinks(page).nth(30).scrollIntoViewIfNeeded();
    const scrolled = () => page.locator(".people-scroller").evaluate((element) => element.scrollTop);
    const position = await scrolled();
    expect(position).toBeGreaterThan(100);
    await personLinks(page).nth(30).click();
    await page.locator(".summary-name").waitFor();
    await page.goBack();
    await eventually(look, third);
    await eventually(scrolled, position);
    await page.goBack();
    await eventually(look, second);
    await page.goBack();
    await eventually(look, first);
    expect(await searchBox(page).inputValue()).toBe("院士");
  });

  it("sorts by birth from the column heading, both ways, unknown years last", async () => {
    const { page } = await open("/scientists?q=中国工程院院士&size=200");
    const column = page.getByRole("columnheader", { name: "出生年" });
    const years = async () => (await page.locator("td.column-birthYear").allInnerTexts()).map((text) => text.trim());
    for (const [direction, sign] of [
      ["ascending", 1],
      ["descending", -1],
    ] as const) {
      await column.getByRole("button").click();
      await eventually(() => column.getAttribute("aria-sort"), direction);
      const sorted = async () => {
        const known = (await years()).filter((year) => year !== "未知").map(Number);
        return known.length > 50 && known.every((year, index) => index === 0 || (year - (known[index - 1] ?? year)) * sign >= 0);
      };
      await eventually(sorted, true, direction);
      const all = await years();
      const unknown = all.indexOf("未知");
      expect(unknown === -1 || all.slice(unknown).every((year) => year === "未知")).toBe(true);
    }
  });

  it("shows and hides columns, and keeps the choice in the address", async () => {
    const { page } = await open("/scientists?q=曾庆存");
    const heading = (name: string) => page.getByRole("columnheader", { name, exact: true });
    await page.getByRole("button", { name: "列", exact: true }).click();
    await page.getByRole("checkbox", { name: "出生地" }).uncheck();
    await page.getByRole("checkbox", { name: "籍贯" }).check();
    await heading("出生地").waitFor({ state: "detached" });
    await heading("籍贯").waitFor();
    await page.keyboard.press("Escape");
    await page.reload();
    await listSettled(page);
    expect(await heading("出生地").count()).toBe(0);
    expect(await page.locator("td.column-ancestralHome").innerText()).toBe("未知");
  });
});
