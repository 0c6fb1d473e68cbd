import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { Teams_ListDocument, Teams_OneDocument, Teams_RemoveDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { nameOf, placeLabel } from "../../lib/format.ts";
import { request } from "../../lib/graphql-client.ts";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { refusalIn, useStep } from "../../lib/use-step.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Form } from "../../ui/form.tsx";
import { Modal } from "../../ui/modal.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { useToast } from "../../ui/toast.tsx";
import { TeamForm } from "./team-form.tsx";
import { draftFrom, type Member, type Team, whereaboutsOf } from "./team-model.ts";
import { TeamNeeds } from "./team-needs.tsx";
import { TEAMS } from "./words.ts";
import "./teams.css";

const COLUMNS = ["members", "role", "place", "basis"] as const;

function MemberRow({ member }: { member: Member }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  const { person, role, from, to, stated, verifiedBy, verifiedOn } = member;
  const work = person.scientist?.latestEmployment;
  const period = from || to ? `${from ?? ""}–${to ?? ""}` : "";
  return (
    <tr>
      <th scope="row">
        {person.scientist ? <Link to={`/scientists/${person.id}`}>{nameOf(person.scientist, language) || person.name}</Link> : person.name}
        {!person.scientist && <span className="cell-note">{t("author")}</span>}
      </th>
      <td data-label={t("column.role")}>
        <span>
          {role || "—"}
          {period && <span className="cell-note">{period}</span>}
        </span>
      </td>
      <td data-label={t("column.place")}>
        <span>
          {work ? nameOf(work.institution, language) || work.stated : "—"}
          <span className="cell-note">
            {[t(whereaboutsOf(member)), placeLabel(work?.institution?.place, language)].filter((part) => part !== "").join(" · ")}
          </span>
        </span>
      </td>
      <td data-label={t("column.basis")}>
        <span>
          {stated || "—"}
          {verifiedBy && <span className="cell-note">{t("confirmedBy", { name: verifiedBy, date: verifiedOn ?? "" })}</span>}
        </span>
      </td>
    </tr>
  );
}

function OwnNeeds({ team }: { team: Team }) {
  const { t } = useTranslation(TEAMS);
  const needs = team.members.flatMap(({ person }) => (person.scientist?.needs ?? []).map((need) => ({ ...need, name: person.name })));
  if (needs.length === 0) return null;
  return (
    <>
      <h2>{t("ownNeeds")}</h2>
      <ul>
        {needs.map(({ id, kind, description, name }) => (
          <li key={id}>
            {name} <span className="badge">{t(`need.${kind}`)}</span> {description}
          </li>
        ))}
      </ul>
    </>
  );
}

function Near({ team }: { team: Team }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  return (
    <>
      <h2>{t("institutes")}</h2>
      {team.institutes.length === 0 ? (
        <p className="secondary">{t("noInstitutes")}</p>
      ) : (
        <>
          <p className="secondary">{t("institutesNote")}</p>
          <ul className="team-near">
            {team.institutes.map(({ institution, people }) => (
              <li key={institution.id}>
                <Link to={`/institutions/${institution.id}`}>{nameOf(institution, language)}</Link>{" "}
                <span className="secondary">{t("sameField", { count: people })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Remove({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useTranslation(TEAMS);
  const client = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const { run, busy, fault } = useStep(async () => {
    const { removeTeam } = await request(Teams_RemoveDocument, { id: team.id, version: team.version });
    await client.invalidateQueries({ queryKey: [Teams_ListDocument.operationName] });
    if (removeTeam.__typename === "TeamConflict") return { field: null, message: removeTeam.message };
    if (removeTeam.__typename !== "TeamRemoved") return refusalIn(removeTeam);
    toast(t("removed"));
    void navigate("/teams");
    return null;
  });
  return (
    <Modal title={t("remove")} closeLabel={t("close")} onClose={onClose}>
      <Form submit={t("remove")} danger busy={busy} error={fault?.message ?? null} onSubmit={() => void run()}>
        <p>{t("removeSure")}</p>
      </Form>
    </Modal>
  );
}

/** What is needed to move a team: who, from where, with which needs, covered by whom. Printable. */
function Package({ team }: { team: Team }) {
  const { t } = useTranslation(TEAMS);
  const language = useLanguage();
  const [open, setOpen] = useState<"edit" | "remove" | null>(null);
  const count = (where: string) => team.members.filter((member) => whereaboutsOf(member) === where).length;
  return (
    <article className="team-package">
      <PageTitle page={team.name} product={t("product")} />
      <header className="page-head">
        <h1>
          {team.name} <span className="badge">{t(team.proposed ? "proposed" : "existing")}</span>
          {team.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
        </h1>
        <span className="team-deeds screen-only">
          <button type="button" className="button" onClick={() => setOpen("edit")}>
            {t("edit")}
          </button>
          <button type="button" className="button" onClick={() => window.print()}>
            {t("print")}
          </button>
          <Link className="button" to={`/network?team=${team.id}`}>
            {t("network")}
          </Link>
          <button type="button" className="button button-quiet" onClick={() => setOpen("remove")}>
            {t("remove")}
          </button>
        </span>
        {team.purpose && <p className="team-purpose">{team.purpose}</p>}
      </header>
      <h2>{t("members")}</h2>
      <p className="secondary">{t("inChina", { here: count("here"), abroad: count("abroad"), unknown: count("unknown") })}</p>
      <RecordsTable title={t("members")} columns={COLUMNS.map((one) => t(`column.${one}`))}>
        {team.members.map((member) => (
          <MemberRow key={member.person.id} member={member} />
        ))}
      </RecordsTable>
      {team.fields.length > 0 && (
        <p className="team-fields">
          {t("fields")}{" "}
          {team.fields.map(({ field }) => (
            <span key={field.id} className="badge">
              {nameOf(field, language)}
            </span>
          ))}
        </p>
      )}
      <OwnNeeds team={team} />
      <h2>{t("teamNeeds")}</h2>
      <TeamNeeds team={team} />
      <Near team={team} />
      <p className="print-only">{t("printed", { time: formatTime(new Date().toISOString()) })}</p>
      {open === "edit" && <TeamForm from={draftFrom(team)} onClose={() => setOpen(null)} onSaved={() => setOpen(null)} />}
      {open === "remove" && <Remove team={team} onClose={() => setOpen(null)} />}
    </article>
  );
}

/** One team. */
export function TeamPage({ id }: { id: string }) {
  const { t } = useTranslation(TEAMS);
  const { data, error, refetch } = useGraphql(Teams_OneDocument, { id }, { staleTime: 0 });
  return (
    <div className="page">
      <p className="screen-only">
        <Link to="/teams">← {t("back")}</Link>
      </p>
      <Arriving ready={data !== undefined} error={error} retry={() => void refetch()}>
        {data?.team ? <Package team={data.team} /> : <EmptyState page title={t("gone")} detail={t("goneDetail")} />}
      </Arriving>
    </div>
  );
}
