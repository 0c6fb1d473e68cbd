import { spawn } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createDriver } from "../server/db/driver.ts";
import { type EngineLog, ensureEngine, type RunningEngine, startEngine } from "../server/db/engine/index.ts";
import { migrate } from "../server/db/migrate.ts";
import { EMPTY_LISTS } from "./bench-graph.cypher.ts";
import { writeSyntheticGraph } from "./synthetic-graph.ts";

const log: EngineLog = { info: (line) => process.stderr.write(`${line}\n`), warn: (line) => process.stderr.write(`${line}\n`) };
const ENGINE_DIR = process.env.ENGINE_DIR ?? ".engine";

function run(command: string, args: readonly string[], environment: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "ignore", "inherit"] });
    child.once("error", fail);
    child.once("close", (code) => (code === 0 ? done() : fail(new Error(`${command} ended with ${code}.`))));
  });
}

/** Fills a new store with the engine's own bulk importer (`neo4j-admin database import full`), which needs no running server. */
async function importGraph(home: string, csv: string, people: number): Promise<void> {
  const jars = await ensureEngine({ engineDir: ENGINE_DIR, log });
  const { nodes, relationships } = await writeSyntheticGraph(csv, people, (written) => log.info(`${written} people written`));
  mkdirSync(join(home, "conf"), { recursive: true });
  writeFileSync(join(home, "conf", "neo4j.conf"), "dbms.usage_report.enabled=false\n");
  await run(
    "java",
    [
      "-Xmx2g",
      "--add-opens=java.base/java.nio=ALL-UNNAMED",
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
      "-cp",
      `${jars.lib}/*`,
      "org.neo4j.cli.AdminTool",
      "database",
      "import",
      "full",
      "neo4j",
      "--id-type=integer",
      "--array-delimiter=;",
      "--overwrite-destination=true",
      ...nodes.map(([label, file]) => `--nodes=${label}=${file}`),
      ...relationships.map(([type, file]) => `--relationships=${type}=${file}`),
    ],
    { NEO4J_HOME: home, NEO4J_CONF: join(home, "conf") },
  );
  rmSync(csv, { recursive: true });
}

/** A folder of the benchmark of so many people. */
export function benchFolder(people: number, name = "."): string {
  return resolve(".data-bench", String(people), name);
}

/** Migrates, and gives what the importer could not write. */
async function finishGraph(engine: RunningEngine): Promise<void> {
  const driver = createDriver(engine);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  await migrate(driver, "neo4j", quiet);
  // Transactions of their own need a session without one.
  const session = driver.session();
  for (const statement of EMPTY_LISTS) await session.run(statement);
  await session.close();
  await driver.close();
}

/**
 * A private engine with a synthetic graph of so many people under `.data-bench/<people>`, apart from any real one. The graph is made once
 * and kept; delete the folder to make it again.
 */
export async function startBenchEngine(people: number): Promise<RunningEngine> {
  const dataDir = benchFolder(people);
  const marker = join(dataDir, "complete");
  if (!existsSync(marker)) {
    rmSync(dataDir, { recursive: true, force: true });
    const started = performance.now();
    await importGraph(join(dataDir, "engine"), join(dataDir, "csv"), people);
    log.info(`synthetic graph of ${people} people imported in ${Math.round((performance.now() - started) / 1000)} s`);
  }
  const engine = await startEngine({ engineDir: ENGINE_DIR, dataDir, heap: "2g", pageCache: "2g", log });
  if (existsSync(marker)) return engine;
  try {
    await finishGraph(engine);
  } catch (error) {
    await engine.stop();
    throw error;
  }
  writeFileSync(marker, "");
  return engine;
}
