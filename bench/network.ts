import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Driver } from "neo4j-driver";
import pino from "pino";
import type { Page } from "playwright-core";
import { z } from "zod";
import { buildApp } from "../server/app.ts";
import { createDriver } from "../server/db/driver.ts";
import { startEngine } from "../server/db/engine/index.ts";
import { migrate } from "../server/db/migrate.ts";
import { write } from "../server/db/run.ts";
import { launchBrowser } from "../tests/support/browser.ts";
import { TEST_ENGINE_DIR, testEngineLog } from "../tests/support/neo4j.ts";
import { testEnv } from "../tests/support/sign-in.ts";
import { CREATE_AUTHORS, CREATE_JOINT_WORKS, CREATE_SOURCE } from "./bench-graph.cypher.ts";
import { pick, type Random, randomFrom } from "./random.ts";

const DATABASE = "neo4j";
const BATCH = 2_500;
const OPENINGS = 5;
const LONGEST_MS = 120_000;

/** A synthetic network: one author whom everybody else wrote with, and groups whose members write mostly among themselves. */
interface Size {
  readonly prefix: string;
  readonly people: number;
  readonly pairs: number;
  readonly groups: number;
}

const SIZES: readonly Size[] = [
  { prefix: "SMALL", people: 300, pairs: 1_500, groups: 6 },
  { prefix: "LARGE", people: 10_000, pairs: 50_000, groups: 40 },
];

const idOf = ({ prefix }: Size, at: number): string => `${prefix}-${String(at).padStart(5, "0")}`;

function pairsOf({ people, pairs, groups }: Size, random: Random): Set<string> {
  const made = new Set(Array.from({ length: people - 1 }, (_, at) => `0 ${at + 1}`));
  while (made.size < pairs) {
    const one = Math.floor(random() * people);
    const isOfGroup = random() < 0.85;
    const other = isOfGroup ? Math.floor((random() * people) / groups) * groups + (one % groups) : Math.floor(random() * people);
    if (other < people && one !== other) made.add(one < other ? `${one} ${other}` : `${other} ${one}`);
  }
  return made;
}

async function inBatches<T>(rows: readonly T[], each: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += BATCH) await each(rows.slice(from, from + BATCH));
}

async function makeNetwork(driver: Driver, size: Size): Promise<void> {
  const random = randomFrom(7);
  const years = Array.from({ length: 26 }, (_, at) => 2000 + at);
  const authors = Array.from({ length: size.people }, (_, at) => ({ id: idOf(size, at), name: `合成作者${at}` }));
  await inBatches(authors, (rows) => write(driver, DATABASE, CREATE_AUTHORS, { rows }));
  const works = [...pairsOf(size, random)].map((pair, at) => {
    const [one = 0, other = 0] = pair.split(" ").map(Number);
    return { id: `${size.prefix}-W${at}`, one: idOf(size, one), other: idOf(size, other), year: pick(random, years) };
  });
  await inBatches(works, (rows) => write(driver, DATABASE, CREATE_JOINT_WORKS, { rows }));
}

/** Waits until the picture and the number of people are there. @returns milliseconds since the page began to load */
function whenDrawn(page: Page): Promise<number> {
  return page
    .waitForFunction(
      () => (document.querySelector(".network-canvas canvas") && document.querySelector(".network-budget strong") ? performance.now() : 0),
      null,
      { polling: "raf", timeout: LONGEST_MS },
    )
    .then((handle) => handle.jsonValue());
}

const asked = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const answers = performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("/graphql"));
    return Math.max(0, ...answers.map(({ duration }) => duration));
  });

/** Keeps the milliseconds from frame to frame, from `benchFrames.start()` to `benchFrames.stop()`. Text, since a compiled function has helpers that the page lacks. */
const FRAMES = `window.benchFrames = {
  start() { const gaps = this.gaps = []; let last = performance.now();
    const tick = () => { if (this.gaps !== gaps) return; const now = performance.now(); gaps.push(now - last); last = now; requestAnimationFrame(tick); };
    requestAnimationFrame(tick); },
  stop() { const { gaps } = this; this.gaps = null; return gaps; },
};`;

/** Frames of the page while something is done with it. */
async function framesDuring(page: Page, milliseconds: number, act: (turn: number) => Promise<void>): Promise<string> {
  await page.evaluate("benchFrames.start()");
  const end = performance.now() + milliseconds;
  for (let turn = 0; performance.now() < end; turn += 1) await act(turn);
  const gaps = z.array(z.number()).parse(await page.evaluate("benchFrames.stop()"));
  const sorted = gaps.slice(1).sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0);
  return `${sorted.length} frames in ${milliseconds / 1_000} s; ms from frame to frame: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)}`;
}

async function pan(page: Page, turn: number): Promise<void> {
  await page.mouse.move(700 + 120 * Math.sin(turn / 8), 450 + 80 * Math.cos(turn / 8));
}

async function measureSize(page: Page, origin: string, size: Size): Promise<void> {
  const say = (what: string, figures: string): void =>
    console.log(`${`${size.people}/${size.pairs}`.padEnd(13)} ${what.padEnd(26)} ${figures}`);
  const address = `${origin}/network?people=${idOf(size, 0)}&most=${size.people}`;
  const times: string[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await page.goto(`${origin}/network`, { waitUntil: "networkidle" });
    await page.goto(address, { waitUntil: "commit" });
    const drawn = await whenDrawn(page);
    times.push(`${drawn.toFixed(0)} (longest answer ${(await asked(page)).toFixed(0)})`);
  }
  say("opened by address, ms", times.join(", "));
  say("shown", await page.locator(".network-budget strong").innerText());
  const running = page.getByRole("button", { name: "停止排布" });
  say("layout runs, hands off", await framesDuring(page, 4_000, () => page.waitForTimeout(50)));
  await page.mouse.move(700, 450);
  await page.mouse.down();
  say(`panned, layout ${(await running.count()) > 0 ? "running" : "at rest"}`, await framesDuring(page, 4_000, (turn) => pan(page, turn)));
  await page.mouse.up();
  const begun = performance.now();
  await running.waitFor({ state: "detached", timeout: LONGEST_MS });
  say("layout at rest after, s", ((performance.now() - begun) / 1_000).toFixed(1));
  await page.mouse.down();
  say("panned at rest", await framesDuring(page, 4_000, (turn) => pan(page, turn)));
  await page.mouse.up();
  say(
    "zoomed at rest",
    await framesDuring(page, 4_000, async (turn) => {
      await page.mouse.wheel(0, turn % 20 < 10 ? -120 : 120);
      await page.waitForTimeout(60);
    }),
  );
}

/** Opens synthetic networks in a real browser and prints how long that takes and how evenly the picture follows the hand. */
export async function benchNetwork(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), "talent-map-bench-network-"));
  const engine = await startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, heap: "1g", pageCache: "512m", log: testEngineLog });
  const driver = createDriver(engine);
  const log = pino({ level: "silent" });
  await migrate(driver, DATABASE, log);
  await write(driver, DATABASE, CREATE_SOURCE);
  for (const size of SIZES) await makeNetwork(driver, size);
  const app = await buildApp({ env: testEnv(), driver, log, clock: () => new Date() });
  const origin = await app.listen({ host: "127.0.0.1", port: 0 });
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "zh-CN" });
    const page = await context.newPage();
    await page.addInitScript(FRAMES);
    await context.request.post(`${origin}/auth/trial`, { data: { role: "ANALYST" } });
    for (const size of SIZES) await measureSize(page, origin, size);
  } finally {
    await browser.close();
    await app.close();
    await driver.close();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
