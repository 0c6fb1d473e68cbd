import { useTranslation } from "react-i18next";
import type { EngagementChannel } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { ChoiceField, SelectField } from "../../ui/field.tsx";
import { CHANNELS } from "./pipeline-url.ts";
import { useOfficers, useProgrammes, useSettings } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";

/** What an engagement is for, how the person came, and who is in charge; empty ids for none. */
export interface Particulars {
  readonly programmeId: string;
  readonly channel: EngagementChannel;
  readonly ownerId: string;
  readonly deskId: string;
}

/** Choices of programme, channel, owner and desk. */
export function ParticularsFields({ values, onChange }: { values: Particulars; onChange: (values: Particulars) => void }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const programmes = useProgrammes().filter(({ closed, id }) => !closed || id === values.programmeId);
  const officers = useOfficers();
  const desks = useSettings().data?.pipelineSettings.desks ?? [];
  const set = (change: Partial<Particulars>) => onChange({ ...values, ...change });
  return (
    <>
      <SelectField label={t("column.programme")} value={values.programmeId} onChange={(event) => set({ programmeId: event.target.value })}>
        <option value="">{t("particulars.noProgramme")}</option>
        {programmes.map((programme) => (
          <option key={programme.id} value={programme.id}>
            {nameOf(programme, language)} · {t(`programmeKind.${programme.kind}`)}
          </option>
        ))}
      </SelectField>
      <ChoiceField
        label={t("column.channel")}
        options={CHANNELS}
        wordOf={(one) => t(`channel.${one}`)}
        value={values.channel}
        onChoose={(chosen) => set({ channel: chosen })}
      />
      <div className="pl-pair pl-pair-even">
        <SelectField label={t("column.owner")} value={values.ownerId} onChange={(event) => set({ ownerId: event.target.value })}>
          {officers.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField label={t("column.desk")} value={values.deskId} onChange={(event) => set({ deskId: event.target.value })}>
          {desks.map((desk) => (
            <option key={desk.id} value={desk.id}>
              {nameOf(desk, language)}
            </option>
          ))}
        </SelectField>
      </div>
    </>
  );
}
