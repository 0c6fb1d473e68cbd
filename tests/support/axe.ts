import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Findings of axe that keep somebody out, each with the elements it is about. */
export async function findings(page: Page): Promise<string[]> {
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

/** By how many pixels a page is wider than its window. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** Each width and language in which a screen is looked at. */
export const VISITS = [
  ["at 1440 px in Chinese", { language: "zh" }],
  ["at 1440 px in English", { language: "en" }],
  ["at 375 px in Chinese", { language: "zh", phone: true }],
  ["at 375 px in English", { language: "en", phone: true }],
] as const;

/** A visit without movement, so that nothing is looked at half-way. */
export const STILL = { context: { reducedMotion: "reduce" } } as const;

/** What is wrong with a screen once everything on it has arrived, of which `shown` is a part: findings of axe and pixels beyond its width. */
export async function faultsOf(page: Page, shown: string): Promise<string[]> {
  await page.locator(shown).first().waitFor();
  await page.locator(".skeleton").first().waitFor({ state: "detached" });
  await page.waitForLoadState("networkidle");
  const beyond = await overflow(page);
  const { pathname, search } = new URL(page.url());
  return [...(await findings(page)), ...(beyond === 0 ? [] : [`${beyond} px too wide`])].map((fault) => `${pathname}${search}: ${fault}`);
}
