import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Exports_AskDocument, type Exports_RequestFragment, Exports_RequestsDocument, type ScientistSort } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatExact } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type FormFault, faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { type FileKind, saveExport } from "./export-file.ts";
import { standingRequest } from "./export-state.ts";
import { EXPORTS } from "./words.ts";

interface Props {
  selection: Selection;
  sort: ScientistSort;
  total: number;
  onClose: () => void;
}

/** The two kinds of file, each a button. */
function Files({ busy, onSave }: { busy: boolean; onSave: (kind: FileKind) => void }) {
  const { t } = useTranslation(EXPORTS);
  return (
    <>
      <button type="button" className="button button-primary" aria-disabled={busy} onClick={() => !busy && onSave("xlsx")}>
        {t(busy ? "saving" : "xlsx")}
      </button>
      <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && onSave("csv")}>
        {t("csv")}
      </button>
    </>
  );
}

function ReasonField({ value, fault, onChange }: { value: string; fault: FormFault | null; onChange: (value: string) => void }) {
  const { t } = useTranslation(EXPORTS);
  return (
    <TextArea
      label={t("reason")}
      hint={t("reasonHint")}
      error={faultOf(fault, "reason")}
      maxLength={200}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** Under the cap: a reason, and the file. */
function Direct({ selection, sort, onClose }: Props) {
  const { t } = useTranslation(EXPORTS);
  const language = useLanguage();
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async (kind: FileKind) => {
    if (reason.trim().length < 4) return { field: "reason", message: t("reasonNeeded") };
    await saveExport(kind, { selection, sort, language, reason: reason.trim() });
    onClose();
    return null;
  });
  return (
    <div className="form">
      <ReasonField value={reason} fault={fault} onChange={setReason} />
      <div role="alert" className="form-alert">
        {wholeFault(fault, ["reason"]) && <p className="form-error">{wholeFault(fault, ["reason"])}</p>}
      </div>
      <div className="form-foot">
        <Files busy={busy} onSave={(kind) => void run(kind)} />
      </div>
    </div>
  );
}

/** Over the cap, asked for: where it stands; approved, the file. */
function Standing({ standing, selection, sort, onClose }: Props & { standing: Exports_RequestFragment }) {
  const { t } = useTranslation(EXPORTS);
  const language = useLanguage();
  const client = useQueryClient();
  const { run, busy, fault } = useStep(async (kind: FileKind) => {
    await saveExport(kind, { selection, sort, language, reason: standing.reason, approval: standing.id });
    await client.invalidateQueries({ queryKey: [Exports_RequestsDocument.operationName] });
    onClose();
    return null;
  });
  if (standing.status === "PENDING")
    return (
      <>
        <p role="status">{t("pending", { time: formatTime(standing.requestedAt) })}</p>
        <p className="form-note">{t("pendingNote")}</p>
        <p>
          <Link to="/admin/exports" onClick={onClose}>
            {t("myRequests")}
          </Link>
        </p>
      </>
    );
  return (
    <div className="form">
      <p role="status">{t("approved", { name: standing.decidedBy ?? "", time: formatTime(standing.expiresAt) })}</p>
      {standing.note && <p className="form-note">{t("noteOf", { note: standing.note })}</p>}
      {fault && (
        <p className="form-error" role="alert">
          {wholeFault(fault)}
        </p>
      )}
      <div className="form-foot">
        <Files busy={busy} onSave={(kind) => void run(kind)} />
      </div>
    </div>
  );
}

/** Over the cap, not asked for yet: a reason, and a second person is asked. */
function Ask({ selection, total, cap }: Props & { cap: number }) {
  const { t } = useTranslation(EXPORTS);
  const client = useQueryClient();
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < 4) return { field: "reason", message: t("reasonNeeded") };
    const input = { query: selection.query || null, filter: selection.filter, reason: reason.trim() };
    const { requestExport: answer } = await request(Exports_AskDocument, { input });
    const refused = refusalIn(answer);
    if (!refused) await client.invalidateQueries({ queryKey: [Exports_RequestsDocument.operationName] });
    return refused;
  });
  return (
    <Form submit={t("ask")} busy={busy} error={wholeFault(fault, ["reason"])} onSubmit={() => void run()}>
      <p>{t("overCap", { n: formatExact(total), cap: formatExact(cap) })}</p>
      <ReasonField value={reason} fault={fault} onChange={setReason} />
    </Form>
  );
}

/** Exports a list: the reason, the count and the cap; over the cap a second person is asked first. */
export function ExportDialog(props: Props) {
  const { t } = useTranslation(EXPORTS);
  const { selection, total, onClose } = props;
  const { data, error, refetch } = useGraphql(Exports_RequestsDocument, { withSelection: true }, { staleTime: 0 });
  const cap = data?.exportRowCap ?? 0;
  const standing = data && total > cap ? standingRequest(data.exportRequests, selection) : undefined;
  return (
    <Modal title={t("title", { n: formatExact(total) })} closeLabel={t("action.close")} onClose={onClose}>
      <p className="form-note">{t("note")}</p>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()} height={160}>
        {total <= cap ? <Direct {...props} /> : standing ? <Standing {...props} standing={standing} /> : <Ask {...props} cap={cap} />}
      </Arriving>
    </Modal>
  );
}
