import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import type { TestProject } from "vitest/node";
import { buildApp } from "../../server/app.ts";
import { seedIfEmpty } from "../../server/cli/seed.ts";
import { createDriver } from "../../server/db/driver.ts";
import { startEngine } from "../../server/db/engine/index.ts";
import { migrate } from "../../server/db/migrate.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY, testEngineLog } from "./neo4j.ts";
import { issueToken, testEnv } from "./sign-in.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the product with its real seeds, such as `http://127.0.0.1:40123`. */
    origin: string;
    /** A bearer token of a recruiting officer. */
    token: string;
  }
}

/** Starts the whole product once for all journeys: its own engine, the real seeds, the built web app, one port. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), "talent-map-e2e-"));
  const engine = await startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, log: testEngineLog });
  const driver = createDriver(engine);
  const log = pino({ level: "silent" });
  await migrate(driver, "neo4j", log);
  await seedIfEmpty(driver, "neo4j", log);
  const app = await buildApp({ env: testEnv(), driver, log, clock: () => new Date() });
  project.provide("origin", await app.listen({ host: "127.0.0.1", port: 0 }));
  project.provide("neo4j", { uri: engine.uri, user: engine.user, password: engine.password });
  project.provide("token", await issueToken(driver, "OFFICER"));
  return async () => {
    await app.close();
    await driver.close();
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
