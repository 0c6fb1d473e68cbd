export { parseSelectionParameters, type SelectionParameters } from "./conditions.ts";
export { csvStream, ExportTooLongError, xlsxBuffer } from "./export-writer.ts";
export { searchResolvers } from "./search.resolvers.ts";
export { SearchService } from "./search.service.ts";
