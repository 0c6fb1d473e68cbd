import type { ReferralOpenness, ReferralRelation, SubmitReferralInput } from "../../gql/generated.ts";

/** How an ambassador may know a person, as offered: the frequent ones first. */
export const RELATIONS: readonly ReferralRelation[] = [
  "COLLEAGUE",
  "CLASSMATE",
  "ADVISOR",
  "STUDENT",
  "COAUTHOR",
  "PROJECT_PARTNER",
  "FELLOW_TOWNSMAN",
  "FRIEND",
  "OTHER",
];

/** What a person may be open to, as offered. */
export const OPENNESS: readonly ReferralOpenness[] = ["FULL_TIME", "PART_TIME", "VISIT", "COOPERATION", "ADVICE", "UNKNOWN"];

/** Limits of the contract, in characters. */
export const LIMITS = { name: 100, employer: 200, note: 1_000, reason: 1_000 } as const;

/** What was typed and chosen in the form. Years are kept as typed. */
export interface Draft {
  readonly name: string;
  readonly employer: string;
  readonly relation: ReferralRelation | null;
  readonly knownFrom: string;
  readonly knownTo: string;
  readonly openTo: readonly ReferralOpenness[];
  /** Whether the person agreed to be contacted; null until it was said. */
  readonly agreed: boolean | null;
  readonly note: string;
  readonly orcid: string;
  /** Why it is not the person who is in progress already. */
  readonly anotherPersonBecause: string;
  /** The introduction that is offered should the person turn out to be in progress. */
  readonly introduction: string;
}

/** A form in which nothing has been said yet. */
export const EMPTY_DRAFT: Draft = {
  name: "",
  employer: "",
  relation: null,
  knownFrom: "",
  knownTo: "",
  openTo: [],
  agreed: null,
  note: "",
  orcid: "",
  anotherPersonBecause: "",
  introduction: "",
};

/** Whether there is anything worth keeping. */
export function isBlank(draft: Draft): boolean {
  return JSON.stringify(draft) === JSON.stringify(EMPTY_DRAFT);
}

/** Fields that can be wrong, in the order of the form; named as in the contract. */
export const CHECKED_FIELDS = ["name", "relation", "knownFrom", "knownTo", "agreedToContact", "orcid"] as const;

/** One of {@link CHECKED_FIELDS}. */
export type CheckedField = (typeof CHECKED_FIELDS)[number];

/** What is wrong with a field: a key under `fault` of this room's words. */
export type DraftFault = "name" | "relation" | "agreed" | "year" | "yearFuture" | "yearOrder" | "orcid";

const ORCID = /^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/;
const FIRST_YEAR = 1_930;

/** An ORCID in its usual form, from a bare number, a dashed one or an address. */
export function tidyOrcid(typed: string): string {
  const bare = typed.replace(/^.*orcid\.org\//i, "").replace(/[\s-]/g, "");
  return bare.replace(/^(.{4})(.{4})(.{4})(.{4})$/, "$1-$2-$3-$4").toUpperCase();
}

function yearFault(typed: string, thisYear: number): DraftFault | null {
  if (typed === "") return null;
  const year = Number(typed);
  if (!/^\d{4}$/.test(typed) || year < FIRST_YEAR) return "year";
  return year > thisYear ? "yearFuture" : null;
}

/**
 * What still has to be mended before a referral is finished, field by field; empty when nothing.
 * @param thisYear no year may lie after it
 */
export function faultsOf(draft: Draft, thisYear: number): Partial<Record<CheckedField, DraftFault>> {
  const length = [...draft.name.trim()].length;
  const from = yearFault(draft.knownFrom.trim(), thisYear);
  const to = yearFault(draft.knownTo.trim(), thisYear);
  const backwards = from === null && to === null && draft.knownFrom !== "" && draft.knownTo !== "" && draft.knownFrom > draft.knownTo;
  const orcidWrong = draft.orcid.trim() !== "" && !ORCID.test(tidyOrcid(draft.orcid));
  const found: [CheckedField, DraftFault | null][] = [
    ["name", length < 2 || length > LIMITS.name ? "name" : null],
    ["relation", draft.relation === null ? "relation" : null],
    ["knownFrom", from],
    ["knownTo", backwards ? "yearOrder" : to],
    ["agreedToContact", draft.agreed === null ? "agreed" : null],
    ["orcid", orcidWrong ? "orcid" : null],
  ];
  return Object.fromEntries(found.filter(([, fault]) => fault !== null));
}

const textOrNull = (text: string): string | null => text.trim() || null;
const yearOrNull = (text: string): number | null => (text.trim() === "" ? null : Number(text));

/**
 * A finished draft as it is submitted; null while it is not finished.
 * @param key made once for this referral
 * @param scientistId the person of the map that was picked
 */
export function inputOf(draft: Draft, key: string, scientistId: string | null): SubmitReferralInput | null {
  if (draft.relation === null || draft.agreed === null) return null;
  return {
    idempotencyKey: key,
    name: draft.name.trim(),
    employer: textOrNull(draft.employer),
    relation: draft.relation,
    knownFrom: yearOrNull(draft.knownFrom),
    knownTo: yearOrNull(draft.knownTo),
    agreedToContact: draft.agreed,
    note: textOrNull(draft.note),
    orcid: draft.orcid.trim() === "" ? null : tidyOrcid(draft.orcid),
    scientistId,
    openTo: [...draft.openTo],
    anotherPersonBecause: textOrNull(draft.anotherPersonBecause),
  };
}

/** Adds or removes a choice of several. “Not known” stands alone. */
export function toggledOpenness(chosen: readonly ReferralOpenness[], one: ReferralOpenness): ReferralOpenness[] {
  if (chosen.includes(one)) return chosen.filter((other) => other !== one);
  if (one === "UNKNOWN") return ["UNKNOWN"];
  return OPENNESS.filter((other) => other === one || (chosen.includes(other) && other !== "UNKNOWN"));
}

/** A referral that ended, ready to be submitted anew. */
export function draftFrom(referral: {
  name: string;
  employer: string | null;
  orcid: string | null;
  relation: ReferralRelation;
  knownFrom: number | null;
  knownTo: number | null;
  openTo: readonly ReferralOpenness[];
  agreedToContact: boolean;
  note: string | null;
}): Draft {
  return {
    ...EMPTY_DRAFT,
    name: referral.name,
    employer: referral.employer ?? "",
    orcid: referral.orcid ?? "",
    relation: referral.relation,
    knownFrom: referral.knownFrom?.toString() ?? "",
    knownTo: referral.knownTo?.toString() ?? "",
    openTo: referral.openTo,
    agreed: referral.agreedToContact,
    note: referral.note ?? "",
  };
}
