import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type IntroductionOutcome,
  type ReferralDecision,
  Referrals_CloseOfferDocument,
  Referrals_DecideDocument,
  Referrals_TransferDocument,
} from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { SelectField, TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { TextWindow } from "./deed-dialogs.tsx";
import { LIMITS } from "./draft.ts";
import type { OfficeReferral } from "./office-drawer.tsx";
import { REFERRALS } from "./words.ts";

/** What an officer does with a referral in a window. */
export type OfficeDeed = ReferralDecision | IntroductionOutcome | "TRANSFER";

interface Props {
  readonly referral: OfficeReferral;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const DECISIONS = { ANOTHER_PERSON: "office.another", SAME_PERSON: "office.same", DECLINE: "office.decline" } as const;

const isTooShort = (text: string): boolean => [...text].length < 4;

function DecideWindow({ referral, decision, onClose, onDone }: Props & { decision: ReferralDecision }) {
  const { t } = useTranslation(REFERRALS);
  const toast = useToast();
  const act = async (reason: string) => {
    if (isTooShort(reason)) return { field: null, message: t("fault.reason") };
    const { decideReferral: answer } = await request(Referrals_DecideDocument, { id: referral.id, decision, reason });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    toast(t("office.decided"));
    onDone();
    return null;
  };
  const word = t(DECISIONS[decision]);
  return (
    <TextWindow
      title={`${word}: ${referral.name}`}
      label={t("office.reason")}
      {...(decision === "DECLINE" ? { hint: t("office.reasonShown") } : {})}
      submit={word}
      danger={decision === "DECLINE"}
      onClose={onClose}
      act={act}
    />
  );
}

function CloseOfferWindow({ referral, outcome, onClose, onDone }: Props & { outcome: IntroductionOutcome }) {
  const { t } = useTranslation(REFERRALS);
  const toast = useToast();
  const act = async (note: string) => {
    if (isTooShort(note)) return { field: null, message: t("fault.reason") };
    const { closeIntroductionOffer: answer } = await request(Referrals_CloseOfferDocument, { id: referral.id, outcome, note });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    toast(t("office.offerClosed"));
    onDone();
    return null;
  };
  const word = t(outcome === "MADE" ? "office.offerMade" : "office.offerNotNeeded");
  return <TextWindow title={`${word}: ${referral.name}`} label={t("office.offerNote")} submit={word} onClose={onClose} act={act} />;
}

function TransferWindow({ referral, onClose, onDone }: Props) {
  const { t } = useTranslation(REFERRALS);
  const toast = useToast();
  const takers = referral.candidate.referrals.filter(({ status }) => status === "ALREADY_IN_PROGRESS" || status === "LAPSED");
  const [to, setTo] = useState(takers[0]?.id ?? "");
  const [reason, setReason] = useState("");
  const { run, busy, fault } = useStep(async () => {
    if (isTooShort(reason.trim())) return { field: null, message: t("fault.reason") };
    const { transferClaim: answer } = await request(Referrals_TransferDocument, { from: referral.id, to, reason: reason.trim() });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    toast(t("office.transferred"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("office.transfer")} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t("office.transferText")}</p>
      <Form submit={t("office.transfer")} busy={busy} onSubmit={() => void run()}>
        <SelectField label={t("office.transferTo")} value={to} onChange={(event) => setTo(event.target.value)}>
          {takers.map(({ id, referrer, submittedAt }) => (
            <option key={id} value={id}>
              {t("office.transferOption", { name: referrer.name, date: formatTime(submittedAt).slice(0, 10) })}
            </option>
          ))}
        </SelectField>
        <TextArea
          label={t("office.reason")}
          error={fault?.message}
          maxLength={LIMITS.reason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form>
    </Modal>
  );
}

/** The window of an officer's deed. */
export function OfficeDeedWindow({ deed, ...props }: Props & { deed: OfficeDeed }) {
  if (deed === "TRANSFER") return <TransferWindow {...props} />;
  if (deed === "MADE" || deed === "NOT_NEEDED") return <CloseOfferWindow {...props} outcome={deed} />;
  return <DecideWindow {...props} decision={deed} />;
}
