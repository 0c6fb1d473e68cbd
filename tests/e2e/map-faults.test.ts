import type { Page, Route } from "playwright-core";
import { describe, expect, it } from "vitest";
import { totalOf } from "../support/http.ts";
import { browserForFile, eventually } from "../support/page.ts";
import { coloursOf, mapCanvas, sideTotal } from "../support/page-map.ts";
import { addressOf, listSettled } from "../support/page-people.ts";

const open = browserForFile();

/** The reviewed map of an operator, as the server would describe it. */
const ARCHIVE = {
  kind: "PMTILES",
  approvalNo: "GS(2024)0000号",
  owner: "演示单位",
  expires: "2030-01-01",
  url: "/basemap/archive.pmtiles",
};

/** Whether a request asks for one operation of the API. */
function asks(route: Route, operation: string): boolean {
  return (route.request().postData() ?? "").includes(`"operationName":"${operation}"`);
}

async function withArchive(page: Page): Promise<void> {
  await page.route("**/graphql", (route) =>
    asks(route, "Map_Basemap") ? route.fulfill({ json: { data: { basemap: ARCHIVE } } }) : route.continue(),
  );
  await page.route("**/basemap/**", (route) => route.fulfill({ status: 206, body: Buffer.alloc(16_384, 7) }));
}

describe("the map in trouble", () => {
  it("says in one sentence that the base map is broken, and goes on with land and the same people", async () => {
    const { page } = await open("/map?at=33.0000,112.0000,5.0", {}, withArchive);
    await page.getByText("底图没有取到，已改用陆地图。").waitFor();
    expect(await page.locator(".map-note").innerText()).not.toContain(ARCHIVE.approvalNo);
    await mapCanvas(page).waitFor();
    await eventually(async () => (await coloursOf(mapCanvas(page))) > 100, true);
    await eventually(() => sideTotal(page), await totalOf({}));
  });

  it("does not call it a lack of moves when the flows could not be had, and brings them on request", async () => {
    let failing = true;
    const { page } = await open("/map?view=flows", {}, (fresh) =>
      fresh.route("**/graphql", (route) =>
        failing && asks(route, "Map_Flows") ? route.fulfill({ status: 500, json: {} }) : route.continue(),
      ),
    );
    const side = page.locator(".map-flow");
    await side.getByText("没有取到流动数据").waitFor();
    expect(await side.getByText("没有可画的流动").count()).toBe(0);
    failing = false;
    await side.getByRole("button", { name: "重试" }).click();
    await side.getByRole("table").waitFor();
    await eventually(() => side.getByText("没有取到流动数据").count(), 0);
  });
});

it("takes the name of an opened pile to the list and back, and drops it with its condition", async () => {
  const { page } = await open("/scientists?bounds=116.2,39.9,116.5,40.1&boundsView=WORKPLACE&spot=清华大学");
  const remove = page.getByRole("button", { name: /^移除条件 地点：清华大学/ });
  await remove.waitFor();
  await page.getByRole("link", { name: "在地图上看" }).click();
  await page.locator(".map-spot").getByText("清华大学").waitFor();
  expect(await page.getByRole("link", { name: "表格" }).getAttribute("href")).toContain(`spot=${encodeURIComponent("清华大学")}`);
  await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "人才", exact: true }).click();
  await page.waitForURL(/\/scientists\?/);
  // The map has the same chip, and stays until the list has come.
  await listSettled(page);
  await remove.click();
  await eventually(async () => addressOf(page), "/scientists");
});
