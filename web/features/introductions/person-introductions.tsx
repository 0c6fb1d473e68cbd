import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Introductions_AllDocument, Introductions_FindDocument } from "../../gql/generated.ts";
import { Arriving } from "../../lib/arriving.tsx";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { findVariables, parseFind } from "./find-url.ts";
import { type Path, pathKey, peopleOf, personName, shownFactor } from "./path-model.ts";
import { INTRODUCTIONS } from "./words.ts";
import "./introductions.css";

const TASKS_SHOWN = 5;

function BriefPath({ path }: { path: Path }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const language = useLanguage();
  return (
    <li className="intro-brief">
      <ol className="intro-row">
        {peopleOf(path).map((person, index) => {
          const hop = path.hops[index - 1];
          return (
            <Fragment key={person.id}>
              {hop && (
                <li className="intro-row-link">
                  <span aria-hidden="true">—</span> {t(`link.${hop.link}`)} <span aria-hidden="true">→</span>
                </li>
              )}
              <li>
                {person.scientist ? (
                  <Link to={`/scientists/${person.scientist.id}`}>{personName(person, language)}</Link>
                ) : (
                  personName(person, language)
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
      <span className="secondary">{t("task.score", { score: shownFactor(path.score) })}</span>
    </li>
  );
}

function BriefPaths({ scientistId }: { scientistId: string }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const office = useMay("ASK_INTRODUCTIONS");
  const asked = findVariables(parseFind(new URLSearchParams({ to: scientistId })));
  const variables = { to: scientistId, fromOurPeople: true, maxHops: 3, ...asked, office };
  const { data, error, refetch } = useGraphql(Introductions_FindDocument, variables);
  const search = data?.introductionSearch;
  return (
    <Arriving ready={search !== undefined} error={error} retry={() => void refetch()} height={72}>
      {search?.paths.length === 0 ? (
        <p className="unknown">{t(`none.${search.outcome}`, { count: search.maxHops, name: "" })}</p>
      ) : (
        <ul className="intro-briefs">
          {search?.paths.map((path) => (
            <BriefPath key={pathKey(path)} path={path} />
          ))}
        </ul>
      )}
    </Arriving>
  );
}

function TasksOf({ scientistId }: { scientistId: string }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const variables = { filter: { scientistId }, first: TASKS_SHOWN, after: null, office: true };
  const { data } = useGraphql(Introductions_AllDocument, variables, { staleTime: 0 });
  const language = useLanguage();
  const tasks = data?.introductionTasks.edges ?? [];
  if (tasks.length === 0) return null;
  return (
    <ul className="intro-briefs">
      {tasks.map(({ node }) => {
        const at = (position: number) => node.people.find((each) => each.position === position)?.person;
        const [first, last] = [at(0), at(node.length - 1)];
        return (
          <li key={node.id} className="intro-brief">
            <Link to={`/network/tasks?show=all&task=${node.id}`}>
              {t("task.title", { first: first ? personName(first, language) : "—", last: last ? personName(last, language) : "—" })}
            </Link>
            <span className="badge">{t(`status.${node.status}`)}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** 谁能引荐, on the profile page: looked for when asked, since it reads much; officers also see what was asked for already. */
export function PersonIntroductions({ scientistId }: { scientistId: string }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const office = useMay("ASK_INTRODUCTIONS");
  const [looking, setLooking] = useState(false);
  return (
    <section className="profile-section screen-only">
      <div className="card-head">
        <h2>{t("ofPerson.title")}</h2>
        <Link className="text-button" to={`/network/introductions?to=${scientistId}`}>
          {t("ofPerson.all")}
        </Link>
      </div>
      {office && <TasksOf scientistId={scientistId} />}
      {looking ? (
        <BriefPaths scientistId={scientistId} />
      ) : (
        <button type="button" className="button intro-look" onClick={() => setLooking(true)}>
          {t("ofPerson.look")}
        </button>
      )}
    </section>
  );
}
