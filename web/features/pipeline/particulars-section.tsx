import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Pipeline_UpdateDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import { refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { FullEngagement } from "./engagement-types.ts";
import { type Particulars, ParticularsFields } from "./particulars-fields.tsx";
import { useMoves } from "./use-moves.ts";
import { PIPELINE } from "./words.ts";

function EditParticulars({ engagement, onClose }: { engagement: FullEngagement; onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const toast = useToast();
  const { tellConflict } = useMoves();
  const [values, setValues] = useState<Particulars>({
    programmeId: engagement.programme?.id ?? "",
    channel: engagement.channel,
    ownerId: engagement.owner.id,
    deskId: engagement.desk.id,
  });
  const { run, busy, fault } = useStep(async () => {
    const { programmeId, ...rest } = values;
    const input = { id: engagement.id, version: engagement.version, ...rest, programmeId: programmeId || null };
    const { updateEngagement: answer } = await request(Pipeline_UpdateDocument, { input });
    if (answer.__typename === "AlreadyEngaged") return { field: null, message: answer.message };
    const refused = refusalIn(answer);
    if (refused) return refused;
    if (answer.__typename === "EngagementConflict")
      tellConflict({ message: answer.message, seen: engagement, now: answer.engagement, target: null });
    else toast(t("particulars.saved"));
    await renewWork(client);
    onClose();
    return null;
  });
  return (
    <Modal title={t("particulars.edit")} closeLabel={t("action.close")} onClose={onClose}>
      <Form submit={t("particulars.save")} busy={busy} error={wholeFault(fault)} onSubmit={() => void run()}>
        <ParticularsFields values={values} onChange={setValues} />
      </Form>
    </Modal>
  );
}

/** Programme, channel, owner, desk and the day it began. */
export function ParticularsSection({ engagement }: { engagement: FullEngagement }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const { programme, channel, owner, desk, openedOn } = engagement;
  const lines = [
    ["programme", nameOf(programme, language) || t("particulars.noProgramme")],
    ["channel", t(`channel.${channel}`)],
    ["owner", owner.name],
    ["desk", nameOf(desk, language)],
    ["opened", openedOn],
  ] as const;
  return (
    <section className="pl-part">
      <div className="card-head">
        <h3>{t("particulars.title")}</h3>
        <button type="button" className="text-button" onClick={() => setEditing(true)}>
          {t("particulars.change")}
        </button>
      </div>
      <dl className="pl-lines">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`column.${name}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {editing && <EditParticulars engagement={engagement} onClose={() => setEditing(false)} />}
    </section>
  );
}
