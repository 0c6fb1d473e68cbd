import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { browserForFile, eventually } from "../support/page.ts";
import { addressOf, listedIds, listSettled, listTotal, personNamed, searchBox } from "../support/page-people.ts";

const open = browserForFile();
const HANZI = /\p{Script=Han}/u;

/** What has the focus, and whether it can be seen to have it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const style = getComputedStyle(element);
    const ring = (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
    const box = element.closest(".global-search-box");
    const outer = box !== null && (getComputedStyle(box).boxShadow !== "none" || getComputedStyle(box).outlineStyle !== "none");
    return {
      name: element.getAttribute("aria-label") ?? element.innerText.trim(),
      href: element.getAttribute("href"),
      visible: ring || outer,
    };
  });

/** Presses Tab until the focus is on what is wanted; every stop on the way must be visible. */
async function tabTo(page: Page, wanted: (at: { name: string; href: string | null }) => boolean): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (at !== null) {
      expect(at.visible, `focus on “${at.name}” can be seen`).toBe(true);
      if (wanted(at)) return;
    }
  }
  throw new Error("Tab never reached it.");
}

describe("the frame", () => {
  it("leads from the root to the map and from an unknown address to a page that says so", async () => {
    const { page } = await open("/");
    await page.waitForURL(/\/map/);
    await page.goto("/nowhere/at/all");
    await page.getByText("没有这个页面").waitFor();
    expect(await page.getByRole("navigation", { name: "主导航" }).isVisible()).toBe(true);
    await page.getByRole("main").getByRole("link").first().click();
    await page.waitForURL(/\/(map|scientists)/);
  });

  it("focuses the search on /, offers people, and closes them on Escape with the text kept", async () => {
    const { page } = await open("/scientists");
    await listSettled(page);
    await page.keyboard.press("/");
    await eventually(() => searchBox(page).evaluate((box) => box === document.activeElement), true);
    expect(await searchBox(page).inputValue()).toBe("");
    await page.keyboard.type("zengqc");
    const offered = page.getByRole("listbox", { name: "匹配的人" }).getByRole("option");
    await offered.first().waitFor();
    expect(await searchBox(page).getAttribute("aria-expanded")).toBe("true");
    await page.keyboard.press("Escape");
    await offered.first().waitFor({ state: "detached" });
    expect(await searchBox(page).inputValue()).toBe("zengqc");
    await page.keyboard.press("/");
    expect(await searchBox(page).inputValue()).toBe("zengqc/");
  });

  it("goes from search to list to profile and back by keyboard alone, the focus always visible", async () => {
    const { page } = await open("/scientists");
    await listSettled(page);
    await page.keyboard.press("/");
    await page.keyboard.type("70后 空天科学 院士");
    await page.keyboard.press("Enter");
    await eventually(() => listTotal(page), 1);
    const [id] = await listedIds(page);
    await tabTo(page, ({ href }) => href === `/scientists/${id}`);
    await page.keyboard.press("Enter");
    await page.locator(".summary-name").waitFor();
    await tabTo(page, ({ name }) => /^查看来源 \d+$/.test(name));
    await page.keyboard.press("Enter");
    await page.locator(".evidence").getByText("未核验").first().waitFor();
    await page.goBack();
    await eventually(async () => addressOf(page), "/scientists?q=70后 空天科学 院士");
    await eventually(() => listedIds(page), [id]);
  });
});

/** Every piece of the interface's own words: names of controls, headings, labels; not the data in them. */
const chromeWords = (page: Page) =>
  page.evaluate(() => {
    const data =
      ".facet-label, .chip-text, tbody, .person-card, .map-list, .map-flow-table, .fact dd, .timeline, .related li, .related-person, .footnote, " +
      ".summary-name, .summary-other, .summary-list dd, .summary-tags, .compare-heading, .language, .suggestion, .map-canvas, .map-hover, .profile .mini-map-slot";
    const words: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent !== null && parent.closest(`${data}, script, style`) === null) words.push(node.textContent ?? "");
    }
    for (const element of document.querySelectorAll("[aria-label], [title], [placeholder]")) {
      if (element.closest(data) === null) {
        words.push(
          element.getAttribute("aria-label") ?? "",
          element.getAttribute("title") ?? "",
          element.getAttribute("placeholder") ?? "",
        );
      }
    }
    return words.map((word) => word.trim()).filter((word) => word !== "");
  });

