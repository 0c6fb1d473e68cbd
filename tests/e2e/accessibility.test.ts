import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { facetValues } from "../support/http.ts";
import { browserForFile, type Visit } from "../support/page.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What stands on each screen once its data has arrived. */
const SCREENS = {
  map: ".map-canvas canvas",
  list: ".people-main a[href^='/scientists/']",
  profile: ".summary-name",
  institution: ".related-person",
  compare: ".compare-heading .chip-remove",
};
type Screen = keyof typeof SCREENS;
const paths: Record<Screen, string> = { map: "/map", list: "/scientists?q=院士", profile: "", institution: "", compare: "" };
const VISITS: readonly (readonly [string, Visit])[] = [
  ["at 1440 px in Chinese", { language: "zh" }],
  ["at 1440 px in English", { language: "en" }],
  ["at 375 px in Chinese", { language: "zh", phone: true }],
  ["at 375 px in English", { language: "en", phone: true }],
];

beforeAll(async () => {
  const [one, other] = await Promise.all(["Aaron Ciechanover", "邓龙江"].map(personNamed));
  const [institution] = await facetValues("almaMaters", 1);
  paths.profile = `/scientists/${one}`;
  paths.institution = `/institutions/${institution?.id}`;
  paths.compare = `/compare?ids=${one},${other}`;
});

/** Findings of axe that keep somebody out, each with the elements it is about. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return await page.evaluate(async () => {
    const { violations, passes } = await Reflect.get(window, "axe").run(document, { resultTypes: ["violations"] });
    if (passes.length < 10) return ["axe looked at next to nothing"];
    const bad = violations.filter(({ impact }: { impact: string }) => impact === "serious" || impact === "critical");
    return bad.map(
      ({ id, nodes }: { id: string; nodes: { target: string[]; failureSummary: string }[] }) =>
        `${id}: ${nodes.map((node) => node.target.join(" ")).join(" | ")}`,
    );
  });
}

describe.each(VISITS)("for everyone, %s", (_where, visit) => {
  it.each(Object.keys(SCREENS).filter(isScreen))("the %s has no serious finding and fits its width", async (screen) => {
    const { page } = await open(paths[screen], { ...visit, context: { reducedMotion: "reduce" } });
    await page.locator(SCREENS[screen]).first().waitFor({ state: "attached" });
    await page.locator(".skeleton").first().waitFor({ state: "detached" });
    await page.waitForLoadState("networkidle");
    expect(await findings(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(overflow).toBe(0);
  });
});

function isScreen(name: string): name is Screen {
  return name in SCREENS;
}

it("opens the filters of a phone as a sheet that Escape closes", async () => {
  const { page } = await open("/scientists?q=院士", { phone: true });
  await page.locator(SCREENS.list).first().waitFor();
  await page.getByRole("button", { name: "筛选" }).first().click();
  const sheet = page.getByRole("dialog");
  await sheet.getByText("专业领域").first().waitFor();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
});
