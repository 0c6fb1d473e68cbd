export { type Digest, type DigestMail, digestMail } from "./digest.ts";
export { removeClosedEngagements, removeEngagementsOf } from "./engagement-retention.ts";
export type { PipelineLoaders } from "./pipeline.loaders.ts";
export { pipelineResolvers } from "./pipeline.resolvers.ts";
export { createPipeline, type Pipeline, type PipelineOptions } from "./pipeline.service.ts";
export type * from "./pipeline.types.ts";
export { CONTRIBUTION_KINDS, DEFAULT_SETTINGS } from "./pipeline-settings.ts";
export type { KnownSettings, PipelineSettingsService } from "./settings.ts";
export { chineseCalendar, type WorkingCalendar } from "./working-calendar.ts";
