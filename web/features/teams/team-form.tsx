import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ResearchNeedKind, Teams_ListDocument, Teams_OneDocument, Teams_SaveDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { PersonPicker } from "../../lib/person-picker.tsx";
import { useLanguage } from "../../lib/use-language.ts";
import { faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { ChoiceField, TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import { draftFrom, inputOf, type MemberDraft, type NeedDraft, type TeamDraft } from "./team-model.ts";
import { TEAMS } from "./words.ts";

const NEED_KINDS: readonly ResearchNeedKind[] = ["EQUIPMENT", "STUDENTS", "FUNDING", "PARTNERS", "DATA"];
const FIELDS = ["name", "purpose", "members", "needs"];

function MemberRow({ member, onChange, onTake }: { member: MemberDraft; onChange: (member: MemberDraft) => void; onTake: () => void }) {
  const { t } = useTranslation(TEAMS);
  const field = (name: "role" | "from" | "to" | "stated", placeholder?: string) => (
    <label className={`team-member-${name}`}>
      <span className="cell-note">{t(`form.${name}`)}</span>
      <input
        className="input"
        value={member[name]}
        placeholder={placeholder}
        onChange={(event) => onChange({ ...member, [name]: event.target.value })}
      />
    </label>
  );
  return (
    <li className="team-member">
      <p className="team-member-head">
        <strong>{member.name}</strong>
        <button type="button" className="text-button" onClick={onTake} aria-label={`${t("form.take")} ${member.name}`}>
          {t("form.take")}
        </button>
      </p>
      {field("role")}
      {field("from", t("form.dateHint"))}
      {field("to", t("form.dateHint"))}
      {field("stated")}
    </li>
  );
}

function Members({ draft, error, onChange }: { draft: TeamDraft; error: string | null; onChange: (members: MemberDraft[]) => void }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  const { members } = draft;
  return (
    <fieldset className="team-fieldset">
      <legend className="field-label">
        {t("form.members")} <span className="secondary">{t("memberCount", { count: members.length })}</span>
      </legend>
      <ul className="team-members">
        {members.map((member) => (
          <MemberRow
            key={member.person}
            member={member}
            onChange={(changed) => onChange(members.map((one) => (one.person === member.person ? changed : one)))}
            onTake={() => onChange(members.filter((one) => one.person !== member.person))}
          />
        ))}
      </ul>
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <PersonPicker
        // A new picker for the next person.
        key={members.length}
        label={t("form.addMember")}
        picked={null}
        error={null}
        withAuthors
        onPick={(person) => {
          if (!person || members.some((one) => one.person === person.id)) return;
          const name = nameOf(person, language) || person.id;
          onChange([...members, { person: person.id, name, role: "", from: "", to: "", stated: members[0]?.stated ?? "" }]);
        }}
      />
    </fieldset>
  );
}

function Needs({ needs, error, onChange }: { needs: readonly NeedDraft[]; error: string | null; onChange: (needs: NeedDraft[]) => void }) {
  const { t } = useTranslation(TEAMS);
  const change = (key: string, changes: Partial<NeedDraft>) =>
    onChange(needs.map((one) => (one.key === key ? { ...one, ...changes } : one)));
  return (
    <fieldset className="team-fieldset">
      <legend className="field-label">{t("form.needs")}</legend>
      {needs.map((need) => (
        <div key={need.key} className="team-need-row">
          <ChoiceField
            label={t("form.kindOfNeed")}
            options={NEED_KINDS}
            wordOf={(kind) => t(`need.${kind}`)}
            value={need.kind}
            onChoose={(kind) => change(need.key, { kind })}
          />
          <TextField
            label={t("form.description")}
            value={need.description}
            onChange={(event) => change(need.key, { description: event.target.value })}
          />
          <button type="button" className="text-button" onClick={() => onChange(needs.filter((one) => one.key !== need.key))}>
            {t("form.take")}
          </button>
        </div>
      ))}
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <button
        type="button"
        className="button"
        onClick={() => onChange([...needs, { key: crypto.randomUUID(), id: null, kind: "EQUIPMENT", description: "" }])}
      >
        {t("form.addNeed")}
      </button>
    </fieldset>
  );
}

/** Creates a team, or changes one: its people with what that rests on, and what it needs. */
export function TeamForm({ from, onClose, onSaved }: { from: TeamDraft; onClose: () => void; onSaved: (id: string) => void }) {
  const { t } = useTranslation(TEAMS);
  const client = useQueryClient();
  const toast = useToast();
  const [draft, setDraft] = useState(from);
  const [key] = useState(() => crypto.randomUUID());
  const { run, busy, fault } = useStep(async () => {
    const { saveTeam } = await request(Teams_SaveDocument, { input: inputOf(draft, key) });
    await client.invalidateQueries({ queryKey: [Teams_ListDocument.operationName] });
    await client.invalidateQueries({ queryKey: [Teams_OneDocument.operationName] });
    if (saveTeam.__typename === "TeamConflict") {
      setDraft(draftFrom(saveTeam.team));
      return { field: null, message: `${saveTeam.message}${t("form.conflict")}` };
    }
    if (saveTeam.__typename !== "TeamSaved") return refusalIn(saveTeam);
    toast(t("saved"));
    onSaved(saveTeam.team.id);
    return null;
  });
  return (
    <Modal title={t(draft.id ? "edit" : "create")} closeLabel={t("close")} kind="drawer" onClose={onClose}>
      <Form
        submit={t("save")}
        busyWord={t("saving")}
        busy={busy}
        error={wholeFault(fault, FIELDS)}
        onSubmit={() => void run()}
        aside={
          <button type="button" className="button" onClick={onClose}>
            {t("cancel")}
          </button>
        }
      >
        <TextField
          label={t("form.name")}
          hint={t("form.nameHint")}
          error={faultOf(fault, "name")}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
        />
        <ChoiceField
          label={t("form.kind")}
          options={["existing", "proposed"] as const}
          wordOf={(kind) => t(`form.${kind}`)}
          value={draft.proposed ? "proposed" : "existing"}
          onChoose={(kind) => setDraft({ ...draft, proposed: kind === "proposed" })}
        />
        <TextArea
          label={t("form.purpose")}
          error={faultOf(fault, "purpose")}
          value={draft.purpose}
          onChange={(event) => setDraft({ ...draft, purpose: event.target.value })}
        />
        <Members draft={draft} error={faultOf(fault, "members")} onChange={(members) => setDraft({ ...draft, members })} />
        <Needs needs={draft.needs} error={faultOf(fault, "needs")} onChange={(needs) => setDraft({ ...draft, needs })} />
      </Form>
    </Modal>
  );
}
