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

type Listener = (what: "ACTIVITY" | "UNAUTHENTICATED") => void;
const listeners = new Set<Listener>();

/**
 * Tells when the person's session was used, and when the server said that it has ended.
 * @returns stops telling
 */
export function onSessionUse(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Tells every listener; called by the clients of the server. */
export function tellSessionUse(what: "ACTIVITY" | "UNAUTHENTICATED"): void {
  for (const listener of listeners) listener(what);
}

/** Headers of every request of this app: the language of the page, and what a form of another site could not send. */
function headersOf(background: boolean, json: boolean): Record<string, string> {
  return {
    // A form says itself where its parts begin; what has no body has no kind.
    ...(json ? { "content-type": "application/json" } : {}),
    accept: "application/json",
    "accept-language": document.documentElement.lang,
    "apollo-require-preflight": "true",
    ...(background ? { "x-background": "1" } : {}),
  };
}

/** How a request is sent. */
export interface SendOptions {
  method: "GET" | "POST" | "DELETE";
  /** Sent as JSON, a form as it is. */
  body?: unknown;
  signal?: AbortSignal | undefined;
  /** True for what no person asked for: it does not keep the session alive. */
  background?: boolean;
  /** How long an answer is waited for, in milliseconds; 20 s unless told. */
  timeout?: number;
}

/**
 * Sends one request to this host.
 * @throws RequestError `NETWORK` or `TIMEOUT` when there is no answer; AbortError when `signal` was aborted
 */
export async function send(path: string, options: SendOptions): Promise<Response> {
  const { method, body, signal, background = false } = options;
  const timeout = AbortSignal.timeout(options.timeout ?? TIMEOUT_MS);
  const form = body instanceof FormData;
  const response = await fetch(path, {
    method,
    headers: headersOf(background, body !== undefined && !form),
    cache: "no-store",
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new RequestError(timeout.aborted ? "TIMEOUT" : "NETWORK");
  });
  if (!background && response.ok) tellSessionUse("ACTIVITY");
  return response;
}

interface Refusal {
  code?: string;
  message?: string;
  messageZh?: string;
  messageEn?: string;
  requestId?: string;
}

/**
 * What a route other than GraphQL answered.
 * @throws RequestError with the server's code and sentences when it refused
 */
export async function answerOf<Answer>(response: Response): Promise<Answer> {
  const requestId = response.headers.get("x-request-id");
  if (response.ok) {
    const answer: Answer | null = await response.json().catch(() => null);
    if (answer === null) throw new RequestError(`HTTP_${response.status}`, requestId);
    return answer;
  }
  const refusal: Refusal | null = await response.json().catch(() => null);
  if (refusal?.code === "UNAUTHENTICATED") tellSessionUse("UNAUTHENTICATED");
  const zh = refusal?.messageZh ?? refusal?.message;
  const en = refusal?.messageEn ?? refusal?.message;
  throw new RequestError(refusal?.code ?? `HTTP_${response.status}`, refusal?.requestId ?? requestId, { zh, en });
}
