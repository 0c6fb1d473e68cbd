import type { ReferralFilter, ReferralStatus } from "../../gql/generated.ts";

/** Statuses, in the order in which they are offered. */
export const STATUSES: readonly ReferralStatus[] = [
  "CLAIMED",
  "IN_PROGRESS",
  "ALREADY_IN_PROGRESS",
  "UNDER_REVIEW",
  "LAPSED",
  "TRANSFERRED",
  "WITHDRAWN",
  "DECLINED",
  "LANDED",
];

/** What the address asks of the office's list. */
export interface OfficeState {
  readonly status: ReferralStatus | null;
  readonly waiting: boolean;
  readonly offering: boolean;
  /** Referral whose particulars are open. */
  readonly open: string | null;
}

/** Reads the address; what is not known there is left out. */
export function parseOffice(params: URLSearchParams): OfficeState {
  return {
    status: STATUSES.find((one) => one === params.get("status")) ?? null,
    waiting: params.get("waiting") === "1",
    offering: params.get("offering") === "1",
    open: params.get("open") || null,
  };
}

/** The address of a state: only what differs from the whole list. */
export function writeOffice({ status, waiting, offering, open }: OfficeState): URLSearchParams {
  const params = new URLSearchParams();
  if (status !== null) params.set("status", status);
  if (waiting) params.set("waiting", "1");
  if (offering) params.set("offering", "1");
  if (open !== null) params.set("open", open);
  return params;
}

/** The filter of the contract; null when nothing is asked. */
export function filterOf({ status, waiting, offering }: OfficeState): ReferralFilter | null {
  if (status === null && !waiting && !offering) return null;
  return { ...(status ? { statuses: [status] } : {}), ...(waiting ? { waiting } : {}), ...(offering ? { offering } : {}) };
}
