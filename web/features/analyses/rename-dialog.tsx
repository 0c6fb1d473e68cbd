import { useState } from "react";
import { useTranslation } from "react-i18next";
import { faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type KnownAnalysis, useAnalysisDeeds } from "./use-analysis-deeds.ts";
import { ANALYSES } from "./words.ts";

/** Gives an analysis another name; tells the version that was written. */
export function RenameDialog({
  analysis,
  onClose,
  onDone,
}: {
  analysis: KnownAnalysis;
  onClose: () => void;
  onDone: (version: number) => void;
}) {
  const { t } = useTranslation(ANALYSES);
  const toast = useToast();
  const { update } = useAnalysisDeeds();
  const [title, setTitle] = useState(analysis.title);
  const { run, busy, fault } = useStep(async () => {
    const name = title.trim();
    if (name === "" || name.length > 100) return { field: "title", message: t("save.titleNeeded") };
    const answer = await update(analysis, { title: name });
    if ("message" in answer) return answer;
    toast(t("rename.done", { title: name }));
    onDone(answer.version);
    onClose();
    return null;
  });
  return (
    <Modal title={t("rename.title")} closeLabel={t("deed.close")} onClose={onClose}>
      <Form submit={t("rename.submit")} busy={busy} error={wholeFault(fault, ["title"])} onSubmit={() => void run()}>
        <TextField
          label={t("save.title")}
          error={faultOf(fault, "title")}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
