import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { Introductions_RequestDocument, type Introductions_RequestMutationVariables } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type Path, peopleOf, personName } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";

const NOTE_MOST = 500;

/** Asks the first person of a path. Nothing needs to be typed; one window makes one task however often it is sent. */
export function AskDialog({ path, since, onClose }: { path: Path; since: number | null; onClose: () => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toast = useToast();
  const [note, setNote] = useState("");
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const people = peopleOf(path);
  const [first, last] = [people[0], people.at(-1)];
  const { run, busy, fault } = useStep(async () => {
    const input: Introductions_RequestMutationVariables["input"] = {
      idempotencyKey,
      people: people.map(({ id }) => id),
      links: path.hops.map(({ link }) => link),
      since,
      note: note.trim() || null,
    };
    const { requestIntroduction: answer } = await request(Introductions_RequestDocument, { input });
    if (answer.__typename !== "IntroductionTaskSaved" && answer.__typename !== "IntroductionTaskConflict") return refusalIn(answer);
    const saved = answer.__typename === "IntroductionTaskSaved";
    toast(saved ? t(answer.task.handler === null ? "ask.doneOther" : "ask.done", { name: answer.task.handler }) : answer.message);
    onClose();
    void renewWork(client);
    void navigate(`/network/tasks?task=${answer.task.id}`);
    return null;
  });
  if (!first || !last) return null;
  const names = { first: personName(first, language), last: personName(last, language) };
  return (
    <Modal title={t("ask.title", names)} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t("ask.text", names)}</p>
      <Form submit={t("ask.submit")} busy={busy} error={fault?.field === "note" ? null : fault?.message} onSubmit={() => void run()}>
        <TextArea
          label={t("ask.note")}
          hint={t("ask.noteHint")}
          error={fault?.field === "note" ? fault.message : null}
          maxLength={NOTE_MOST}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
