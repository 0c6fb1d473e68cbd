/** Options of every {@link AppError}: the error that caused it, which is logged and never sent to a client. */
export interface AppErrorOptions {
  readonly cause?: unknown;
}

/** A fault with a stable code and one plain sentence in both languages. The message holds no Cypher, path or stack. */
export class AppError extends Error {
  /** Stable, in SCREAMING_SNAKE; what clients and tests compare. */
  readonly code: string;
  /** One sentence in Chinese. */
  readonly messageZh: string;
  /** One sentence in English; also `message`. */
  readonly messageEn: string;

  constructor(code: string, messageZh: string, messageEn: string, options: AppErrorOptions = {}) {
    super(messageEn, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
  }
}

/** The caller sent something that cannot be answered, such as an unknown cursor. Code `BAD_USER_INPUT`. */
export class InvalidInputError extends AppError {
  constructor(messageZh: string, messageEn: string, options: AppErrorOptions = {}) {
    super("BAD_USER_INPUT", messageZh, messageEn, options);
  }
}

/** The program or its data are not as they must be; nothing the caller can do. Code `INTERNAL_SERVER_ERROR`. */
export class InternalError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "INTERNAL_SERVER_ERROR",
      "服务器内部出错，请稍后重试。",
      "Something went wrong inside the server; please try again later.",
      options,
    );
  }
}
