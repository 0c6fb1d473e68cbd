import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { directionOf } from "../../lib/direction.ts";
import { spanWords } from "../../lib/employment.ts";
import { nameOf, type PlaceWithin, placeLabel, yearOf } from "../../lib/format.ts";
import { useDirections } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { DirectionTag } from "../../ui/direction-tag.tsx";
import type { ColumnKey } from "./list-state.ts";
import type { PersonEdge } from "./use-people.ts";

type Person = PersonEdge["node"];

/** 未知. */
export function Unknown() {
  const { t } = useTranslation();
  return <span className="unknown">{t("unknown")}</span>;
}

function PlaceCell({ place }: { place: PlaceWithin | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!place) return <Unknown />;
  return (
    <>
      {placeLabel(place, language)}
      {place.level !== "COUNTY" && (
        <span className="cell-precision" title={t(`precision.${place.level}`)}>
          {t(`precisionShort.${place.level}`)}
        </span>
      )}
    </>
  );
}

function InstitutionCell({
  item,
  note,
}: {
  item: { stated: string; institution: { id: string; nameZh: string | null; nameEn: string | null } | null };
  note: string;
}) {
  const language = useLanguage();
  return (
    <>
      {item.institution ? (
        <Link className="cell-link" to={`/institutions/${item.institution.id}`}>
          {nameOf(item.institution, language)}
        </Link>
      ) : (
        item.stated
      )}
      {note && <span className="cell-note">{note}</span>}
    </>
  );
}

function EducationCell({ person }: { person: Person }) {
  const { t } = useTranslation();
  const latest = person.education[0];
  if (!latest) return <Unknown />;
  const rest = person.education.length - 1;
  const note = [latest.degree, latest.to && t("date.graduated", { date: latest.to }), rest > 0 ? `+${rest}` : null]
    .filter(Boolean)
    .join(" · ");
  return <InstitutionCell item={latest} note={note} />;
}

/** The latest known employer with what is known of its date. */
export function EmploymentCell({ person }: { person: Person }) {
  const { t } = useTranslation();
  const latest = person.latestEmployment;
  if (!latest) return <Unknown />;
  const words = spanWords(latest);
  return <InstitutionCell item={latest} note={words ? t(`date.${words.key}`, { ...words }) : t("date.undated")} />;
}

/** A row stays a row: more topics than this are counted, and named in the title and on the profile. */
const SHOWN_TOPICS = 5;

/** Directions as coloured tags, technologies and topics as words. */
export function FieldsCell({ person }: { person: Person }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const directions = useDirections();
  if (person.fields.length === 0) return <Unknown />;
  const others = person.fields.filter((field) => directionOf(field) === null).map((field) => nameOf(field, language));
  const listed = (names: readonly string[]) => names.join(language === "zh" ? "、" : ", ");
  return (
    <>
      <span className="cell-tags">
        {directions(person.fields.map((field) => field.id)).map(({ field, direction }) => (
          <DirectionTag key={field.id} direction={direction} letter={t(`direction.${direction}`)} label={nameOf(field, language)} />
        ))}
      </span>
      {others.length > 0 && (
        <span className="cell-fields" title={others.length > SHOWN_TOPICS ? listed(others) : undefined}>
          {listed(others.slice(0, SHOWN_TOPICS))}
          {others.length > SHOWN_TOPICS && <span className="secondary"> +{others.length - SHOWN_TOPICS}</span>}
        </span>
      )}
    </>
  );
}

function AwardsCell({ person }: { person: Person }) {
  const language = useLanguage();
  const awards = person.awards ?? [];
  const latest = awards[0];
  if (!latest) return <Unknown />;
  const note = [latest.year, awards.length > 1 ? `+${awards.length - 1}` : null].filter(Boolean).join(" · ");
  return (
    <>
      {nameOf(latest.award, language)}
      {note && <span className="cell-note">{note}</span>}
    </>
  );
}

function TierCell({ person }: { person: Person }) {
  const { t } = useTranslation();
  return person.tier ? <span className="badge badge-primary">{t(`tier.${person.tier}`)}</span> : <Unknown />;
}

/** What a column shows of a person; the name column is drawn by the row itself. */
export function cellOf(column: Exclude<ColumnKey, "name">, person: Person): ReactNode {
  switch (column) {
    case "birthPlace":
      return <PlaceCell place={person.birthPlace} />;
    case "ancestralHome":
      return <PlaceCell place={person.ancestralHome} />;
    case "education":
      return <EducationCell person={person} />;
    case "employment":
      return <EmploymentCell person={person} />;
    case "fields":
      return <FieldsCell person={person} />;
    case "specialty":
      return person.specialty ? (
        <span className="cell-clamped" title={person.specialty}>
          {person.specialty}
        </span>
      ) : (
        <Unknown />
      );
    case "tier":
      return <TierCell person={person} />;
    case "birthYear":
      return yearOf(person.birthDate) ?? <Unknown />;
    case "awards":
      return <AwardsCell person={person} />;
    case "sources":
      return new Set((person.facts ?? []).map((fact) => fact.source.id)).size;
  }
}
