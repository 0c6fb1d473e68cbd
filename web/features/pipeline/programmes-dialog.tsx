import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Pipeline_SaveProgrammeDocument, type ProgrammeKind } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { renewWork } from "../../lib/use-live.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { listHref } from "./pipeline-url.ts";
import { type Programme, useProgrammes } from "./use-settings.ts";
import { PIPELINE } from "./words.ts";

const KINDS: readonly ProgrammeKind[] = ["PROGRAMME", "NEED"];
const FIELDS = ["nameZh", "nameEn", "description"] as const;

function EditProgramme({ programme, onDone }: { programme: Programme | null; onDone: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const client = useQueryClient();
  const [kind, setKind] = useState<ProgrammeKind>(programme?.kind ?? "PROGRAMME");
  const [nameZh, setNameZh] = useState(programme?.nameZh ?? "");
  const [nameEn, setNameEn] = useState(programme?.nameEn ?? "");
  const [description, setDescription] = useState(programme?.description ?? "");
  const [closed, setClosed] = useState(programme?.closed ?? false);
  const { run, busy, fault } = useStep(async () => {
    if (nameZh.trim().length < 2) return { field: "nameZh", message: t("programmes.nameNeeded") };
    const words = { nameZh: nameZh.trim(), nameEn: nameEn.trim() || null, description: description.trim() || null };
    const input = { ...(programme ? { id: programme.id } : {}), kind, ...words, closed };
    const refused = refusalIn((await request(Pipeline_SaveProgrammeDocument, { input })).saveProgramme);
    if (refused) return refused;
    await renewWork(client);
    onDone();
    return null;
  });
  return (
    <Form
      submit={t("programmes.save")}
      busy={busy}
      error={wholeFault(fault, FIELDS)}
      onSubmit={() => void run()}
      aside={
        <button type="button" className="text-button" onClick={onDone}>
          {t("cancel")}
        </button>
      }
    >
      <ChoiceField
        label={t("programmes.kind")}
        options={KINDS}
        wordOf={(one) => t(`programmeKind.${one}`)}
        value={kind}
        onChoose={setKind}
      />
      <TextField
        label={t("programmes.nameZh")}
        error={faultOf(fault, "nameZh")}
        maxLength={100}
        value={nameZh}
        onChange={(event) => setNameZh(event.target.value)}
      />
      <TextField
        label={t("programmes.nameEn")}
        error={faultOf(fault, "nameEn")}
        maxLength={100}
        value={nameEn}
        onChange={(event) => setNameEn(event.target.value)}
      />
      <TextArea
        label={t("programmes.description")}
        error={faultOf(fault, "description")}
        maxLength={1000}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
      />
      {programme && (
        <label className="check">
          <input type="checkbox" checked={closed} onChange={(event) => setClosed(event.target.checked)} />
          {t("programmes.closed")}
        </label>
      )}
    </Form>
  );
}

/** Programmes and needs that people are engaged for: add, change, close. */
export function ProgrammesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(PIPELINE);
  const language = useLanguage();
  const programmes = useProgrammes();
  const [editing, setEditing] = useState<Programme | "new" | null>(null);
  if (editing)
    return (
      <Modal
        key="edit"
        title={t(editing === "new" ? "programmes.add" : "programmes.edit")}
        closeLabel={t("action.close")}
        onClose={() => setEditing(null)}
      >
        <EditProgramme programme={editing === "new" ? null : editing} onDone={() => setEditing(null)} />
      </Modal>
    );
  return (
    <Modal key="list" title={t("programmes.title")} closeLabel={t("action.close")} onClose={onClose}>
      {programmes.length === 0 ? (
        <p className="unknown">{t("programmes.none")}</p>
      ) : (
        <ul className="pl-programmes">
          {programmes.map((programme) => (
            <li key={programme.id}>
              <div>
                <Link to={listHref({ programme: programme.id })} onClick={onClose}>
                  {nameOf(programme, language)}
                </Link>{" "}
                <span className="badge">{t(`programmeKind.${programme.kind}`)}</span>{" "}
                {programme.closed && <span className="badge">{t("programmes.isClosed")}</span>}{" "}
                {programme.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
                {programme.description && <span className="cell-note">{programme.description}</span>}
              </div>
              <button
                type="button"
                className="text-button"
                aria-label={t("programmes.editOf", { name: nameOf(programme, language) })}
                onClick={() => setEditing(programme)}
              >
                {t("particulars.change")}
              </button>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="button pl-start" onClick={() => setEditing("new")}>
        {t("programmes.add")}
      </button>
    </Modal>
  );
}
