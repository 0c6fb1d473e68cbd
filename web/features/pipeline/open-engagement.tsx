import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { type EngagementChannel, Pipeline_OpenDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { useSession } from "../../lib/session.ts";
import { renewWork } from "../../lib/use-live.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type Particulars, ParticularsFields } from "./particulars-fields.tsx";
import { useOfficers, useSettings } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

/** Whom an engagement is opened for. */
export type EngagementSubject = { readonly scientistId: string } | { readonly candidateId: string } | { readonly referralId: string };

interface Props {
  subject: EngagementSubject;
  /** Name to show. */
  name: string;
  channel?: EngagementChannel;
  onClose: () => void;
}

/** Opens an engagement for a person, a candidate or a referral, and leads to it. */
export function OpenEngagement({ subject, name, channel = "referralId" in subject ? "TALENT_REFERRAL" : "MARKET", onClose }: Props) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const navigate = useNavigate();
  const me = useSession().session.viewer?.id ?? "";
  const officers = useOfficers();
  const desk = useSettings().data?.pipelineSettings.desks[0]?.id ?? "";
  const [values, setValues] = useState<Particulars>({ programmeId: "", channel, ownerId: "", deskId: "" });
  const [text, setText] = useState("");
  const [dueOn, setDueOn] = useState("");
  const [other, setOther] = useState<string | null>(null);
  const ownerId = values.ownerId || (officers.some(({ id }) => id === me) ? me : (officers[0]?.id ?? ""));
  const shown = { ...values, ownerId, deskId: values.deskId || desk };
  const { run, busy, fault } = useStep(async () => {
    setOther(null);
    if (text.trim() !== "" && !dueOn) return { field: "dueOn", message: t("nextStep.dayNeeded") };
    const input = {
      ...subject,
      programmeId: shown.programmeId || null,
      channel: shown.channel,
      ownerId: shown.ownerId || null,
      deskId: shown.deskId || null,
      nextStep: text.trim() ? { text: text.trim(), dueOn } : null,
    };
    const { openEngagement: answer } = await request(Pipeline_OpenDocument, { input });
    if (answer.__typename === "AlreadyEngaged") {
      setOther(answer.engagement.id);
      return { field: null, message: answer.message };
    }
    if (answer.__typename !== "EngagementSaved")
      return answer.__typename === "EngagementConflict" ? { field: null, message: answer.message } : refusalIn(answer);
    await renewWork(client);
    toast(t("open.done", { name }));
    onClose();
    void navigate(`/pipeline/${answer.engagement.id}`);
    return null;
  });
  return (
    <Modal title={t("open.title", { name })} closeLabel={t("action.close")} onClose={onClose}>
      <Form
        submit={t("open.submit")}
        busy={busy}
        error={wholeFault(fault, ["dueOn"])}
        onSubmit={() => void run()}
        aside={other && <Link to={`/pipeline/${other}`}>{t("open.other")}</Link>}
      >
        <ParticularsFields values={shown} onChange={setValues} />
        <div className="pl-pair">
          <TextField label={t("log.nextStep")} maxLength={200} value={text} onChange={(event) => setText(event.target.value)} />
          <TextField
            label={t("nextStep.dueOn")}
            error={faultOf(fault, "dueOn")}
            type="date"
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
        </div>
      </Form>
    </Modal>
  );
}
