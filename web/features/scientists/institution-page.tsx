import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import {
  Scientists_InstitutionDocument,
  Scientists_InstitutionPeopleDocument,
  type Scientists_InstitutionQuery,
} from "../../gql/generated.ts";
import { formatExact, nameOf, otherNameOf, placeLabel } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { ExternalAddress } from "./evidence.tsx";
import { FactRow, UnknownLine } from "./fact-row.tsx";
import { MiniMapSlot } from "./mini-map-slot.tsx";
import { PageFailed, PageMissing } from "./page-trouble.tsx";
import { institutionPoint, type PlacePoint } from "./places-model.ts";
import { InstitutionSkeleton } from "./profile-skeleton.tsx";
import "./profile.css";

type Institution = NonNullable<Scientists_InstitutionQuery["institution"]>;

/** How many people the query asks for. */
const SHOWN = 8;
/** Height of a person with a specialty of one line, px; what waits for them is as high. */
const ROW_HEIGHT = 59;

/** The first people of one relation to an institution, and the way to all of them. */
function PeopleOf({ id, relation, count }: { id: string; relation: "employers" | "almaMaters"; count: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, isError } = useGraphql(Scientists_InstitutionPeopleDocument, { filter: { [relation]: [id] } }, { enabled: count > 0 });
  const people = data?.scientists.edges ?? [];
  return (
    <section className="profile-section">
      <h2>
        {t(relation === "employers" ? "institution.employedAll" : "institution.alumniAll")}{" "}
        {count > 0 && <Link to={`/scientists?${relation}=${id}`}>{t("people", { count, n: formatExact(count) })}</Link>}
      </h2>
      {count === 0 && <p className="unknown">{t("institution.nobody")}</p>}
      {count > 0 && !data && !isError && <span className="skeleton" style={{ height: Math.min(count, SHOWN) * ROW_HEIGHT }} />}
      <ul>
        {people.map(({ node }) => (
          <li key={node.id} className="related-person">
            <Link to={`/scientists/${node.id}`}>{nameOf(node, language)}</Link>
            {otherNameOf(node, language) && <span className="secondary"> {otherNameOf(node, language)}</span>}
            {node.specialty && (
              <div className="secondary" title={node.specialty}>
                <span className="related-note">{node.specialty}</span>
              </div>
            )}
          </li>
        ))}
      </ul>
      {count > people.length && people.length > 0 && (
        <p className="related-person screen-only">
          <Link to={`/scientists?${relation}=${id}`}>{t("action.showAll")}</Link>
        </p>
      )}
    </section>
  );
}

function About({ institution }: { institution: Institution }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { source } = institution;
  return (
    <div className="summary">
      <h1 className="summary-name">{nameOf(institution, language)}</h1>
      <p className="summary-other">{otherNameOf(institution, language)}</p>
      <dl className="facts">
        <FactRow label={t("institution.kind")}>{t(`kind.${institution.kind}`)}</FactRow>
        <FactRow label={t("institution.place")}>{institution.place ? placeLabel(institution.place, language) : <UnknownLine />}</FactRow>
        <FactRow label={t("institution.aliases")}>
          {institution.aliases.length === 0 && t("institution.noAliases")}
          {institution.aliases.map((alias) => (
            <span key={alias}>{alias}</span>
          ))}
        </FactRow>
        <FactRow label={t("institution.ror")}>
          {institution.rorId ? <ExternalAddress url={`https://ror.org/${institution.rorId}`} /> : <UnknownLine />}
        </FactRow>
        <FactRow label={t("institution.source")}>
          <span>{source.title}</span>
          <span className="secondary">
            {source.publisher} · {t("evidence.retrieved", { date: source.retrievedAt })} · {source.licence}
          </span>
          <ExternalAddress url={source.url} />
        </FactRow>
      </dl>
    </div>
  );
}

/** One institution: what it is, where, and who studied or worked there. */
export function InstitutionPage({ id, miniMap }: { id: string; miniMap: (points: PlacePoint[]) => ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useGraphql(Scientists_InstitutionDocument, { id });
  if (error && !data) return <PageFailed error={error} retry={() => void refetch()} />;
  if (!data) return <InstitutionSkeleton />;
  const { institution } = data;
  if (!institution) return <PageMissing title={t("error.noInstitutionTitle")} detail={t("error.noInstitutionDetail")} />;
  const points = institutionPoint("work", institution, nameOf(institution, language));
  return (
    <article className="profile institution">
      <PageTitle page={nameOf(institution, language)} product={t("product")} />
      <div className="profile-main">
        <About institution={institution} />
        <section className="profile-section">
          <h2>{t("institution.location")}</h2>
          {points.length > 0 ? (
            <MiniMapSlot count={points.length}>{miniMap(points)}</MiniMapSlot>
          ) : (
            <p className="unknown">{t("person.noPoints")}</p>
          )}
        </section>
      </div>
      <div className="profile-main">
        <PeopleOf id={id} relation="employers" count={institution.employedCount} />
        <PeopleOf id={id} relation="almaMaters" count={institution.alumniCount} />
      </div>
    </article>
  );
}
