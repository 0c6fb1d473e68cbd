import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Arriving } from "../../lib/arriving.tsx";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { formatExact } from "../../lib/format.ts";
import { formatTime } from "../../lib/time.ts";
import { TextArea } from "../../ui/field.tsx";
import { AnalysisDeeds } from "./analysis-deeds.tsx";
import { ChangesSince } from "./changes-since.tsx";
import { SaveForm } from "./save-form.tsx";
import { type OpenedAnalysis, useOpenedAnalysis } from "./use-opened-analysis.ts";
import { ANALYSES } from "./words.ts";
import "./analyses.css";

interface Props {
  api: ExplorerApi;
  /** Id of the analysis that is open; null while the network is of no analysis. */
  id: string | null;
  /** Another analysis is open, or with null none. */
  onOpen: (id: string | null) => void;
}

/** What is known of the analysis that is open. */
function About({ opened }: { opened: OpenedAnalysis }) {
  const { t } = useTranslation(ANALYSES);
  const { analysis, missingPeople, seen } = opened;
  if (!analysis) return null;
  const { title, own, owner, shared, changedAt, demo } = analysis;
  const version = seen?.version ?? analysis.version;
  return (
    <div className="analysis-about">
      <p className="analysis-title">
        {title} {demo && <span className="badge">{t("open.demo")}</span>}{" "}
        <span className={`badge ${shared === "OFFICE" ? "badge-success" : ""}`}>{t(`sharing.${shared}`)}</span>
      </p>
      <p className="secondary">
        {own ? t("open.own", { version, time: formatTime(changedAt) }) : t("open.others", { owner, version, time: formatTime(changedAt) })}
      </p>
      <p className="secondary">{t("open.dataDate", { date: formatTime(seen?.view.dataDate ?? analysis.dataDate) })}</p>
      {missingPeople > 0 && (
        <p className="analysis-missing" role="status">
          {t("open.missing", { n: formatExact(missingPeople) })}
        </p>
      )}
    </div>
  );
}

/** Nothing there, or nothing that can be read. */
function Absent({ broken }: { broken: boolean }) {
  const { t } = useTranslation(ANALYSES);
  return (
    <div className="analysis-absent" role="alert">
      <p className="analysis-title">{t(broken ? "open.broken" : "open.none")}</p>
      {!broken && <p className="secondary">{t("open.noneDetail")}</p>}
    </div>
  );
}

/** Keeps the network on the screen, opens what was kept, and shares it. */
export function AnalysisPanel({ api, id, onOpen }: Props) {
  const { t } = useTranslation(ANALYSES);
  const opened = useOpenedAnalysis(api, id);
  const absent = id !== null && (opened.broken || opened.analysis === null);
  return (
    <div className="analysis-panel">
      {id !== null && (
        <Arriving ready={opened.analysis !== undefined} error={opened.error} retry={opened.refetch} height={96}>
          {absent ? <Absent broken={opened.broken} /> : <About opened={opened} />}
        </Arriving>
      )}
      {opened.seen && <ChangesSince key={`${opened.seen.id} ${opened.seen.version}`} api={api} view={opened.seen.view} />}
      <TextArea
        label={t("save.notes")}
        hint={t("save.notesHint")}
        maxLength={20_000}
        value={opened.notes}
        onChange={(event) => opened.setNotes(event.target.value)}
      />
      <SaveForm key={id ?? ""} api={api} opened={opened} onOpen={onOpen} />
      {opened.analysis?.own && opened.seen && <AnalysisDeeds analysis={opened.analysis} opened={opened} onOpen={onOpen} />}
      <p>
        <Link to="/network/saved">{t("deed.list")}</Link>
      </p>
    </div>
  );
}
