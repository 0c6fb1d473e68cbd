/** Every role of the contract, in its order. */
export const ROLES = ["OFFICER", "AMBASSADOR", "ANALYST", "EXPERT", "SERVICE", "SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const;

/** The roles that exclude each other and everything else (三员分立). */
export const ADMINISTRATORS = ["SYSTEM_ADMIN", "SECURITY_ADMIN", "AUDITOR"] as const;

/** The roles that may be tried at the trial desk. */
export const WORKING_ROLES = ["OFFICER", "AMBASSADOR", "ANALYST", "EXPERT", "SERVICE"] as const;

/** Names of all roles as written in a shell, such as `system-admin`. */
export const SHELL_ROLES: readonly string[] = ROLES.map((role) => role.toLowerCase().replaceAll("_", "-"));

/** The role of a name as it is written in a shell; undefined when there is none. */
export function roleOfShellName(name: string): (typeof ROLES)[number] | undefined {
  return ROLES.find((role) => role.toLowerCase().replaceAll("_", "-") === name.toLowerCase());
}
