import { createLog, type RunningProduct, startProduct } from "../cli/start.ts";
import { readProcessEnv } from "../env.ts";

/** How a run of the product differs while developing. */
export interface RunOptions {
  readonly buildWeb: boolean;
}

const STOP_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Resolves with the first reason to end: a signal to us, or the database process gone. */
function reasonToEnd(product: RunningProduct, stopped: Promise<void>): Promise<"asked" | "engine"> {
  const asked = stopped.then(() => "asked" as const);
  return product.engine === undefined ? asked : Promise.race([asked, product.engine.exited.then(() => "engine" as const)]);
}

/**
 * Runs the product until it is asked to stop, and answers the exit code: 0 after an orderly stop, 1 when the private database ended
 * by itself. Throws what kept it from starting, for `explain`.
 */
export async function runUntilStopped(options: RunOptions): Promise<number> {
  const env = readProcessEnv();
  const log = createLog(env);
  const abort = new AbortController();
  const stopped = new Promise<void>((done) => {
    for (const name of STOP_SIGNALS) {
      process.on(name, () => {
        if (!abort.signal.aborted) tell("正在停止 stopping");
        abort.abort();
        done();
      });
    }
  });
  let product: RunningProduct;
  try {
    product = await startProduct({ env, log, tell, signal: abort.signal, buildWeb: options.buildWeb });
  } catch (error) {
    if (abort.signal.aborted) return 0;
    log.debug({ err: error }, "the start failed");
    throw error;
  }
  process.stdout.write(`全球战略科学家人才地图已就绪 ready: ${product.address}\n`);
  if (product.firstLink !== undefined) {
    process.stdout.write(
      `首次使用：请在 15 分钟内打开此一次性链接 first use, open this one-time link within 15 minutes:\n${product.firstLink}\n`,
    );
  }
  const reason = await reasonToEnd(product, stopped);
  if (reason === "engine") tell("内置数据库意外退出，正在停止。\nThe private database ended unexpectedly; stopping.\n    npm start");
  await product.close();
  return reason === "asked" ? 0 : 1;
}
