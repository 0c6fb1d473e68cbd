import pino, { type Logger } from "pino";
import type { RunningEngine } from "../db/engine/index.ts";
import { migrate } from "../db/migrate.ts";
import type { Env } from "../env.ts";
import { isLoopback } from "../env-accounts.ts";
import { openSecret } from "../shared/secret.ts";
import { openDatabase } from "../start/database.ts";
import { firstLink } from "../start/first-link.ts";
import { checkPort, listenFault } from "../start/port.ts";
import { ensureWebBuild } from "../start/web-build.ts";

/** A product that answers requests. */
export interface RunningProduct {
  /** Where to point a browser. */
  readonly address: string;
  /** Where the first accounts are made; undefined when there are accounts. Good for one use within 15 minutes. */
  readonly firstLink: string | undefined;
  /** The private engine, when there is one; its end means the end of the product. */
  readonly engine: RunningEngine | undefined;
  /** Drains requests, closes the driver, then stops the private engine. */
  close(): Promise<void>;
}

/** What a start is given. */
export interface StartOptions {
  readonly env: Env;
  readonly log: Logger;
  /** Plain lines about what takes time, for the person at the terminal. */
  readonly tell: (line: string) => void;
  /** Breaks an unfinished start off, leaving nothing running. */
  readonly signal: AbortSignal;
  /** False while developing: Vite serves the sources itself. */
  readonly buildWeb: boolean;
}

/** After this, requests that still run are cut so that the store can close. */
const DRAIN_WITHIN_MS = 10_000;

/** Told, not refused: in a container only the proxy beside it can reach the address. */
const NO_TLS =
  "正在监听非本机地址且未设置 https 的 PUBLIC_URL：请置于 TLS 代理之后 · listening beyond this machine without an https PUBLIC_URL: put a TLS proxy before it";

/** The product's logger: JSON lines on standard output. */
export function createLog(env: Env): Logger {
  return pino({ level: env.logLevel });
}

async function within(work: Promise<unknown>, ms: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((done) => {
    timer = setTimeout(done, ms);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}

function addressOf(host: string, port: number): string {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

/**
 * Brings the whole product up, in the order in which things can go wrong: port, database, migrations, seed, web app, application.
 * Throws StartFault, or an AppError of the database layer; whatever was started by then is stopped again.
 */
export async function startProduct(options: StartOptions): Promise<RunningProduct> {
  const { env, log, tell, signal } = options;
  const engineLog = { info: tell, warn: tell };
  // Read while the database starts: compiling these sources takes a second of the processor that the JVM leaves idle.
  const modules = Promise.all([import("../app.ts"), import("./seed.ts"), import("../features/privacy/index.ts")]);
  modules.catch(() => undefined);
  const database = await openDatabase(env, engineLog, signal, () => checkPort(env.host, env.port));
  try {
    await migrate(database.driver, env.database, log);
    signal.throwIfAborted();
    const [{ buildApp }, { seedIfEmpty }, { createRefusalRegister }] = await modules;
    await seedIfEmpty(database.driver, env.database, log, undefined, { refusals: createRefusalRegister(openSecret(env)) });
    signal.throwIfAborted();
    if (options.buildWeb) await ensureWebBuild(engineLog);
    if (!isLoopback(env.host) && env.publicUrl?.startsWith("https://") !== true) tell(NO_TLS);
    signal.throwIfAborted();
    const app = await buildApp({ env, driver: database.driver, log, clock: () => new Date() });
    const close = async (): Promise<void> => {
      await within(app.close(), DRAIN_WITHIN_MS);
      await database.close();
    };
    try {
      await app.listen({ host: env.host, port: env.port });
    } catch (error) {
      await app.close();
      throw listenFault(env.host, env.port, error);
    }
    const bound = app.server.address();
    const port = bound === null || typeof bound === "string" ? env.port : bound.port;
    const address = addressOf(env.host, port);
    const link = await firstLink(env, database.driver, log, address);
    return { address, firstLink: link, engine: database.engine, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}
