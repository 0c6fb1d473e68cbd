import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { ensureEngine } from "../server/db/engine/index.ts";
import { TEST_ENGINE_DIR, testEngineLog } from "./support/neo4j.ts";

const VITEST = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "talent-map-tests-"));

interface Ran {
  readonly passed: number;
  readonly failed: number;
}

const report = z.object({
  numTotalTests: z.number(),
  numPassedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

/** What a run of vitest came to. A file that could not be read as tests counts as one that failed, as does a run that left no report. */
function resultOf(file: string, code: number | null): Ran {
  try {
    const { numTotalTests, numPassedTests, testResults } = report.parse(JSON.parse(readFileSync(file, "utf8")));
    const unread = testResults.filter(({ status, assertionResults }) => status === "failed" && assertionResults.length === 0).length;
    const failed = numTotalTests - numPassedTests + unread;
    return { passed: numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Runs some projects of vitest. With `later`, what it prints is held back until it has ended, so that two runs at once can be read. */
async function run(projects: readonly string[], { later = false } = {}): Promise<Ran> {
  const file = join(reports, `${projects.join("-")}.json`);
  const chosen = projects.flatMap((project) => ["--project", project]);
  const options = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const child = spawn(process.execPath, [VITEST, "run", ...chosen, ...options], {
    stdio: ["ignore", later ? "pipe" : "inherit", "inherit"],
  });
  const held: Buffer[] = [];
  child.stdout?.on("data", (chunk: Buffer) => held.push(chunk));
  const code = await new Promise<number | null>((done) => child.once("close", done));
  process.stdout.write(Buffer.concat(held));
  return resultOf(file, code);
}

/**
 * All tests; the last line says how many passed and failed. The journeys keep about one core busy, as does what needs no browser, so the two run side by
 * side, each file by file; the jars that both need are fetched before.
 */
async function main(): Promise<void> {
  await ensureEngine({ engineDir: TEST_ENGINE_DIR, log: testEngineLog });
  const withoutBrowser = async () => [await run(["unit", "api"]), await run(["start"])];
  const [others, journeys] = await Promise.all([withoutBrowser(), run(["e2e"], { later: true })]);
  rmSync(reports, { recursive: true, force: true });
  const ran = [...others, journeys];
  const passed = ran.reduce((sum, each) => sum + each.passed, 0);
  const failed = ran.reduce((sum, each) => sum + each.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}

await main();
