import type { Locator, Page } from "playwright-core";
import { inject } from "vitest";
import { z } from "zod";
import { ask } from "./http.ts";

/** The search box in the header. */
export function searchBox(page: Page): Locator {
  return page.getByRole("combobox", { name: /^(搜索科学家|Search scientists)$/ });
}

/** Waits until the list of people shows the answer to what the address asks. */
export async function listSettled(page: Page): Promise<void> {
  // The address changes before the page has taken it in: what is shown must be of this very address.
  await page.waitForFunction(() => {
    const list = document.querySelector<HTMLElement>('.people-scroller[aria-busy="false"][data-stale="false"]');
    return list !== null && list.dataset.address === window.location.search;
  });
  await page.locator(".toolbar-total[title]").waitFor();
}

/** How many people the list says it has; undefined while it is not known. */
export async function listTotal(page: Page): Promise<number | undefined> {
  const title = await page.locator(".toolbar-total").getAttribute("title");
  return title === null ? undefined : Number(title.replaceAll(",", ""));
}

/** The links to the people of the table, in its order. */
export function personLinks(page: Page): Locator {
  return page.getByRole("rowheader").getByRole("link");
}

/** Ids of the people in the table, in its order. */
export async function listedIds(page: Page): Promise<string[]> {
  const hrefs = await personLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  return hrefs.map((href) => href.replace("/scientists/", ""));
}

/** One value of a facet of the panel, by its words. */
export function facetValue(page: Page, facet: string, value: string): Locator {
  const group = page.locator(".facet").filter({ has: page.getByRole("button", { name: facet }) });
  return group.getByRole("link").filter({ has: page.getByText(value, { exact: true }) });
}

/** The path and query of a page, readable. */
export function addressOf(page: Page): string {
  const { pathname, search } = new URL(page.url());
  return decodeURIComponent(`${pathname}${search}`.replaceAll("+", " "));
}

const named = z.object({ id: z.string(), nameZh: z.string().nullable(), nameEn: z.string().nullable() });
const found = z.object({ scientists: z.object({ edges: z.array(z.object({ node: named })) }) });

/** Id of the one person of this exact name. */
export async function personNamed(name: string): Promise<string> {
  const { scientists } = await ask(
    found,
    "query ($query: String) { scientists(query: $query, first: 20) { edges { node { id nameZh nameEn } } } }",
    { query: name },
  );
  const person = scientists.edges.find(({ node }) => node.nameZh === name || node.nameEn === name);
  if (person === undefined) {
    throw new Error(`Nobody is called ${name} at ${inject("origin")}.`);
  }
  return person.node.id;
}
