import type { ContributionKind, ContributionStatus } from "../../graphql/generated.ts";

/** Every status, for reads that narrow by none. */
export const STATUSES = ["PROPOSED", "CONFIRMED", "REJECTED", "DISPUTED", "SETTLED"] as const satisfies readonly ContributionStatus[];

const DECIDABLE: ReadonlySet<ContributionStatus> = new Set(["PROPOSED", "DISPUTED"]);
const DISPUTABLE: ReadonlySet<ContributionStatus> = new Set(["PROPOSED", "CONFIRMED", "REJECTED"]);
/** Visits and introductions happen several times in one referral, each on a day of its own; the others once. */
const BY_DAY: ReadonlySet<ContributionKind> = new Set(["VISIT", "INTRODUCTION"]);

/** Whether an officer may confirm or reject it now. */
export function mayDecide(status: ContributionStatus): boolean {
  return DECIDABLE.has(status);
}

/** Whether its ambassador may dispute it now. What was settled is paid and stays as it is. */
export function mayDispute(status: ContributionStatus): boolean {
  return DISPUTABLE.has(status);
}

/** What makes two proposals through one referral the same: the kind, and for what can happen again the day. */
export function occasionOf(kind: ContributionKind, on: string): string {
  return BY_DAY.has(kind) ? `${kind}:${on}` : kind;
}

/** The points of a kind; 0 when the settings name none. */
export function pointsOf(kind: ContributionKind, points: readonly { readonly kind: ContributionKind; readonly points: number }[]): number {
  return points.find((line) => line.kind === kind)?.points ?? 0;
}

/** Why the rules proposed a contribution, in the reader's language. */
export const RULE_EVIDENCE: Readonly<Record<ContributionKind, { readonly zh: string; readonly en: string }>> = {
  FIRST_REPORT: { zh: "引才办据此引荐立项跟进", en: "An engagement opened from this referral" },
  INTRODUCTION: { zh: "所提引见已完成", en: "The introduction offered was made" },
  VISIT: { zh: "所荐人选有登记的到访", en: "A visit of the person referred was logged" },
  OUTCOME: { zh: "所荐人选已落地", en: "The person referred has landed" },
};

/** The number of a settlement: day, and which of the day. Settlements of 演示 contributions are told by their first letters. */
export function settlementNumber(day: string, ofTheDay: number, demo: boolean): string {
  return `${settlementPrefix(day, demo)}${String(ofTheDay).padStart(2, "0")}`;
}

/** What all settlement numbers of a day begin with. */
export function settlementPrefix(day: string, demo: boolean): string {
  return `${demo ? "DEMO" : "JS"}-${day.replaceAll("-", "")}-`;
}

/** Whether a text has the form of a settlement's number. */
export function isSettlementNumber(text: string): boolean {
  return /^(?:JS|DEMO)-\d{8}-\d{2,6}$/.test(text);
}
