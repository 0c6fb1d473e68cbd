import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { RequestError } from "../../lib/http.ts";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { useToast } from "../../ui/toast.tsx";
import { createAnalysis, saveAnalysis } from "./send-analysis.ts";
import type { OpenAnalysis } from "./use-analysis.ts";
import { ANALYSES } from "./words.ts";

interface Props {
  api: ExplorerApi;
  open: OpenAnalysis;
}

/** A name under which the network is kept as a new analysis. */
function NewAnalysis({ api, open, suggested, onCancel }: Props & { suggested: string; onCancel?: () => void }) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const navigate = useNavigate();
  const [title, setTitle] = useState(suggested);
  const [key] = useState(() => crypto.getRandomValues(new Uint32Array(4)).join("-"));
  const { run, busy, fault } = useStep(async () => {
    const name = title.trim();
    if (name === "" || name.length > 100) return { field: "title", message: t("save.titleNeeded") };
    const view = { ...api.view(), notes: open.notes };
    if (view.nodes.length === 0) return { field: null, message: t("save.empty") };
    const written = await createAnalysis(key, name, view);
    open.wrote({ ...written, view });
    toast(t(onCancel ? "save.copied" : "save.done", { title: name }));
    // A copy has an address of its own; what was saved first stays where it is, with all its steps.
    if (onCancel) void navigate(`/network/saved/${written.id}`);
    return null;
  });
  return (
    <Form
      submit={t(onCancel ? "save.copy" : "save.new")}
      busy={busy}
      error={wholeFault(fault, ["title"])}
      onSubmit={() => void run()}
      aside={
        onCancel && (
          <button type="button" className="button" onClick={onCancel}>
            {t("save.cancel")}
          </button>
        )
      }
    >
      <TextField
        label={t("save.title")}
        hint={onCancel ? undefined : t("save.hint")}
        error={faultOf(fault, "title")}
        maxLength={100}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
      />
    </Form>
  );
}

/** Another window was first: what can be done about it. */
function Conflict({ message, onCopy, onReopen }: { message: string; onCopy: () => void; onReopen: () => void }) {
  const { t } = useTranslation(ANALYSES);
  return (
    <div className="analysis-conflict" role="alert">
      <p>{message}</p>
      <div className="form-foot">
        <button type="button" className="button" onClick={onCopy}>
          {t("conflict.copy")}
        </button>
        <button type="button" className="button" onClick={onReopen}>
          {t("conflict.reopen")}
        </button>
      </div>
    </div>
  );
}

/** Keeps the network: as a new analysis, over one's own, or as a copy of somebody's. */
export function SaveForm({ api, open }: Props) {
  const { t, i18n } = useTranslation(ANALYSES);
  const toast = useToast();
  const [copying, setCopying] = useState(false);
  const [conflict, setConflict] = useState<string | null>(null);
  const { analysis, seen, notes, wrote, reopen } = open;
  const { run, busy, fault } = useStep(async () => {
    if (!seen || !analysis) return null;
    const view = { ...api.view(), notes };
    try {
      wrote({ ...(await saveAnalysis(seen, view)), view });
      toast(t("save.done", { title: analysis.title }));
    } catch (error) {
      if (!(error instanceof RequestError) || error.code !== "ANALYSIS_CONFLICT") throw error;
      setConflict((i18n.language === "en" ? error.sentences.en : error.sentences.zh) ?? error.code);
    }
    return null;
  });
  if (!analysis || !seen) return <NewAnalysis api={api} open={open} suggested="" />;
  if (copying) {
    const suggested = t("save.copyTitle", { title: analysis.title }).slice(0, 100);
    return <NewAnalysis api={api} open={open} suggested={suggested} onCancel={() => setCopying(false)} />;
  }
  if (conflict !== null)
    return (
      <Conflict
        message={conflict}
        onCopy={() => {
          setConflict(null);
          setCopying(true);
        }}
        onReopen={() => {
          setConflict(null);
          reopen();
        }}
      />
    );
  return (
    <div className="form">
      {fault && (
        <p className="form-error" role="alert">
          {wholeFault(fault)}
        </p>
      )}
      <div className="form-foot">
        {analysis.own && (
          <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => !busy && void run()}>
            {t("save.again")}
          </button>
        )}
        <button type="button" className="button" onClick={() => setCopying(true)}>
          {t("save.copy")}
        </button>
      </div>
    </div>
  );
}
