import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { type MeasureKind, Measures_StartDocument, Measures_ValuesDocument } from "../../gql/generated.ts";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { request } from "../../lib/graphql-client.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { RunProgress } from "./measure-result.tsx";
import { isOpen } from "./run-words.ts";
import { newKey } from "./start-form.tsx";
import { useRun } from "./use-run.ts";
import { MEASURES } from "./words.ts";
import "./measures.css";

/** Measures that say something of everybody on the screen. */
const COLOURING: readonly MeasureKind[] = ["COMMUNITIES", "PAGERANK", "BETWEENNESS", "COMPONENTS"];
const GROUPS: readonly MeasureKind[] = ["COMMUNITIES", "COMPONENTS"];

/** Colours the people on the screen by a finished run, once. */
function Coloured({ api, id, kind }: { api: ExplorerApi; id: string; kind: MeasureKind }) {
  const { t } = useTranslation(MEASURES);
  // The people on the screen when the run was asked for: values of others are none of its business.
  const [ids] = useState(() => api.shown.map((person) => person.id));
  const { data } = useGraphql(Measures_ValuesDocument, { id, ids });
  const [done, setDone] = useState(false);
  const values = data?.measureRun?.values;
  useEffect(() => {
    if (!values || done) return;
    setDone(true);
    const word = kind === "COMMUNITIES" ? "community" : "component";
    const shown = values.map(({ id: person, value }) => [person, GROUPS.includes(kind) ? t(word, { number: value }) : value] as const);
    if (shown.length > 0) api.colourByMeasure(new Map(shown), t(`kind.${kind}`), id);
  }, [values, done, kind, id, api, t]);
  if (!values) return null;
  return (
    <p className="form-note" role="status">
      {values.length > 0 ? t("panel.done", { name: t(`kind.${kind}`), count: values.length }) : t("panel.noValue")}
    </p>
  );
}

/** Computes a measure of the people on the screen of the explorer, and colours them by it. */
export function MeasuresPanel({ api }: { api: ExplorerApi }) {
  const { t } = useTranslation(MEASURES);
  const [kind, setKind] = useState<MeasureKind>("COMMUNITIES");
  const [runId, setRunId] = useState<string | null>(null);
  const { data } = useRun(runId, 1);
  const run = data?.measureRun;
  const {
    run: start,
    busy,
    fault,
  } = useStep(async () => {
    const { filters } = api.view();
    const ids = api.shown.map((person) => person.id);
    const { links, minWorks, yearFrom } = filters;
    const input = { kind, key: newKey(), ids, links: [...links], minWorks, since: yearFrom ?? null };
    const { startMeasure } = await request(Measures_StartDocument, { input });
    if (startMeasure.__typename !== "MeasureSaved") return refusalIn(startMeasure);
    setRunId(startMeasure.run.id);
    return null;
  });
  if (api.shown.length < 2)
    return (
      <div className="measure-panel">
        <p className="form-note">{t("panel.empty")}</p>
        <Link to="/network/measures">{t("panel.all")}</Link>
      </div>
    );
  return (
    <div className="measure-panel">
      <p className="form-note">{t("panel.intro", { count: api.shown.length })}</p>
      <Form submit={t("panel.run")} busyWord={t("starting")} busy={busy} error={wholeFault(fault, [])} onSubmit={() => void start()}>
        <ChoiceField
          label={t("kindLabel")}
          hint={t(`about.${kind}`)}
          options={COLOURING}
          wordOf={(one) => t(`kind.${one}`)}
          value={kind}
          onChoose={setKind}
        />
      </Form>
      {run && isOpen(run) && <RunProgress run={run} />}
      {run?.status === "FAILED" && <p className="field-error">{run.failure}</p>}
      {run?.status === "CANCELLED" && <p className="form-note">{t("status.CANCELLED")}</p>}
      {run?.status === "DONE" && (
        <>
          <Coloured key={run.id} api={api} id={run.id} kind={run.kind} />
          <Link to={`/network/measures?run=${run.id}`}>{t("panel.whole")}</Link>
        </>
      )}
      <Link to="/network/measures">{t("panel.all")}</Link>
    </div>
  );
}
