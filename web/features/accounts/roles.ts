import type { Role } from "../../gql/generated.ts";

/** Every role, the working ones first. */
export const ROLES: readonly Role[] = [
  "OFFICER",
  "AMBASSADOR",
  "ANALYST",
  "EXPERT",
  "SERVICE",
  "SYSTEM_ADMIN",
  "SECURITY_ADMIN",
  "AUDITOR",
];

/** Narrows the value of a choice to a role; null for no role. */
export function toRole(value: string): Role | null {
  return ROLES.find((role) => role === value) ?? null;
}
