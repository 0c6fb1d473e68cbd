import { AppError } from "../shared/errors.ts";
import { STORED_OPERATIONS } from "./stored/generated.ts";

/** The text of the operation that a page of this product sends as this hash; undefined when there is none. */
export function storedOperation(sha256Hash: string): string | undefined {
  return Object.hasOwn(STORED_OPERATIONS, sha256Hash) ? STORED_OPERATIONS[sha256Hash] : undefined;
}

/** The hash is of no stored operation. Code `PERSISTED_QUERY_NOT_FOUND`. */
export class UnknownOperationError extends AppError {
  constructor() {
    super(
      "PERSISTED_QUERY_NOT_FOUND",
      "这个页面的版本与服务器不一致，请刷新页面。",
      "This page is of another version than the server; reload it.",
    );
  }
}

/** A session sent a text of its own. Code `PERSISTED_QUERY_ONLY`. */
export class StoredOperationsOnlyError extends AppError {
  constructor() {
    super(
      "PERSISTED_QUERY_ONLY",
      "登录会话只能发送网页自带的请求；自编的 GraphQL 请使用访问令牌。",
      "A signed-in browser sends only the operations of its pages; use a bearer token for GraphQL of your own.",
    );
  }
}
