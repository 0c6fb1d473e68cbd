import { useTranslation } from "react-i18next";
import { formatCount, nameOf, otherNameOf } from "../../lib/format.ts";
import { type MatchReason, splitHighlight } from "../../lib/match.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Highlighted } from "../../ui/highlighted.tsx";
import type { useGlobalSearch } from "./use-global-search.ts";

function Reason({ reason }: { reason: MatchReason }) {
  const { t, i18n } = useTranslation();
  const key = `match.${reason.field}`;
  return (
    <>
      {i18n.exists(key) ? t(key) : reason.field} <Highlighted {...splitHighlight(reason)} />
    </>
  );
}

type Edge = ReturnType<typeof useGlobalSearch>["people"][number];

function PersonOption({ id, edge, active, onOpen }: { id: string; edge: Edge; active: boolean; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { node, matched } = edge;
  const reason = matched[0];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox that owns this list handles the keys
    <div id={id} className="suggestion" role="option" aria-selected={active} tabIndex={-1} onClick={() => onOpen(node.id)}>
      <div className="suggestion-name">
        {nameOf(node, language)}
        <span className="secondary">{otherNameOf(node, language)}</span>
      </div>
      <div className="suggestion-line">
        {nameOf(node.latestEmployment?.institution, language) || node.latestEmployment?.stated || t("unknown")}
        {reason && (
          <>
            {" · "}
            <Reason reason={reason} />
          </>
        )}
      </div>
    </div>
  );
}

/** The best matches for what is being typed, and the way to all of them. */
export function Suggestions({ id, search }: { id: string; search: ReturnType<typeof useGlobalSearch> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { people, active, suggestions } = search;
  const total = suggestions.data?.scientists.totalCount;
  const note = suggestions.isError ? t("search.failed") : total === 0 ? t("search.none") : total === undefined ? t("list.loading") : null;
  return (
    <div className="suggestions">
      <div id={id} role="listbox" aria-label={t("search.suggestions")}>
        {people.map((edge, index) => (
          <PersonOption key={edge.node.id} id={`${id}-${index}`} edge={edge} active={index === active} onOpen={search.openPerson} />
        ))}
        {people.length > 0 && total !== undefined && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox that owns this list handles the keys
          <div
            id={`${id}-${people.length}`}
            className="suggestion suggestion-all"
            role="option"
            aria-selected={active === people.length}
            tabIndex={-1}
            onClick={() => search.submit(search.text)}
          >
            {t("search.all", { count: total, n: formatCount(total, language) })}
          </div>
        )}
      </div>
      {note && (
        <p className="suggestion-note secondary" role="status">
          {note}
        </p>
      )}
    </div>
  );
}
