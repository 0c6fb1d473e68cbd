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
