import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Referrals_OfferDocument, type Referrals_OwnFragment, Referrals_WithdrawDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { type FormFault, refusalIn, useStep } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { draftFrom, LIMITS } from "./draft.ts";
import type { Outbox } from "./outbox.ts";
import { REFERRALS } from "./words.ts";

/** What an ambassador can do with an own referral in a window. */
export type Deed = "offer" | "another" | "withdraw";

interface Props {
  readonly referral: Referrals_OwnFragment;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

interface TextWindowProps {
  readonly title: string;
  readonly text?: string;
  readonly label: string;
  readonly hint?: string;
  readonly submit: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
  /** @returns what is wrong with the text, or was refused */
  readonly act: (text: string) => Promise<FormFault | null>;
}

/** A window that asks for one text and does something with it. */
export function TextWindow({ title, text, label, hint, submit, danger = false, onClose, act }: TextWindowProps) {
  const { t } = useTranslation(REFERRALS);
  const [typed, setTyped] = useState("");
  const { run, busy, fault } = useStep(async () => {
    const refusal = await act(typed.trim());
    if (refusal === null) onClose();
    return refusal;
  });
  return (
    <Modal title={title} closeLabel={t("action.close")} onClose={onClose}>
      {text && <p>{text}</p>}
      <Form submit={submit} busy={busy} danger={danger} onSubmit={() => void run()}>
        <TextArea
          label={label}
          hint={hint}
          error={fault?.message}
          maxLength={LIMITS.reason}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Form>
    </Modal>
  );
}

function OfferWindow({ referral, onClose, onDone }: Props) {
  const { t } = useTranslation(REFERRALS);
  const toast = useToast();
  const act = async (note: string) => {
    if ([...note].length < 4) return { field: null, message: t("fault.offerNote") };
    const { offerIntroduction: answer } = await request(Referrals_OfferDocument, { id: referral.id, note });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    toast(t("dialog.offerDone"));
    onDone();
    return null;
  };
  return (
    <TextWindow
      title={t("dialog.offerTitle", { name: referral.name })}
      label={t("lookup.offerNote")}
      hint={t("lookup.offerHint")}
      submit={t("dialog.offerSubmit")}
      onClose={onClose}
      act={act}
    />
  );
}

function WithdrawWindow({ referral, onClose, onDone }: Props) {
  const { t } = useTranslation(REFERRALS);
  const toast = useToast();
  const act = async (reason: string) => {
    const { withdrawReferral: answer } = await request(Referrals_WithdrawDocument, { id: referral.id, reason: reason || null });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    toast(t("dialog.withdrawDone"));
    onDone();
    return null;
  };
  return (
    <TextWindow
      title={t("dialog.withdrawTitle", { name: referral.name })}
      text={t("dialog.withdrawText")}
      label={t("dialog.withdrawReason")}
      submit={t("dialog.withdrawSubmit")}
      danger
      onClose={onClose}
      act={act}
    />
  );
}

function AnotherWindow({ referral, outbox, onClose, onDone }: Props & { outbox: Outbox }) {
  const { t } = useTranslation(REFERRALS);
  const act = async (because: string) => {
    if ([...because].length < 4) return { field: null, message: t("fault.anotherBecause") };
    const { withdrawReferral: answer } = await request(Referrals_WithdrawDocument, { id: referral.id, reason: because });
    if (answer.__typename !== "ReferralSaved") return refusalIn(answer);
    // From here on the referral lies in the outbox: it is sent even if the connection breaks now.
    await outbox.finish(outbox.begin({ ...draftFrom(referral), anotherPersonBecause: because }), null);
    onDone();
    return null;
  };
  return (
    <TextWindow
      title={t("dialog.anotherTitle", { name: referral.name })}
      text={t("dialog.anotherText")}
      label={t("lookup.because")}
      hint={t("lookup.becauseHint")}
      submit={t("dialog.anotherSubmit")}
      onClose={onClose}
      act={act}
    />
  );
}

/** The window of a deed. */
export function DeedWindow({ deed, outbox, ...props }: Props & { deed: Deed; outbox: Outbox }) {
  if (deed === "offer") return <OfferWindow {...props} />;
  if (deed === "withdraw") return <WithdrawWindow {...props} />;
  return <AnotherWindow {...props} outbox={outbox} />;
}
