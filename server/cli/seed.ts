import { fileURLToPath } from "node:url";
import pino from "pino";
import { migrate } from "../db/migrate.ts";
import { seed } from "../db/seed/index.ts";
import { readProcessEnv } from "../env.ts";
import { createRefusalRegister } from "../features/privacy/index.ts";
import { openSecret } from "../shared/secret.ts";
import { openDatabase } from "../start/database.ts";
import { explain } from "../start/explain.ts";

export { seedIfEmpty } from "../db/seed/index.ts";

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `npm run seed`: loads the seeds, or what of them is new or changed. Stopped in between, the next run completes it. */
async function main(): Promise<void> {
  const env = readProcessEnv();
  const log = pino({ level: env.logLevel });
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => abort.abort());
  const { driver, close } = await openDatabase(env, { info: tell, warn: tell }, abort.signal, async () => undefined);
  try {
    await migrate(driver, env.database, log);
    const done = await seed(driver, env.database, log, undefined, {
      signal: abort.signal,
      refusals: createRefusalRegister(openSecret(env)),
    });
    process.stdout.write(`${done.created} created, ${done.changed} changed, ${done.unchanged} unchanged, ${done.refused} refused\n`);
  } finally {
    await close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    tell(explain(error));
    process.exitCode = 1;
  });
}
