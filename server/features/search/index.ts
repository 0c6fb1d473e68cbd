export { parseSelectionParameters, type SelectionParameters } from "./conditions.ts";
export { assertFitsWorkbook, csvStream, xlsxBuffer } from "./export-writer.ts";
export { searchResolvers } from "./search.resolvers.ts";
export { SearchService } from "./search.service.ts";
