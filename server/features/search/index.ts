export { parseSelectionParameters, type SelectionParameters } from "./conditions.ts";
export { assertFitsWorkbook, csvStream, type Watermark, xlsxBuffer } from "./export-writer.ts";
export { searchResolvers } from "./search.resolvers.ts";
export { SearchService } from "./search.service.ts";
