import type { FastifyInstance } from "fastify";

const A_DAY_MS = 86_400_000;

/** Applies retention when the product starts and then once a day, for as long as it runs. A failed run is logged and tried again the next day. */
export function registerRetention(app: FastifyInstance, apply: () => Promise<Readonly<Record<string, number>>>): void {
  const run = async (): Promise<void> => {
    try {
      app.log.info(await apply(), "retention applied");
    } catch (error) {
      app.log.error({ err: error }, "retention failed");
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  app.addHook("onListen", async () => {
    running = run();
    timer = setInterval(() => {
      running = run();
    }, A_DAY_MS).unref();
  });
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await running;
  });
}
