import type { FastifyInstance } from "fastify";
import pino from "pino";
import { inject } from "vitest";
import { buildApp } from "../../server/app.ts";
import { createDriver } from "../../server/db/driver.ts";

/** A running app on the test database, without a socket. */
export interface TestApp {
  readonly app: FastifyInstance;
  /** Sends one operation and returns what a client would get. */
  readonly gql: (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<GraphqlAnswer>;
  close(): Promise<void>;
}

/** An answer of `/graphql`. */
export interface GraphqlAnswer {
  readonly status: number;
  /** As parsed: its shape is what a test asserts. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors: readonly { message: string; extensions: { code: string; requestId?: string } }[] | undefined;
  readonly text: string;
}

/** The app as production builds it, on the database that the test run provides. */
export async function startTestApp(clock: () => Date = () => new Date()): Promise<TestApp> {
  const driver = createDriver(inject("neo4j"));
  const log = pino({ level: "silent" });
  const app = await buildApp({ env: { database: "neo4j", basemap: { kind: "land" } }, driver, log, clock });
  return {
    app,
    gql: async (query, variables = {}, headers = {}) => {
      const answer = await app.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json", ...headers },
        payload: { query, variables },
      });
      const body = answer.json();
      return { status: answer.statusCode, data: body.data, errors: body.errors, text: answer.body };
    },
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}
