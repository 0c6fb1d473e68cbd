import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Requests_RegisterDocument, type SubjectRequestKind } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { PersonPicker, type PickedPerson } from "../../lib/person-picker.tsx";
import { today } from "../../lib/time.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { REQUESTS } from "./words.ts";

const KINDS: readonly SubjectRequestKind[] = ["ACCESS", "CORRECTION", "ERASURE", "OBJECTION"];
const FIELDS = ["scientistId", "requester", "description", "receivedOn"] as const;

/** Registers what a person asked; the due date follows from the date of receipt. */
export function RegisterRequest({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(REQUESTS);
  const toast = useToast();
  const [kind, setKind] = useState<SubjectRequestKind>("ACCESS");
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const [requester, setRequester] = useState("");
  const [description, setDescription] = useState("");
  const [receivedOn, setReceivedOn] = useState(today());
  const { run, busy, fault } = useStep(async () => {
    if (person === null) return { field: "scientistId", message: t("form.personNeeded") };
    const input = { kind, scientistId: person.id, requester: requester.trim(), description: description.trim(), receivedOn };
    const { registerSubjectRequest: answer } = await request(Requests_RegisterDocument, { input });
    if (answer.__typename !== "SubjectRequestSaved") return refusalIn(answer);
    toast(t("form.registered", { date: answer.request.dueOn }));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("register")} closeLabel={t("action.close")} onClose={onClose}>
      <Form submit={t("form.submit")} busy={busy} error={wholeFault(fault, FIELDS)} onSubmit={() => void run()}>
        <ChoiceField
          label={t("form.kind")}
          hint={t(`kindNote.${kind}`)}
          options={KINDS}
          wordOf={(one) => t(`kind.${one}`)}
          value={kind}
          onChoose={setKind}
        />
        <PersonPicker label={t("form.person")} picked={person} error={faultOf(fault, "scientistId")} onPick={setPerson} />
        <TextArea
          label={t("form.requester")}
          hint={t("form.requesterHint")}
          error={faultOf(fault, "requester")}
          maxLength={1000}
          rows={2}
          value={requester}
          onChange={(event) => setRequester(event.target.value)}
        />
        <TextArea
          label={t("form.description")}
          error={faultOf(fault, "description")}
          maxLength={1000}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
        />
        <TextField
          label={t("form.receivedOn")}
          hint={t("form.due")}
          error={faultOf(fault, "receivedOn")}
          type="date"
          max={today()}
          value={receivedOn}
          onChange={(event) => setReceivedOn(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
