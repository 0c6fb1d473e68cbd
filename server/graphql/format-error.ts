import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { AppError, InvalidInputError } from "../shared/errors.ts";

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

/** Whether an error is expected (the caller's doing) rather than a fault to be logged with its cause. */
export function isExpected(error: unknown): boolean {
  const original = unwrapResolverError(error);
  if (original instanceof AppError) {
    return original instanceof InvalidInputError;
  }
  return error instanceof GraphQLError && CALLER_FAULTS.has(String(error.extensions.code));
}

/**
 * The one place where an error becomes what a client sees: a stable code and one sentence in two languages.
 * Anything not known by code is masked, so that no stack, query or path ever leaves the server.
 */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const original = unwrapResolverError(error);
  const path = formatted.path === undefined ? {} : { path: formatted.path };
  if (original instanceof AppError) {
    return { message: original.messageZh, ...path, extensions: { code: original.code, messageEn: original.messageEn } };
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
