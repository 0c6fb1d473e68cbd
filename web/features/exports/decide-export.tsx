import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Exports_DecideDocument, type Exports_RequestFragment } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import { request as ask } from "../../lib/graphql-client.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { EXPORTS } from "./words.ts";

/** Approves or declines an export of somebody else, with a note. */
export function DecideExport({ request, onClose, onDone }: { request: Exports_RequestFragment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(EXPORTS);
  const toast = useToast();
  const [note, setNote] = useState("");
  const { run, busy, fault } = useStep(async (approve: boolean) => {
    if (note.trim().length < 4) return { field: "note", message: t("decide.noteNeeded") };
    const { decideExportRequest: answer } = await ask(Exports_DecideDocument, { id: request.id, approve, note: note.trim() });
    const refused = refusalIn(answer);
    if (refused) return refused;
    toast(t(approve ? "decide.approved" : "decide.declined"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("decide.title")} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t("decide.text", { name: request.requestedBy, n: formatExact(request.rowCount) })}</p>
      <p className="export-reason">{request.reason}</p>
      <Form
        submit={t("decide.approve")}
        busy={busy}
        error={wholeFault(fault, ["note"])}
        onSubmit={() => void run(true)}
        aside={
          <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void run(false)}>
            {t("decide.decline")}
          </button>
        }
      >
        <TextArea
          label={t("decide.note")}
          hint={t("reasonHint")}
          error={faultOf(fault, "note")}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
