import { cpus, loadavg } from "node:os";
import { benchFolder, startBenchEngine } from "./bench-engine.ts";
import { type BenchServer, startBenchServer } from "./bench-server.ts";
import { type Ask, benchCases } from "./cases.ts";
import { type Measured, measure, table } from "./measure.ts";

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Asks the server over HTTP, as a client on the same machine does. */
function asker({ address, headers }: BenchServer): Ask {
  return async (query, variables) => {
    const answer = await fetch(`${address}/graphql`, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
    });
    const body: { data?: unknown; errors?: unknown } = JSON.parse(await answer.text());
    if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
    return body.data;
  };
}

function memoryLine(server: BenchServer): string {
  const { now, most } = server.memory();
  return `${Math.round(now)} MB resident, ${Math.round(most)} MB at most so far`;
}

/** Measures the cases whose name holds `only`; all when it is empty. */
async function measureCases(server: BenchServer, only: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const one of (await benchCases(asker(server))).filter(({ name }) => name.includes(only))) {
    const times = await measure(one, server.cpuMs);
    process.stderr.write(
      `${times.name} ${times.p50.toFixed(1)} ${times.p95.toFixed(1)} (own CPU ${times.cpu.toFixed(1)}) ${times.found}\n`,
    );
    measured.push(times);
  }
  return measured;
}

/**
 * Starts the product in a process of its own on a synthetic graph of so many people, measures it over HTTP and prints a table. Memory and
 * processor time are those of the server's process alone.
 */
export async function benchPeople(people: number, only: string): Promise<void> {
  const engine = await startBenchEngine(people);
  try {
    const server = await startBenchServer(engine, benchFolder(people, "server"));
    try {
      const startUp = `ready ${(server.readyMs / 1000).toFixed(1)} s after the start of its process, engine already up; ${(server.cpuMs() / 1000).toFixed(1)} s of processor time, all threads; ${memoryLine(server)}`;
      print(startUp);
      const measured = await measureCases(server, only);
      print(`\n${people} people, over HTTP, warm, one request at a time\n\n${table(measured)}\n\n${startUp}`);
      print(`after all of it: ${memoryLine(server)}`);
      const load = loadavg().map((each) => each.toFixed(1));
      print(`machine: ${cpus().length} cores, load ${load.join(" ")} (1, 5, 15 minutes)`);
    } finally {
      await server.stop();
    }
  } finally {
    await engine.stop();
  }
}
