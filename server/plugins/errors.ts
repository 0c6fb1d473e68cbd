import type { FastifyInstance } from "fastify";
import { ZodError } from "zod";
import { languageOf } from "../context.ts";
import { AppError, InvalidInputError } from "../shared/errors.ts";

const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  WRONG_CREDENTIALS: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  TOO_MANY_ATTEMPTS: 429,
  LINK_INVALID: 400,
  OIDC_REFUSED: 401,
  OIDC_UNAVAILABLE: 503,
  UNSUPPORTED_MEDIA_TYPE: 415,
  EXPORT_TOO_LONG: 413,
  ATTACHMENT_TOO_LARGE: 413,
  ATTACHMENTS_FULL: 409,
  ANALYSIS_CONFLICT: 409,
  ANALYSIS_TOO_LARGE: 413,
  EXPORT_NEEDS_APPROVAL: 403,
  EXPORT_APPROVAL_REFUSED: 403,
  AUDIT_UNAVAILABLE: 503,
  DATABASE_UNAVAILABLE: 503,
  DATABASE_TIMEOUT: 503,
  DATABASE_BUSY: 503,
};

/** Answers of plain HTTP routes when something is wrong: a code, one sentence in both languages and the request id; never more. */
export function handleErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const known =
      error instanceof ZodError
        ? new InvalidInputError("请求的参数有误，请检查。", "The request's parameters are not valid; check them.")
        : error;
    if (known instanceof AppError && request.routeOptions.url === "/graphql") {
      // Whoever sends operations reads refusals as GraphQL writes them, also those before the first operation is looked at.
      const { code, messageZh, messageEn } = known;
      const message = languageOf(request) === "en" ? messageEn : messageZh;
      return reply.code(STATUS[code] ?? 500).send({ errors: [{ message, extensions: { code, messageEn, requestId: request.id } }] });
    }
    if (known instanceof AppError) {
      const { code, messageZh, messageEn } = known;
      // Scripts read both sentences in one; a page shows the one in its language.
      return reply
        .code(STATUS[code] ?? 500)
        .send({ code, message: `${messageZh} ${messageEn}`, messageZh, messageEn, requestId: request.id });
    }
    const status = statusOf(error);
    if (status < 500) {
      return reply.code(status).send({ code: "BAD_REQUEST", message: "请求有误。 The request is not valid.", requestId: request.id });
    }
    request.log.error({ err: error }, "fault");
    return reply
      .code(500)
      .send({ code: "INTERNAL", message: "服务器出了问题，请重试。 Something went wrong; try again.", requestId: request.id });
  });
}

function statusOf(error: unknown): number {
  return error instanceof Error && "statusCode" in error && typeof error.statusCode === "number" ? error.statusCode : 500;
}
