import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type IntroductionMove, Introductions_MoveDocument, type Introductions_TaskFragment } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { renewWork } from "../../lib/use-live.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { INTRODUCTIONS } from "./words.ts";

const NOTE_MOST = 500;

/** Answers or ends a task; something may be said with it. */
export function MoveDialog({ task, move, onClose }: { task: Introductions_TaskFragment; move: IntroductionMove; onClose: () => void }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const client = useQueryClient();
  const toast = useToast();
  const [note, setNote] = useState("");
  const { run, busy, fault } = useStep(async () => {
    const input = { id: task.id, version: task.version, move, note: note.trim() || null };
    const { moveIntroductionTask: answer } = await request(Introductions_MoveDocument, { input });
    if (answer.__typename === "InvalidInput" || answer.__typename === "NotAllowed") return refusalIn(answer);
    toast(answer.__typename === "IntroductionTaskConflict" ? answer.message : t(`dialog.done.${move}`));
    onClose();
    await renewWork(client);
    return null;
  });
  return (
    <Modal title={t(`dialog.title.${move}`)} closeLabel={t("action.close")} onClose={onClose}>
      <p>{t(`dialog.text.${move}`)}</p>
      <Form
        submit={t(`dialog.submit.${move}`)}
        busy={busy}
        danger={move === "TAKE_BACK"}
        error={fault?.field === "note" ? null : fault?.message}
        onSubmit={() => void run()}
      >
        <TextArea
          label={t(`dialog.note.${move}`)}
          error={fault?.field === "note" ? fault.message : null}
          maxLength={NOTE_MOST}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
