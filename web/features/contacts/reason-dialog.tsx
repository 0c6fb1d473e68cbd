import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type FormFault, faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { CONTACTS } from "./words.ts";

interface Props {
  kind: "reveal" | "remove";
  /** Does it; resolves with the refusal, or null. */
  act: (reason: string) => Promise<FormFault | null>;
  onClose: () => void;
}

/** Asks for the reason before a contact is shown in clear or removed. */
export function ReasonDialog({ kind, act, onClose }: Props) {
  const { t } = useTranslation(CONTACTS);
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (reason.trim().length < 4) return { field: "reason", message: t("reasonNeeded") };
    return act(reason.trim());
  });
  return (
    <Modal title={t(`${kind}.title`)} closeLabel={t("action.close")} onClose={onClose}>
      <Form
        submit={t(`${kind}.submit`)}
        busy={busy}
        danger={kind === "remove"}
        error={wholeFault(fault, ["reason"])}
        onSubmit={() => void run()}
      >
        <p>{t(`${kind}.text`)}</p>
        <TextArea
          label={t("reason")}
          hint={t("reasonHint")}
          error={faultOf(fault, "reason")}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
