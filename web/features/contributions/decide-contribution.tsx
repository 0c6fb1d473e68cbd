import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Contributions_DecideDocument } from "../../gql/generated.ts";
import { request } from "../../lib/graphql-client.ts";
import { type FormFault, faultOf, refusalIn, useStep, wholeFault } from "../../lib/use-step.ts";
import { TextArea, TextField } from "../../ui/field.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { useToast } from "../../ui/toast.tsx";
import type { OfficeContribution } from "./contributions-table.tsx";
import { CONTRIBUTIONS } from "./words.ts";

const FIELDS = ["points", "note"] as const;

/** Points as typed, or null when they are none that may be given. */
function pointsIn(typed: string): number | null {
  return /^\d{1,4}$/.test(typed.trim()) && Number(typed) <= 1_000 ? Number(typed) : null;
}

/** Confirms or rejects a contribution; other points than proposed, a rejection and the end of a dispute need a reason. */
export function DecideContribution({ item, onClose, onDone }: { item: OfficeContribution; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation(CONTRIBUTIONS);
  const toast = useToast();
  const [points, setPoints] = useState(String(item.proposedPoints));
  const [note, setNote] = useState("");
  const faultIn = (confirmed: boolean, given: number | null): FormFault | null => {
    if (confirmed && given === null) return { field: "points", message: t("decide.pointsRule") };
    const mustSay = !confirmed || given !== item.proposedPoints || item.status === "DISPUTED";
    return mustSay && note.trim().length < 4 ? { field: "note", message: t("decide.noteNeeded") } : null;
  };
  const { run, busy, fault } = useStep(async (confirmed: boolean) => {
    const given = pointsIn(points);
    const before = faultIn(confirmed, given);
    if (before) return before;
    const variables = { id: item.id, confirmed, points: confirmed ? given : null, note: note.trim() };
    const { decideContribution: answer } = await request(Contributions_DecideDocument, variables);
    const refused = refusalIn(answer);
    if (refused) return refused;
    toast(t(confirmed ? "decide.confirmed" : "decide.rejected"));
    onDone();
    onClose();
    return null;
  });
  return (
    <Modal title={t("decide.title")} closeLabel={t("action.close")} onClose={onClose}>
      <p>
        {t("decide.text", { ambassador: item.ambassador.name, person: item.referral.name, kind: t(`kind.${item.kind}`), day: item.on })}
      </p>
      <p className="form-note">{t("decide.evidence", { words: item.evidence })}</p>
      {item.dispute && <p className="contributions-words">{t("disputeOf", { words: item.dispute })}</p>}
      {item.decisionNote && <p className="form-note">{t("decide.before", { note: item.decisionNote })}</p>}
      <Form
        submit={t("decide.confirm")}
        busy={busy}
        error={wholeFault(fault, FIELDS)}
        onSubmit={() => void run(true)}
        aside={
          <button type="button" className="button" aria-disabled={busy} onClick={() => !busy && void run(false)}>
            {t("decide.reject")}
          </button>
        }
      >
        <TextField
          label={t("decide.points")}
          hint={t("decide.pointsHint", { n: item.proposedPoints, version: item.settingsVersion })}
          error={faultOf(fault, "points")}
          type="number"
          inputMode="numeric"
          min={0}
          max={1000}
          value={points}
          onChange={(event) => setPoints(event.target.value)}
        />
        <TextArea
          label={t("decide.note")}
          hint={t("decide.noteHint")}
          error={faultOf(fault, "note")}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form>
    </Modal>
  );
}
