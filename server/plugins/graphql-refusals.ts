import type { AuditTrail, RequestOrigin } from "../features/audit/index.ts";
import type { Principal } from "../features/auth/index.ts";
import { ForbiddenError } from "../features/rights/index.ts";
import type { AppError } from "../shared/errors.ts";

/** Who sent what was refused, and from where. */
export interface Asker {
  /** Null for strangers. */
  readonly principal: Principal | null;
  readonly origin: RequestOrigin;
}

/** Not recorded: what strangers send would fill the trail, and so would somebody who asks too much at once. */
const UNRECORDED = new Set(["UNAUTHENTICATED", "TOO_MANY_AT_ONCE"]);
const NAMES_KEPT = 20;

/** Records that the table of rights or a limit refused an operation. @throws AppError `AUDIT_UNAVAILABLE` */
export async function recordRefusal(audit: AuditTrail, { principal, origin }: Asker, error: AppError): Promise<void> {
  if (principal === null || UNRECORDED.has(error.code)) return;
  const { id, name, role, demo } = principal;
  const refused = error instanceof ForbiddenError ? error.refused.slice(0, NAMES_KEPT) : [];
  await audit.append({
    actor: { id, name, role, demo },
    origin,
    action: "REFUSAL",
    subjectIds: [],
    detail: { code: error.code, refused },
    result: "REFUSED",
  });
}
