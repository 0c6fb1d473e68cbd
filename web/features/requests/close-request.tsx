import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Requests_CloseDocument, type Requests_RequestFragment, type SubjectRequestOutcome } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request as ask } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { REQUESTS } from "./words.ts";

const OUTCOMES: readonly SubjectRequestOutcome[] = ["COMPLETED", "DECLINED"];

/** Closes a request with its outcome. Completing an erasure erases for good, and says so before it does. */
export function CloseRequest({ request, onClose, onDone }: { request: Requests_RequestFragment; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(REQUESTS);
  const language = useLanguage();
  const toast = useToast();
  const [outcome, setOutcome] = useState<SubjectRequestOutcome>("COMPLETED");
  const [note, setNote] = useState("");
  const [sure, setSure] = useState(false);
  const name = nameOf(request.scientist, language) || request.scientistId;
  const erases = request.kind === "ERASURE" && outcome === "COMPLETED";
  const { run, busy, fault } = useStep(async () => {
    if (note.trim().length < 4) return { field: "note", message: t("close.noteNeeded") };
    if (erases && !sure) return { field: null, message: t("close.sureNeeded") };
    const { closeSubjectRequest: answer } = await ask(Requests_CloseDocument, { id: request.id, outcome, note: note.trim() });
    if (answer.__typename !== "SubjectRequestSaved") return refusalIn(answer);
    toast(t(erases ? "close.erased" : "close.done"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("close.title", { kind: t(`kind.${request.kind}`), name })} closeLabel={t("action.close")} onClose={onClose}>
      <Form
        submit={t(erases ? "close.erase" : "close.submit")}
        busy={busy}
        danger={erases}
        error={wholeFault(fault, ["note"])}
        onSubmit={() => void run()}
      >
        <ChoiceField
          label={t("close.outcome")}
          hint={t(outcome === "DECLINED" ? "close.declinedHint" : `close.completedHint.${request.kind}`)}
          options={OUTCOMES}
          wordOf={(one) => t(`status.${one}`)}
          value={outcome}
          onChoose={setOutcome}
        />
        <TextArea
          label={t("close.note")}
          hint={t("close.noteHint")}
          error={faultOf(fault, "note")}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {erases && (
          <label className="check">
            <input type="checkbox" checked={sure} onChange={(event) => setSure(event.target.checked)} />
            {t("close.sure", { name })}
          </label>
        )}
      </Form>
    </Modal>
  );
}
