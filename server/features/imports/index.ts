export { eraseAuthorsOf, linkAuthor } from "./author-links.ts";
export { createImports, type ImportBatch, type Imports } from "./imports.service.ts";
export { FORMATS, type ImportFormat, type ImportReport } from "./imports.types.ts";
