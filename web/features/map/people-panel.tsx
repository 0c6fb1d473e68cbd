import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { Map_PersonPartsFragment, Map_TalentMapQuery, MapView } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatExact, nameOf } from "../../lib/format.ts";
import { isEverything, type Selection, toSearch, travelling, writeSelection } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import type { Box } from "./engine/map-types.ts";
import { PeopleList } from "./people-list.tsx";
import type { usePeople } from "./use-map-data.ts";
import { WaySummary } from "./way-summary.tsx";
import "./people-panel.css";

interface Props {
  people: ReturnType<typeof usePeople>;
  talentMap: Map_TalentMapQuery["talentMap"] | undefined;
  selection: Selection;
  view: MapView;
  selected: Map_PersonPartsFragment | null;
  litBox: Box | null;
  /** Name of the pile the list is narrowed to, when one was opened. */
  spot: string | null;
  /** Ways out when nobody matches. */
  advice: ReactNode;
  onSelection: (next: Selection) => void;
  onPoint: (id: string | null) => void;
  onSelect: (id: string | null) => void;
}

/** “1,024 人 · 37 人无位置”, and why; the second opens the list of those people. */
function Counts({
  total,
  failed,
  talentMap,
  selection,
  view,
  onSelection,
}: Pick<Props, "talentMap" | "selection" | "view" | "onSelection"> & { total: number | undefined; failed: boolean }) {
  const { t } = useTranslation("map");
  const [params] = useSearchParams();
  const only = selection.filter.unlocatedIn === view;
  const reasons = talentMap?.unlocatedReasons.filter((reason) => reason.count > 0) ?? [];
  return (
    <div className="map-counts">
      <p className="map-counts-line">
        <strong>{total === undefined ? (failed ? t("list.label") : "…") : t("people", { count: total, n: formatExact(total) })}</strong>
        {talentMap !== undefined && talentMap.unlocated > 0 && (
          <>
            <span aria-hidden="true"> · </span>
            {only ? (
              <span>{t("unlocated", { n: formatExact(talentMap.unlocated), view: t(`view.${view}`) })}</span>
            ) : (
              <button
                type="button"
                className="map-link"
                onClick={() => onSelection({ ...selection, filter: { ...selection.filter, unlocatedIn: view } })}
              >
                {t("unlocated", { n: formatExact(talentMap.unlocated), view: t(`view.${view}`) })}
              </button>
            )}
          </>
        )}
        <Link className="map-counts-table" to={`/scientists${toSearch(writeSelection(selection, travelling(params)))}`}>
          {t("list.asTable")}
        </Link>
      </p>
      {only && reasons.length > 0 && (
        <p className="secondary">
          {reasons.map((reason) => t(`reason.${reason.reason}`, { n: formatExact(reason.count) })).join(t("comma"))}
        </p>
      )}
    </div>
  );
}

/** The list beside the map: a full equivalent of it. */
export function PeoplePanel({ people, talentMap, selection, view, selected, litBox, spot, advice, onSelection, onPoint, onSelect }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const pages = people.data?.pages;
  const total = pages?.[0]?.scientists.totalCount;
  const { fetchNextPage } = people;
  const onMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <div className="map-people" aria-busy={people.isFetching}>
      <h2 className="visually-hidden">{t("list.label")}</h2>
      <Counts total={total} failed={people.isError} talentMap={talentMap} selection={selection} view={view} onSelection={onSelection} />
      {spot !== null && (
        <p className="map-spot">
          {spot}
          {total !== undefined && !people.isPlaceholderData && ` · ${t("people", { count: total, n: formatExact(total) })}`}
        </p>
      )}
      {selected !== null && <WaySummary person={selected} name={nameOf(selected, language)} onClose={() => onSelect(null)} />}
      {people.isError && pages === undefined && (
        <ErrorNotice
          title={t("error.title")}
          detail={`${errorSentence(people.error, t, language)} ${t("error.kept")}`}
          action={
            <button type="button" className="button" onClick={() => void people.refetch()}>
              {t("action.retry")}
            </button>
          }
        />
      )}
      {people.isPending && <ListSkeleton />}
      {total === 0 &&
        (isEverything(selection) ? (
          <EmptyState title={t("list.emptyNothing")} detail={t("list.emptyNothingDetail")} />
        ) : (
          <EmptyState title={t("list.emptyTitle")} detail={advice} />
        ))}
      {pages !== undefined && total !== undefined && total > 0 && (
        <PeopleList
          edges={pages.flatMap((page) => page.scientists.edges)}
          total={total}
          view={view}
          selected={selected?.id ?? null}
          litBox={litBox}
          loadingMore={people.isFetchingNextPage}
          moreFailed={people.isFetchNextPageError}
          onMore={onMore}
          onPoint={onPoint}
          onSelect={(id) => onSelect(id === selected?.id ? null : id)}
        />
      )}
    </div>
  );
}

function ListSkeleton() {
  return (
    <div className="map-list-skeleton" aria-hidden="true">
      {["a", "b", "c", "d", "e"].map((key) => (
        <div className="map-card" key={key}>
          <span className="skeleton" style={{ width: "40%", height: 18 }} />
          <span className="skeleton" style={{ width: "75%", height: 14, marginTop: 8 }} />
          <span className="skeleton" style={{ width: "55%", height: 14, marginTop: 6 }} />
        </div>
      ))}
    </div>
  );
}
