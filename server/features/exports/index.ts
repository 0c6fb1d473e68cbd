export { requiredReason } from "./export-reason.ts";
export { exportsResolvers } from "./exports.resolvers.ts";
export { createExportsService, type ExportsService } from "./exports.service.ts";
export type { Requester } from "./exports.types.ts";
