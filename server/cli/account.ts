import pino from "pino";
import { migrate } from "../db/migrate.ts";
import { readProcessEnv } from "../env.ts";
import { openAuth, openForCommand } from "../start/accounts.ts";
import { explain } from "../start/explain.ts";
import { ACCOUNT_USAGE, runAccountCommand } from "./account-commands.ts";

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** `npm run account -- …`: accounts and tokens from the shell of the machine, while the product runs and when it does not. */
async function main(): Promise<number> {
  const [command = "", ...rest] = process.argv.slice(2);
  if (command === "" || command === "help" || command === "--help") {
    process.stdout.write(`${ACCOUNT_USAGE}\n`);
    return command === "" ? 2 : 0;
  }
  const env = readProcessEnv();
  const log = pino({ level: "warn" }, pino.destination(2));
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => abort.abort());
  const { driver, close } = await openForCommand(env, { info: tell, warn: tell }, abort.signal);
  try {
    await migrate(driver, env.database, log);
    for (const line of await runAccountCommand(openAuth(env, driver, log), env, command, rest)) process.stdout.write(`${line}\n`);
    return 0;
  } finally {
    await close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}
