export { auditResolvers } from "./audit.resolvers.ts";
export type { AuditActor, AuditDetail, AuditEvent, AuditTrail, RequestOrigin } from "./audit.types.ts";
export { AuditUnavailableError } from "./audit-error.ts";
export { type AuditReader, createAuditReader } from "./audit-reader.ts";
export { AuditBrokenError, pruneAuditTrail } from "./audit-retention.ts";
export { type AuditTrailOptions, createAuditTrail } from "./audit-trail.ts";
export { startAuditUpkeep } from "./audit-upkeep.ts";
export { type Anchor, type ChainReport, verifyChain } from "./audit-verify.ts";
export { createReadRecorder, type NotedRead, type ReadRecorder } from "./read-recorder.ts";
