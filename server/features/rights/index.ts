export { assertCovered, coverageOf, namesOfContract, RightsCoverageError } from "./coverage.ts";
export { describeRights } from "./describe-rights.ts";
export { assertMay, assertMaySelect, ForbiddenError } from "./refusal.ts";
export { rightsResolvers } from "./rights.resolvers.ts";
export { capabilitiesOf, fieldClassOf, RIGHTS, Rights, rightsList, rightsOf } from "./rights.ts";
export { REVEALING_ENUMS } from "./rights-reveals.ts";
export type { Grantee } from "./rights-table.ts";
