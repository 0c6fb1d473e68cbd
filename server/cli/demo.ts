import pino from "pino";
import { migrate } from "../db/migrate.ts";
import { createDemo, type Demo } from "../demo/index.ts";
import { type Env, readProcessEnv } from "../env.ts";
import { createAuditTrail } from "../features/audit/index.ts";
import { createEmployerDirectory } from "../features/candidates/index.ts";
import { createRefusalRegister } from "../features/privacy/index.ts";
import { createPersonMatcher } from "../features/referrals/index.ts";
import { createReadModel, type ReadModel } from "../features/selection/index.ts";
import { InvalidInputError } from "../shared/errors.ts";
import type { Log } from "../shared/log.ts";
import { openSecret } from "../shared/secret.ts";
import { type CommandDatabase, openAuth, openForCommand } from "../start/accounts.ts";
import { explain } from "../start/explain.ts";
import { createWorkRooms } from "../work-rooms.ts";

const USAGE = `npm run demo             载入演示数据（编造的大使、人选与跟进记录） · loads made-up ambassadors, people and work
npm run demo -- remove   移除全部演示记录 · removes everything that is 演示
npm run demo -- state    是否已载入 · whether it is there`;
/** From the shell nobody is signed in. */
const SHELL = { actor: null, origin: null };

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Demo data belongs to the trial desk: where there is none, there is none of it either. @throws InvalidInputError */
function assertTrialDesk(env: Env): void {
  if (!env.trialDesk)
    throw new InvalidInputError(
      "未开启试用台（TRIAL_DESK，且仅限本机），不能载入或移除演示数据。",
      "There is no trial desk (TRIAL_DESK, on this machine only), so no demo data can be loaded or removed.",
    );
}

async function openDemo(env: Env, { driver }: CommandDatabase, log: Log): Promise<{ demo: Demo; readModel: ReadModel }> {
  const database = { driver, database: env.database };
  const secret = openSecret(env);
  const clock = (): Date => new Date();
  const audit = createAuditTrail({ ...database, secret, clock, log });
  const readModel = await createReadModel({ ...database, log, clock });
  const matcher = createPersonMatcher({ ...database, readModel, directory: createEmployerDirectory(database, readModel) });
  const register = createRefusalRegister(secret);
  const makeRooms = (onClock: () => Date) =>
    createWorkRooms({
      ...{ ...database, audit, clock: onClock, secret, log, register, matcher },
      ...{ mailConfigured: false, publicUrl: env.publicUrl ?? null, rowCap: env.exportRowCap },
    });
  return { demo: createDemo({ ...database, audit, auth: openAuth(env, driver, log), clock, makeRooms }), readModel };
}

async function run(demo: Demo, command: string): Promise<string> {
  if (command === "state") {
    const { present, people } = await demo.state();
    return present ? `已载入 loaded · ${people}` : `未载入 not loaded · ${people}`;
  }
  if (command === "remove") {
    await demo.remove(SHELL);
    return "已移除全部演示记录 removed";
  }
  const { loaded, people } = await demo.load(SHELL);
  return loaded ? `已载入 ${people} 位演示人选 loaded` : `已在库中，共 ${people} 位演示人选 there already`;
}

/** `npm run demo`: loads the demo data, or removes it, while the product runs and when it does not. */
async function main(): Promise<number> {
  const [command = "load"] = process.argv.slice(2);
  if (!["load", "remove", "state"].includes(command)) {
    process.stdout.write(`${USAGE}\n`);
    return command === "help" || command === "--help" ? 0 : 2;
  }
  const env = readProcessEnv();
  assertTrialDesk(env);
  const log = pino({ level: "warn" }, pino.destination(2));
  const abort = new AbortController();
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => abort.abort());
  const opened = await openForCommand(env, { info: tell, warn: tell }, abort.signal);
  try {
    await migrate(opened.driver, env.database, log);
    const { demo, readModel } = await openDemo(env, opened, log);
    try {
      process.stdout.write(`${await run(demo, command)}\n`);
    } finally {
      await readModel.close();
    }
    return 0;
  } finally {
    await opened.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  tell(explain(error));
  process.exitCode = 1;
}
