import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { TextArea } from "../../ui/field.tsx";
import { AnalysisDeeds } from "./analysis-deeds.tsx";
import { ChangesSince } from "./changes-since.tsx";
import { SaveForm } from "./save-form.tsx";
import type { OpenAnalysis } from "./use-analysis.ts";
import { ANALYSES } from "./words.ts";
import "./analyses.css";

/** What is known of the analysis that is open. */
function About({ open: { analysis, missingPeople, seen } }: { open: OpenAnalysis }) {
  const { t } = useTranslation(ANALYSES);
  if (!analysis || !seen) return null;
  const { title, own, owner, shared, changedAt, demo } = analysis;
  const { version } = seen;
  return (
    <div className="analysis-about">
      <h3 className="analysis-title">{title}</h3>
      <p>
        <span className={`badge ${shared === "OFFICE" ? "badge-success" : ""}`}>{t(`sharing.${shared}`)}</span>{" "}
        {demo && <span className="badge badge-warning">{t("open.demo")}</span>}
      </p>
      <p className="secondary">
        {own ? t("open.own", { version, time: formatTime(changedAt) }) : t("open.others", { owner, version, time: formatTime(changedAt) })}
      </p>
      <p className="secondary">{t("open.dataDate", { date: formatTime(seen.view.dataDate) })}</p>
      {missingPeople > 0 && (
        <p className="analysis-missing" role="status">
          {t("open.missing", { n: formatExact(missingPeople) })}
        </p>
      )}
    </div>
  );
}

/** Keeps the network on the screen, tells what was kept and what has changed since, and shares it. */
export function AnalysisPanel({ api, open }: { api: ExplorerApi; open: OpenAnalysis }) {
  const { t } = useTranslation(ANALYSES);
  const { analysis, seen } = open;
  return (
    <div className="analysis-panel">
      <About open={open} />
      {seen && <ChangesSince key={`${seen.id} ${seen.version}`} api={api} view={seen.view} />}
      <TextArea
        label={t("save.notes")}
        hint={t("save.notesHint")}
        maxLength={20_000}
        value={open.notes}
        onChange={(event) => open.setNotes(event.target.value)}
      />
      <SaveForm key={seen?.id ?? ""} api={api} open={open} />
      {analysis?.own && seen && <AnalysisDeeds analysis={analysis} open={open} />}
      <p>
        <Link to="/network/saved">{t("deed.list")}</Link>
      </p>
    </div>
  );
}
