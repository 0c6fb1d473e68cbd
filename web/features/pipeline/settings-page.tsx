import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_AllSettingsDocument, Pipeline_UpdateSettingsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { renewWork } from "../../lib/use-live.ts";
import { refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { useToast } from "../../ui/toast.tsx";
import { SettingsLines } from "./settings-lines.tsx";
import { type AllSettings, draftOf, faultOfDraft, inputOf, type SettingsDraft, type SettingsFault } from "./settings-model.ts";
import { PIPELINE } from "./words.ts";
import "./pipeline.css";

interface EditProps {
  draft: SettingsDraft;
  fault: SettingsFault | null;
  onChange: (change: Partial<SettingsDraft>) => void;
}

function Claims({ draft, fault, onChange }: EditProps) {
  const { t } = useTranslation(PIPELINE);
  const errorOf = (part: SettingsFault["part"]) => (fault?.part === part ? t(`settings.fault.${part}.range`) : null);
  return (
    <section className="card">
      <h2>{t("settings.claims")}</h2>
      <div className="pl-pair pl-pair-even">
        <TextField
          label={t("settings.claimDays")}
          hint={t("settings.claimDaysHint")}
          error={errorOf("claimDays")}
          inputMode="numeric"
          maxLength={3}
          value={draft.claimDays}
          onChange={(event) => onChange({ claimDays: event.target.value })}
        />
        <TextField
          label={t("settings.claimReminderDays")}
          hint={t("settings.claimReminderDaysHint")}
          error={errorOf("claimReminderDays")}
          inputMode="numeric"
          maxLength={3}
          value={draft.claimReminderDays}
          onChange={(event) => onChange({ claimReminderDays: event.target.value })}
        />
      </div>
    </section>
  );
}

function Points({ draft, fault, onChange }: EditProps) {
  const { t } = useTranslation(PIPELINE);
  return (
    <section className="card">
      <h2>{t("settings.points")}</h2>
      <p className="form-note">{t("settings.pointsNote")}</p>
      <div className="pl-quarters">
        {draft.points.map(({ kind, points }) => (
          <TextField
            key={kind}
            label={t(`contribution.${kind}`)}
            error={fault?.part === "points" && fault.line === kind ? t("settings.fault.points.range") : null}
            inputMode="numeric"
            maxLength={4}
            value={points}
            onChange={(event) =>
              onChange({ points: draft.points.map((each) => (each.kind === kind ? { kind, points: event.target.value } : each)) })
            }
          />
        ))}
      </div>
    </section>
  );
}

function EditSettings({ settings }: { settings: AllSettings }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [wrong, setWrong] = useState<SettingsFault | null>(null);
  const { run, busy, fault } = useStep(async () => {
    const found = faultOfDraft(draft);
    setWrong(found);
    if (found) return { field: null, message: t("settings.mend") };
    const { updatePipelineSettings: answer } = await request(Pipeline_UpdateSettingsDocument, { input: inputOf(draft, settings.version) });
    if (answer.__typename !== "PipelineSettingsSaved") return refusalIn(answer);
    toast(t("settings.saved", { version: answer.settings.version }));
    await renewWork(client);
    return null;
  });
  const change = (part: Partial<SettingsDraft>) => setDraft((before) => ({ ...before, ...part }));
  const parts = { draft, fault: wrong, onChange: change };
  return (
    <Form submit={t("settings.save")} busy={busy} error={wholeFault(fault)} onSubmit={() => void run()}>
      <SettingsLines part="stages" lines={draft.stages} fault={wrong} onChange={(stages) => change({ stages })} />
      <SettingsLines part="desks" lines={draft.desks} fault={wrong} onChange={(desks) => change({ desks })} />
      <Claims {...parts} />
      <Points {...parts} />
    </Form>
  );
}

/** Settings of the pipeline: stages with their limits, desks, claims and points. Every change is a new version. */
export function SettingsPage() {
  const { t } = useTranslation(PIPELINE);
  const { data, error, refetch } = useGraphql(Pipeline_AllSettingsDocument, {}, { staleTime: 0 });
  const settings = data?.pipelineSettings;
  return (
    <div className="page">
      <PageTitle page={t("settings.title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("settings.title")}</h1>
        <p className="secondary">
          {t("settings.intro")}{" "}
          {settings &&
            t(settings.changedBy ? "settings.versionBy" : "settings.version", {
              version: settings.version,
              name: settings.changedBy ?? "",
              time: formatTime(settings.changedAt),
            })}
        </p>
      </header>
      <Arriving ready={settings !== undefined} error={error} retry={() => void refetch()} height={480}>
        {settings && (
          <>
            {/* Somebody else's newer version is not what was edited: the form begins anew with it. */}
            <EditSettings key={settings.version} settings={settings} />
            <p className="secondary">{t(settings.mailConfigured ? "settings.mailOn" : "settings.mailOff")}</p>
          </>
        )}
      </Arriving>
    </div>
  );
}
