import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { directionOf } from "../../lib/direction.ts";
import { formatExact, labelOf } from "../../lib/format.ts";
import { chosen, type ListKey, toggled, withValues } from "../../lib/url-state.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useFields } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { SelectionInUrl } from "../../lib/use-selection.ts";
import { type FacetRow, facetRows, withChosen } from "./facet-model.ts";
import { ALL_VALUES, FIRST_VALUES, LONGEST_SEARCH, useAllValues } from "./use-facets.ts";

interface Group {
  key: string;
  distinctCount: number;
  values: readonly { id: string; label: string; labelEn: string | null; count: number }[];
}

function Row({ row, facetKey, selection, others }: { row: FacetRow; facetKey: ListKey; selection: SelectionInUrl; others: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = labelOf(row, language);
  const fields = useFields();
  const field = facetKey === "fields" ? fields.data?.fields.find((candidate) => candidate.id === row.id) : undefined;
  const direction = field ? directionOf(field) : null;
  const href = selection.hrefOf({ query: selection.query, filter: toggled(selection.filter, facetKey, row.id) });
  return (
    <li className="facet-row">
      <Link className="facet-link" to={href} preventScrollReset aria-current={row.selected ? "true" : undefined}>
        <span className="facet-bar" style={{ transform: `scaleX(${row.share})` }} />
        <span className="facet-box" aria-hidden="true" />
        {direction && (
          <span className={`direction-${direction}`} aria-hidden="true">
            <span className="direction-letter">{t(`direction.${direction}`)}</span>
          </span>
        )}
        <span className="facet-label" title={label}>
          {label}
        </span>
        <span className="facet-count">{formatExact(row.count)}</span>
      </Link>
      {others && (
        <Link
          className="facet-only"
          preventScrollReset
          to={selection.hrefOf({ query: selection.query, filter: withValues(selection.filter, facetKey, [row.id]) })}
          aria-label={t("filter.onlyOf", { value: label })}
        >
          {t("filter.only")}
        </Link>
      )}
    </li>
  );
}

function Heading({
  name,
  chosenCount,
  open,
  controls,
  onToggle,
}: {
  name: string;
  chosenCount: number;
  open: boolean;
  controls: string;
  onToggle: () => void;
}) {
  return (
    <h3>
      <button type="button" className="facet-heading" aria-expanded={open} aria-controls={controls} onClick={onToggle}>
        {name}
        {chosenCount > 0 && <span className="facet-chosen">{chosenCount}</span>}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="m4 6 4 4 4-4" />
        </svg>
      </button>
    </h3>
  );
}

function SearchWithin({ name, value, onChange }: { name: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation();
  const label = t("filter.searchWithin", { name });
  return (
    <input
      type="search"
      className="facet-search"
      aria-label={label}
      placeholder={label}
      maxLength={LONGEST_SEARCH}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface Props {
  group: Group;
  facetKey: ListKey;
  selection: SelectionInUrl;
  initiallyOpen: boolean;
  /** Whether the selection has nobody in it, so that no value can be chosen. */
  nobody: boolean;
}

/** Pause in typing after which the server is asked. */
const TYPING_PAUSE_MS = 200;

/** Which values of a facet are shown: the largest, or all of them, or those found by a search within. */
function useRows({ group, facetKey, selection }: Props, open: boolean) {
  const [expanded, setExpanded] = useState(false);
  const [search, setSearch] = useState("");
  const ids = chosen(selection.filter, facetKey);
  const hidden = ids.some((id) => !group.values.some((value) => value.id === id));
  const wanted = open && (expanded || hidden);
  const contains = useDebounced(search.trim(), TYPING_PAUSE_MS);
  const all = useAllValues(selection, [facetKey], wanted);
  const found = useAllValues(selection, [facetKey], wanted && contains !== "", contains);
  // Once not wanted, what is still on hand may be counted over a former selection.
  const values = (wanted ? all.data?.scientists.facets[0]?.values : undefined) ?? group.values;
  // The server also finds by pinyin, and beyond the values on hand; until its answer is there, those on hand are searched by label.
  const settled = contains !== "" && contains === search.trim() && !found.isPlaceholderData;
  const answered = settled ? found.data?.scientists.facets[0]?.values : undefined;
  const limit = expanded ? ALL_VALUES : Math.max(FIRST_VALUES, ids.length);
  const rows = answered ? facetRows(withChosen(answered, values, ids), ids, "", limit) : facetRows(values, ids, search, limit);
  const toggle = () => {
    setExpanded(!expanded);
    setSearch("");
  };
  return { ids, rows, expanded, toggle, search, setSearch };
}

/** One facet: its values with counts and bars, chosen ones first, a search within it, and the rest on demand. */
export function FacetGroup(props: Props) {
  const { t } = useTranslation();
  const { group, facetKey, selection, initiallyOpen, nobody } = props;
  const [open, setOpen] = useState(initiallyOpen || chosen(selection.filter, facetKey).length > 0);
  const { ids, rows, expanded, toggle, search, setSearch } = useRows(props, open);
  const bodyId = useId();
  const name = t(`filterKey.${facetKey}`);
  const others = (row: FacetRow) => ids.length > 0 && !(ids.length === 1 && row.selected);
  return (
    <section className="facet">
      <Heading name={name} chosenCount={ids.length} open={open} controls={bodyId} onToggle={() => setOpen(!open)} />
      <div id={bodyId} hidden={!open}>
        {expanded && <SearchWithin name={name} value={search} onChange={setSearch} />}
        {group.values.length === 0 && <p className="facet-none secondary">{t(nobody ? "filter.nobody" : "filter.none")}</p>}
        <ul className={expanded ? "facet-values facet-values-all" : "facet-values"}>
          {rows.map((row) => (
            <Row key={row.id} row={row} facetKey={facetKey} selection={selection} others={others(row)} />
          ))}
        </ul>
        {expanded && rows.length === 0 && <p className="facet-none secondary">{t("filter.noValue")}</p>}
        {group.distinctCount > group.values.length && (
          <button type="button" className="text-button facet-more" aria-expanded={expanded} onClick={toggle}>
            {expanded ? t("filter.less") : t("filter.moreOf", { n: formatExact(group.distinctCount) })}
          </button>
        )}
      </div>
    </section>
  );
}
