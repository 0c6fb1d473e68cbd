import type { FastifyInstance } from "fastify";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What readiness depends on. */
export interface HealthProbes {
  /** Resolves when the database answers; rejects otherwise. */
  readonly pingDatabase: () => Promise<void>;
  /** People in the read model and the last change applied to it. */
  readonly readModel: () => { size: number; sequence: number };
}

/** `/healthz` (the process lives), `/readyz` (it can answer) and `/metrics` (Prometheus text). */
export function registerHealth(app: FastifyInstance, probes: HealthProbes): void {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const people = new Gauge({ name: "read_model_people", help: "People in the read model", registers: [registry] });
  const sequence = new Gauge({ name: "read_model_sequence", help: "Last change applied", registers: [registry] });

  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unmatched";
    duration.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
  });
  app.get("/healthz", async () => ({ status: "ok" }));
  app.get("/readyz", async (request, reply) => {
    try {
      await probes.pingDatabase();
      return { status: "ready", ...probes.readModel() };
    } catch (error) {
      request.log.warn({ err: error }, "not ready");
      return reply
        .code(503)
        .send({ status: "unavailable", message: "数据库没有应答，请稍后再试。 The database does not answer; try again soon." });
    }
  });
  app.get("/metrics", async (_request, reply) => {
    const state = probes.readModel();
    people.set(state.size);
    sequence.set(state.sequence);
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}
