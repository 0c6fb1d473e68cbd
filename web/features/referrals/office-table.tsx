import { useTranslation } from "react-i18next";
import type { Referrals_RowFragment } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import { Acquaintance, ClaimLeft } from "./ledger-item.tsx";
import { badgeOf } from "./ledger-model.ts";
import { REFERRALS } from "./words.ts";

const COLUMNS = ["person", "status", "referrer", "relation", "claim", "submitted"] as const;

function Row({ referral, onOpen }: { referral: Referrals_RowFragment; onOpen: () => void }) {
  const { t } = useTranslation(REFERRALS);
  const language = useLanguage();
  const { name, employer, status, stage, introductionOffer } = referral;
  const offering = introductionOffer !== null && introductionOffer.outcome === null;
  return (
    <tr>
      <th scope="row">
        <button type="button" className="text-button office-open" onClick={onOpen}>
          {name}
        </button>
        {referral.demo && <span className="badge badge-warning office-mark">{t("demo.mark")}</span>}
        {employer && <span className="cell-note">{employer}</span>}
      </th>
      <td data-label={t("column.status")}>
        <span className="office-badges">
          <span className={badgeOf(status)}>{t(`status.${status}`)}</span>
          {offering && <span className="badge badge-warning">{t("filter.offering")}</span>}
          {stage && <span className="cell-note">{nameOf(stage, language)}</span>}
        </span>
      </td>
      <td data-label={t("column.referrer")}>{referral.referrer.name}</td>
      <td data-label={t("column.relation")}>
        <Acquaintance referral={referral} />
      </td>
      <td data-label={t("column.claim")}>
        <ClaimLeft referral={referral} />
      </td>
      <td data-label={t("column.submitted")} className="nowrap">
        {formatTime(referral.submittedAt)}
      </td>
    </tr>
  );
}

/** Referrals of everybody, latest first. */
export function OfficeTable({ referrals, onOpen }: { referrals: readonly Referrals_RowFragment[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation(REFERRALS);
  return (
    <RecordsTable title={t("officeTitle")} columns={COLUMNS.map((column) => t(`column.${column}`))}>
      {referrals.map((referral) => (
        <Row key={referral.id} referral={referral} onOpen={() => onOpen(referral.id)} />
      ))}
    </RecordsTable>
  );
}
