import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ContributionKind, Contributions_ProposeDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { today } from "../../lib/time.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type PickedReferral, ReferralPicker } from "./referral-picker.tsx";
import { CONTRIBUTIONS } from "./words.ts";

const KINDS: readonly ContributionKind[] = ["INTRODUCTION", "VISIT", "FIRST_REPORT", "OUTCOME"];
const FIELDS = ["referralId", "kind", "on", "evidence"] as const;

/** Proposes a contribution by hand; the points are those of the settings in use. */
export function ProposeContribution({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const toast = useToast();
  const [referral, setReferral] = useState<PickedReferral | null>(null);
  const [kind, setKind] = useState<ContributionKind>("INTRODUCTION");
  const [on, setOn] = useState(today());
  const [evidence, setEvidence] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (referral === null) return { field: "referralId", message: t("propose.referralNeeded") };
    if (evidence.trim().length < 4) return { field: "evidence", message: t("propose.evidenceNeeded") };
    const input = { referralId: referral.id, kind, on, evidence: evidence.trim() };
    const { proposeContribution: answer } = await request(Contributions_ProposeDocument, { input });
    const refused = refusalIn(answer);
    if (refused) return refused;
    toast(t("propose.done"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("propose.title")} closeLabel={t("action.close")} onClose={onClose}>
      <p className="form-note">{t("propose.note")}</p>
      <Form submit={t("propose.submit")} busy={busy} error={wholeFault(fault, FIELDS)} onSubmit={() => void run()}>
        <ReferralPicker picked={referral} error={faultOf(fault, "referralId")} onPick={setReferral} />
        <ChoiceField
          label={t("propose.kind")}
          error={faultOf(fault, "kind")}
          options={KINDS}
          wordOf={(one) => t(`kind.${one}`)}
          value={kind}
          onChoose={setKind}
        />
        <TextField
          label={t("propose.on")}
          error={faultOf(fault, "on")}
          type="date"
          max={today()}
          value={on}
          onChange={(event) => setOn(event.target.value)}
        />
        <TextArea
          label={t("propose.evidence")}
          hint={t("propose.evidenceHint")}
          error={faultOf(fault, "evidence")}
          maxLength={1000}
          value={evidence}
          onChange={(event) => setEvidence(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
