import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { GraphQLSchema } from "graphql";
import { z } from "zod";
import { languageOf } from "../context.ts";
import type { Principal } from "../features/auth/index.ts";
import { isRefusal, refusalStatus } from "../graphql/format-error.ts";
import { LIMITS } from "../graphql/limits.ts";
import { checkShape } from "../graphql/operation-limits.ts";
import { StoredOperationsOnlyError, storedOperation, UnknownOperationError } from "../graphql/stored-operations.ts";
import { AppError } from "../shared/errors.ts";
import type { Asker } from "./graphql-refusals.ts";

const envelope = z.object({
  query: z.string().nullish(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  extensions: z.object({ persistedQuery: z.object({ sha256Hash: z.string() }).optional() }).nullish(),
});

/** One operation as Apollo takes it. */
interface Operation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Record<string, unknown> | null;
}

/** The request is not one operation in JSON, sent by POST. Code `BAD_REQUEST`. */
export class NotAnOperationError extends AppError {
  constructor() {
    super(
      "BAD_REQUEST",
      "请用 POST 发送一个 application/json 格式的 GraphQL 请求，不支持批量、GET 和其他格式。",
      "Send one GraphQL operation by POST as application/json; batches, GET and other formats are not accepted.",
    );
  }
}

class RequestTooLargeError extends AppError {
  constructor() {
    super("REQUEST_TOO_LARGE", "请求太大，请缩短后再试。", "The request is too large; shorten it and try again.");
  }
}

class TooManyAtOnceError extends AppError {
  constructor() {
    super(
      "TOO_MANY_AT_ONCE",
      `同一账号同时进行的请求超过 ${LIMITS.atOnce} 个，请等前面的完成后再试。`,
      `More than ${LIMITS.atOnce} requests of one account at the same time; wait for them to end and try again.`,
    );
  }
}

/** How many operations of each principal are under way. */
class Slots {
  private readonly taken = new Map<string, number>();

  /** Takes a slot; false when the principal has none left. */
  take(id: string): boolean {
    const before = this.taken.get(id) ?? 0;
    if (before >= LIMITS.atOnce) return false;
    this.taken.set(id, before + 1);
    return true;
  }

  giveBack(id: string): void {
    const left = (this.taken.get(id) ?? 1) - 1;
    if (left === 0) this.taken.delete(id);
    else this.taken.set(id, left);
  }
}

/**
 * Lets only some operations run at once, and not all of one account; the others wait their turn. What runs shares one thread, and signs of
 * life must come between a few of them, not after two hundred.
 */
class Turns {
  private readonly running: string[] = [];
  private readonly waiting: { readonly id: string; readonly go: () => void }[] = [];

  private hasRoom(id: string): boolean {
    return this.running.length < LIMITS.running && this.running.filter((each) => each === id).length < LIMITS.runningOfOne;
  }

  /** Resolves when it is the turn of an operation of this account. */
  async take(id: string): Promise<void> {
    if (this.hasRoom(id)) this.running.push(id);
    else await new Promise<void>((go) => this.waiting.push({ id, go }));
  }

  /** Ends a turn of this account; the first who waits and may run is next. */
  end(id: string): void {
    this.running.splice(this.running.indexOf(id), 1);
    const at = this.waiting.findIndex((each) => this.hasRoom(each.id));
    const [next] = at < 0 ? [] : this.waiting.splice(at, 1);
    if (next === undefined) return;
    this.running.push(next.id);
    setImmediate(next.go);
  }
}

/** What one request holds while it is under way. */
interface Visit {
  readonly holder: string;
  hasSlot: boolean;
  hasTurn: boolean;
  /** Whether the handler has it: then it will be answered, whoever still listens. */
  handled: boolean;
}

/**
 * The operation of a request: a stored one by its hash, or a text where the principal may send its own.
 * @throws NotAnOperationError UnknownOperationError StoredOperationsOnlyError, and those of `checkShape`
 */
