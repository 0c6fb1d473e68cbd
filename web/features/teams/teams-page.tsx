import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate, useSearchParams } from "react-router";
import { Teams_ListDocument, type Teams_ListQuery, Teams_PeopleDocument, Teams_SuggestionsDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { formatTime } from "../../lib/time.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { RecordsTable } from "../../ui/records-table.tsx";
import { TeamForm } from "./team-form.tsx";
import { draftOf, type TeamDraft } from "./team-model.ts";
import { TEAMS } from "./words.ts";
import "./teams.css";

const LEAST = [2, 3, 5, 10];
const COLUMNS = ["name", "members", "needs", "changed"] as const;

function Row({ team }: { team: Teams_ListQuery["teams"][number] }) {
  const { t } = useTranslation(TEAMS);
  const covered = team.needs.filter(({ institution }) => institution).length;
  return (
    <tr>
      <th scope="row">
        <Link to={`/teams/${team.id}`}>{team.name}</Link> <span className="badge">{t(team.proposed ? "proposed" : "existing")}</span>
        {team.demo && <span className="badge badge-warning">{t("demo.mark")}</span>}
      </th>
      <td data-label={t("column.members")}>
        <span>
          {t("memberCount", { count: team.members.length })}
          <span className="cell-note">
            {team.members
              .slice(0, 5)
              .map(({ person }) => person.name)
              .join(t("comma"))}
          </span>
        </span>
      </td>
      <td data-label={t("column.needs")}>{team.needs.length > 0 ? t("covered", { covered, all: team.needs.length }) : t("noNeeds")}</td>
      <td data-label={t("column.changed")} className="nowrap">
        {formatTime(team.changedAt)}
      </td>
    </tr>
  );
}

function Suggestions({ onMake }: { onMake: (draft: TeamDraft) => void }) {
  const { t } = useTranslation(TEAMS);
  const [minWorks, setMinWorks] = useState(3);
  const { data, error, refetch } = useGraphql(Teams_SuggestionsDocument, { minWorks }, { keepPrevious: true });
  const found = data?.teamSuggestions;
  return (
    <section className="team-found" aria-label={t("suggestions")}>
      <h2>{t("suggestions")}</h2>
      <p className="secondary">{t("suggestionsIntro")}</p>
      <p>
        <label>
          {t("least")}{" "}
          <select className="select" value={minWorks} onChange={(event) => setMinWorks(Number(event.target.value))}>
            {LEAST.map((count) => (
              <option key={count} value={count}>
                {t("works", { count })}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Arriving ready={found !== undefined} error={error} retry={() => void refetch()}>
        {found?.length === 0 && <EmptyState title={t("noSuggestions")} detail={t("noSuggestionsDetail")} />}
        <ul className="team-suggestions">
          {found?.map(({ people, leastWorks, firstYear, lastYear }) => (
            <li key={people.map(({ id }) => id).join()} className="team-suggestion">
              <strong>{people.map(({ name }) => name).join(t("comma"))}</strong>
              <span className="cell-note">
                {t("memberCount", { count: people.length })} ·{" "}
                {firstYear && lastYear
                  ? t(firstYear === lastYear ? "suggestedIn" : "suggested", { count: leastWorks, from: firstYear, to: lastYear })
                  : t("suggestedUndated", { count: leastWorks })}
              </span>
              <span className="team-suggestion-deeds">
                <button
                  type="button"
                  className="text-button"
                  onClick={() => onMake(draftOf(people, t("statedJoint", { count: leastWorks })))}
                >
                  {t("makeTeam")}
                </button>
                <Link to={`/network?people=${people.map(({ id }) => id).join(",")}`}>{t("network")}</Link>
              </span>
            </li>
          ))}
        </ul>
      </Arriving>
    </section>
  );
}

/** A form with people who were handed over by the address, once their names are there. */
function FromPeople({ ids, onClose, onSaved }: { ids: readonly string[]; onClose: () => void; onSaved: (id: string) => void }) {
  const { data } = useGraphql(Teams_PeopleDocument, { ids: [...ids] });
  return data ? <TeamForm from={draftOf(data.networkPeople, "")} onClose={onClose} onSaved={onSaved} /> : null;
}

/** Teams, and groups that may be one. */
export function TeamsPage() {
  const { t } = useTranslation(TEAMS);
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const { data, error, refetch } = useGraphql(Teams_ListDocument, {}, { staleTime: 0 });
  const [draft, setDraft] = useState<TeamDraft | null>(null);
  const teams = data?.teams;
  const people = (params.get("people") ?? "").split(",").filter((id) => id !== "");
  const saved = (id: string) => void navigate(`/teams/${id}`);
  return (
    <div className="page">
      <PageTitle page={t("title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <button type="button" className="button button-primary" onClick={() => setDraft(draftOf([], ""))}>
          {t("create")}
        </button>
        <p className="secondary">{t("intro")}</p>
      </header>
      <Arriving ready={teams !== undefined} error={error} retry={() => void refetch()}>
        {teams?.length === 0 ? (
          <EmptyState title={t("none")} detail={t("noneDetail")} />
        ) : (
          <RecordsTable title={t("title")} columns={COLUMNS.map((one) => t(`column.${one}`))}>
            {teams?.map((team) => (
              <Row key={team.id} team={team} />
            ))}
          </RecordsTable>
        )}
      </Arriving>
      <Suggestions onMake={setDraft} />
      {draft && <TeamForm from={draft} onClose={() => setDraft(null)} onSaved={saved} />}
      {!draft && people.length > 0 && <FromPeople key={people.join()} ids={people} onClose={() => setParams({})} onSaved={saved} />}
    </div>
  );
}
