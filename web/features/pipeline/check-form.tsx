import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Commitment, Pipeline_RecordCheckDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { renewWork } from "../../lib/use-live.ts";
import { type FormFault, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

const COMMITMENTS: readonly Commitment[] = ["FULL_TIME", "PART_TIME", "UNDECIDED"];

type YesNo = "" | "yes" | "no";

/** A question that must be answered: nothing is chosen beforehand. */
function Question({
  name,
  value,
  hint,
  onAnswer,
}: {
  name: "informed" | "dual" | "restricted";
  value: YesNo;
  hint?: string;
  onAnswer: (answer: YesNo) => void;
}) {
  const { t } = useTranslation(PIPELINE);
  return (
    <fieldset className="pl-question">
      <legend>{t(`check.${name}`)}</legend>
      {hint && <p className="field-hint">{hint}</p>}
      {(["yes", "no"] as const).map((answer) => (
        <label key={answer} className="check">
          <input type="radio" name={name} checked={value === answer} onChange={() => onAnswer(answer)} />
          {t(`check.${answer}`)}
        </label>
      ))}
    </fieldset>
  );
}

/** 公开、合规接洽: the short checklist before contact with somebody employed abroad. It is kept with the engagement. */
export function CheckForm({ engagement, onClose }: { engagement: FullEngagement; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const [informed, setInformed] = useState<YesNo>("");
  const [commitment, setCommitment] = useState<Commitment>("UNDECIDED");
  const [dual, setDual] = useState<YesNo>("");
  const [restricted, setRestricted] = useState<YesNo>("");
  const [note, setNote] = useState("");
  const { run, busy, fault } = useStep(async (): Promise<FormFault | null> => {
    if (!informed || !dual || !restricted) return { field: null, message: t("check.answerAll") };
    const input = {
      engagementId: engagement.id,
      informedOfDisclosure: informed === "yes",
      commitment,
      dualPost: dual === "yes",
      restrictedField: restricted === "yes",
      note: note.trim() || null,
    };
    const { recordOpenEngagementCheck: answer } = await request(Pipeline_RecordCheckDocument, { input });
    if (answer.__typename !== "EngagementSaved")
      return { field: answer.__typename === "InvalidInput" ? answer.field : null, message: "message" in answer ? answer.message : "" };
    await renewWork(client);
    toast(t(`check.recorded.${answer.engagement.checkState.state}`));
    onClose();
    return null;
  });
  return (
    <Modal title={t("check.title")} closeLabel={t("action.close")} onClose={onClose}>
      <p className="form-note">{t("check.purpose")}</p>
      <Form submit={t("check.submit")} busy={busy} error={wholeFault(fault)} onSubmit={() => void run()}>
        <Question name="informed" value={informed} hint={t("check.informedHint")} onAnswer={setInformed} />
        <ChoiceField
          label={t("check.commitment")}
          options={COMMITMENTS}
          wordOf={(one) => t(`commitment.${one}`)}
          value={commitment}
          onChoose={setCommitment}
        />
        <Question name="dual" value={dual} onAnswer={setDual} />
        <Question name="restricted" value={restricted} hint={t("check.restrictedHint")} onAnswer={setRestricted} />
        <TextArea label={t("check.note")} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Form>
    </Modal>
  );
}
