import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Scientists_ProfileDocument } from "../../gql/generated.ts";
import { nameOf } from "../../lib/format.ts";
import { useMay } from "../../lib/session.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { FactRow } from "./fact-row.tsx";
import { footnotesOf } from "./facts-model.ts";
import { Footnotes } from "./footnotes.tsx";
import { Identifiers } from "./identifiers.tsx";
import { AwardsFact, EducationFact, EmploymentFact, FieldsFact, NeedsFact, TeamsFact, UpdatesFact } from "./list-facts.tsx";
import { MiniMapSlot } from "./mini-map-slot.tsx";
import { PageFailed, PageMissing } from "./page-trouble.tsx";
import { PersonSummary } from "./person-summary.tsx";
import type { Person } from "./person-types.ts";
import { type PlacePoint, pointsOf } from "./places-model.ts";
import { ProfileSkeleton } from "./profile-skeleton.tsx";
import { RelatedPeople } from "./related-people.tsx";
import { PlaceFact, ScalarFact } from "./scalar-facts.tsx";
import { Timeline } from "./timeline.tsx";
import "./profile.css";

interface Props {
  id: string;
  /** Draws points on a small map. */
  miniMap: (points: PlacePoint[]) => ReactNode;
  /** Engagements of the person and ways to reach them, for those who may see these. */
  contacts?: ReactNode;
}

function Facts({ person, footnotes }: { person: Person; footnotes: ReturnType<typeof footnotesOf> }) {
  const { t } = useTranslation();
  const all = { person, footnotes };
  return (
    <section className="profile-section">
      <h2>{t("person.facts")}</h2>
      <dl className="facts">
        <ScalarFact {...all} property="birthDate" value={person.birthDate} />
        {person.deathDate && <ScalarFact {...all} property="deathDate" value={person.deathDate} />}
        <PlaceFact {...all} property="birthPlace" />
        <PlaceFact {...all} property="ancestralHome" />
        <EducationFact {...all} />
        <EmploymentFact {...all} />
        <FieldsFact {...all} />
        <ScalarFact {...all} property="specialty" value={person.specialty} />
        <UpdatesFact person={person} />
        {person.needs && <NeedsFact needs={person.needs} />}
        <TeamsFact person={person} />
        {person.tier !== undefined && <ScalarFact {...all} property="tier" value={person.tier} word={(value) => t(`tier.${value}`)} />}
        <AwardsFact {...all} />
      </dl>
    </section>
  );
}

function Names({ person, footnotes }: { person: Person; footnotes: ReturnType<typeof footnotesOf> }) {
  const { t } = useTranslation();
  const all = { person, footnotes };
  return (
    <section className="profile-section">
      <h2>{t("person.name")}</h2>
      <dl className="facts">
        <ScalarFact {...all} property="nameZh" value={person.nameZh} />
        <ScalarFact {...all} property="nameEn" value={person.nameEn} />
        {person.aliases.length > 0 && (
          <FactRow label={t("person.aliases")}>
            {person.aliases.map((alias) => (
              <span key={alias}>{alias}</span>
            ))}
          </FactRow>
        )}
      </dl>
    </section>
  );
}

/** One scientist: the facts with their sources, a timeline, places and related people; prints as a dossier. */
export function ProfilePage({ id, miniMap, contacts }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const working = useMay("READ_WORKING_DATA");
  const { data, error, refetch } = useGraphql(Scientists_ProfileDocument, { id, working });
  if (error && !data) return <PageFailed error={error} retry={() => void refetch()} />;
  if (!data) return <ProfileSkeleton />;
  const person = data.scientist;
  if (!person) return <PageMissing title={t("error.noPersonTitle")} detail={t("error.noPersonDetail")} />;
  const footnotes = footnotesOf(person);
  const points = pointsOf(person, (named) => nameOf(named, language));
  return (
    <article className="profile">
      <PageTitle page={nameOf(person, language)} product={t("product")} />
      <aside className="profile-summary">
        <PersonSummary person={person} />
      </aside>
      <div className="profile-main">
        <Facts person={person} footnotes={footnotes} />
        <Timeline person={person} footnotes={footnotes} />
        <Names person={person} footnotes={footnotes} />
        <Identifiers person={person} />
        <Footnotes footnotes={footnotes} dataDate={data.dataStatus.dataDate} />
      </div>
      <aside className="profile-side screen-only">
        {contacts}
        <section className="profile-section">
          <h2>{t("person.map")}</h2>
          {points.length > 0 ? (
            <MiniMapSlot count={points.length}>{miniMap(points)}</MiniMapSlot>
          ) : (
            <p className="unknown">{t("person.noPoints")}</p>
          )}
        </section>
        <RelatedPeople id={person.id} />
      </aside>
    </article>
  );
}
