import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ask, idOf, NAMED, totalOf } from "../support/http.ts";
import { browserForFile, eventually, leadingNumber } from "../support/page.ts";
import {
  cameraOf,
  cards,
  coloursOf,
  type Drawn,
  display,
  mapAnswers,
  mapCanvas,
  pixelOf,
  sideTotal,
  sideUnlocated,
} from "../support/page-map.ts";
import { addressOf, facetValue, listedIds, listTotal, searchBox } from "../support/page-people.ts";

const open = browserForFile();
const VIEWS = [
  ["工作地", "WORKPLACE", ""],
  ["出生地", "BIRTHPLACE", "&view=birth"],
  ["籍贯", "ANCESTRAL_HOME", "&view=ancestral"],
  ["母校", "ALMA_MATER", "&view=school"],
] as const;
/** China at a scale at which clusters and piles stand apart. */
const CHINA = "at=33.0000,112.0000,5.0";

async function openMap(path: string): Promise<{ page: Page; drawn: () => Drawn }> {
  let answers: ReturnType<typeof mapAnswers> | undefined;
  const { page } = await open(path, {}, async (fresh) => {
    answers = mapAnswers(fresh);
  });
  await mapCanvas(page).waitFor();
  await eventually(async () => answers?.last() !== undefined, true, "the map was answered");
  await eventually(async () => (await sideTotal(page)) !== undefined, true, "the list was answered");
  return {
    page,
    drawn: () => {
      const last = answers?.last();
      if (last === undefined) throw new Error("The map was not answered.");
      return last;
    },
  };
}

const sum = (list: readonly { count: number }[]) => list.reduce((total, item) => total + item.count, 0);

describe("one selection on map and list", () => {
  it("has the same people on the map, beside it and in the table, in each of the four views", async () => {
    const { fields } = await ask(z.object({ fields: NAMED }), "{ fields { id nameZh } }");
    const field = idOf(fields, "生命科学");
    const total = await totalOf({ fields: [field] }, "院士");
    const { page, drawn } = await openMap(`/map?q=院士&fields=${field}`);
    for (const [words, view, parameter] of VIEWS) {
      await display(page, words);
      await eventually(async () => addressOf(page).replace(/&at=[^&]*/, ""), `/map?q=院士&fields=${field}${parameter}`);
      const unlocated = await totalOf({ fields: [field], unlocatedIn: view }, "院士");
      await eventually(async () => [drawn().total, drawn().unlocated, sum(drawn().features)], [total, unlocated, total - unlocated], words);
      await eventually(() => sideTotal(page), total, words);
      await eventually(() => sideUnlocated(page), unlocated, words);
    }
    await page.getByRole("link", { name: "表格" }).click();
    await eventually(() => listTotal(page), total);
  });

  it("keeps the side list in step with a facet and with the text", async () => {
    const { page, drawn } = await openMap("/map");
    const everyone = await totalOf({});
    expect(await sideTotal(page)).toBe(everyone);
    const value = facetValue(page, "专业领域", "空天科学");
    const count = leadingNumber(await value.locator(".facet-count").innerText());
    await value.click();
    await eventually(() => sideTotal(page), count);
    await eventually(async () => drawn().total, count);
    await searchBox(page).fill("童小华");
    await searchBox(page).press("Enter");
    await eventually(() => sideTotal(page), 1);
    await eventually(async () => drawn().features.length, 1);
    await cards(page).getByRole("link", { name: "童小华" }).waitFor();
    expect(await cards(page).innerText()).toContain("同济大学");
  });

  it("really draws: land, water and circles, and a different picture in another view", async () => {
    const { page } = await openMap(`/map?${CHINA}`);
    await eventually(async () => (await coloursOf(mapCanvas(page))) > 100, true);
    const webgl = await mapCanvas(page).evaluate((canvas) => canvas instanceof HTMLCanvasElement && canvas.getContext("webgl2") !== null);
    expect(webgl).toBe(true);
    const before = await mapCanvas(page).screenshot();
    await display(page, "出生地");
    await eventually(async () => (await mapCanvas(page).screenshot()).equals(before), false);
  });
});