function operationOf(schema: GraphQLSchema, principal: Principal, body: unknown): Operation {
  const sent = envelope.safeParse(body);
  if (!sent.success) throw new NotAnOperationError();
  const { query, extensions } = sent.data;
  // Apollo takes null for what was not given, and not undefined.
  const { operationName = null, variables = null } = sent.data;
  const hash = extensions?.persistedQuery?.sha256Hash;
  if (query) {
    if (!principal.arbitraryOperations) throw new StoredOperationsOnlyError();
    checkShape(schema, query);
    return { query, operationName, variables };
  }
  if (hash === undefined) throw new NotAnOperationError();
  const stored = storedOperation(hash);
  if (stored === undefined) throw new UnknownOperationError();
  return { query: stored, operationName, variables };
}

function statusOf(error: unknown): number {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
}

/** What Fastify found wrong with the body, in the words of this door; faults of ours stay what they are. */
function asAppError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const status = statusOf(error);
  if (status === 413) return new RequestTooLargeError();
  return status < 500 ? new NotAnOperationError() : null;
}

/** Writes a refusal as GraphQL writes errors. */
function refuse(request: FastifyRequest, reply: FastifyReply, error: AppError): FastifyReply {
  const { code, messageZh, messageEn } = error;
  const message = languageOf(request) === "en" ? messageEn : messageZh;
  return reply
    .code(refusalStatus(error))
    .header("cache-control", "no-store")
    .send({ errors: [{ message, extensions: { code, messageEn, requestId: request.id } }] });
}

/** What the door is given. */
export interface DoorOptions {
  readonly schema: GraphQLSchema;
  /** Who asks; null for strangers. */
  readonly principalOf: (request: FastifyRequest) => Principal | null;
  /** Told of each refusal, so that it can be recorded; what it rejects with is answered instead. */
  readonly onRefused: (asker: Asker, error: AppError) => Promise<void>;
}

/**
 * Stands before `/graphql`: only one operation as JSON, only as many at once, only stored ones from browsers, and nothing too large comes to
 * Apollo. All its answers are refusals in the shape of GraphQL.
 */
export function guardGraphql(scope: FastifyInstance, { schema, principalOf, onRefused }: DoorOptions): void {
  const slots = new Slots();
  const turns = new Turns();
  const visits = new WeakMap<FastifyRequest, Visit>();
  const leave = (visit: Visit): void => {
    if (visit.hasSlot) slots.giveBack(visit.holder);
    if (visit.hasTurn) turns.end(visit.holder);
    visit.hasSlot = false;
    visit.hasTurn = false;
  };
  scope.removeContentTypeParser("text/plain");
  scope.addContentTypeParser("*", async () => {
    throw new NotAnOperationError();
  });
  scope.addHook("preHandler", async (request, reply) => {
    const principal = principalOf(request);
    if (principal === null) return refuse(request, reply, new AppError("UNAUTHENTICATED", "请先登录。", "Sign in first."));
    if (!slots.take(principal.id)) {
      reply.header("retry-after", "1");
      throw new TooManyAtOnceError();
    }
    const visit: Visit = { holder: principal.id, hasSlot: true, hasTurn: false, handled: false };
    visits.set(request, visit);
    // Who goes away before the handler began is never answered, so that nothing else would free the place.
    reply.raw.once("close", () => {
      if (!visit.handled) leave(visit);
    });
    if (request.method !== "POST") throw new NotAnOperationError();
    request.body = operationOf(schema, principal, request.body);
    await turns.take(principal.id);
    visit.hasTurn = true;
    if (reply.raw.destroyed) leave(visit);
    else visit.handled = true;
  });
  // Not onResponse: an answer to somebody who went away meanwhile never ends, but its work has.
  scope.addHook("onSend", async (request) => {
    const visit = visits.get(request);
    if (visit !== undefined) leave(visit);
  });
  scope.setErrorHandler(async (error, request, reply) => {
    const known = asAppError(error);
    // Faults are worded, and logged, where those of all plain HTTP are.
    if (known === null || !isRefusal(known)) throw error;
    await onRefused({ principal: principalOf(request), origin: { requestId: request.id, ip: request.ip } }, known);
    return refuse(request, reply, known);
  });
}
