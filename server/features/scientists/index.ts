export { compareEducation, compareEmployment, type Dated, latestAlmaMater, latestEmployment } from "./latest.ts";
export { createLoaders, loadRequired, type ScientistsLoaders } from "./scientists.loaders.ts";
export { scientistsResolvers } from "./scientists.resolvers.ts";
export { createScientistsService, type ScientistsService } from "./scientists.service.ts";
export type * from "./scientists.types.ts";
