export type { AuditActor, AuditDetail, AuditEvent, AuditTrail, RequestOrigin } from "./audit.types.ts";
export { AuditUnavailableError } from "./audit-error.ts";
export { type AuditTrailOptions, createAuditTrail } from "./audit-trail.ts";
export { type Anchor, type ChainReport, verifyChain } from "./audit-verify.ts";
