export type { FacetKey } from "./facets.ts";
export { DEFAULT_FACETS, FURTHER_FACETS } from "./facets.ts";
export type { FlowCount, FlowRequest } from "./flows.ts";
export { createReadModel, type ReadModel, type ReadModelOptions } from "./read-model.ts";
export { selectionResolvers } from "./selection.resolvers.ts";
export type { FacetCount, FacetValueCount, Page, PageItem, RankedRows, Selection } from "./selection.types.ts";
export { type NameSortKey, nameSortKey } from "./sort-key.ts";
export type { MapRequest, TalentMapResult } from "./talent-map.ts";
