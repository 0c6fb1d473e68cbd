import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { facetValues } from "../support/http.ts";
import { browserForFile } from "../support/page.ts";
import { display } from "../support/page-map.ts";
import { personNamed } from "../support/page-people.ts";

const open = browserForFile();
const BUILD = join(import.meta.dirname, "..", "..", "web", "dist");

/**
 * Addresses that may stand in the built code because nothing is ever fetched from them: names of XML and JSON vocabularies, pages that a
 * library names in a message or a comment, and the addresses of identifiers that a reader may choose to open.
 */
const NEVER_FETCHED = [
  "http://www.w3.org/",
  "http://www.gexf.net/",
  "http://gexf.net/",
  "http://graphml.graphdrawing.org/xmlns",
  "http://json-schema.org/draft-",
  "https://json-schema.org/draft/",
  "https://orcid.org/${",
  "https://openalex.org/${",
  "https://www.wikidata.org/wiki/${",
  "https://ror.org/${",
  "https://reactrouter.com/en/main/routers/",
  "https://react.dev/errors/",
  "https://react.i18next.com/latest/",
  "https://github.com/mapbox/mapbox-gl-js/issues/",
  "https://github.com/maplibre/maplibre-gl-js/blob/",
  "https://github.com/ungap/url-search-params",
  "https://github.com/protomaps/PMTiles/tree/",
  "https://wiki.openstreetmap.org/wiki/This_map_requires_WebGL",
  // Value of the attribution control, which the map does not show.
  "https://maplibre.org/",
  // Bases against which a library resolves relative addresses; nothing answers there.
  "https://maplibre.invalid/",
  "http://localhost",
];

/** Every file of the build that a browser reads as code, page, style or data. */
function builtFiles(): { name: string; text: string }[] {
  const entries = readdirSync(BUILD, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .filter((entry) => /\.(js|css|html|json|svg|map)$/.test(entry.name))
    .map((entry) => ({ name: entry.name, text: readFileSync(join(entry.parentPath, entry.name), "utf8") }));
}

describe("the built web app", () => {
  it("names no host that a map or a library could be fetched from", () => {
    const files = builtFiles();
    expect(files.length).toBeGreaterThan(10);
    const addresses = files.flatMap(({ text }) =>
      [...text.matchAll(/(?:https?:|["'`])\/\/[a-z0-9-]+[^"'`\s)<>]*/gi)].map(([address]) => address),
    );
    expect(addresses.length).toBeGreaterThan(50);
    const unexpected = addresses.filter((address) => !NEVER_FETCHED.some((allowed) => address.startsWith(allowed)));
    expect([...new Set(unexpected)]).toEqual([]);
  });

  it("carries land without national borders", () => {
    const names = builtFiles().map(({ name }) => name);
    expect(names.filter((name) => /countries|admin|border|boundar/i.test(name))).toEqual([]);
    const objects = builtFiles().flatMap(({ text }) => [...text.matchAll(/"?objects"?:\s*\{\s*"?(\w+)"?/g)].map((match) => match[1]));
    expect(objects.length).toBeGreaterThan(0);
    expect(new Set(objects)).toEqual(new Set(["land"]));
  });
});

describe("a walk through every screen", () => {
  it("asks nothing of another host and makes the browser complain of nothing", async () => {
    const [one, other] = await Promise.all(["童小华", "Aaron Ciechanover"].map(personNamed));
    const [institution] = await facetValues("employers", 1);
    const { page, watch } = await open("/map");
    const canvas = page.locator(".map-canvas canvas");
    await canvas.waitFor();
    for (const view of ["出生地", "籍贯", "母校", "流动"]) {
      await display(page, view);
      await page.waitForURL(/view=/);
    }
    await page.goto("/map?view=birth&at=29.5,106.5,7");
    await canvas.waitFor();
    await page.waitForLoadState("networkidle");
    for (const path of [
      "/scientists?q=院士&columns=name,awards,sources",
      `/scientists/${one}`,
      `/scientists/${other}`,
      `/institutions/${institution?.id}`,
      `/compare?ids=${one},${other}`,
      "/nowhere",
    ]) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await page.getByRole("main").locator("h1, h2, .notice-title, .empty-title, a").first().waitFor();
    }
    expect(watch.consoleErrors).toEqual([]);
    expect(watch.foreignRequests).toEqual([]);
  });

  it("is held to this host by the server's own policy", async () => {
    const answer = await fetch(`${inject("origin")}/map`);
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
    const { page } = await open("/scientists");
    const refused = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener("securitypolicyviolation", (violation) => resolve(violation.effectiveDirective), { once: true });
          fetch("https://tile.example.invalid/0/0/0.png").catch(() => undefined);
        }),
    );
    expect(refused).toBe("connect-src");
  });
});
