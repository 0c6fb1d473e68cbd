export { analysesResolvers } from "./analyses.resolvers.ts";
export {
  type AnalysesService,
  AnalysisTooLargeError,
  createAnalysesService,
  DELETED_ANALYSIS_KEEP_DAYS,
  removeDeletedAnalyses,
} from "./analyses.service.ts";
export type { Analyst } from "./analyses.types.ts";
export { VIEW_MAX_BYTES } from "./stored-view.ts";
