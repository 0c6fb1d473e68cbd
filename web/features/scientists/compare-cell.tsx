import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { directionOf } from "../../lib/direction.ts";
import { spanWords } from "../../lib/employment.ts";
import { nameOf, placeLabel } from "../../lib/format.ts";
import { useDirections } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { DirectionTag } from "../../ui/direction-tag.tsx";
import { type CompareRow, sourcesOfCell } from "./compare-model.ts";
import { Verification } from "./evidence.tsx";
import { UnknownLine } from "./fact-row.tsx";
import { LongList } from "./long-list.tsx";
import type { Person } from "./person-types.ts";

function Lines({ items }: { items: readonly { id: string; text: ReactNode; note?: ReactNode }[] }) {
  if (items.length === 0) return <UnknownLine />;
  return (
    <LongList list={{ as: "ul", className: "compare-lines" }}>
      {items.map((item) => (
        <li key={item.id}>
          {item.text} {item.note && <span className="secondary">{item.note}</span>}
        </li>
      ))}
    </LongList>
  );
}

/** Words of one row of one person, in the order of the profile. */
function useLines(person: Person, row: CompareRow): { id: string; text: ReactNode; note?: ReactNode }[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const directions = useDirections();
  const single = (text: string | null | undefined, note?: ReactNode) => (text ? [{ id: row, text, note }] : []);
  const dated = (item: Person["employment"][number] | Person["education"][number]) => {
    const words = spanWords(item);
    const graduated = row === "education" && words?.key === "to";
    return words ? t(graduated ? "date.graduated" : `date.${words.key}`, { ...words }) : t("date.undated");
  };
  switch (row) {
    case "birthDate":
      return single(person.birthDate);
    case "birthPlace":
    case "ancestralHome": {
      const place = person[row];
      return single(placeLabel(place, language), place && t(`precision.${place.level}`));
    }
    case "education":
      return person.education.map((item, index) => ({
        id: `${index}`,
        text: nameOf(item.institution, language) || item.stated,
        note: [item.degree, dated(item)].filter(Boolean).join(" · "),
      }));
    case "employment":
      return person.employment.map((item, index) => ({
        id: `${index}`,
        text: nameOf(item.institution, language) || item.stated,
        note: [item.role, dated(item)].filter(Boolean).join(" · "),
      }));
    case "fields":
      return [
        ...directions(person.fields.map((field) => field.id)).map(({ direction, field }) => ({
          id: `direction-${field.id}`,
          text: <DirectionTag direction={direction} letter={t(`direction.${direction}`)} label={nameOf(field, language)} />,
        })),
        ...person.fields.filter((field) => directionOf(field) === null).map((field) => ({ id: field.id, text: nameOf(field, language) })),
      ];
    case "specialty":
      return single(person.specialty);
    case "tier":
      return single(person.tier && t(`tier.${person.tier}`));
    case "awards":
      return person.awards.map((item, index) => ({
        id: `${index}`,
        text: nameOf(item.award, language),
        note: item.year ?? t("date.undated"),
      }));
  }
}

/** One cell of the comparison: what is known, and the sources that say so. */
export function CompareCell({ person, row }: { person: Person; row: CompareRow }) {
  const { t } = useTranslation();
  const items = useLines(person, row);
  const sources = sourcesOfCell(person, row);
  return (
    <>
      <Lines items={items} />
      <LongList>
        {sources.map((fact) => (
          <details key={fact.source.id} className="compare-source">
            <summary>{t("filter.chipOf", { key: t("compare.source"), value: fact.source.publisher })}</summary>
            <p>{fact.source.title}</p>
            <a href={fact.url ?? fact.source.url} target="_blank" rel="noreferrer noopener">
              {fact.url ?? fact.source.url}
            </a>
            <p>
              {t("evidence.retrieved", { date: fact.retrievedOn })} <Verification fact={fact} />
            </p>
          </details>
        ))}
      </LongList>
    </>
  );
}
