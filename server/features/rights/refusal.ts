import type { ScientistFilter, ScientistSort } from "../../graphql/generated.ts";
import { AppError } from "../../shared/errors.ts";
import type { Rights } from "./rights.ts";
import type { Grantee } from "./rights-table.ts";

const ROLE_NAMES: Readonly<Record<Exclude<Grantee, null>, { zh: string; en: string }>> = {
  OFFICER: { zh: "引才专员", en: "recruiting officer" },
  AMBASSADOR: { zh: "引才大使", en: "referral ambassador" },
  ANALYST: { zh: "分析员", en: "analyst" },
  EXPERT: { zh: "评审专家", en: "expert reviewer" },
  SERVICE: { zh: "服务专员", en: "service officer" },
  SYSTEM_ADMIN: { zh: "系统管理员", en: "system administrator" },
  SECURITY_ADMIN: { zh: "安全管理员", en: "security administrator" },
  AUDITOR: { zh: "安全审计员", en: "auditor" },
};
const NAMED = 5;

/** The role may not use what was asked for. Code `FORBIDDEN`; names only what the caller asked for. */
export class ForbiddenError extends AppError {
  /** The lines of the table that refused. */
  readonly refused: readonly string[];

  constructor(role: Grantee, refused: readonly string[]) {
    const named = refused.slice(0, NAMED).join(", ");
    const rest = refused.length - NAMED;
    const zh = `${named}${rest > 0 ? ` 等 ${refused.length} 项` : ""}`;
    const en = `${named}${rest > 0 ? ` and ${rest} more` : ""}`;
    if (role === null)
      super(
        "FORBIDDEN",
        `账号尚未分配角色，不能使用 ${zh}。请联系安全管理员。`,
        `No role has been granted to this account, so it may not use ${en}. Ask the security administrator.`,
      );
    else
      super(
        "FORBIDDEN",
        `您的角色（${ROLE_NAMES[role].zh}）无权使用 ${zh}。请去掉后再试，或联系安全管理员。`,
        `Your role (${ROLE_NAMES[role].en}) may not use ${en}. Leave it out, or ask the security administrator.`,
      );
    this.refused = refused;
  }
}

/** @throws ForbiddenError when the role may not use one of the named lines */
export function assertMay(rights: Rights, names: readonly string[]): void {
  const refused = names.filter((name) => !rights.may(name));
  if (refused.length > 0) throw new ForbiddenError(rights.role, refused);
}

/** A filter and order that come by a way outside GraphQL, such as the address of an export. */
export interface ChosenSelection {
  readonly query?: string | null | undefined;
  readonly filter?: ScientistFilter | null | undefined;
  readonly sort?: ScientistSort | null | undefined;
}

/** The lines of the table that a selection touches: what it filters by, orders by, draws by and searches in. */
export function linesOfSelection({ query, filter, sort }: ChosenSelection): string[] {
  const given = Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);
  const views = [filter?.boundsView, filter?.unlocatedIn].filter((view) => view !== null && view !== undefined);
  return [
    ...(query?.trim() ? ["Query.scientists(query)"] : []),
    ...given.map(([key]) => `ScientistFilter.${key}`),
    ...views.map((view) => `MapView.${view}`),
    ...(sort ? [`ScientistSortKey.${sort.by}`] : []),
  ];
}

/**
 * For the ways outside GraphQL: the way itself and everything that its selection touches.
 * @throws ForbiddenError naming what the role may not use
 */
export function assertMaySelect(rights: Rights, way: string, selection: ChosenSelection): void {
  assertMay(rights, [way, ...linesOfSelection(selection)]);
}
