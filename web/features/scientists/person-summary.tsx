import { useTranslation } from "react-i18next";
import { spanWords } from "../../lib/employment.ts";
import { nameOf, otherNameOf, placeLabel } from "../../lib/format.ts";
import { useDirections } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { DirectionTag } from "../../ui/direction-tag.tsx";
import type { Person } from "./person-types.ts";

function Employer({ person }: { person: Person }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const latest = person.latestEmployment;
  if (!latest) return <span className="unknown">{t("unknown")}</span>;
  const words = spanWords(latest);
  return (
    <>
      {nameOf(latest.institution, language) || latest.stated}
      <span className="cell-note">{words ? t(`date.${words.key}`, { ...words }) : t("date.undated")}</span>
    </>
  );
}

/** Who this is, at a glance. */
export function PersonSummary({ person }: { person: Person }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const directions = useDirections();
  // Room is kept while the names of the directions are on their way; somebody without any tag needs none.
  const tagged = person.fields.length > 0 || person.tier || person.deathDate || person.sichuanChongqingTies.length > 0;
  const unknown = <span className="unknown">{t("unknown")}</span>;
  return (
    <div className="summary">
      <h1 className="summary-name">{nameOf(person, language) || t("unknown")}</h1>
      {otherNameOf(person, language) && (
        <p className="summary-other" lang={language === "zh" ? "en" : "zh-CN"}>
          {otherNameOf(person, language)}
        </p>
      )}
      {tagged && (
        <p className="summary-tags">
          {directions(person.fields.map((field) => field.id)).map(({ field, direction }) => (
            <DirectionTag key={field.id} direction={direction} letter={t(`direction.${direction}`)} label={nameOf(field, language)} />
          ))}
          {person.tier && <span className="badge badge-primary">{t(`tier.${person.tier}`)}</span>}
          {person.deathDate && <span className="badge">{t("filter.deceased")}</span>}
          {person.sichuanChongqingTies.map((tie) => (
            <span key={tie} className="badge badge-tie" title={t("person.tieNote")}>
              {t(`tieShort.${tie}`)}
            </span>
          ))}
        </p>
      )}
      <dl className="summary-list">
        <dt>{t("person.latestUnit")}</dt>
        <dd>
          <Employer person={person} />
        </dd>
        <dt>{t("person.birthPlace")}</dt>
        <dd>{placeLabel(person.birthPlace, language) || unknown}</dd>
        <dt>{t("person.ancestralHome")}</dt>
        <dd>{placeLabel(person.ancestralHome, language) || unknown}</dd>
        <dt>{t("person.birthDate")}</dt>
        <dd>{person.birthDate ?? unknown}</dd>
      </dl>
      <button type="button" className="button screen-only" onClick={() => window.print()}>
        {t("action.print")}
      </button>
    </div>
  );
}
