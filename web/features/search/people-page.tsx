import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "react-router";
import type { ScientistSort, Search_ListQuery } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { useMay } from "../../lib/session.ts";
import { isEverything } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { usePhone } from "../../lib/use-media.ts";
import { useScrollMemory } from "../../lib/use-scroll-memory.ts";
import { useSelection } from "../../lib/use-selection.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { CompareBar } from "./compare-bar.tsx";
import { FilterSheet } from "./filter-sheet.tsx";
import { type Listed, ListToolbar } from "./list-toolbar.tsx";
import { Pager } from "./pager.tsx";
import { PeopleCards } from "./people-cards.tsx";
import { PeopleTable } from "./people-table.tsx";
import { useListState } from "./use-list-state.ts";
import { usePeople } from "./use-people.ts";
import "./people.css";

interface Props {
  /** The filters. */
  panel: ReactNode;
  /** What was understood and which filters are in use. */
  chips: ReactNode;
  /** Ways out of a selection with nobody in it. */
  advice: ReactNode;
  /** Exports what is listed, for those who may. */
  exporter: (listed: Listed) => ReactNode;
}

function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <ErrorNotice
      title={t("error.title")}
      detail={
        <>
          <p>{errorSentence(error, t, language)}</p>
          <p>{t("error.kept")}</p>
        </>
      }
      action={
        <button type="button" className="button button-primary" onClick={retry}>
          {t("action.retry")}
        </button>
      }
    />
  );
}

/** Pages of the list. While the next answer loads, its cursor is not known and the way on is closed. */
function Foot({
  list,
  settled,
  paging,
}: {
  list: Search_ListQuery["scientists"];
  settled: boolean;
  paging: ReturnType<typeof useListState>;
}) {
  const { state, change, nextPage, previousPage, knowsPrevious } = paging;
  const from = (state.page - 1) * state.pageSize + 1;
  const endCursor = list.pageInfo.hasNextPage && settled ? list.pageInfo.endCursor : null;
  return (
    <Pager
      from={from}
      to={from + list.edges.length - 1}
      total={list.totalCount}
      pageSize={state.pageSize}
      onPageSize={(pageSize) => change({ pageSize })}
      onPrevious={state.page > 1 ? () => void previousPage() : undefined}
      previousIsFirst={!knowsPrevious}
      onNext={endCursor ? () => void nextPage(endCursor) : undefined}
    />
  );
}

/** Search results: filters at the left, the list as a table or as cards, everything in the address. */
export function PeoplePage({ panel, chips, advice, exporter }: Props) {
  const { t } = useTranslation();
  const phone = usePhone();
  const working = useMay("READ_WORKING_DATA");
  const { search: address } = useLocation();
  const selection = useSelection();
  const paging = useListState();
  const { state, change } = paging;
  const people = usePeople(selection, state);
  const scroller = useRef<HTMLDivElement>(null);
  const list = people.data?.scientists;
  useScrollMemory(scroller, list !== undefined && !people.isPlaceholderData);
  const sort: ScientistSort = state.sort ?? { by: selection.query ? "RELEVANCE" : "NAME", direction: "ASCENDING" };
  const failed = people.isError && !list;
  const empty = list?.totalCount === 0 && !people.isPlaceholderData;
  const shown = { edges: list?.edges, picks: state.picks, onPick: (picks: readonly string[]) => change({ picks }, true) };
  return (
    <div className="people">
      <PageTitle page={selection.query || t("list.title")} product={t("product")} />
      {!phone && (
        <aside className="people-panel" aria-label={t("filter.title")}>
          <a className="skip-link" href="#people-list">
            {t("filter.skip")}
          </a>
          {panel}
        </aside>
      )}
      <div className="people-main" id="people-list" tabIndex={-1}>
        <ListToolbar
          {...{ selection, state, sort, failed, exporter }}
          total={list?.totalCount}
          onChange={(next) => change(next)}
          table={!phone}
        >
          {phone && <FilterSheet filter={selection.filter} total={list?.totalCount} panel={panel} />}
        </ListToolbar>
        <div className="people-chips">{chips}</div>
        <div
          className="people-scroller"
          ref={scroller}
          aria-busy={people.isFetching}
          data-stale={people.isPlaceholderData}
          data-address={address}
        >
          {failed && <Trouble error={people.error} retry={() => void people.refetch()} />}
          {empty && isEverything(selection) && <EmptyState title={t("list.emptyNothing")} detail={t("list.emptyNothingDetail")} />}
          {empty && !isEverything(selection) && <EmptyState title={t("list.emptyTitle")} action={advice} />}
          {!failed && !empty && phone && <PeopleCards {...shown} />}
          {!failed && !empty && !phone && (
            <PeopleTable
              {...shown}
              columns={state.columns.filter((column) => working || column !== "tier")}
              sort={sort}
              onSort={(next) => change({ sort: next })}
            />
          )}
        </div>
        <div className="people-foot">
          <CompareBar picks={state.picks} onClear={() => change({ picks: [] }, true)} />
          {list && list.totalCount > 0 && <Foot list={list} settled={!people.isPlaceholderData} paging={paging} />}
        </div>
      </div>
    </div>
  );
}
