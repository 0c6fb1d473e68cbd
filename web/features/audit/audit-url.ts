import type { AuditAction, AuditFilter, AuditResult } from "../../gql/generated.ts";

/** Kinds of action, in the order in which they are offered. */
export const ACTIONS: readonly AuditAction[] = [
  "SIGN_IN",
  "SIGN_OUT",
  "CREDENTIALS",
  "ACCOUNT",
  "SEARCH",
  "DOSSIER",
  "EXPORT",
  "EXPORT_APPROVAL",
  "UNMASK",
  "CONTACT",
  "SUBJECT_REQUEST",
  "ERASURE",
  "RETENTION",
  "IMPORT",
  "AUDIT",
  "REFUSAL",
  "REFERRAL",
  "ENGAGEMENT",
  "CONTRIBUTION",
  "INTRODUCTION",
  "ANALYSIS",
  "MEASURE",
  "TEAM",
  "SETTINGS",
];

/** Outcomes. */
export const RESULTS: readonly AuditResult[] = ["OK", "REFUSED", "FAILED"];

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads the filter of the trail from an address; what cannot be understood is left out. */
export function parseAuditFilter(params: URLSearchParams): AuditFilter {
  const listed = (name: string) => (params.get(name) ?? "").split(",");
  const filter: AuditFilter = {};
  const actions = ACTIONS.filter((action) => listed("action").includes(action));
  if (actions.length > 0) filter.actions = actions;
  const results = RESULTS.filter((result) => listed("result").includes(result));
  if (results.length > 0) filter.results = results;
  for (const key of ["actor", "subject"] as const) {
    const id = params.get(key)?.trim();
    if (id) filter[key] = id;
  }
  for (const key of ["from", "to"] as const) {
    const day = params.get(key) ?? "";
    if (DAY.test(day)) filter[key] = day;
  }
  return filter;
}

/** Where the page stands in the trail: after which record, and as which page. */
export function parseAuditPage(params: URLSearchParams): { after: string | null; page: number } {
  const after = params.get("after") || null;
  const page = Number(params.get("page"));
  return { after, page: after !== null && Number.isInteger(page) && page > 1 ? page : 1 };
}

/** The address with one condition changed; another condition starts again at the first page. */
export function withCondition(params: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value) next.set(name, value);
  else next.delete(name);
  next.delete("after");
  next.delete("page");
  return next;
}
