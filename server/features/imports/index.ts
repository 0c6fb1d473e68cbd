export { type AuthorLink, eraseAuthorsOf, linkAuthor } from "./author-links.ts";
export { createImports, type ImportBatch, type Imports, type ImportsOptions, type ImportWorksOptions } from "./imports.service.ts";
export { FORMATS, type ImportFormat, type ImportReport, type ReportedFault } from "./imports.types.ts";
