import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type EngineLog, startEngine } from "../../server/db/engine/index.ts";

/** How tests reach the database that the run shares. */
export interface TestNeo4j {
  uri: string;
  user: string;
  password: string;
}

const toStderr = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** Where engines started by tests report to. */
export const testEngineLog: EngineLog = { info: toStderr, warn: toStderr };

/** The jars' folder, shared with `npm start` so that a machine fetches them once. */
export const TEST_ENGINE_DIR = process.env.ENGINE_DIR ?? join(import.meta.dirname, "..", "..", ".engine");

/** Small enough to stand beside a browser on a small machine. */
export const TEST_MEMORY = { heap: "512m", pageCache: "128m" } as const;

/** A server that someone keeps running for tests, from TEST_NEO4J_URI (user and password in TEST_NEO4J_USER and TEST_NEO4J_PASSWORD). */
function sharedServer(): TestNeo4j | undefined {
  const { TEST_NEO4J_URI: uri, TEST_NEO4J_USER: user = "neo4j", TEST_NEO4J_PASSWORD: password } = process.env;
  return uri === undefined || password === undefined ? undefined : { uri, user, password };
}

/** One real Neo4j for a test run: the shared one when there is one, else a private engine on a new data directory, removed by `stop`. */
export async function testNeo4j(): Promise<TestNeo4j & { stop(): Promise<void> }> {
  const shared = sharedServer();
  if (shared !== undefined) return { ...shared, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), "talent-map-test-"));
  const engine = await startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, log: testEngineLog });
  const stop = async (): Promise<void> => {
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { uri: engine.uri, user: engine.user, password: engine.password, stop };
}