describe("the language", () => {
  it("switches every screen at once, leaves no Chinese in the English interface, and is remembered", async () => {
    const id = await personNamed("邓龙江");
    const { page } = await open("/scientists?q=邓龙江");
    await listSettled(page);
    await page.getByRole("button", { name: /EN/ }).click();
    await page.getByRole("columnheader", { name: "Alma mater" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    const other = await personNamed("童小华");
    const institution = await page.locator("td.column-employment a").first().getAttribute("href");
    for (const path of [
      "/scientists?living=true",
      `${institution}`,
      `/scientists/${id}`,
      `/compare?ids=${id},${other}`,
      "/map",
      "/nowhere",
    ]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      const words = await chromeWords(page);
      expect(words.length, path).toBeGreaterThan(8);
      expect(
        words.filter((word) => HANZI.test(word) && word !== "切换为中文"),
        path,
      ).toEqual([]);
    }
    await page.getByRole("button", { name: /EN/ }).click();
    await page.getByText("没有这个页面").waitFor();
  });
});

const isGraphql = (url: URL) => url.pathname === "/graphql";
const fail = (route: Route) => route.fulfill({ status: 500, contentType: "text/html", body: "<h1>Internal Server Error</h1>" });

describe("a server in trouble", () => {
  it("says in a sentence what happened, keeps what was typed, and recovers on retry", async () => {
    const { page } = await open("/scientists");
    await listSettled(page);
    await page.route(isGraphql, fail);
    await searchBox(page).fill("曾庆存");
    await searchBox(page).press("Enter");
    const alert = page.getByRole("main").getByRole("alert").filter({ hasText: "没有取到数据" });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("您输入的内容和筛选条件都已保留。");
    expect(await searchBox(page).inputValue()).toBe("曾庆存");
    expect(addressOf(page)).toBe("/scientists?q=曾庆存");
    await page.unroute(isGraphql, fail);
    await alert.getByRole("button", { name: "重试" }).click();
    await page.getByRole("rowheader").getByRole("link", { name: "曾庆存", exact: true }).waitFor();
  });

  it("says so on a profile and on the map as well", async () => {
    const id = await personNamed("曾庆存");
    const { page } = await open(`/scientists/${id}`, {}, (fresh) => fresh.route(isGraphql, fail));
    const alert = page.getByRole("main").getByRole("alert");
    await alert.first().waitFor();
    await page.goto("/map?q=曾庆存");
    await alert.filter({ hasText: "没有取到名单" }).waitFor();
    await page.unroute(isGraphql, fail);
    await alert.filter({ hasText: "没有取到名单" }).getByRole("button", { name: "重试" }).click();
    await page.locator(".map-list").getByRole("link", { name: "曾庆存" }).waitFor();
  });

  it.each([
    ["the list", "/scientists?q=院士", ".people-table tbody tr:not(.skeleton-row)"],
    ["a profile", "profile", ".summary-name"],
    ["the map", "/map?q=院士", ".map-card a"],
  ])("shows the shape of %s while a slow server thinks, and nothing jumps after", async (_screen, path, arrived) => {
    const address = path === "profile" ? `/scientists/${await personNamed("邓龙江")}` : path;
    const { page } = await open("about:blank");
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          if ("value" in entry && typeof entry.value === "number" && !("hadRecentInput" in entry && entry.hadRecentInput))
            shifts.push(entry.value);
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await page.route(isGraphql, async (route) => {
      const answer = await route.fetch();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      await route.fulfill({ response: answer });
    });
    await page.goto(address);
    await page.locator(".skeleton").filter({ visible: true }).first().waitFor();
    await page.locator(arrived).first().waitFor();
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    const shift = await page.evaluate(() => {
      const shifts = Reflect.get(window, "shifts");
      return Array.isArray(shifts) ? shifts.reduce((sum: number, value: number) => sum + value, 0) : Number.NaN;
    });
    expect(shift).toBeLessThan(0.1);
  });
});
