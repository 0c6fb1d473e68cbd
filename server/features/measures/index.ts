export { measuresResolvers } from "./measures.resolvers.ts";
export { createMeasuresService, type MeasuresService } from "./measures.service.ts";
