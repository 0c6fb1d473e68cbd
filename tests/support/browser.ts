import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

const SYSTEM_BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];
/** WebGL in software, so that the map draws on a machine without a graphics card. */
const FLAGS = [
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

async function packagedBrowser(): Promise<{ executablePath: string; args: string[] }> {
  // The package unpacks its own nss libraries only when it believes to run there; it must be told before it is imported.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs22.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  return { executablePath: await packaged.executablePath(), args: packaged.args };
}

/** A real browser: the system's Chromium when there is one, else the one that an npm package carries. */
export async function launchBrowser(): Promise<Browser> {
  const system = SYSTEM_BROWSERS.find((path) => existsSync(path));
  if (system !== undefined) {
    return await chromium.launch({ executablePath: system, args: FLAGS });
  }
  const packaged = await packagedBrowser();
  return await chromium.launch({ executablePath: packaged.executablePath, args: [...packaged.args, ...FLAGS] });
}

/** What a page asked of other hosts, and what it complained of; both must stay empty. */
export interface PageWatch {
  readonly foreignRequests: string[];
  readonly consoleErrors: string[];
}

/** Watches a page from its first request on. */
export function watchPage(page: Page, origin: string): PageWatch {
  const watch: PageWatch = { foreignRequests: [], consoleErrors: [] };
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith("data:") && !url.startsWith("blob:")) {
      watch.foreignRequests.push(url);
    }
  });
  page.on("console", (message) => {
    if (message.type() === "error") {
      watch.consoleErrors.push(message.text());
    }
  });
  page.on("pageerror", (error) => watch.consoleErrors.push(error.message));
  return watch;
}
