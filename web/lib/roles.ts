import type { Role } from "../gql/generated.ts";

/** The roles that work with people, in the order of the contract: those of the trial desk and of the first colleagues. */
export const WORKING_ROLES: readonly Role[] = ["OFFICER", "AMBASSADOR", "ANALYST", "EXPERT", "SERVICE"];
