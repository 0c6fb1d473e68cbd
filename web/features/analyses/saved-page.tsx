import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type Analyses_AnalysisFragment, Analyses_ListDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useStep, wholeFault } from "../../lib/use-step.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { useToast } from "../../ui/toast.tsx";
import { analysisLink } from "./analysis-deeds.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { useAnalysisDeeds } from "./use-analysis-deeds.ts";
import { ANALYSES } from "./words.ts";
import "./analyses.css";

/** What an owner does with one analysis of the list. */
function Deeds({ analysis, onRename }: { analysis: Analyses_AnalysisFragment; onRename: () => void }) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const { update, remove } = useAnalysisDeeds();
  const shared = analysis.shared === "OFFICE" ? "PRIVATE" : "OFFICE";
  const share = useStep(async () => {
    const answer = await update(analysis, { shared });
    if ("message" in answer) return answer;
    toast(t(`shared.${shared}`));
    return null;
  });
  const drop = useStep(() => remove(analysis, () => undefined));
  const fault = wholeFault(share.fault ?? drop.fault);
  return (
    <>
      <button type="button" className="text-button" onClick={() => void share.run()}>
        {t(analysis.shared === "OFFICE" ? "deed.unshare" : "deed.share")}
      </button>
      <button type="button" className="text-button" onClick={onRename}>
        {t("deed.rename")}
      </button>
      <button type="button" className="text-button" onClick={() => void drop.run()}>
        {t("deed.delete")}
      </button>
      {fault && (
        <p className="form-error" role="alert">
          {fault}
        </p>
      )}
    </>
  );
}

function Row({ analysis, onRename }: { analysis: Analyses_AnalysisFragment; onRename: () => void }) {
  const { t } = useTranslation(ANALYSES);
  const { id, title, own, owner, shared, people, links, dataDate, changedAt, demo } = analysis;
  return (
    <tr>
      <th scope="row">
        <Link className="analyses-title" to={`/network/saved/${id}`}>
          {title}
        </Link>{" "}
        {demo && <span className="badge">{t("open.demo")}</span>}
      </th>
      <td data-label={t("list.column.who")}>
        <span>
          {own ? t("list.you") : owner}
          <span className="cell-note">{t(`sharing.${shared}`)}</span>
        </span>
      </td>
      <td data-label={t("list.column.size")}>{t("list.size", { people: formatExact(people), links: formatExact(links) })}</td>
      <td data-label={t("list.column.data")} className="nowrap">
        {formatTime(dataDate).slice(0, 10)}
      </td>
      <td data-label={t("list.column.changed")} className="nowrap">
        {formatTime(changedAt)}
      </td>
      <td className="records-cell-actions">
        <div className="records-actions">
          <CopyButton text={analysisLink(id)} label={t("deed.link")} doneLabel={t("deed.linkDone")} />
          {own && <Deeds analysis={analysis} onRename={onRename} />}
        </div>
      </td>
    </tr>
  );
}

/** Saved analyses: one's own and those shared with the office. */
export function SavedAnalysesPage() {
  const { t } = useTranslation(ANALYSES);
  const { data, error, refetch } = useGraphql(Analyses_ListDocument, {}, { staleTime: 0 });
  const [renaming, setRenaming] = useState<Analyses_AnalysisFragment | null>(null);
  const analyses = data?.analyses;
  return (
    <div className="page">
      <PageTitle page={t("list.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("list.title")}</h1>
        <Link className="button" to="/network">
          {t("list.new")}
        </Link>
        <p className="secondary">{t("list.intro")}</p>
      </header>
      <Arriving ready={analyses !== undefined} error={error} retry={() => void refetch()}>
        {analyses?.length === 0 ? (
          <EmptyState
            title={t("list.none")}
            detail={t("list.noneDetail")}
            action={
              <Link className="button button-primary" to="/network">
                {t("list.explore")}
              </Link>
            }
          />
        ) : (
          <RecordsTable
            title={t("list.title")}
            columns={(["title", "who", "size", "data", "changed", "deeds"] as const).map((column) => t(`list.column.${column}`))}
          >
            {analyses?.map((analysis) => (
              <Row key={analysis.id} analysis={analysis} onRename={() => setRenaming(analysis)} />
            ))}
          </RecordsTable>
        )}
      </Arriving>
      {renaming && <RenameDialog analysis={renaming} onClose={() => setRenaming(null)} onDone={() => undefined} />}
    </div>
  );
}
