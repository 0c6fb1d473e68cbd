import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Contributions_ItemFragment, Contributions_MineDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { renewWork } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { Deed, Person, Points, Stand } from "./contribution-parts.tsx";
import { DisputeContribution } from "./dispute-contribution.tsx";
import { CONTRIBUTIONS } from "./words.ts";

type Item = Contributions_ItemFragment;

const DISPUTABLE = new Set(["PROPOSED", "CONFIRMED", "REJECTED"]);

function sumOf(items: readonly Item[], ...statuses: readonly Item["status"][]): number {
  return items.filter(({ status }) => statuses.includes(status)).reduce((sum, { points }) => sum + points, 0);
}

function Sums({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const sums = {
    waiting: sumOf(items, "PROPOSED", "DISPUTED"),
    confirmed: sumOf(items, "CONFIRMED"),
    settled: sumOf(items, "SETTLED"),
  };
  return (
    <dl className="contributions-sums">
      {(["waiting", "confirmed", "settled"] as const).map((name) => (
        <div key={name}>
          <dt>{t(`sums.${name}`)}</dt>
          <dd>{t("points", { n: formatExact(sums[name]) })}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ item, onDispute }: { item: Item; onDispute: () => void }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  return (
    <tr>
      <th scope="row">
        <Person item={item} />
      </th>
      <td data-label={t("column.deed")}>
        <Deed item={item} />
      </td>
      <td data-label={t("column.points")}>
        <Points item={item} />
      </td>
      <td data-label={t("column.status")}>
        <Stand item={item} settlement={item.settlement && <span className="cell-note mono">{item.settlement}</span>} />
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          {DISPUTABLE.has(item.status) && (
            <button type="button" className="text-button" onClick={onDispute}>
              {t("dispute.open")}
            </button>
          )}
        </div>
      </td>
    </tr>
  );
}

/** The viewer's own contributions: what was done, the points, where each stands, and the way to dispute a decision. */
export function MyContributions() {
  const { t } = useTranslation(CONTRIBUTIONS);
  const client = useQueryClient();
  const { data, error, refetch } = useGraphql(Contributions_MineDocument, {}, { staleTime: 0 });
  const [disputed, setDisputed] = useState<Item | null>(null);
  const items = data?.myContributions;
  return (
    <Arriving ready={items !== undefined} error={error} retry={() => void refetch()}>
      {items?.length === 0 ? (
        <EmptyState title={t("mine.none")} detail={t("mine.noneDetail")} />
      ) : (
        <>
          <Sums items={items ?? []} />
          <RecordsTable
            title={t("mine.title")}
            columns={(["person", "deed", "points", "status", "deeds"] as const).map((column) => t(`column.${column}`))}
          >
            {items?.map((item) => (
              <Row key={item.id} item={item} onDispute={() => setDisputed(item)} />
            ))}
          </RecordsTable>
        </>
      )}
      {disputed && <DisputeContribution item={disputed} onClose={() => setDisputed(null)} onDone={() => void renewWork(client)} />}
    </Arriving>
  );
}
