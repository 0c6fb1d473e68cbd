import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Contributions_DisputeDocument, type Contributions_ItemFragment } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CONTRIBUTIONS } from "./words.ts";

/** Disputes an own contribution, with evidence. */
export function DisputeContribution({
  item,
  onClose,
  onDone,
}: {
  item: Contributions_ItemFragment;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const toast = useToast();
  const [evidence, setEvidence] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (evidence.trim().length < 4) return { field: "evidence", message: t("dispute.needed") };
    const { disputeContribution: answer } = await request(Contributions_DisputeDocument, { id: item.id, evidence: evidence.trim() });
    const refused = refusalIn(answer);
    if (refused) return refused;
    toast(t("dispute.sent"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("dispute.title")} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t("dispute.text", { person: item.referral.name, kind: t(`kind.${item.kind}`), day: item.on })}</p>
      <Form submit={t("dispute.submit")} busy={busy} error={wholeFault(fault, ["evidence"])} onSubmit={() => void run()}>
        <TextArea
          label={t("dispute.evidence")}
          hint={t("dispute.hint")}
          error={faultOf(fault, "evidence")}
          maxLength={1000}
          rows={4}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
