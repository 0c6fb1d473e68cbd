import { cpus, loadavg } from "node:os";
import pino from "pino";
import { buildApp } from "../server/app.ts";
import { createDriver } from "../server/db/driver.ts";
import { startBenchEngine } from "./bench-engine.ts";
import { type Ask, measureAll } from "./cases.ts";
import { type Measured, table } from "./measure.ts";

const MEGABYTE = 1_000_000;

function memory(): string {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return `resident ${Math.round(rss / MEGABYTE)} MB, of it heap ${Math.round(heapUsed / MEGABYTE)} MB and typed arrays ${Math.round(arrayBuffers / MEGABYTE)} MB`;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Asks an app through its own door, without a socket. */
function asker(app: Awaited<ReturnType<typeof buildApp>>): Ask {
  return async (query, variables) => {
    const answer = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json" },
      payload: { query, variables },
    });
    const body: { data?: unknown; errors?: unknown } = answer.json();
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
}

function report(one: Measured): void {
  process.stderr.write(`${one.name} ${one.p50.toFixed(1)} ${one.p95.toFixed(1)} ${one.found}\n`);
}

/** Starts the real server on a synthetic graph of so many people, measures it through GraphQL and prints a table. */
export async function benchPeople(people: number): Promise<void> {
  const engine = await startBenchEngine(people);
  const driver = createDriver(engine);
  const started = performance.now();
  const cpuBefore = process.cpuUsage().user;
  const app = await buildApp({
    env: { database: "neo4j", basemap: { kind: "land" } },
    driver,
    log: pino({ level: "fatal" }),
    clock: () => new Date(),
  });
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(1);
  const startUp = `start-up of the server, engine already up: ${seconds(performance.now() - started)} s, of it ${seconds((process.cpuUsage().user - cpuBefore) / 1000)} s computing in the server; ${memory()}`;
  print(startUp);
  try {
    const measured = await measureAll(asker(app), report);
    print(`\n${people} people, through GraphQL in one process, warm\n\n${table(measured)}\n\n${startUp}\nafter all of it: ${memory()}`);
    print(
      `machine: ${cpus().length} cores, load ${loadavg()
        .map((load) => load.toFixed(1))
        .join(" ")} (1, 5, 15 minutes)`,
    );
  } finally {
    await app.close();
    await driver.close();
    await engine.stop();
  }
}
