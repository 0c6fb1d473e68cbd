import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_SetNextStepDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { renewWork } from "../../lib/use-live.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { DueDay } from "./due-words.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { useMoves } from "./use-moves.ts";
import { PIPELINE } from "./words.ts";

function EditStep({ engagement, onDone }: { engagement: FullEngagement; onDone: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const { tellConflict } = useMoves();
  const [text, setText] = useState(engagement.nextStep?.text ?? "");
  const [dueOn, setDueOn] = useState(engagement.nextStep?.dueOn ?? "");
  const { run, busy, fault } = useStep(async (clear: boolean) => {
    const [words, day] = [text.trim(), dueOn];
    if (!clear && words.length < 2) return { field: "text", message: t("nextStep.textNeeded") };
    if (!clear && !day) return { field: "dueOn", message: t("nextStep.dayNeeded") };
    const input = { engagementId: engagement.id, version: engagement.version, nextStep: clear ? null : { text: words, dueOn: day } };
    const { setNextStep: answer } = await request(Pipeline_SetNextStepDocument, { input });
    if (answer.__typename === "EngagementConflict")
      tellConflict({ message: answer.message, seen: engagement, now: answer.engagement, target: null });
    const refused = refusalIn(answer);
    if (refused) return { ...refused, field: refused.field?.split(".").at(-1) ?? null };
    await renewWork(client);
    onDone();
    return null;
  });
  return (
    <Form
      submit={t("nextStep.save")}
      busy={busy}
      error={wholeFault(fault, ["text", "dueOn"])}
      onSubmit={() => void run(false)}
      aside={
        <>
          <button type="button" className="text-button" onClick={onDone}>
            {t("cancel")}
          </button>
          {engagement.nextStep && (
            <button type="button" className="text-button" onClick={() => void run(true)}>
              {t("nextStep.clear")}
            </button>
          )}
        </>
      }
    >
      <div className="pl-pair">
        <TextField
          label={t("nextStep.text")}
          error={faultOf(fault, "text")}
          maxLength={200}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <TextField
          label={t("nextStep.dueOn")}
          error={faultOf(fault, "dueOn")}
          type="date"
          value={dueOn}
          onChange={(event) => setDueOn(event.target.value)}
        />
      </div>
    </Form>
  );
}

/** What comes next, and when. */
export function NextStepSection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const [editing, setEditing] = useState(false);
  const { nextStep, status } = engagement;
  const over = status === "LANDED" || status === "STOPPED";
  if (over && !nextStep) return null;
  return (
    <section className="pl-part">
      <div className="card-head">
        <h3>{t("nextStep.title")}</h3>
        {!editing && (
          <button type="button" className="text-button" onClick={() => setEditing(true)}>
            {t(nextStep ? "nextStep.change" : "nextStep.set")}
          </button>
        )}
      </div>
      {editing ? (
        <EditStep engagement={engagement} onDone={() => setEditing(false)} />
      ) : nextStep ? (
        <p>
          {nextStep.text} <DueDay dueOn={nextStep.dueOn} />
        </p>
      ) : (
        <p className="unknown">{t("nextStep.none")}</p>
      )}
    </section>
  );
}
