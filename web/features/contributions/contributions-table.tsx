import { useTranslation } from "react-i18next";
import type { Contributions_ListQuery } from "../../gql/generated.ts";
import { useSession } from "../../lib/session.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import { Deed, Person, Points, Stand } from "./contribution-parts.tsx";
import { CONTRIBUTIONS } from "./words.ts";

/** A contribution as officers see it. */
export type OfficeContribution = Contributions_ListQuery["contributions"]["edges"][number]["node"];

interface Deeds {
  onAmbassador: (ambassador: OfficeContribution["ambassador"]) => void;
  onDecide: (item: OfficeContribution) => void;
  onSettlement: (number: string) => void;
}

function Row({ item, onAmbassador, onDecide, onSettlement }: { item: OfficeContribution } & Deeds) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const { viewer } = useSession().session;
  const { ambassador, status, settlement } = item;
  const own = ambassador.id === viewer?.id;
  const waits = status === "PROPOSED" || status === "DISPUTED";
  return (
    <tr>
      <th scope="row">
        <Person item={item} />
      </th>
      <td data-label={t("column.ambassador")}>
        <span>
          <button type="button" className="text-button" title={t("onlyThis")} onClick={() => onAmbassador(ambassador)}>
            {ambassador.name}
          </button>
        </span>
      </td>
      <td data-label={t("column.deed")}>
        <Deed item={item} />
      </td>
      <td data-label={t("column.points")}>
        <Points item={item} />
      </td>
      <td data-label={t("column.status")}>
        <Stand item={item} settlement={settlement && <span className="cell-note mono">{settlement}</span>} />
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          {waits && !own && (
            <button type="button" className="text-button" onClick={() => onDecide(item)}>
              {t("decide.open")}
            </button>
          )}
          {waits && own && <span className="secondary">{t("decide.own")}</span>}
          {settlement && (
            <button type="button" className="text-button" onClick={() => onSettlement(settlement)}>
              {t("settle.again")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** Contributions of all ambassadors. */
export function ContributionsTable({ items, ...deeds }: { items: readonly OfficeContribution[] } & Deeds) {
  const { t } = useTranslation(CONTRIBUTIONS);
  return (
    <RecordsTable
      title={t("title")}
      columns={(["person", "ambassador", "deed", "points", "status", "deeds"] as const).map((column) => t(`column.${column}`))}
    >
      {items.map((item) => (
        <Row key={item.id} item={item} {...deeds} />
      ))}
    </RecordsTable>
  );
}
