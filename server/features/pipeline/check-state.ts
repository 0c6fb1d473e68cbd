import type { OpenEngagementCheckState } from "../../graphql/generated.ts";
import { type Dated, latestEmployment } from "../scientists/index.ts";

/** What a recorded check says. */
export interface CheckAnswers {
  readonly informedOfDisclosure: boolean;
  readonly restrictedField: boolean;
  /** What the legal desk decided; null while it has not, and where it is not asked. */
  readonly cleared: boolean | null;
}

/** The state that a check gives by itself. */
export function stateOfCheck({ informedOfDisclosure, restrictedField, cleared }: CheckAnswers): OpenEngagementCheckState {
  if (!informedOfDisclosure) return "DISCLOSURE_MISSING";
  if (!restrictedField || cleared === true) return "CLEARED";
  return cleared === null ? "LEGAL_REVIEW" : "NOT_CLEARED";
}

/** An employment at a known institution, with the codes of the places around it, the nearest first. */
export interface PlacedEmployment extends Dated {
  readonly institution: string;
  readonly places: readonly {
    readonly code: string | null;
    readonly level: string;
    readonly nameZh: string;
    readonly nameEn: string | null;
  }[];
}

/** Where somebody works, as far as it decides whether the check is needed. */
export type Workplace =
  | { readonly kind: "MAINLAND" }
  | { readonly kind: "ABROAD"; readonly institution: string; readonly regionZh: string; readonly regionEn: string }
  | { readonly kind: "UNKNOWN" };

/** GB/T 2260: 台湾, 香港, 澳门, whose employers are not on the mainland. */
const OFF_MAINLAND = new Set(["710000", "810000", "820000", "TW", "HK", "MO"]);
const MAINLAND = "CN";

/** Where somebody works by the latest employment, as the map draws it (docs/GRAPH.md). */
export function workplaceOf(employments: readonly PlacedEmployment[]): Workplace {
  const latest = latestEmployment(employments);
  if (latest === null) return { kind: "UNKNOWN" };
  const region =
    latest.places.find((place) => OFF_MAINLAND.has(place.code ?? "")) ?? latest.places.find((place) => place.level === "COUNTRY");
  if (region === undefined) return { kind: "UNKNOWN" };
  if (region.code === MAINLAND) return { kind: "MAINLAND" };
  return { kind: "ABROAD", institution: latest.institution, regionZh: region.nameZh, regionEn: region.nameEn ?? region.nameZh };
}

/** Where the check of an engagement stands, with the reason for which it is required in both languages; null when it is not. */
export interface CheckStanding {
  readonly state: OpenEngagementCheckState;
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

const UNKNOWN_REASON = {
  zh: "现任职单位所在国家或地区不明，按境外任职办理，须先完成公开接洽核查。",
  en: "It is not known where the person works now, so the open-engagement check comes first, as for work abroad.",
};

function reasonOf(workplace: Exclude<Workplace, { kind: "MAINLAND" }>): { readonly zh: string; readonly en: string } {
  if (workplace.kind === "UNKNOWN") return UNKNOWN_REASON;
  return {
    zh: `现任职于${workplace.institution}（${workplace.regionZh}），须先完成公开接洽核查。`,
    en: `The person works at ${workplace.institution} (${workplace.regionEn}), so the open-engagement check comes first.`,
  };
}

/** Where the check stands; `latest` is the last one recorded. What the legal desk has or refused holds wherever the person works. */
export function checkStanding(workplace: Workplace, latest: CheckAnswers | null): CheckStanding {
  const recorded = latest === null ? null : stateOfCheck(latest);
  if (workplace.kind !== "MAINLAND") return { state: recorded ?? "REQUIRED", reason: reasonOf(workplace) };
  return { state: recorded === "LEGAL_REVIEW" || recorded === "NOT_CLEARED" ? recorded : "NOT_REQUIRED", reason: null };
}

/** Whether a state allows contact. */
export function allowsContact(state: OpenEngagementCheckState): boolean {
  return state === "NOT_REQUIRED" || state === "CLEARED";
}

const WHAT_TO_DO: Readonly<Record<OpenEngagementCheckState, { readonly zh: string; readonly en: string }>> = {
  NOT_REQUIRED: { zh: "", en: "" },
  CLEARED: { zh: "", en: "" },
  REQUIRED: { zh: "请先登记核查，再登记联系。", en: "Record the check first, then the contact." },
  DISCLOSURE_MISSING: {
    zh: "请先告知对方向现单位披露的义务，并重新登记核查。",
    en: "Tell the person of the duty to inform the employer, then record the check again.",
  },
  LEGAL_REVIEW: { zh: "核查正由法务审核，请等待结果。", en: "The check is with the legal desk; wait for its decision." },
  NOT_CLEARED: { zh: "法务未予通过，不能联系。", en: "The legal desk said no, so no contact may be made." },
};

/** Why contact is not allowed and what to do, in both languages. */
export function whyNoContact({ state, reason }: CheckStanding): { readonly zh: string; readonly en: string } {
  const todo = WHAT_TO_DO[state];
  return { zh: `${reason?.zh ?? ""}${todo.zh}`, en: [reason?.en, todo.en].filter(Boolean).join(" ") };
}
