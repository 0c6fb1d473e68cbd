import { startEngine } from "../../server/db/engine/index.ts";
import { TEST_ENGINE_DIR, TEST_MEMORY, testEngineLog } from "../support/neo4j.ts";

// A parent to be killed: starts an engine on the data directory given, prints its connection and keeps it until it ends.
const [, , dataDir = ""] = process.argv;
const engine = await startEngine({ engineDir: TEST_ENGINE_DIR, dataDir, ...TEST_MEMORY, log: testEngineLog });
process.stdout.write(`${JSON.stringify({ uri: engine.uri, password: engine.password, pid: engine.pid })}\n`);
await engine.exited;
