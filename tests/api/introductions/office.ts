import type { Driver } from "neo4j-driver";
import { z } from "zod";
import { write } from "../../../server/db/run.ts";
import type { Role } from "../../../server/graphql/generated.ts";
import type { GraphqlAnswer } from "../../support/answer.ts";
import { startTestApp, type TestApp } from "../../support/build-app.ts";
import { issueToken } from "../../support/sign-in.ts";
import { DATABASE, emptyDatabase } from "../db/test-database.ts";
import { makeWorld } from "../network/world.ts";
import { CREATE_ACCOUNT } from "./introductions.test-queries.cypher.ts";

/** Somebody who works with the product, as an account of the same id as the token. */
export interface Worker {
  readonly id: string;
  readonly ask: <Shape>(shape: z.ZodType<Shape>, query: string, variables?: Record<string, unknown>) => Promise<Shape>;
  /** As `ask`, with whatever is answered. */
  readonly send: (query: string, variables?: Record<string, unknown>) => Promise<GraphqlAnswer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** The hand-made graph of the network's tests, with people who work on it. */
export interface Office {
  readonly driver: Driver;
  readonly app: TestApp;
  hire(role: Role, name: string): Promise<Worker>;
  readonly clock: () => Date;
  close(): Promise<void>;
}

const viewer = z.object({ viewer: z.object({ id: z.string() }) });
const TOKEN_DAYS = 365;

/** Opens the office on the emptied test database, in June 2026. */
export async function openOffice(): Promise<Office> {
  const clock = (): Date => new Date("2026-06-01T02:00:00Z");
  const driver = await emptyDatabase();
  await makeWorld(driver);
  const app = await startTestApp(clock);
  return {
    driver,
    app,
    async hire(role, name) {
      const headers = { authorization: `Bearer ${await issueToken(driver, role, clock, TOKEN_DAYS)}` };
      const { id } = (await app.ask(viewer, "{ viewer { id } }", {}, headers)).viewer;
      await write(driver, DATABASE, CREATE_ACCOUNT, { id, name, role, demo: false });
      return {
        id,
        headers,
        ask: (shape, query, variables = {}) => app.ask(shape, query, variables, headers),
        send: (query, variables = {}) => app.gql(query, variables, headers),
      };
    },
    clock,
    close: async () => {
      await app.close();
      await driver.close();
    },
  };
}

const person = z.object({
  position: z.number(),
  person: z.object({ id: z.string(), name: z.string() }),
  link: z.string().nullable(),
  firstYear: z.number().nullable(),
  lastYear: z.number().nullable(),
});
const task = z.object({
  id: z.string(),
  version: z.number(),
  status: z.string(),
  length: z.number(),
  people: z.array(person),
  note: z.string().nullable(),
  askedBy: z.string(),
  handler: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answer: z.string().nullable(),
  allowedMoves: z.array(z.string()),
});
const answer = z.object({
  done: z.object({ __typename: z.string(), message: z.string().optional(), field: z.string().optional(), task: task.optional() }),
});
const own = z.object({ myIntroductionTasks: z.array(task) });

/** A task as its readers see it. */
export type Task = z.infer<typeof task>;

const TASK =
  "id version status length people { position person { id name } link firstYear lastYear } note askedBy handler answeredBy answer allowedMoves";
const ANSWER = `__typename ... on IntroductionTaskSaved { task { ${TASK} } } ... on IntroductionTaskConflict { message task { ${TASK} } }
  ... on InvalidInput { field message } ... on NotAllowed { message }`;
const REQUEST = `mutation ($input: RequestIntroductionInput!) { done: requestIntroduction(input: $input) { ${ANSWER} } }`;
const MOVE = `mutation ($input: MoveIntroductionTaskInput!) { done: moveIntroductionTask(input: $input) { ${ANSWER} } }`;

/** The path of the hand-made graph from `linked` over `pupil` to `target`. */
export const BY_PUPIL = { people: ["linked", "pupil", "target"], links: ["TEAM", "PROJECT"] };

let keys = 0;

/** Asks for an introduction, by `linked` unless told. */
export async function request(by: Worker, input: Record<string, unknown> = {}): Promise<z.infer<typeof answer>["done"]> {
  keys += 1;
  return (await by.ask(answer, REQUEST, { input: { idempotencyKey: `ask-${keys}`, ...BY_PUPIL, ...input } })).done;
}

/** Asks and gives the task. Throws when none was written. */
export async function requested(by: Worker, input: Record<string, unknown> = {}): Promise<Task> {
  const done = await request(by, input);
  if (done.__typename !== "IntroductionTaskSaved" || done.task === undefined) throw new Error(`No task: ${JSON.stringify(done)}`);
  return done.task;
}

/** Moves a task. */
export async function move(by: Worker, { id, version }: Task, what: string, note?: string): Promise<z.infer<typeof answer>["done"]> {
  return (await by.ask(answer, MOVE, { input: { id, version, move: what, note } })).done;
}

/** The viewer's own tasks. */
export async function ownTasks(by: Worker): Promise<Task[]> {
  return (await by.ask(own, `{ myIntroductionTasks { ${TASK} } }`)).myIntroductionTasks;
}

const reminders = z.object({
  reminders: z.array(z.object({ kind: z.string(), personName: z.string(), text: z.string(), introductionTaskId: z.string().nullable() })),
});

/** What the bell says about introductions. */
export async function told(by: Worker) {
  const all = (await by.ask(reminders, "{ reminders { kind personName text introductionTaskId } }")).reminders;
  return all.filter(({ introductionTaskId }) => introductionTaskId !== null);
}

const linked = z.object({ done: z.object({ __typename: z.string(), message: z.string().optional(), field: z.string().optional() }) });

/** Says of which scientist an account is. */
export async function link(by: Worker, accountId: string, scientistId: string | null) {
  const statement = `mutation ($a: ID!, $s: ID) { done: linkAccountToScientist(accountId: $a, scientistId: $s) { __typename
    ... on InvalidInput { field message } ... on NotAllowed { message } } }`;
  return (await by.ask(linked, statement, { a: accountId, s: scientistId })).done;
}
