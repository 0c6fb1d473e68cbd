import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Contributions_ReferralsDocument, type Contributions_ReferralsQuery } from "../../gql/generated.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { TextField } from "../../ui/field.tsx";
import { CONTRIBUTIONS } from "./words.ts";
import "../../styles/picker.css";

/** A referral to propose a contribution through. */
export type PickedReferral = Contributions_ReferralsQuery["referrals"]["edges"][number]["node"];

const SHOWN = 6;

function matches(referral: PickedReferral, typed: string): boolean {
  const said = `${referral.name} ${referral.employer ?? ""} ${referral.referrer.name}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}

/** Finds a referral by the person's name, employer or the ambassador's name. */
export function ReferralPicker({
  picked,
  error,
  onPick,
}: {
  picked: PickedReferral | null;
  error: string | null;
  onPick: (referral: PickedReferral | null) => void;
}) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const listId = useId();
  const [typed, setTyped] = useState("");
  const { data } = useGraphql(Contributions_ReferralsDocument, {}, { enabled: picked === null });
  if (picked)
    return (
      <div className="field">
        <span className="field-label">{t("propose.referral")}</span>
        <span className="picker-picked">
          <strong>{picked.name}</strong>
          <span className="secondary">{t("propose.by", { name: picked.referrer.name })}</span>
          <button type="button" className="text-button" onClick={() => onPick(null)}>
            {t("propose.change")}
          </button>
        </span>
      </div>
    );
  const found = (data?.referrals.edges ?? []).map(({ node }) => node).filter((node) => matches(node, typed.trim()));
  return (
    <div className="picker">
      <TextField
        label={t("propose.referral")}
        hint={t("propose.referralHint")}
        error={error}
        type="search"
        autoComplete="off"
        aria-controls={listId}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul id={listId} className="picker-list" aria-label={t("propose.found")}>
        {found.slice(0, SHOWN).map((referral) => (
          <li key={referral.id}>
            <button type="button" className="picker-option" onClick={() => onPick(referral)}>
              <strong>{referral.name}</strong> <span className="secondary">{t("propose.by", { name: referral.referrer.name })}</span>
              <span className="cell-note">
                {[referral.employer, formatTime(referral.submittedAt).slice(0, 10)].filter(Boolean).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <p className="form-note" role="status">
        {data && found.length === 0 ? t("propose.nobody") : found.length > SHOWN ? t("propose.more", { n: found.length - SHOWN }) : ""}
      </p>
    </div>
  );
}