describe("circles", () => {
  it("zoom when they hold several places, and list their people when they hold one", async () => {
    const { page, drawn } = await openMap(`/map?${CHINA}`);
    const box = await mapCanvas(page).boundingBox();
    if (box === null) throw new Error("The map has no size.");
    const find = (kind: Drawn["features"][number]["kind"]) => {
      const camera = cameraOf(page) ?? { latitude: 33, longitude: 112, zoom: 5 };
      const margin = 120;
      const inside = drawn()
        .features.filter((point) => point.kind === kind)
        .map((point) => ({ point, ...pixelOf(camera, box, point) }))
        .filter(({ x, y }) => x > margin && y > margin && x < box.width - margin && y < box.height - margin);
      const largest = inside.sort((one, other) => other.point.count - one.point.count)[0];
      if (largest === undefined) throw new Error(`No ${kind} in sight.`);
      return largest;
    };
    const cluster = find("CLUSTER");
    await eventually(async () => (await coloursOf(mapCanvas(page))) > 100, true);
    await mapCanvas(page).click({ position: { x: cluster.x, y: cluster.y } });
    await eventually(async () => (cameraOf(page)?.zoom ?? 0) > 5.2, true, "the cluster was opened");
    expect(await sideTotal(page)).toBe(drawn().total);

    await page.goto(`/map?${CHINA}`);
    await eventually(async () => (await coloursOf(mapCanvas(page))) > 100, true);
    const pile = find("PILE");
    expect(pile.point.count).toBeGreaterThan(1);
    await mapCanvas(page).click({ position: { x: pile.x, y: pile.y } });
    await page.waitForURL(/bounds=/);
    await eventually(() => sideTotal(page), pile.point.count);
    await page.locator(".map-spot").getByText(`${pile.point.count} 人`).waitFor();
    await page.getByRole("button", { name: /^移除条件 地点/ }).click();
    await eventually(async () => new URL(page.url()).searchParams.has("bounds"), false);
    await eventually(() => sideTotal(page), await totalOf({}));
  });

  it("leave out people without a place, whose own list is as long as their count and gives the reasons", async () => {
    const { page } = await openMap("/map?view=birth");
    const button = page.locator(".map-counts-line").getByRole("button");
    const count = leadingNumber(await button.innerText());
    expect(count).toBe(await totalOf({ unlocatedIn: "BIRTHPLACE" }));
    await button.click();
    await page.waitForURL(/unlocatedIn=BIRTHPLACE/);
    await eventually(() => sideTotal(page), count);
    const reasons = (await page.locator(".map-people > .map-counts .secondary").innerText()).matchAll(/([\d,]+) 人/g);
    expect([...reasons].map((match) => leadingNumber(match[0])).reduce((one, other) => one + other, 0)).toBe(count);
  });
});

