import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ensureEngine } from "../server/db/engine/index.ts";
import { TEST_ENGINE_DIR, testEngineLog } from "./support/neo4j.ts";

const VITEST = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const START_TESTS = fileURLToPath(new URL("start/", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "talent-map-tests-"));

/** What to run, as vitest takes it, such as the path of a file; everything when nothing is given. */
const chosen = process.argv.slice(2);

/** Arguments of one run of vitest. */
type Part = readonly string[];

interface Result {
  readonly passed: number;
  /** Each test that did not pass, with the first line of the reason. */
  readonly failed: readonly string[];
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

const line = (what: string, why: string | undefined) => `${what}: ${why?.split("\n")[0] ?? "did not run"}`;

/** What a run of vitest came to. A file that could not be read as tests counts as one that failed, as does a run that left no report or ended badly. */
function resultOf(file: string, part: Part, code: number | null): Result {
  try {
    const files = report.parse(JSON.parse(readFileSync(file, "utf8"))).testResults;
    const tests = files.flatMap(({ assertionResults }) => assertionResults);
    const unread = files.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0);
    const failed = [
      ...tests.filter(({ status }) => status !== "passed").map(({ fullName, failureMessages }) => line(fullName, failureMessages[0])),
      ...unread.map(({ name, message }) => line(name, message)),
    ];
    if (code !== 0 && failed.length === 0) failed.push(line(part.join(" "), `ended with ${code}`));
    return { passed: tests.filter(({ status }) => status === "passed").length, failed };
  } catch (cause) {
    return { passed: 0, failed: [line(part.join(" "), String(cause))] };
  }
}

/** Runs one part. With `later`, what it prints is held back until it has ended, so that two runs at once can be read. */
async function run(part: Part, { later }: { later: boolean }): Promise<Result> {
  const file = join(mkdtempSync(join(reports, "part-")), "report.json");
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const child = spawn(process.execPath, [VITEST, "run", ...part, ...options], { stdio: ["ignore", later ? "pipe" : "inherit", "inherit"] });
  const held: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => held.push(chunk));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  process.stdout.write(Buffer.concat(held));
  return resultOf(file, part, code);
}

/** All tests in parts that may run at once, the longest first; or those chosen, which any project may hold. */
function partsToRun(): Part[] {
  const inProjects = (...names: string[]) => names.flatMap((name) => ["--project", name]);
  const [first, journeys, starts] = [inProjects("unit", "api"), inProjects("e2e"), inProjects("start")];
  if (chosen.length > 0) return [first, journeys, starts].map((part) => [...part, ...chosen, "--passWithNoTests"]);
  const startFiles = readdirSync(START_TESTS).filter((name) => name.endsWith(".test.ts"));
  return [first, journeys, ...startFiles.map((name) => [...starts, `tests/start/${name}`])];
}

/** Runs every part, two at a time, for each keeps about one core busy; the jars that they need are fetched before. The last line says how many tests passed and failed. */
async function main(): Promise<void> {
  await ensureEngine({ engineDir: TEST_ENGINE_DIR, log: testEngineLog });
  const waiting = partsToRun();
  const results: Result[] = [];
  async function lane(later: boolean): Promise<void> {
    for (let part = waiting.shift(); part; part = waiting.shift()) results.push(await run(part, { later }));
  }
  await Promise.all([lane(false), lane(true)]);
  rmSync(reports, { recursive: true, force: true });
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.flatMap((result) => result.failed);
  for (const each of failed) process.stdout.write(`failed: ${each}\n`);
  process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

await main();
