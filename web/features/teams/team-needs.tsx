import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Teams_AssignDocument, Teams_ListDocument, Teams_OneDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { InstitutionPicker } from "../../lib/institution-picker.tsx";
import { useMay } from "../../lib/session.ts";
import { formatTime } from "../../lib/time.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { RecordsTable } from "../../ui/records-table.tsx";
import type { Team } from "./team-model.ts";
import { TEAMS } from "./words.ts";

type Need = Team["needs"][number];

/** Chooses the institute that covers a need: one of those near in the same fields, or any other. */
function Assign({ need, team }: { need: Need; team: Team }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const { run, busy, fault } = useStep(async (institution: string | null) => {
    const { assignTeamNeed } = await request(Teams_AssignDocument, { id: need.id, institution });
    await client.invalidateQueries({ queryKey: [Teams_OneDocument.operationName] });
    await client.invalidateQueries({ queryKey: [Teams_ListDocument.operationName] });
    setOpen(false);
    return refusalIn(assignTeamNeed);
  });
  if (!open)
    return (
      <span className="records-actions screen-only">
        <button type="button" className="text-button" onClick={() => setOpen(true)}>
          {t(need.institution ? "reassign" : "assign")}
        </button>
        {need.institution && (
          <button type="button" className="text-button" disabled={busy} onClick={() => void run(null)}>
            {t("free")}
          </button>
        )}
        {fault && <span className="field-error">{fault.message}</span>}
      </span>
    );
  return (
    <div className="team-assign screen-only">
      <ul className="team-assign-near">
        {team.institutes.map(({ institution, people }) => (
          <li key={institution.id}>
            <button type="button" className="text-button" disabled={busy} onClick={() => void run(institution.id)}>
              {t("assignTo", { name: nameOf(institution, language) })}
            </button>{" "}
            <span className="secondary">{t("sameField", { count: people })}</span>
          </li>
        ))}
      </ul>
      <InstitutionPicker label={t("institution")} picked={null} error={fault?.message ?? null} onPick={(one) => one && void run(one.id)} />
      <button type="button" className="text-button" onClick={() => setOpen(false)}>
        {t("cancel")}
      </button>
    </div>
  );
}

/** What a team needs and which institute covers it. */
export function TeamNeeds({ team }: { team: Team }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  const assigns = useMay("WORK_PIPELINE");
  if (team.needs.length === 0) return <p className="secondary">{t("noNeeds")}</p>;
  return (
    <>
      <RecordsTable title={t("teamNeeds")} columns={[t("column.need"), t("column.covers")]}>
        {team.needs.map((need) => (
          <tr key={need.id}>
            <th scope="row">
              <span className="badge">{t(`need.${need.kind}`)}</span> {need.description}
            </th>
            <td data-label={t("column.covers")}>
              <div>
                {need.institution ? (
                  <Link to={`/institutions/${need.institution.id}`}>{nameOf(need.institution, language)}</Link>
                ) : (
                  <span className="secondary">{t("notAssigned")}</span>
                )}
                {need.assignedBy && (
                  <span className="cell-note">{t("assignedBy", { name: need.assignedBy, time: formatTime(need.assignedAt) })}</span>
                )}
                {assigns && <Assign need={need} team={team} />}
              </div>
            </td>
          </tr>
        ))}
      </RecordsTable>
      {!assigns && <p className="secondary screen-only">{t("officerOnly")}</p>}
    </>
  );
}
