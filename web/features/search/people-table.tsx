import { useTranslation } from "react-i18next";
import type { ScientistSort, ScientistSortKey } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { cellOf } from "./cells.tsx";
import { type ColumnKey, MAX_PICKS, nextSort } from "./list-state.ts";
import { MatchReasons, PersonName } from "./person-name.tsx";
import type { PersonEdge } from "./use-people.ts";

interface Props {
  /** Undefined while the first answer is on its way. */
  edges: readonly PersonEdge[] | undefined;
  columns: readonly ColumnKey[];
  sort: ScientistSort;
  onSort: (sort: ScientistSort) => void;
  picks: readonly string[];
  onPick: (picks: readonly string[]) => void;
}

const SORTS: Partial<Record<ColumnKey, ScientistSortKey>> = { name: "NAME", birthYear: "BIRTH_DATE", awards: "LATEST_AWARD" };
const SKELETON_ROWS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

function Heading({ column, sort, onSort }: { column: ColumnKey; sort: ScientistSort; onSort: Props["onSort"] }) {
  const { t } = useTranslation();
  const by = SORTS[column];
  const name = t(`column.${column}`);
  if (!by) return <th scope="col">{name}</th>;
  const direction = sort.by === by ? (sort.direction === "DESCENDING" ? "descending" : "ascending") : "none";
  return (
    <th scope="col" aria-sort={direction}>
      <button type="button" className="sort-button" onClick={() => onSort(nextSort(sort, by))}>
        {name}
        <svg viewBox="0 0 10 14" aria-hidden="true" data-direction={direction}>
          <path className="sort-up" d="M5 2 2 6h6z" />
          <path className="sort-down" d="M5 12 2 8h6z" />
        </svg>
      </button>
    </th>
  );
}

/** A box to pick a person for comparison; closed once five are picked. */
export function PickBox({ edge, picks, onPick }: { edge: PersonEdge; picks: readonly string[]; onPick: Props["onPick"] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id } = edge.node;
  const picked = picks.includes(id);
  const full = !picked && picks.length >= MAX_PICKS;
  return (
    <label className="pick" title={full ? t("list.selectLimit") : undefined}>
      <input
        type="checkbox"
        checked={picked}
        disabled={full}
        aria-label={t("list.select", { name: nameOf(edge.node, language) })}
        onChange={() => onPick(picked ? picks.filter((other) => other !== id) : [...picks, id])}
      />
    </label>
  );
}

function SkeletonRows({ columns }: { columns: readonly ColumnKey[] }) {
  return SKELETON_ROWS.map((row) => (
    <tr key={row} className="skeleton-row">
      <td className="pick-column" />
      {columns.map((column) => (
        <td key={column} className={`column-${column}`}>
          <span className="skeleton" style={{ height: 14, width: column === "birthYear" || column === "tier" ? 40 : "80%" }} />
          <span className="skeleton" style={{ height: 10, width: "50%", marginTop: 10 }} />
        </td>
      ))}
    </tr>
  ));
}

/** The list as a table. */
export function PeopleTable({ edges, columns, sort, onSort, picks, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <table className="people-table">
      <caption className="visually-hidden">{t("list.title")}</caption>
      <thead>
        <tr>
          <th scope="col" className="pick-column">
            <span className="visually-hidden">{t("list.selectColumn")}</span>
          </th>
          {columns.map((column) => (
            <Heading key={column} column={column} sort={sort} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        {edges?.map((edge) => (
          <tr key={edge.node.id} data-picked={picks.includes(edge.node.id)}>
            <td className="pick-column">
              <PickBox edge={edge} picks={picks} onPick={onPick} />
            </td>
            {columns.map((column) =>
              column === "name" ? (
                <th key={column} scope="row" className="column-name">
                  <PersonName edge={edge} />
                  <MatchReasons edge={edge} />
                </th>
              ) : (
                <td key={column} className={`column-${column}`}>
                  {cellOf(column, edge.node)}
                </td>
              ),
            )}
          </tr>
        ))}
        {!edges && <SkeletonRows columns={columns} />}
      </tbody>
    </table>
  );
}
