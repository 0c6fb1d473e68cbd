import type { FastifyInstance } from "fastify";
import pino from "pino";
import { inject } from "vitest";
import type { z } from "zod";
import { buildApp } from "../../server/app.ts";
import { createDriver } from "../../server/db/driver.ts";
import type { Role } from "../../server/graphql/generated.ts";
import { dataOf, type GraphqlAnswer, readAnswer } from "./answer.ts";
import { issueToken, testEnv } from "./sign-in.ts";

type Send = (query: string, variables?: Record<string, unknown>, headers?: Record<string, string>) => Promise<GraphqlAnswer>;

/** A running app on the test database, without a socket. */
export interface TestApp {
  readonly app: FastifyInstance;
  /** The bearer token that operations are sent with, unless a header says otherwise. */
  readonly token: string;
  /** Sends one operation and returns what a client would get. */
  readonly gql: Send;
  /** Sends one operation that is expected to be answered, and gives its data in the stated shape. */
  ask<Shape>(shape: z.ZodType<Shape>, ...operation: Parameters<Send>): Promise<Shape>;
  close(): Promise<void>;
}

/** How a test's app differs from the defaults of production. */
export interface TestAppOptions {
  /** The role that operations are sent in; a recruiting officer unless told. */
  readonly role?: Role;
  /** Settings as in the environment. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The app as production builds it, on the database that the test run provides. Start it when that database has been emptied. */
export async function startTestApp(clock: () => Date = () => new Date(), options: TestAppOptions = {}): Promise<TestApp> {
  const driver = createDriver(inject("neo4j"));
  const log = pino({ level: "silent" });
  const app = await buildApp({ env: testEnv(options.variables), driver, log, clock });
  const token = await issueToken(driver, options.role ?? "OFFICER", clock);
  const gql: Send = async (query, variables = {}, headers = {}) => {
    const answer = await app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", authorization: `Bearer ${token}`, ...headers },
      payload: { query, variables },
    });
    return readAnswer(answer.statusCode, answer.body);
  };
  return {
    app,
    token,
    gql,
    ask: async (shape, ...operation) => dataOf(shape, await gql(...operation)),
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}
