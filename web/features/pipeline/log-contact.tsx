import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ContactEntryKind,
  type LogContactInput,
  type Pipeline_ContactFragment,
  Pipeline_LogContactDocument,
} from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { today } from "../../lib/time.ts";
import { renewWork } from "../../lib/use-live.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, SelectField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { CheckForm } from "./check-form.tsx";
import { ContactLine } from "./contact-line.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { emptyPromises, type PromiseDraft, promisesOf } from "./promises.ts";
import { PIPELINE } from "./words.ts";

/** Ways of contact. */
const KINDS: readonly ContactEntryKind[] = ["CALL", "MAIL", "VISIT", "MEETING", "EVENT"];
const LANGUAGES = ["zh", "en", "de", "fr", "ja", "ru", "es"] as const;
const FIELDS = ["on", "summary", "promises", "nextStep"] as const;

function Promises({ drafts, onChange }: { drafts: readonly PromiseDraft[]; onChange: (drafts: readonly PromiseDraft[]) => void }) {
  const { t } = useTranslation(PIPELINE);
  const set = (key: string, change: Partial<PromiseDraft>) =>
    onChange(drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)));
  return (
    <fieldset className="pl-promises">
      <legend className="field-label">{t("log.promises")}</legend>
      {drafts.map((draft) => (
        <div key={draft.key} className="pl-pair">
          <input
            className="input"
            aria-label={t("log.promise")}
            placeholder={t("log.promise")}
            maxLength={200}
            value={draft.text}
            onChange={(event) => set(draft.key, { text: event.target.value })}
          />
          <input
            className="input"
            type="date"
            aria-label={t("log.promiseDue")}
            value={draft.dueOn}
            onChange={(event) => set(draft.key, { dueOn: event.target.value })}
          />
        </div>
      ))}
      {drafts.length < 10 && (
        <button type="button" className="text-button" onClick={() => onChange([...drafts, ...emptyPromises()])}>
          {t("log.promiseAdd")}
        </button>
      )}
    </fieldset>
  );
}

/** What is to be seen before writing: the latest contact of anybody with the person. */
function Latest({ seen, unseen }: { seen: Pipeline_ContactFragment | null; unseen: string | null }) {
  const { t } = useTranslation(PIPELINE);
  return (
    <div className={unseen ? "pl-latest pl-latest-new" : "pl-latest"}>
      {unseen && <p role="alert">{unseen}</p>}
      <p className="field-label">{t("log.latest")}</p>
      {seen ? <ContactLine contact={seen} /> : <p className="unknown">{t("log.nobody")}</p>}
    </div>
  );
}

function useDraft(engagement: FullEngagement) {
  const [kind, setKind] = useState<ContactEntryKind>("CALL");
  const [on, setOn] = useState(today());
  const [summary, setSummary] = useState("");
  const [language, setLanguage] = useState("");
  const [promises, setPromises] = useState<readonly PromiseDraft[]>(emptyPromises);
  const [stepText, setStepText] = useState("");
  const [stepDue, setStepDue] = useState("");
  // One key to a form: sending it twice writes once.
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const input = (seenContactId: string | null): LogContactInput => ({
    engagementId: engagement.id,
    kind,
    on,
    summary: summary.trim(),
    language: language || null,
    promises: promisesOf(promises),
    nextStep: stepText.trim() && stepDue ? { text: stepText.trim(), dueOn: stepDue } : null,
    seenContactId,
    idempotencyKey,
  });
  return {
    kind,
    setKind,
    on,
    setOn,
    summary,
    setSummary,
    language,
    setLanguage,
    promises,
    setPromises,
    stepText,
    setStepText,
    stepDue,
    setStepDue,
    input,
  };
}

function Fields({ draft, fault }: { draft: ReturnType<typeof useDraft>; fault: ReturnType<typeof useStep>["fault"] }) {
  const { t } = useTranslation(PIPELINE);
  return (
    <>
      <div className="pl-thirds">
        <ChoiceField label={t("log.kind")} options={KINDS} wordOf={(one) => t(`kind.${one}`)} value={draft.kind} onChoose={draft.setKind} />
        <TextField
          label={t("log.on")}
          error={faultOf(fault, "on")}
          type="date"
          max={today()}
          value={draft.on}
          onChange={(event) => draft.setOn(event.target.value)}
        />
        <SelectField label={t("log.language")} value={draft.language} onChange={(event) => draft.setLanguage(event.target.value)}>
          <option value="">{t("log.languageNone")}</option>
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {t(`tongue.${one}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <TextArea
        label={t("log.summary")}
        hint={t("log.summaryHint")}
        error={faultOf(fault, "summary")}
        maxLength={2000}
        rows={4}
        value={draft.summary}
        onChange={(event) => draft.setSummary(event.target.value)}
      />
      <Promises drafts={draft.promises} onChange={draft.setPromises} />
      <div className="pl-pair">
        <TextField
          label={t("log.nextStep")}
          error={faultOf(fault, "nextStep")}
          maxLength={200}
          value={draft.stepText}
          onChange={(event) => draft.setStepText(event.target.value)}
        />
        <TextField
          label={t("nextStep.dueOn")}
          type="date"
          value={draft.stepDue}
          onChange={(event) => draft.setStepDue(event.target.value)}
        />
      </div>
    </>
  );
}

/** Records a contact, after the latest one of anybody was shown, and after the check where one is needed. */
export function LogContact({ engagement, onClose }: { engagement: FullEngagement; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const draft = useDraft(engagement);
  // What this window has shown; a later contact is told of by the server, never slipped in unseen.
  const [seen, setSeen] = useState(engagement.lastContact);
  const [unseen, setUnseen] = useState<string | null>(null);
  const [checking, setChecking] = useState(false);
  const { run, busy, fault } = useStep(async () => {
    if (draft.summary.trim().length < 4) return { field: "summary", message: t("log.summaryNeeded") };
    if (draft.stepText.trim() !== "" && !draft.stepDue) return { field: "nextStep", message: t("nextStep.dayNeeded") };
    const { logContact: answer } = await request(Pipeline_LogContactDocument, { input: draft.input(seen?.id ?? null) });
    if (answer.__typename === "ContactUnseen") {
      setSeen(answer.latest);
      setUnseen(answer.message);
      return null;
    }
    if (answer.__typename === "CheckRequired") return { field: "check", message: answer.message };
    const refused = refusalIn(answer);
    if (refused) return refused;
    await renewWork(client);
    toast(t("log.done"));
    onClose();
    return null;
  });
  const { state, reason } = engagement.checkState;
  const barred = fault?.field === "check" || (state !== "NOT_REQUIRED" && state !== "CLEARED");
  return (
    <Modal kind="drawer" title={t("log.title")} closeLabel={t("action.close")} onClose={onClose}>
      <Latest seen={seen} unseen={unseen} />
      {barred && (
        <div className="pl-check-note">
          <p>
            <strong>{t(`checkState.${state}`)}</strong> {reason ?? t("check.needed")}
          </p>
          {state === "LEGAL_REVIEW" ? (
            <p>{t("check.wait")}</p>
          ) : (
            <button type="button" className="button" onClick={() => setChecking(true)}>
              {t("check.record")}
            </button>
          )}
        </div>
      )}
      <Form submit={t(unseen ? "log.submitSeen" : "log.submit")} busy={busy} error={wholeFault(fault, FIELDS)} onSubmit={() => void run()}>
        <Fields draft={draft} fault={fault} />
      </Form>
      {checking && <CheckForm engagement={engagement} onClose={() => setChecking(false)} />}
    </Modal>
  );
}
