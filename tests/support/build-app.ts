import type { FastifyInstance } from "fastify";
import pino from "pino";
import { inject } from "vitest";
import type { z } from "zod";
import { buildApp } from "../../server/app.ts";
import { createDriver } from "../../server/db/driver.ts";
import { dataOf, type GraphqlAnswer, readAnswer } from "./answer.ts";

type Send = (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<GraphqlAnswer>;

/** A running app on the test database, without a socket. */
export interface TestApp {
  readonly app: FastifyInstance;
  /** Sends one operation and returns what a client would get. */
  readonly gql: Send;
  /** Sends one operation that is expected to be answered, and gives its data in the stated shape. */
  ask<Shape>(shape: z.ZodType<Shape>, ...operation: Parameters<Send>): Promise<Shape>;
  close(): Promise<void>;
}

/** The app as production builds it, on the database that the test run provides. */
export async function startTestApp(clock: () => Date = () => new Date()): Promise<TestApp> {
  const driver = createDriver(inject("neo4j"));
  const log = pino({ level: "silent" });
  const app = await buildApp({ env: { database: "neo4j", basemap: { kind: "land" } }, driver, log, clock });
  const gql: Send = async (query, variables = {}, headers = {}) => {
    const answer = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", ...headers },
      payload: { query, variables },
    });
    return readAnswer(answer.statusCode, answer.body);
  };
  return {
    app,
    gql,
    ask: async (shape, ...operation) => dataOf(shape, await gql(...operation)),
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}
