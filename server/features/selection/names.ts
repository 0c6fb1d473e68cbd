// The one place that says where the name index comes from.
export { buildNameIndex, type NameHit, type NameIndex, type NameMatches } from "../search/name-index.ts";
