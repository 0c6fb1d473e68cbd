import type { Page } from "playwright-core";
import { z } from "zod";
import { ask } from "./http.ts";

/** What an ambassador types; the rest of the form is chosen. */
export interface Typed {
  readonly name: string;
  readonly employer: string;
  readonly from?: string;
  readonly to?: string;
}

/**
 * Fills the form as a thumb would: every character a keystroke, every choice a tap.
 * @returns how many characters were typed, in how many fields, and how many taps it took with the last on the button
 */
export async function typeReferral(page: Page, { name, employer, from = "", to = "" }: Typed) {
  const fields = [
    ["姓名", name],
    ["工作单位", employer],
    ["从", from],
    ["到", to],
  ] as const;
  const typed = fields.filter(([, text]) => text !== "");
  for (const [label, text] of typed) await page.getByLabel(label, { exact: true }).pressSequentially(text);
  await page.getByLabel("同事", { exact: true }).check();
  await page.getByLabel("已经同意", { exact: true }).check();
  return { fields: typed.length, keystrokes: typed.reduce((sum, [, text]) => sum + text.length, 0), taps: typed.length + 3 };
}

/** Waits until the browser has what was typed on its disk. */
export async function draftKept(page: Page): Promise<void> {
  await page.locator('[role="status"][aria-busy="false"]').filter({ hasText: "草稿已存在这台设备上" }).waitFor();
}

/** Waits until the app's own files are kept, so that a reload needs no signal. */
export async function shellKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

/** The bodies of what a page submitted. */
export function submissionsOf(page: Page): string[] {
  const bodies: string[] = [];
  page.on("request", (request) => {
    const body = request.postData() ?? "";
    if (body.includes('"Referrals_Submit"')) bodies.push(body);
  });
  return bodies;
}

const kept = z.object({ id: z.string(), version: z.number() });
const opened = z.object({ openEngagement: z.object({ engagement: kept }) });
const moved = z.object({ moveEngagement: z.object({ engagement: kept }) });
type Kept = z.infer<typeof kept>;

/** Another desk begins to engage somebody. */
export async function engage(scientistId: string): Promise<Kept> {
  const query = `mutation ($input: OpenEngagementInput!) {
    openEngagement(input: $input) { ... on EngagementSaved { engagement { id version } } }
  }`;
  const { openEngagement } = await ask(opened, query, { input: { scientistId, channel: "MARKET" } });
  return openEngagement.engagement;
}

/** That desk moves on to the next stage, or back with a reason. */
export async function moveTo({ id, version }: Kept, stage: string, reason: string | null = null): Promise<Kept> {
  const query = `mutation ($input: MoveEngagementInput!) {
    moveEngagement(input: $input) { ... on EngagementMoved { engagement { id version } } }
  }`;
  const { moveEngagement } = await ask(moved, query, { input: { id, version, stage, reason } });
  return moveEngagement.engagement;
}

/** Sends a submission once more, as it was sent, with the page's own session. @returns the answers */
export function sendAgain(page: Page, body: string, times: number): Promise<string[]> {
  return page.evaluate(
    async ([text, count]) => {
      const headers = { "content-type": "application/json", "apollo-require-preflight": "true", "accept-language": "zh-CN" };
      const send = async () => (await fetch("/graphql", { method: "POST", headers, body: text })).text();
      return await Promise.all(Array.from({ length: count }, send));
    },
    [body, times] as const,
  );
}

/** Everything that the browser keeps of a form: what was typed, and the addresses of the files kept for use without signal. */
export function keptBy(page: Page): Promise<{ entries: string; files: string[]; databases: number }> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const files = requests.flat().map(({ url }) => new URL(url).pathname);
    const databases = (await indexedDB.databases()).length;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("referrals");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores = [...database.objectStoreNames];
    const found = await Promise.all(
      stores.map(
        (store) =>
          new Promise<unknown>((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    database.close();
    return { entries: JSON.stringify(found), files, databases };
  });
}
