import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Pipeline_CheckFragment, Pipeline_DecideReviewDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { useSession } from "../../lib/session.ts";
import { formatTime } from "../../lib/time.ts";
import { renewWork } from "../../lib/use-live.ts";
import { type FormFault, faultOf, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CheckForm } from "./check-form.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { PIPELINE } from "./words.ts";

function Answers({ check }: { check: Pipeline_CheckFragment }) {
  const { t } = useTranslation(PIPELINE);
  const yesNo = (value: boolean) => t(value ? "check.yes" : "check.no");
  return (
    <>
      <p className="secondary">{t("check.by", { name: check.by.name, time: formatTime(check.at) })}</p>
      <ul className="pl-answers">
        <li>
          {t("check.informed")} <strong>{yesNo(check.informedOfDisclosure)}</strong>
        </li>
        <li>
          {t("check.commitment")} <strong>{t(`commitment.${check.commitment}`)}</strong>
        </li>
        <li>
          {t("check.dual")} <strong>{yesNo(check.dualPost)}</strong>
        </li>
        <li>
          {t("check.restricted")} <strong>{yesNo(check.restrictedField)}</strong>
        </li>
      </ul>
      {check.note && <p className="pl-said">{check.note}</p>}
      {check.decidedBy && (
        <p>
          {t("legal.decided", { name: check.decidedBy.name, time: formatTime(check.decidedAt) })}
          {check.decisionNote && <span className="cell-note">{check.decisionNote}</span>}
        </p>
      )}
    </>
  );
}

/** The legal desk's decision; by somebody else than who recorded the check. */
function DecideReview({ check, onClose }: { check: Pipeline_CheckFragment; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const [cleared, setCleared] = useState<boolean | null>(null);
  const [note, setNote] = useState("");
  const { run, busy, fault } = useStep(async (): Promise<FormFault | null> => {
    if (cleared === null) return { field: null, message: t("legal.chooseFirst") };
    if (note.trim().length < 4) return { field: "note", message: t("legal.noteNeeded") };
    const { decideLegalReview: answer } = await request(Pipeline_DecideReviewDocument, { checkId: check.id, cleared, note: note.trim() });
    if ("message" in answer) return { field: answer.__typename === "InvalidInput" ? answer.field : null, message: answer.message };
    await renewWork(client);
    toast(t(cleared ? "legal.cleared" : "legal.notCleared"));
    onClose();
    return null;
  });
  return (
    <Modal title={t("legal.title")} closeLabel={t("action.close")} onClose={onClose}>
      <Answers check={check} />
      <Form submit={t("legal.submit")} busy={busy} error={wholeFault(fault, ["note"])} onSubmit={() => void run()}>
        <fieldset className="pl-question">
          <legend>{t("legal.question")}</legend>
          {([true, false] as const).map((answer) => (
            <label key={String(answer)} className="check">
              <input type="radio" name="cleared" checked={cleared === answer} onChange={() => setCleared(answer)} />
              {t(answer ? "legal.yes" : "legal.no")}
            </label>
          ))}
        </fieldset>
        <TextArea
          label={t("legal.note")}
          hint={t("legal.noteHint")}
          error={faultOf(fault, "note")}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form>
    </Modal>
  );
}

const TONES = {
  REQUIRED: "warning",
  DISCLOSURE_MISSING: "warning",
  LEGAL_REVIEW: "warning",
  NOT_CLEARED: "danger",
  CLEARED: "success",
} as const;

/** Whether contact may be made, why not, and what to do about it. Nothing for those who are not employed abroad. */
export function CheckSection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const me = useSession().session.viewer?.id;
  const [asking, setAsking] = useState<"check" | "review" | null>(null);
  const { checkState, checks } = engagement;
  const [latest] = checks;
  const { state } = checkState;
  if (state === "NOT_REQUIRED") return null;
  const reviewing = state === "LEGAL_REVIEW" && latest !== undefined;
  const close = () => setAsking(null);
  return (
    <section className={`pl-part pl-check pl-check-${TONES[state]}`}>
      <div className="card-head">
        <h3>
          {t("check.heading")} <span className={`badge badge-${TONES[state]}`}>{t(`checkState.${state}`)}</span>
        </h3>
        {state !== "CLEARED" && (
          <button type="button" className="button" onClick={() => setAsking("check")}>
            {t(latest ? "check.again" : "check.record")}
          </button>
        )}
      </div>
      {checkState.reason && <p>{checkState.reason}</p>}
      {latest && (
        <details className="pl-details" open={reviewing}>
          <summary>{t("check.latest")}</summary>
          <Answers check={latest} />
        </details>
      )}
      {reviewing && latest.by.id === me && <p className="secondary">{t("legal.other")}</p>}
      {reviewing && latest.by.id !== me && (
        <button type="button" className="button button-primary pl-start" onClick={() => setAsking("review")}>
          {t("legal.open")}
        </button>
      )}
      {asking === "check" && <CheckForm engagement={engagement} onClose={close} />}
      {asking === "review" && latest && <DecideReview check={latest} onClose={close} />}
    </section>
  );
}