describe("flows and areas", () => {
  it("opens exactly the people behind a row of the flow table", async () => {
    const { page } = await open("/map?view=flows&level=country");
    const row = page.getByRole("table", { name: "流动的人数，从多到少" }).getByRole("row").filter({ hasText: "→" }).first();
    const count = leadingNumber(await row.getByRole("cell").innerText());
    const words = await row.getByRole("button").innerText();
    expect(count).toBeGreaterThan(2);
    await row.getByRole("button").click();
    await eventually(() => sideTotal(page), count, words);
    const chips = (await page.locator(".map-filters .chip-text").allInnerTexts()).join();
    for (const place of words.split(" → ")) {
      expect(chips).toContain(place);
    }
  });

  it("goes to the counties of Sichuan and Chongqing, each its own circle", async () => {
    const { page, drawn } = await openMap("/map");
    await page.getByRole("button", { name: "川渝", exact: true }).click();
    await page.waitForURL(/view=birth.*focus=sichuan-chongqing|focus=sichuan-chongqing.*view=birth/);
    await eventually(async () => Math.abs((cameraOf(page)?.longitude ?? 0) - 103.8) < 3, true);
    await eventually(async () => drawn().features.some((point) => point.label === "安岳县" && point.count === 2), true);
    expect(await page.locator(".map-segment input:checked").locator("..").innerText()).toBe("出生地");
  });

  it("turns the year brush and the current view into conditions that can be taken away", async () => {
    const { page } = await openMap(`/map?${CHINA}`);
    const everyone = await totalOf({});
    await page.locator(".map-tool").filter({ hasText: "出生年" }).click();
    const first = page.getByRole("slider", { name: "最早出生年" });
    await first.focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/born=\d{4}-/);
    const from = Number(/born=(\d{4})/.exec(page.url())?.[1]);
    await eventually(() => sideTotal(page), await totalOf({ birthYears: { from } }));
    await page.getByRole("button", { name: new RegExp(`^移除条件 出生年：${from}`) }).click();
    await eventually(() => sideTotal(page), everyone);

    await page.getByRole("button", { name: "圈选" }).click();
    await page.getByRole("button", { name: "选取当前视野" }).click();
    await page.waitForURL(/bounds=/);
    const [west = 0, south = 0, east = 0, north = 0] = (new URL(page.url()).searchParams.get("bounds") ?? "").split(",").map(Number);
    const inside = await totalOf({ bounds: { west, south, east, north }, boundsView: "WORKPLACE" });
    expect(inside).toBeGreaterThan(10);
    expect(inside).toBeLessThan(everyone);
    await eventually(() => sideTotal(page), inside);
    await page.getByRole("button", { name: /^移除条件 地图范围/ }).click();
    await eventually(() => sideTotal(page), everyone);
  });

  it("takes a loop drawn around people as a condition that lists exactly those inside", async () => {
    const { page } = await openMap(`/map?${CHINA}`);
    const box = await mapCanvas(page).boundingBox();
    if (box === null) throw new Error("The map has no size.");
    await page.getByRole("button", { name: "圈选" }).click();
    await page.getByRole("button", { name: "选取当前视野" }).waitFor();
    const corners = [
      [0.3, 0.3],
      [0.7, 0.3],
      [0.7, 0.7],
      [0.3, 0.7],
      [0.3, 0.32],
    ] as const;
    const spots = corners.map(([x, y]) => [box.x + x * box.width, box.y + y * box.height] as const);
    for (const [index, [x, y]] of spots.entries()) {
      await page.mouse.move(x, y, { steps: 6 });
      if (index === 0) await page.mouse.down();
    }
    await page.mouse.up();
    await page.waitForURL(/lasso=/);
    const { searchParams } = new URL(page.url());
    const lasso = (searchParams.get("lasso") ?? "").split(";").map((pair) => {
      const [longitude = Number.NaN, latitude = Number.NaN] = pair.split(",").map(Number);
      return { longitude, latitude };
    });
    const inside = await totalOf({ lasso, boundsView: "WORKPLACE" });
    expect(inside).toBeGreaterThan(5);
    expect(inside).toBeLessThan(await totalOf({}));
    await eventually(() => sideTotal(page), inside);
    await page.getByRole("button", { name: /^移除条件 圈选范围/ }).waitFor();
  });

  it("carries text and filter from the list to the map and back", async () => {
    const { fields } = await ask(z.object({ fields: NAMED }), "{ fields { id nameZh } }");
    const field = idOf(fields, "空天科学");
    const { page } = await open(`/scientists?q=院士&fields=${field}`);
    const total = await totalOf({ fields: [field] }, "院士");
    await eventually(() => listTotal(page), total);
    const people = await listedIds(page);
    await page.getByRole("link", { name: "在地图上看" }).click();
    await eventually(async () => addressOf(page).replace(/&at=[^&]*/, ""), `/map?q=院士&fields=${field}`);
    await eventually(() => sideTotal(page), total);
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "人才", exact: true }).click();
    await eventually(async () => addressOf(page), `/scientists?q=院士&fields=${field}`);
    await eventually(() => listedIds(page), people);
  });
});
