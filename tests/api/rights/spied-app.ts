import { AsyncLocalStorage } from "node:async_hooks";
import type { FastifyInstance } from "fastify";
import type { Driver, ManagedTransaction, Session } from "neo4j-driver";
import pino from "pino";
import { inject } from "vitest";
import { buildApp } from "../../../server/app.ts";
import { createDriver } from "../../../server/db/driver.ts";
import type { Role } from "../../../server/graphql/generated.ts";
import { type GraphqlAnswer, readAnswer } from "../../support/answer.ts";
import { issueToken, testEnv } from "../../support/sign-in.ts";
import { cypherConstants } from "../db/cypher-constants.ts";

/** A statement that ran for a request, and after how long the server would have stopped its transaction. */
export interface Statement {
  readonly text: string;
  readonly parameters: unknown;
  readonly timeoutMs: number | undefined;
  readonly mode: "READ" | "WRITE";
}

/** What a request made run. Work of the server that belongs to no request, such as looking for changes, is not in it. */
const running = new AsyncLocalStorage<Statement[]>();

function textOf(query: unknown): string {
  return typeof query === "string" ? query : JSON.stringify(query);
}

type TransactionConfig = { readonly timeout?: unknown } | undefined;

function note(query: unknown, parameters: unknown, config: TransactionConfig, mode: Statement["mode"]): void {
  const timeoutMs = typeof config?.timeout === "number" ? config.timeout : undefined;
  running.getStore()?.push({ text: textOf(query), parameters, timeoutMs, mode });
}

/** The same object, but some methods go another way. */
function replacing<T extends object>(target: T, replaced: Readonly<Record<string, (...given: never[]) => unknown>>): T {
  return new Proxy(target, {
    get(object, name) {
      if (typeof name === "string" && Object.hasOwn(replaced, name)) return replaced[name];
      const value: unknown = Reflect.get(object, name, object);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

function spiedSession(session: Session): Session {
  const spied =
    (mode: Statement["mode"], work: (transaction: ManagedTransaction) => unknown, config: TransactionConfig) =>
    (transaction: ManagedTransaction): unknown =>
      work(
        replacing(transaction, {
          run: (query: never, parameters: never) => {
            note(query, parameters, config, mode);
            return transaction.run(query, parameters);
          },
        }),
      );
  return replacing(session, {
    executeRead: (work: never, config: never) => session.executeRead(spied("READ", work, config), config),
    executeWrite: (work: never, config: never) => session.executeWrite(spied("WRITE", work, config), config),
    run: (query: never, parameters: never, config: never) => {
      note(query, parameters, config, "READ");
      return session.run(query, parameters, config);
    },
  });
}

function spiedDriver(driver: Driver): Driver {
  return replacing(driver, { session: (config: never) => spiedSession(driver.session(config)) });
}

/** An answer of the app and every statement that ran for it. */
export interface Spied {
  readonly answer: GraphqlAnswer;
  readonly statements: readonly Statement[];
  /** Those that are not about who asks and not a record in the audit trail: what a refused request must have none of. */
  readonly data: readonly Statement[];
}

/** The real app on the test database, with every statement watched. */
export interface SpiedApp {
  readonly app: FastifyInstance;
  readonly driver: Driver;
  token(role: Role): Promise<string>;
  /** Sends a body to `/graphql` with the token of a role. */
  post(role: Role, payload: object): Promise<Spied>;
  /** Runs something and tells which statements it made run. */
  watch<T>(work: () => Promise<T>): Promise<{ result: T; data: readonly Statement[]; statements: readonly Statement[] }>;
  /** Every statement that the server has, as it is written there. */
  readonly constants: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Statements that a refusal may run: looking up who asks, and recording that it was refused. */
const ABOUT_THE_ASKER = /^features\/(?:auth|audit)\//;
/** The sequence that every write advances, also that of the audit trail. */
const EVERY_WRITE = /^db\/changes\.cypher\.ts$/;

/** Starts the app. The caller has filled the database before. */
export async function startSpiedApp(variables: Readonly<Record<string, string>> = {}): Promise<SpiedApp> {
  const driver = createDriver(inject("neo4j"));
  const log = pino({ level: "silent" });
  const clock = (): Date => new Date();
  const app = await buildApp({ env: testEnv(variables), driver: spiedDriver(driver), log, clock });
  const all = await cypherConstants();
  const constants = new Set(all.map((one) => one.statement));
  const asker = new Set(all.filter((one) => ABOUT_THE_ASKER.test(one.file) || EVERY_WRITE.test(one.file)).map((one) => one.statement));
  const tokens = new Map<Role, Promise<string>>();
  const token = (role: Role): Promise<string> => {
    const known = tokens.get(role) ?? issueToken(driver, role, clock);
    tokens.set(role, known);
    return known;
  };
  const watch: SpiedApp["watch"] = async (work) => {
    const statements: Statement[] = [];
    const result = await running.run(statements, work);
    return { result, statements, data: statements.filter((one) => !asker.has(one.text)) };
  };
  const post: SpiedApp["post"] = async (role, payload) => {
    const authorization = `Bearer ${await token(role)}`;
    const { result, statements, data } = await watch(async () =>
      app.inject({ method: "POST", url: "/graphql", headers: { "content-type": "application/json", authorization }, payload }),
    );
    return { answer: readAnswer(result.statusCode, result.body), statements, data };
  };
  return {
    app,
    driver,
    token,
    post,
    watch,
    constants,
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}
