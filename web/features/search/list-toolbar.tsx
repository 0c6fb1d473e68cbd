import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { ScientistSort } from "../../gql/generated.ts";
import { formatCount, formatExact } from "../../lib/format.ts";
import { type Selection, toSearch, travelling, writeSelection } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { ColumnMenu } from "./column-menu.tsx";
import { type ListChange, type ListState, parseSort, writeSort } from "./list-state.ts";

const ORDERS = ["RELEVANCE", "NAME", "-NAME", "BIRTH_DATE", "-BIRTH_DATE", "-LATEST_AWARD", "LATEST_AWARD"] as const;

/** What is listed now. */
export interface Listed {
  readonly selection: Selection;
  readonly sort: ScientistSort;
  /** Undefined while it is not known. */
  readonly total: number | undefined;
}

interface Props {
  selection: Selection;
  state: ListState;
  sort: ScientistSort;
  total: number | undefined;
  /** Whether the list could not be read, so that no total will come. */
  failed: boolean;
  onChange: (change: ListChange) => void;
  /** Exports what is listed, for those who may. */
  exporter: (listed: Listed) => ReactNode;
  /** Shown before the other tools, such as the button that opens the filters on a phone. */
  children?: ReactNode;
  /** False for cards, which have no columns. */
  table: boolean;
}

/** How many people there are, and what can be done with them. */
export function ListToolbar({ selection, state, sort, total, failed, onChange, exporter, children, table }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [params] = useSearchParams();
  const orders = selection.query ? ORDERS : ORDERS.slice(1);
  return (
    <div className="toolbar">
      <h1 className="toolbar-total" aria-live="polite" title={total === undefined ? undefined : formatExact(total)}>
        {failed ? (
          t("list.title")
        ) : total === undefined ? (
          <span className="skeleton" style={{ width: 88, height: 20 }} />
        ) : (
          t("people", { count: total, n: formatCount(total, language) })
        )}
      </h1>
      <div className="toolbar-tools">
        {children}
        <label className="toolbar-sort">
          <span className="secondary">{t("list.sort")}</span>
          <select
            className="select"
            aria-label={t("list.sort")}
            value={writeSort(sort)}
            onChange={(event) => onChange({ sort: parseSort(event.target.value) })}
          >
            {orders.map((order) => (
              <option key={order} value={order}>
                {t(`list.sortBy.${order}`)}
              </option>
            ))}
          </select>
        </label>
        {table && <ColumnMenu columns={state.columns} onChange={(columns) => onChange({ columns })} />}
        <Link className="button" to={`/map${toSearch(writeSelection(selection, travelling(params)))}`}>
          {t("action.showOnMap")}
        </Link>
        {exporter({ selection, sort, total })}
      </div>
    </div>
  );
}
