import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ContributionStatus, Contributions_ItemFragment } from "../../gql/generated.ts";
import { formatTime } from "../../lib/time.ts";
import { CONTRIBUTIONS } from "./words.ts";

type Item = Contributions_ItemFragment;

const TONES: Record<ContributionStatus, string> = {
  PROPOSED: "badge-warning",
  DISPUTED: "badge-danger",
  CONFIRMED: "badge-success",
  REJECTED: "",
  SETTLED: "badge-primary",
};

/** Whom it is about, as typed in the referral. */
export function Person({ item: { referral, demo } }: { item: Item }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  return (
    <>
      {referral.name} {demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
      {referral.employer && <span className="cell-note">{referral.employer}</span>}
    </>
  );
}

/** What was done, when, and what it rests on. */
export function Deed({ item: { kind, on, evidence } }: { item: Item }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  return (
    <span>
      {t(`kind.${kind}`)} <span className="secondary nowrap">{on}</span>
      <span className="cell-note">{evidence}</span>
    </span>
  );
}

/** Points as they are, and where they differ what the rules proposed; which version of the rules. */
export function Points({ item: { points, proposedPoints, settingsVersion } }: { item: Item }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  return (
    <span className="nowrap">
      <strong>{points}</strong>
      {points !== proposedPoints && <span className="cell-note">{t("proposedPoints", { n: proposedPoints })}</span>}
      <span className="cell-note">{t("rules", { version: settingsVersion })}</span>
    </span>
  );
}

/** Where it stands, with what was said about it. `settlement` shows the number of the settlement. */
export function Stand({ item, settlement }: { item: Item; settlement?: ReactNode }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const { status, dispute, decisionNote, decidedAt } = item;
  return (
    <span>
      <span className={`badge ${TONES[status]}`}>{t(`status.${status}`)}</span>
      {settlement}
      {decidedAt && <span className="cell-note">{t("decidedAt", { time: formatTime(decidedAt) })}</span>}
      {decisionNote && <span className="cell-note">{t("noteOf", { note: decisionNote })}</span>}
      {dispute && <span className="cell-note">{t("disputeOf", { words: dispute })}</span>}
    </span>
  );
}
