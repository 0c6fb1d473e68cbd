import { Neo4jError } from "neo4j-driver";
import { AppError, type AppErrorOptions, InternalError } from "../shared/errors.ts";

/** The database cannot be reached, or stopped answering. Code `DATABASE_UNAVAILABLE`. */
export class DatabaseUnavailableError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "DATABASE_UNAVAILABLE",
      "无法连接数据库，请确认数据库已启动、地址正确。",
      "The database cannot be reached; check that it is running and that its address is right.",
      options,
    );
  }
}

/** The database refused the user name or password, or the rights of the user. Code `DATABASE_AUTH`. */
export class DatabaseAuthError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "DATABASE_AUTH",
      "数据库拒绝了用户名或密码，请检查 NEO4J_USER 与 NEO4J_PASSWORD。",
      "The database refused the user name or password; check NEO4J_USER and NEO4J_PASSWORD.",
      options,
    );
  }
}

/** A statement took longer than allowed and was stopped; nothing of it was kept. Code `DATABASE_TIMEOUT`. */
export class DatabaseTimeoutError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "DATABASE_TIMEOUT",
      "查询超时，已停止，请缩小范围后重试。",
      "The query took too long and was stopped; narrow it and try again.",
      options,
    );
  }
}

/** A uniqueness or other constraint refused a write; nothing of it was kept. Code `DATABASE_CONSTRAINT`. */
export class DatabaseConstraintError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "DATABASE_CONSTRAINT",
      "该数据与已有记录冲突，未保存。",
      "The data clashes with a record that already exists; nothing was saved.",
      options,
    );
  }
}

/** The database stayed busy with other writes although the driver tried again. Code `DATABASE_BUSY`. */
export class DatabaseBusyError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super("DATABASE_BUSY", "数据库繁忙，请稍后重试。", "The database is busy; please try again shortly.", options);
  }
}

/** The named database does not exist on the server. Code `DATABASE_NOT_FOUND`. */
export class DatabaseNotFoundError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "DATABASE_NOT_FOUND",
      "数据库服务器上没有指定的数据库，请检查 NEO4J_DATABASE。",
      "The server has no database of that name; check NEO4J_DATABASE.",
      options,
    );
  }
}

type ErrorClass = new (options?: AppErrorOptions) => AppError;

/**
 * Driver and server codes, longest prefix of meaning first. Codes: Neo4j status codes 5
 * (https://neo4j.com/docs/status-codes/current/errors/all-errors/) and the driver's own `ServiceUnavailable` and `SessionExpired`.
 */
const CLASSES: ReadonlyArray<readonly [prefix: string, errorClass: ErrorClass]> = [
  ["ServiceUnavailable", DatabaseUnavailableError],
  ["SessionExpired", DatabaseUnavailableError],
  ["Neo.ClientError.Security.", DatabaseAuthError],
  ["Neo.ClientError.Schema.ConstraintValidationFailed", DatabaseConstraintError],
  ["Neo.ClientError.Database.DatabaseNotFound", DatabaseNotFoundError],
  ["Neo.ClientError.Transaction.TransactionTimedOut", DatabaseTimeoutError],
  // The time ran out while it waited for a lock.
  ["Neo.ClientError.Transaction.LockClientStopped", DatabaseTimeoutError],
  ["Neo.TransientError.Transaction.LockAcquisitionTimeout", DatabaseTimeoutError],
  ["Neo.TransientError.General.DatabaseUnavailable", DatabaseUnavailableError],
  ["Neo.TransientError.Database.DatabaseUnavailable", DatabaseUnavailableError],
  ["Neo.TransientError.", DatabaseBusyError],
];

/** The driver's error code of an error or of what caused it, or null. */
export function driverCode(error: unknown): string | null {
  if (error instanceof Neo4jError) return error.code;
  return error instanceof Error && error.cause !== undefined ? driverCode(error.cause) : null;
}

/** The {@link AppError} of a fault of the driver, by its code and never by its words. An AppError comes back as it is. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = driverCode(error);
  const found = code === null ? undefined : CLASSES.find(([prefix]) => code.startsWith(prefix));
  return found === undefined ? new InternalError({ cause: error }) : new found[1]({ cause: error });
}
