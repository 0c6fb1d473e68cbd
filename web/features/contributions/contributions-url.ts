import type { ContributionFilter, ContributionStatus } from "../../gql/generated.ts";

/** Statuses in the order of the road. */
export const STATUSES: readonly ContributionStatus[] = ["PROPOSED", "DISPUTED", "CONFIRMED", "REJECTED", "SETTLED"];

/** What an officer comes for: everything that waits for a decision. */
export const WAITING = "waiting";

/** What the address asks to see: `waiting`, `all`, or one status. */
export type Shown = typeof WAITING | "all" | ContributionStatus;

/** Every choice, in the order of the list. */
export const SHOWN: readonly Shown[] = [WAITING, "all", ...STATUSES];

/** What the address says; anything unknown in it is left out. */
export interface ContributionsAddress {
  readonly shown: Shown;
  /** Id of the ambassador; null for all. */
  readonly ambassador: string | null;
  readonly after: string | null;
  readonly page: number;
  /** Whether the own contributions are shown in place of everybody's. */
  readonly own: boolean;
}

/** Reads the address. */
export function parseAddress(params: URLSearchParams): ContributionsAddress {
  const after = params.get("after") || null;
  const page = Number(params.get("page"));
  return {
    shown: SHOWN.find((one) => one === params.get("status")) ?? WAITING,
    ambassador: params.get("ambassador") || null,
    after,
    page: after !== null && Number.isInteger(page) && page > 1 ? page : 1,
    own: params.get("view") === "mine",
  };
}

/** The filter of a read. */
export function filterOf({ shown, ambassador }: Pick<ContributionsAddress, "shown" | "ambassador">): ContributionFilter {
  const statuses: readonly ContributionStatus[] | null = shown === "all" ? null : shown === WAITING ? ["PROPOSED", "DISPUTED"] : [shown];
  return { ...(statuses ? { statuses: [...statuses] } : {}), ...(ambassador ? { ambassador } : {}) };
}

/** The address with one condition changed (null takes it away); another condition starts again at the first page. */
export function withCondition(params: URLSearchParams, name: "status" | "ambassador" | "view", value: string | null): URLSearchParams {
  const next = new URLSearchParams(params);
  if (value === null) next.delete(name);
  else next.set(name, value);
  next.delete("after");
  next.delete("page");
  return next;
}

/** The address of the page that begins after a cursor; of the first page with null. */
export function withPage(params: URLSearchParams, after: string | null, page: number): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete("after");
  next.delete("page");
  if (after !== null) {
    next.set("after", after);
    next.set("page", String(page));
  }
  return next;
}
