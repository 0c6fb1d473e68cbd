import type { TypedDocumentString } from "../gql/generated.ts";

/** A request that failed: `NETWORK` without an answer, `TIMEOUT` after 20 s, otherwise the code the server gave. */
export class RequestError extends Error {
  readonly code: string;
  /** The server's own sentences about it, when it sent any. */
  readonly sentences: { zh?: string | undefined; en?: string | undefined };
  readonly requestId: string | null;
  constructor(code: string, requestId: string | null = null, sentences: RequestError["sentences"] = {}) {
    super(code);
    this.name = "RequestError";
    this.code = code;
    this.requestId = requestId;
    this.sentences = sentences;
  }
}

interface Answer<Result> {
  data?: Result | null;
  errors?: { message?: string; extensions?: { code?: string; requestId?: string; messageEn?: string } }[];
}

/** Codes for which the same request may succeed a moment later. */
const TRANSIENT = new Set([
  "NETWORK",
  "TIMEOUT",
  "UNAVAILABLE",
  "SERVICE_UNAVAILABLE",
  "DATABASE_UNAVAILABLE",
  "HTTP_502",
  "HTTP_503",
  "HTTP_504",
]);

/** Whether trying again can help. */
export function isTransient(error: unknown): boolean {
  return error instanceof RequestError && TRANSIENT.has(error.code);
}

const TIMEOUT_MS = 20_000;

/**
 * Runs one GraphQL operation and asks for its answer in the language of the page.
 * @throws RequestError when there is no answer or the answer carries an error; AbortError when `signal` was aborted
 */
export async function request<Result, Variables>(
  operation: TypedDocumentString<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch("/graphql", {
    method: "POST",
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "accept-language": document.documentElement.lang,
      "apollo-require-preflight": "true",
    },
    body: JSON.stringify({ query: operation.toString(), variables, operationName: operation.operationName }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestError(timeout.aborted ? "TIMEOUT" : "NETWORK");
  });
  const requestId = response.headers.get("x-request-id");
  const answer: Answer<Result> | null = await response.json().catch(() => null);
  const error = answer?.errors?.[0];
  const fault = error?.extensions;
  if (fault?.code) throw new RequestError(fault.code, fault.requestId ?? requestId, { zh: error?.message, en: fault.messageEn });
  if (!answer?.data) throw new RequestError(`HTTP_${response.status}`, requestId);
  return answer.data;
}
