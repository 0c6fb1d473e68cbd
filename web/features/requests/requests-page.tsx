import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Requests_ListDocument, type Requests_RequestFragment, type SubjectRequestStatus } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { today } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { CloseRequest } from "./close-request.tsx";
import { urgencyOf } from "./due.ts";
import { RegisterRequest } from "./register-request.tsx";
import { RequestsTable } from "./requests-table.tsx";
import { REQUESTS } from "./words.ts";
import "../../styles/requests.css";

const STATUSES: readonly SubjectRequestStatus[] = ["OPEN", "COMPLETED", "DECLINED"];

/** Requests of the people concerned: what is due, what was done. */
export function RequestsPage() {
  const { t } = useTranslation(REQUESTS);
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const asked = params.get("status");
  // Those still to be handled are what one comes for; `all` asks for every one.
  const status = asked === "all" ? null : (STATUSES.find((one) => one === asked) ?? "OPEN");
  const { data, error, refetch } = useGraphql(Requests_ListDocument, { status }, { staleTime: 0, keepPrevious: true });
  const [registering, setRegistering] = useState(false);
  const [closing, setClosing] = useState<Requests_RequestFragment | null>(null);
  const renew = () => void client.invalidateQueries();
  const requests = data?.subjectRequests;
  const overdue = requests?.filter((one) => one.status === "OPEN" && urgencyOf(one.dueOn, today()) === "overdue").length ?? 0;
  return (
    <div className="page">
      <PageTitle page={t("title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <button type="button" className="button button-primary" onClick={() => setRegistering(true)}>
          {t("register")}
        </button>
        <p className="secondary">{t("intro")}</p>
      </header>
      <div className="page-tools">
        <select
          className="select"
          aria-label={t("column.status")}
          value={status ?? "all"}
          onChange={(event) => setParams(event.target.value === "OPEN" ? {} : { status: event.target.value }, { replace: true })}
        >
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {t(`status.${one}`)}
            </option>
          ))}
          <option value="all">{t("all")}</option>
        </select>
        {requests && <span className="secondary">{t("count", { count: requests.length })}</span>}
        {overdue > 0 && <span className="badge badge-danger">{t("overdueCount", { count: overdue })}</span>}
      </div>
      <Arriving ready={requests !== undefined} error={error} retry={() => void refetch()}>
        {requests?.length === 0 ? (
          <EmptyState title={t(status === "OPEN" ? "noneOpen" : "none")} detail={t("noneDetail")} />
        ) : (
          <RequestsTable requests={requests ?? []} onClose={setClosing} />
        )}
      </Arriving>
      {registering && <RegisterRequest onClose={() => setRegistering(false)} onDone={renew} />}
      {closing && <CloseRequest request={closing} onClose={() => setClosing(null)} onDone={renew} />}
    </div>
  );
}
