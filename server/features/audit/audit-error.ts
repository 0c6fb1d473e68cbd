import { AppError, type AppErrorOptions } from "../../shared/errors.ts";

/** What was asked could not be recorded, so it was not done. Code `AUDIT_UNAVAILABLE`, answered with 503. */
export class AuditUnavailableError extends AppError {
  constructor(options: AppErrorOptions = {}) {
    super(
      "AUDIT_UNAVAILABLE",
      "无法写入审计记录，因此没有执行此操作；请稍后重试，若仍不行请联系管理员。",
      "The audit record could not be written, so nothing was done; try again shortly, and tell the administrator if it persists.",
      options,
    );
  }
}
