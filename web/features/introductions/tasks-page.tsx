import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import {
  type IntroductionMove,
  Introductions_AllDocument,
  Introductions_OwnDocument,
  type Introductions_TaskFragment,
  type IntroductionTaskStatus,
} from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { request } from "../../lib/graphql-client.ts";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLive } from "../../lib/use-live.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { NetworkPages } from "./network-pages.tsx";
import { TaskItem } from "./task-item.tsx";
import { INTRODUCTIONS } from "./words.ts";
import "./introductions.css";
import { onTabKeys } from "../../ui/tab-keys.ts";

const PAGE_SIZE = 20;
const STATUSES: readonly IntroductionTaskStatus[] = ["ASKED", "ACCEPTED", "DONE", "DECLINED", "TAKEN_BACK"];
const noCursor: string | null = null;

/** Tasks in a list; the one that the address names is brought into view. */
function TaskList({ tasks }: { tasks: readonly Introductions_TaskFragment[] }) {
  const [params] = useSearchParams();
  const named = params.get("task");
  const [moving, setMoving] = useState<{ task: Introductions_TaskFragment; move: IntroductionMove } | null>(null);
  const there = tasks.some(({ id }) => id === named);
  useEffect(() => {
    if (there) document.getElementById(`task-${named}`)?.scrollIntoView({ block: "center" });
  }, [there, named]);
  return (
    <>
      <ul className="intro-tasks">
        {tasks.map((task) => (
          <TaskItem key={task.id} task={task} current={task.id === named} onMove={(move) => setMoving({ task, move })} />
        ))}
      </ul>
      {moving && <MoveDialog {...moving} onClose={() => setMoving(null)} />}
    </>
  );
}

function OwnTasks({ office }: { office: boolean }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const { data, error, refetch } = useGraphql(Introductions_OwnDocument, { office }, { staleTime: 0, keepPrevious: true });
  const tasks = data?.myIntroductionTasks;
  const action = office && (
    <Link className="button button-primary" to="/network/introductions">
      {t("pages.find")}
    </Link>
  );
  return (
    <Arriving ready={tasks !== undefined} error={error} retry={() => void refetch()}>
      {tasks?.length === 0 ? (
        <EmptyState title={t("tasks.none")} detail={t(office ? "tasks.noneOffice" : "tasks.noneOwn")} action={action} />
      ) : (
        <TaskList tasks={tasks ?? []} />
      )}
    </Arriving>
  );
}

function useAll(status: IntroductionTaskStatus | null) {
  const filter = status === null ? null : { statuses: [status] };
  return useInfiniteQuery({
    queryKey: [Introductions_AllDocument.operationName, filter],
    queryFn: ({ pageParam, signal }) =>
      request(Introductions_AllDocument, { filter, first: PAGE_SIZE, after: pageParam, office: true }, signal),
    initialPageParam: noCursor,
    getNextPageParam: ({ introductionTasks: { pageInfo } }) => (pageInfo.hasNextPage ? pageInfo.endCursor : null),
    placeholderData: (before) => before,
    staleTime: 0,
  });
}

function AllTasks({ status, onStatus }: { status: IntroductionTaskStatus | null; onStatus: (status: string) => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAll(status);
  const tasks = data?.pages.flatMap(({ introductionTasks: { edges } }) => edges.map(({ node }) => node));
  const count = data?.pages[0]?.introductionTasks.totalCount;
  return (
    <>
      <div className="page-tools">
        <select className="select" aria-label={t("tasks.status")} value={status ?? ""} onChange={(event) => onStatus(event.target.value)}>
          <option value="">{t("tasks.anyStatus")}</option>
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {t(`status.${one}`)}
            </option>
          ))}
        </select>
        {count !== undefined && <span className="secondary">{t("tasks.count", { count })}</span>}
      </div>
      <Arriving ready={tasks !== undefined} error={error} retry={() => void refetch()}>
        {tasks?.length === 0 ? <EmptyState title={t("tasks.none")} detail={t("tasks.noneSuch")} /> : <TaskList tasks={tasks ?? []} />}
        {hasNextPage && (
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("tasks.more")}
          </button>
        )}
      </Arriving>
    </>
  );
}

/** Requests for introductions: the own ones, and for officers all; what is shown stands in the address. */
export function TasksPage() {
  const { t } = useTranslation(INTRODUCTIONS);
  const office = useMay("ASK_INTRODUCTIONS");
  const [params, setParams] = useSearchParams();
  useLive();
  const all = office && params.get("show") === "all";
  const status = STATUSES.find((one) => one === params.get("status")) ?? null;
  const show = (entries: Record<string, string>) => setParams(new URLSearchParams(entries), { replace: true, preventScrollReset: true });
  return (
    <div className="page page-narrow">
      <PageTitle page={t("tasks.title")} product={t("product")} />
      <NetworkPages />
      <header className="page-head">
        <h1>{t("tasks.title")}</h1>
        <p className="secondary">{t(office ? "tasks.introOffice" : "tasks.introOwn")}</p>
      </header>
      {office && (
        <div className="tabs" role="tablist" aria-label={t("tasks.title")} onKeyDown={onTabKeys}>
          <button type="button" role="tab" className="tab" aria-selected={!all} onClick={() => show({})}>
            {t("tasks.own")}
          </button>
          <button type="button" role="tab" className="tab" aria-selected={all} onClick={() => show({ show: "all" })}>
            {t("tasks.all")}
          </button>
        </div>
      )}
      {all ? (
        <AllTasks status={status} onStatus={(next) => show(next === "" ? { show: "all" } : { show: "all", status: next })} />
      ) : (
        <OwnTasks office={office} />
      )}
    </div>
  );
}
