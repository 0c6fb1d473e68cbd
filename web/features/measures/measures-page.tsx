import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { Measures_RunsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatTime } from "../../lib/time.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { MeasureResult, RunProgress } from "./measure-result.tsx";
import { isOpen, type RunLine, scopeWords } from "./run-words.ts";
import { StartForm } from "./start-form.tsx";
import { useRun, useRuns } from "./use-run.ts";
import { MEASURES } from "./words.ts";
import "./measures.css";

const SHOWN = 50;
const TONES = { QUEUED: "", RUNNING: "badge-primary", DONE: "badge-success", CANCELLED: "", FAILED: "badge-warning" } as const;

function Row({ run }: { run: RunLine }) {
  const { t } = useTranslation(MEASURES);
  return (
    <tr>
      <th scope="row">
        {t(`kind.${run.kind}`)}
        <span className="cell-note">{formatTime(run.queuedAt)}</span>
      </th>
      <td data-label={t("column.scope")}>{scopeWords(run, t)}</td>
      <td data-label={t("column.status")}>
        <div>
          {isOpen(run) ? (
            <RunProgress run={run} />
          ) : (
            <span>
              <span className={`badge ${TONES[run.status]}`}>{t(`status.${run.status}`)}</span>
            </span>
          )}
          {run.failure && <span className="cell-note">{run.failure}</span>}
        </div>
      </td>
      <td data-label={t("column.who")}>{run.own ? t("you") : run.startedBy}</td>
      <td className="records-cell-actions">
        <div className="records-actions">
          <Link to={`/network/measures?run=${run.id}`}>{t("open")}</Link>
        </div>
      </td>
    </tr>
  );
}

function Runs() {
  const { t } = useTranslation(MEASURES);
  const { data, error, refetch } = useRuns();
  const runs = data?.measureRuns;
  return (
    <section aria-label={t("runs")}>
      <h2>{t("runs")}</h2>
      <Arriving ready={runs !== undefined} error={error} retry={() => void refetch()}>
        {runs?.length === 0 ? (
          <EmptyState title={t("none")} detail={t("noneDetail")} />
        ) : (
          <RecordsTable
            title={t("runs")}
            columns={(["measure", "scope", "status", "who", "deeds"] as const).map((one) => t(`column.${one}`))}
          >
            {runs?.map((run) => (
              <Row key={run.id} run={run} />
            ))}
          </RecordsTable>
        )}
      </Arriving>
    </section>
  );
}

function OneRun({ id, onStarted }: { id: string; onStarted: (id: string) => void }) {
  const { t } = useTranslation(MEASURES);
  const { data, error, refetch } = useRun(id, SHOWN);
  const run = data?.measureRun;
  return (
    <>
      <p>
        <Link to="/network/measures">← {t("back")}</Link>
      </p>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
        {run ? <MeasureResult run={run} onStarted={onStarted} /> : <EmptyState title={t("gone")} detail={t("goneDetail")} />}
      </Arriving>
    </>
  );
}

/** Measures of networks: what was computed, one result, and the form that starts another. */
export function MeasuresPage() {
  const { t } = useTranslation(MEASURES);
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const id = params.get("run");
  const open = (started: string) => {
    void client.invalidateQueries({ queryKey: [Measures_RunsDocument.operationName] });
    setParams({ run: started });
  };
  return (
    <div className="page">
      <PageTitle page={t("title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p className="secondary">{t("intro")}</p>
      </header>
      {id ? (
        <OneRun key={id} id={id} onStarted={open} />
      ) : (
        <div className="measures-columns">
          <section className="measures-start" aria-label={t("start")}>
            <StartForm onStarted={open} />
          </section>
          <Runs />
        </div>
      )}
    </div>
  );
}
