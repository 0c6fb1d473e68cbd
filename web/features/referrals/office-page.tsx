import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Referrals_AllDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLive } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { ReferButton } from "./ledger-page.tsx";
import { OfficeDrawer } from "./office-drawer.tsx";
import { OfficeTable } from "./office-table.tsx";
import { filterOf, type OfficeState, parseOffice, STATUSES, writeOffice } from "./office-url.ts";
import { REFERRALS } from "./words.ts";
import "../../styles/referrals.css";

const PAGE_SIZE = 50;
const noCursor: string | null = null;

/** The window in which an engagement is started, given by the room that owns engagements. */
export type StartEngagement = (props: { referralId: string; name: string; onClose: () => void }) => ReactNode;

function useReferrals(state: OfficeState) {
  const filter = filterOf(state);
  return useInfiniteQuery({
    queryKey: [Referrals_AllDocument.operationName, filter],
    queryFn: ({ pageParam, signal }) => request(Referrals_AllDocument, { filter, first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: noCursor,
    getNextPageParam: ({ referrals: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

function Filters({ state, onState }: { state: OfficeState; onState: (state: OfficeState) => void }) {
  const { t } = useTranslation(REFERRALS);
  const marks = [
    { key: "waiting", word: t("filter.waiting") },
    { key: "offering", word: t("filter.offering") },
  ] as const;
  return (
    <>
      <select
        className="select"
        aria-label={t("filter.status")}
        value={state.status ?? ""}
        onChange={(event) => onState({ ...state, status: STATUSES.find((one) => one === event.target.value) ?? null })}
      >
        <option value="">{t("filter.anyStatus")}</option>
        {STATUSES.map((one) => (
          <option key={one} value={one}>
            {t(`status.${one}`)}
          </option>
        ))}
      </select>
      {marks.map(({ key, word }) => (
        <label key={key} className="check office-check">
          <input type="checkbox" checked={state[key]} onChange={(event) => onState({ ...state, [key]: event.target.checked })} />
          {word}
        </label>
      ))}
    </>
  );
}

function Head() {
  const { t } = useTranslation(REFERRALS);
  return (
    <header className="page-head">
      <h1>{t("officeTitle")}</h1>
      <ReferButton />
      <p className="secondary">
        {t("officeIntro")} <Link to="/referrals?view=mine">{t("mineTitle")}</Link>
      </p>
    </header>
  );
}

/** All referrals, for the office: conditions and the one that is open stand in the address. */
export function OfficePage({ startEngagement }: { startEngagement: StartEngagement }) {
  const { t } = useTranslation(REFERRALS);
  useLive();
  const [params, setParams] = useSearchParams();
  const state = parseOffice(params);
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useReferrals(state);
  const show = (next: OfficeState) => setParams(writeOffice(next), { replace: next.open === state.open, preventScrollReset: true });
  const close = useCallback(
    () => setParams((before) => writeOffice({ ...parseOffice(before), open: null }), { preventScrollReset: true }),
    [setParams],
  );
  const referrals = data?.pages.flatMap((page) => page.referrals.edges.map(({ node }) => node)) ?? [];
  const total = data?.pages[0]?.referrals.totalCount ?? 0;
  const filtered = filterOf(state) !== null;
  const clear = (
    <button type="button" className="button" onClick={() => show({ ...state, status: null, waiting: false, offering: false })}>
      {t("filter.clear")}
    </button>
  );
  return (
    <div className="page">
      <PageTitle page={t("officeTitle")} product={t("product")} />
      <Head />
      <div className="page-tools">
        <Filters state={state} onState={show} />
        {data && <span className="secondary">{t("count", { count: total })}</span>}
      </div>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
        {referrals.length === 0 ? (
          <EmptyState
            title={t(filtered ? "noneSuch" : "officeNone")}
            detail={t(filtered ? "noneSuchDetail" : "officeNoneDetail")}
            action={filtered && clear}
          />
        ) : (
          <OfficeTable referrals={referrals} onOpen={(open) => show({ ...state, open })} />
        )}
        {hasNextPage && (
          <div className="page-tools office-more">
            <span className="secondary">{t("loaded", { n: formatExact(referrals.length), total: formatExact(total) })}</span>
            <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("more")}
            </button>
          </div>
        )}
      </Arriving>
      {state.open !== null && <OfficeDrawer key={state.open} id={state.open} startEngagement={startEngagement} onClose={close} />}
    </div>
  );
}
