import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Demo, DemoActor } from "../demo/index.ts";
import { AppError } from "../shared/errors.ts";
import { originOf } from "./session.ts";

/** How the demo data is reached. */
export interface DemoRoutesOptions {
  readonly demo: Demo;
  /** Whether the settings allow a trial desk at all. */
  readonly trialDesk: boolean;
}

/** The officer of the trial desk, who alone may load and remove the demo data; for everybody else there is nothing here. @throws AppError `NOT_FOUND` */
function askerOf({ principal }: FastifyRequest, trialDesk: boolean): NonNullable<DemoActor["actor"]> {
  if (!trialDesk || principal === null || !principal.demo || principal.role !== "OFFICER")
    throw new AppError("NOT_FOUND", "没有这个地址。", "There is nothing at this address.");
  const { id, name, role, demo } = principal;
  return { id, name, role, demo };
}

/** `/demo`: whether the demo data is there (GET), loads it (POST), and `/demo/removal` removes all work that is 演示 (POST). */
export function registerDemo(app: FastifyInstance, { demo, trialDesk }: DemoRoutesOptions): void {
  const by = (request: FastifyRequest): DemoActor => ({ actor: askerOf(request, trialDesk), origin: originOf(request) });
  app.addHook("onSend", async (request, reply) => {
    if (request.routeOptions.url?.startsWith("/demo") === true) reply.header("cache-control", "no-store");
  });
  app.get("/demo", async (request) => {
    askerOf(request, trialDesk);
    return await demo.state();
  });
  app.post("/demo", async (request) => await demo.load(by(request)));
  app.post("/demo/removal", async (request) => await demo.remove(by(request)));
}
