import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError } from "../shared/errors.ts";

const FAULT = {
  code: "INTERNAL",
  messageZh: "服务器出了问题，没有改动任何数据。请重试；若仍不行，请把请求编号告诉管理员。",
  messageEn:
    "Something went wrong on the server; nothing was changed. Try again, and if it persists give the request id to the administrator.",
};
const BAD_OPERATION = {
  messageZh: "这个请求的写法有误，请检查字段和参数。",
  messageEn: "The request is not well formed; check its fields and arguments.",
};
/** Apollo's own refusals of malformed operations; their text names only what the caller sent or the public schema. */
const CALLER_FAULTS = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "BAD_REQUEST",
  "OPERATION_RESOLUTION_FAILURE",
]);
/** HTTP status of a whole operation that is refused before it runs. */
const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  GRAPHQL_PARSE_FAILED: 400,
  BAD_REQUEST: 400,
  OPERATION_TOO_LARGE: 400,
  PERSISTED_QUERY_NOT_FOUND: 400,
  PERSISTED_QUERY_ONLY: 400,
  REQUEST_TOO_LARGE: 413,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  TOO_MANY_AT_ONCE: 429,
};

function appErrorOf(error: unknown): AppError | null {
  const original = error instanceof GraphQLError ? (error.originalError ?? unwrapResolverError(error)) : error;
  return original instanceof AppError ? original : null;
}

/** Whether an error is expected (the caller's doing) rather than a fault to be logged with its cause. */
export function isExpected(error: unknown): boolean {
  const known = appErrorOf(error);
  if (known !== null) return isRefusal(known);
  return error instanceof GraphQLError && CALLER_FAULTS.has(String(error.extensions.code));
}

/** Whether an error is a refusal of the caller's request rather than a fault. */
export function isRefusal(error: AppError): boolean {
  return Object.hasOwn(REFUSAL_STATUS, error.code);
}

/** HTTP status with which a refusal is answered; 500 for what is none. */
export function refusalStatus(error: AppError): number {
  return REFUSAL_STATUS[error.code] ?? 500;
}

/** A refusal of the whole operation, as Apollo takes it from a plugin. */
export function asRefusal(error: AppError): GraphQLError {
  return new GraphQLError(error.messageEn, {
    originalError: error,
    extensions: { code: error.code, http: { status: refusalStatus(error) } },
  });
}

/**
 * The one place where an error becomes what a client sees: a stable code and one sentence in two languages.
 * Anything not known by code is masked, so that no stack, query or path ever leaves the server.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const known = appErrorOf(error);
  const path = formatted.path === undefined ? {} : { path: formatted.path };
  if (known !== null) {
    return { message: known.messageZh, ...path, extensions: { code: known.code, messageEn: known.messageEn } };
  }
  const code = String(formatted.extensions?.code ?? FAULT.code);
  if (CALLER_FAULTS.has(code)) {
    return {
      message: BAD_OPERATION.messageZh,
      ...path,
      extensions: { code, messageEn: BAD_OPERATION.messageEn, detail: formatted.message },
    };
  }
  return { message: FAULT.messageZh, ...path, extensions: { code: FAULT.code, messageEn: FAULT.messageEn } };
}
