import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Choices } from "./choices.tsx";
import { Collision } from "./collision.tsx";
import { LIMITS, OPENNESS, RELATIONS, toggledOpenness } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { FileChoice } from "./file-choice.tsx";
import { Lookup } from "./lookup.tsx";
import type { Outbox } from "./outbox.ts";
import type { Answer } from "./send.ts";
import { useReferralForm } from "./use-referral-form.ts";
import { REFERRALS } from "./words.ts";

type FormState = ReturnType<typeof useReferralForm>;

/** Leads to the first thing to mend after each attempt to submit, and when the server sent it back. */
function useFirstFault(attempt: number) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (attempt > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid="true"] input')?.focus();
  }, [attempt]);
  return form;
}

function WhoFields({ form, offline }: { form: FormState; offline: boolean }) {
  const { t } = useTranslation(REFERRALS);
  const { draft, change, faultOf, inProgress } = form;
  return (
    <>
      <TextField
        label={t("form.name")}
        hint={t("form.nameHint")}
        error={faultOf("name")}
        required
        autoComplete="off"
        autoCapitalize="words"
        spellCheck={false}
        enterKeyHint="next"
        maxLength={LIMITS.name}
        value={draft.name}
        onChange={(event) => change({ draft: { name: event.target.value } })}
      />
      <TextField
        label={t("form.employer")}
        hint={t("form.employerHint")}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="next"
        maxLength={LIMITS.employer}
        value={draft.employer}
        onChange={(event) => change({ draft: { employer: event.target.value } })}
      />
      {inProgress === null ? (
        <Lookup lookup={form.lookup} choice={form.people} offline={offline} />
      ) : (
        <Collision
          inProgress={inProgress}
          draft={draft}
          choice={form.way}
          error={form.wayFault}
          onChoose={form.setWay}
          onType={(typed) => change({ draft: typed })}
        />
      )}
    </>
  );
}

function YearFields({ form }: { form: FormState }) {
  const { t } = useTranslation(REFERRALS);
  const { draft, change, faultOf } = form;
  const years = [
    { field: "knownFrom", word: t("form.from") },
    { field: "knownTo", word: t("form.to") },
  ] as const;
  return (
    <fieldset className="choices">
      <legend className="field-label">{t("form.years")}</legend>
      <div className="years">
        {years.map(({ field, word }) => (
          <TextField
            key={field}
            label={word}
            error={faultOf(field)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={4}
            value={draft[field]}
            onChange={(event) => change({ draft: { [field]: event.target.value.replace(/\D/g, "") } })}
          />
        ))}
      </div>
      <div className="field-hint">{t("form.yearsHint")}</div>
    </fieldset>
  );
}

function KnownFields({ form }: { form: FormState }) {
  const { t } = useTranslation(REFERRALS);
  const { draft, change, faultOf } = form;
  return (
    <>
      <Choices
        legend={t("form.relation")}
        error={faultOf("relation")}
        columns={3}
        options={RELATIONS}
        wordOf={(one) => t(`relation.${one}`)}
        chosen={draft.relation === null ? [] : [draft.relation]}
        onChoose={(relation) => change({ draft: { relation } })}
      />
      <YearFields form={form} />
      <Choices
        legend={t("form.agreed")}
        hint={t("form.agreedHint")}
        error={faultOf("agreedToContact")}
        columns={2}
        options={["yes", "no"] as const}
        wordOf={(one) => t(one === "yes" ? "form.agreedYes" : "form.agreedNo")}
        chosen={draft.agreed === null ? [] : [draft.agreed ? "yes" : "no"]}
        onChoose={(one) => change({ draft: { agreed: one === "yes" } })}
      />
      <Choices
        legend={t("form.openTo")}
        hint={t("form.openToHint")}
        columns={3}
        several
        options={OPENNESS}
        wordOf={(one) => t(`openTo.${one}`)}
        chosen={draft.openTo}
        onChoose={(one) => change({ draft: { openTo: toggledOpenness(draft.openTo, one) } })}
      />
    </>
  );
}

function MoreFields({ form, files }: { form: FormState; files: Entry["files"] }) {
  const { t } = useTranslation(REFERRALS);
  const { draft, change, faultOf } = form;
  return (
    <>
      <TextArea
        label={t("form.note")}
        hint={t("form.noteHint")}
        rows={2}
        maxLength={LIMITS.note}
        value={draft.note}
        onChange={(event) => change({ draft: { note: event.target.value } })}
      />
      <FileChoice files={files} onChange={(next) => change({ files: next })} />
      <TextField
        label={t("form.orcid")}
        hint={t("form.orcidHint")}
        error={faultOf("orcid")}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        value={draft.orcid}
        onChange={(event) => change({ draft: { orcid: event.target.value } })}
      />
    </>
  );
}

interface Props {
  readonly outbox: Outbox;
  readonly entry: Entry;
  readonly offline: boolean;
  /** What was answered when it was sent and came back. */
  readonly answer: Answer | undefined;
  readonly kept: boolean;
  /** Whether it is being written to the browser's disk. */
  readonly writing: boolean;
  readonly onEntry: (entry: Entry) => void;
}

/** The form of a referral, for a thumb: three things to type, the rest to choose. */
export function ReferralForm({ outbox, entry, offline, answer, kept, writing, onEntry }: Props) {
  const { t } = useTranslation(REFERRALS);
  const form = useReferralForm(outbox, entry, offline, answer, onEntry);
  const element = useFirstFault(form.checked + (answer?.kind === "REFUSED" ? 1 : 0));
  const send = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form ref={element} className="form referral-form" noValidate onSubmit={send}>
      <div role="alert" className="form-alert">
        {answer?.kind === "REFUSED" && (
          <p className="form-error">
            <strong>{t("answer.refusedTitle")}</strong> {form.whole}
          </p>
        )}
      </div>
      <WhoFields form={form} offline={offline} />
      <KnownFields form={form} />
      <MoreFields form={form} files={entry.files} />
      <div className="referral-foot">
        <button type="submit" className="button button-primary referral-submit">
          {t(offline ? "form.submitOffline" : "form.submit")}
        </button>
        <span className="secondary" role="status" aria-busy={writing}>
          {!kept ? t("box.notKept") : entry.changedAt > 0 && (entry.draft.name !== "" || entry.files.length > 0) ? t("form.saved") : ""}
        </span>
      </div>
    </form>
  );
}
