import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, type SetURLSearchParams, useSearchParams } from "react-router";
import type { EngagementFilter } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatCount } from "../../lib/format.ts";
import { isEverything, parseSelection, toSearch, writeSelection } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { useLive } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { Board } from "./board.tsx";
import { BulkBar } from "./bulk-bar.tsx";
import type { Card } from "./engagement-types.ts";
import { FilterBar } from "./filter-bar.tsx";
import { MoveDialogs } from "./move-dialogs.tsx";
import { isNarrowed, parseEngagementFilter, withCondition, withoutConditions } from "./pipeline-url.ts";
import { ProgrammesDialog } from "./programmes-dialog.tsx";
import { SortChoice, TableView } from "./table-view.tsx";
import { useCounts } from "./use-column.ts";
import { useConditions } from "./use-conditions.ts";
import { MovesProvider, useMovesState } from "./use-moves.ts";
import { useSettings } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

/** Those picked for something to be done with all of them; forgotten when other engagements are asked for. */
function usePicked(about: string) {
  const [state, setState] = useState<{ about: string; picked: ReadonlyMap<string, Card> }>({ about, picked: new Map() });
  const picked = state.about === about ? state.picked : new Map<string, Card>();
  const set = (next: ReadonlyMap<string, Card>) => setState({ about, picked: next });
  return {
    picked,
    clear: () => set(new Map()),
    toggle: (card: Card) => {
      const next = new Map(picked);
      if (!next.delete(card.id)) next.set(card.id, card);
      set(next);
    },
    pickAll: (cards: readonly Card[], all: boolean) => {
      const next = new Map(picked);
      for (const card of cards) {
        if (all) next.set(card.id, card);
        else next.delete(card.id);
      }
      set(next);
    },
  };
}

function Views({ table, params }: { table: boolean; params: URLSearchParams }) {
  const { t } = useTranslation(PIPELINE);
  const to = (view: "board" | "table") => toSearch(withCondition(params, "view", view === "table" ? view : ""));
  return (
    <nav className="pl-views" aria-label={t("view.label")}>
      <Link to={{ search: to("board") }} aria-current={table ? undefined : "true"}>
        {t("view.board")}
      </Link>
      <Link to={{ search: to("table") }} aria-current={table ? "true" : undefined}>
        {t("view.table")}
      </Link>
    </nav>
  );
}

/** The people whose engagements are shown, when a search of people was handed over. */
function People({ params, chips }: { params: URLSearchParams; chips: ReactNode }) {
  const { t } = useTranslation(PIPELINE);
  const selection = parseSelection(params);
  if (isEverything(selection)) return null;
  return (
    <div className="pl-people">
      {chips}
      <Link to={`/scientists${toSearch(writeSelection(selection))}`}>{t("people.change")}</Link>
    </div>
  );
}

function Nothing({ narrowed, onClear }: { narrowed: boolean; onClear: () => void }) {
  const { t } = useTranslation(PIPELINE);
  return narrowed ? (
    <EmptyState
      title={t("empty.narrowed")}
      detail={t("empty.narrowedDetail")}
      action={
        <button type="button" className="button button-primary" onClick={onClear}>
          {t("action.clearAll")}
        </button>
      }
    />
  ) : (
    <EmptyState
      title={t("empty.title")}
      detail={t("empty.detail")}
      action={
        <Link className="button button-primary" to="/scientists">
          {t("action.goToPeople")}
        </Link>
      }
    />
  );
}

/** What the page is, how it is shown, and the ways on from it. */
function Head({
  table,
  params,
  setParams,
  total,
  picking,
  onPicking,
  onProgrammes,
}: {
  table: boolean;
  params: URLSearchParams;
  setParams: SetURLSearchParams;
  total: number | undefined;
  picking: boolean;
  onPicking: () => void;
  onProgrammes: () => void;
}) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  return (
    <header className="pl-head">
      <h1>
        {t("title")}
        <span className="pl-total" aria-live="polite">
          {total === undefined ? "" : t("total", { count: total, n: formatCount(total, language) })}
        </span>
      </h1>
      <Views table={table} params={params} />
      <div className="pl-tools">
        {table ? (
          <SortChoice params={params} setParams={setParams} />
        ) : (
          <button type="button" className="button" aria-pressed={picking} onClick={onPicking}>
            {t("bulk.open")}
          </button>
        )}
        <button type="button" className="button" onClick={onProgrammes}>
          {t("programmes.open")}
        </button>
        <Link className="button" to="/pipeline/supervision">
          {t("supervision.title")}
        </Link>
        <Link className="button" to="/pipeline/statistics">
          {t("statistics.title")}
        </Link>
      </div>
    </header>
  );
}

/** 管线: every engagement as a board or a table, with one set of conditions in the address; one of them opens beside it. */
export function PipelinePage({ peopleChips }: { peopleChips: ReactNode }) {
  const { t } = useTranslation(PIPELINE);
  useLive();
  const [params, setParams] = useSearchParams();
  const filter: EngagementFilter = parseEngagementFilter(params);
  const settings = useSettings();
  const counts = useCounts(filter);
  const moves = useMovesState();
  const { stages = [], desks = [] } = settings.data?.pipelineSettings ?? {};
  const conditions = useConditions(params, stages, desks);
  const table = params.get("view") === "table";
  const picks = usePicked(JSON.stringify(filter));
  const [picking, setPicking] = useState(false);
  const [programmes, setProgrammes] = useState(false);
  const narrowed = isNarrowed(params);
  const change = useCallback(
    (name: string, value: string | readonly string[]) =>
      setParams((before) => withCondition(before, name, value), { replace: name === "name" }),
    [setParams],
  );
  const clear = () => setParams(withoutConditions(params));
  const stopPicking = () => {
    picks.clear();
    setPicking(false);
  };
  const shared = { filter, picking: picking || table ? picks : null };
  return (
    <MovesProvider value={moves}>
      <div className={`pl${table ? " pl-as-table" : ""}`}>
        <PageTitle page={t("title")} product={t("product")} />
        <Head
          {...{ table, params, setParams, total: counts.total, picking }}
          onPicking={() => (picking ? stopPicking() : setPicking(true))}
          onProgrammes={() => setProgrammes(true)}
        />
        <FilterBar params={params} conditions={conditions} narrowed={narrowed} onChange={change} onClear={clear} />
        <People params={params} chips={peopleChips} />
        <Arriving
          ready={settings.data !== undefined && (counts.data !== undefined || counts.error === null)}
          error={settings.error ?? counts.error}
          retry={() => {
            void settings.refetch();
            void counts.refetch();
          }}
          height={480}
        >
          {counts.total === 0 && !counts.isPlaceholderData && moves.pending.size === 0 ? (
            <Nothing narrowed={narrowed} onClear={clear} />
          ) : table ? (
            <TableView params={params} setParams={setParams} filter={filter} picking={picks} onPickAll={picks.pickAll} />
          ) : (
            <Board stages={stages} {...shared} counts={counts.byStage} counted={counts.data !== undefined} />
          )}
        </Arriving>
        {picks.picked.size > 0 && <BulkBar cards={[...picks.picked.values()]} stages={stages} onDone={stopPicking} />}
        {programmes && <ProgrammesDialog onClose={() => setProgrammes(false)} />}
      </div>
      <Outlet />
      <MoveDialogs />
    </MovesProvider>
  );
}
