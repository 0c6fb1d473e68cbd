import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ContactKind, Contacts_AddDocument, type LawfulBasis } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { today } from "../../lib/time.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CONTACTS } from "./words.ts";

const KINDS: readonly ContactKind[] = ["EMAIL", "PHONE", "MESSENGER"];
const BASES: readonly LawfulBasis[] = ["PUBLIC_DISCLOSURE", "CONSENT", "CONTRACT", "LEGAL_DUTY"];
const FIELDS = ["value", "statedSource", "obtainedOn"] as const;

/** Adds a way to reach a person, with where it comes from and why it may be held. */
export function AddContact({ scientistId, onClose, onDone }: { scientistId: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(CONTACTS);
  const toast = useToast();
  const [kind, setKind] = useState<ContactKind>("EMAIL");
  const [value, setValue] = useState("");
  const [lawfulBasis, setLawfulBasis] = useState<LawfulBasis>("PUBLIC_DISCLOSURE");
  const [statedSource, setStatedSource] = useState("");
  const [obtainedOn, setObtainedOn] = useState(today());
  const { run, busy, fault } = useStep(async () => {
    if (value.trim() === "") return { field: "value", message: t("add.valueNeeded") };
    if (statedSource.trim().length < 4) return { field: "statedSource", message: t("add.sourceNeeded") };
    const input = { scientistId, kind, value: value.trim(), lawfulBasis, statedSource: statedSource.trim(), obtainedOn };
    const refused = refusalIn((await request(Contacts_AddDocument, { input })).addContact);
    if (refused) return refused;
    toast(t("add.done"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("add.title")} closeLabel={t("action.close")} onClose={onClose}>
      <Form submit={t("add.submit")} busy={busy} error={wholeFault(fault, FIELDS)} onSubmit={() => void run()}>
        <ChoiceField label={t("add.kind")} options={KINDS} wordOf={(one) => t(`kind.${one}`)} value={kind} onChoose={setKind} />
        <TextField
          label={t("add.value")}
          hint={t(`add.hint.${kind}`)}
          error={faultOf(fault, "value")}
          type={kind === "EMAIL" ? "email" : kind === "PHONE" ? "tel" : "text"}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={value}
          onChange={(event) => setValue(event.target.value)}
        />
        <ChoiceField
          label={t("add.basis")}
          options={BASES}
          wordOf={(one) => t(`basis.${one}`)}
          value={lawfulBasis}
          onChoose={setLawfulBasis}
        />
        <TextField
          label={t("add.source")}
          hint={t("add.sourceHint")}
          error={faultOf(fault, "statedSource")}
          autoComplete="off"
          maxLength={200}
          value={statedSource}
          onChange={(event) => setStatedSource(event.target.value)}
        />
        <TextField
          label={t("add.obtainedOn")}
          error={faultOf(fault, "obtainedOn")}
          type="date"
          max={today()}
          value={obtainedOn}
          onChange={(event) => setObtainedOn(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
