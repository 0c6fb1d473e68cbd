import type { StoredOperation } from "../gql/generated.ts";
import { RequestError, send, tellSessionUse } from "./http.ts";

interface Answer<Result> {
  data?: Result | null;
  errors?: { message?: string; extensions?: { code?: string; requestId?: string; messageEn?: string } }[];
}

/**
 * Runs one GraphQL operation and asks for its answer in the language of the page.
 * @throws RequestError when there is no answer or the answer carries an error; AbortError when `signal` was aborted
 */
export async function request<Result, Variables>(
  operation: StoredOperation<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  // The server keeps the text: a page sends only its hash.
  const persistedQuery = { version: 1, sha256Hash: operation.hash };
  const body = { operationName: operation.operationName, variables, extensions: { persistedQuery } };
  const response = await send("/graphql", { method: "POST", body, signal });
  const requestId = response.headers.get("x-request-id");
  const answer: Answer<Result> | null = await response.json().catch(() => null);
  const error = answer?.errors?.[0];
  const fault = error?.extensions;
  if (fault?.code === "UNAUTHENTICATED" || response.status === 401) tellSessionUse("UNAUTHENTICATED");
  if (fault?.code) throw new RequestError(fault.code, fault.requestId ?? requestId, { zh: error?.message, en: fault.messageEn });
  if (!answer?.data) throw new RequestError(`HTTP_${response.status}`, requestId);
  return answer.data;
}
