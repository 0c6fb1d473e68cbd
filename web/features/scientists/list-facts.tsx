import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { directionOf } from "../../lib/direction.ts";
import { spanWords } from "../../lib/employment.ts";
import { type Named, nameOf } from "../../lib/format.ts";
import { useDirections } from "../../lib/use-directions.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { DirectionTag } from "../../ui/direction-tag.tsx";
import { ExternalAddress, FactLine } from "./evidence.tsx";
import { FactRow, UnknownLine } from "./fact-row.tsx";
import { type Footnotes, factsAbout } from "./facts-model.ts";
import type { Person } from "./person-types.ts";

interface Props {
  person: Person;
  footnotes: Footnotes;
}

function InstitutionName({ institution, stated }: { institution: (Named & { id: string }) | null; stated: string }) {
  const language = useLanguage();
  return institution ? <Link to={`/institutions/${institution.id}`}>{nameOf(institution, language)}</Link> : <span>{stated}</span>;
}

/** 毕业院校: every schooling, latest first. */
export function EducationFact({ person, footnotes }: Props) {
  const { t } = useTranslation();
  return (
    <FactRow label={t("person.education")}>
      {person.education.length === 0 && <UnknownLine />}
      {person.education.map((item, index) => {
        const words = spanWords(item);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same school and degree may be stated twice
          <FactLine key={index} facts={[item.fact]} footnotes={footnotes}>
            <InstitutionName institution={item.institution} stated={item.stated} />
            {item.degree && <span>{item.degree}</span>}
            <span className="secondary">
              {words ? t(words.key === "to" ? "date.graduated" : `date.${words.key}`, { ...words }) : t("date.undated")}
            </span>
          </FactLine>
        );
      })}
    </FactRow>
  );
}

/** 工作单位: every employment, latest first, each with what is known of its date. */
export function EmploymentFact({ person, footnotes }: Props) {
  const { t } = useTranslation();
  return (
    <FactRow label={t("person.employment")}>
      {person.employment.length === 0 && <UnknownLine />}
      {person.employment.map((item, index) => {
        const words = spanWords(item);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same employer may be stated twice
          <FactLine key={index} facts={[item.fact]} footnotes={footnotes}>
            <InstitutionName institution={item.institution} stated={item.stated} />
            {item.role && <span>{item.role}</span>}
            <span className="secondary">{words ? t(`date.${words.key}`, { ...words }) : t("date.undated")}</span>
            {item.current && words?.key !== "current" && <span className="badge badge-primary">{t("date.current")}</span>}
          </FactLine>
        );
      })}
    </FactRow>
  );
}

/** 专业领域: directions as coloured tags, then technologies and topics. */
export function FieldsFact({ person, footnotes }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const directions = useDirections();
  return (
    <FactRow label={t("person.fields")}>
      {person.fields.length === 0 && <UnknownLine />}
      {person.fields.map((field) => {
        const own = directionOf(field);
        return (
          <FactLine key={field.id} facts={factsAbout(person.facts, field.id)} footnotes={footnotes}>
            {own === null && <Link to={`/scientists?fields=${field.id}`}>{nameOf(field, language)}</Link>}
            {directions([field.id]).map(({ direction, field: broad }) => (
              <DirectionTag key={broad.id} direction={direction} letter={t(`direction.${direction}`)} label={nameOf(broad, language)} />
            ))}
          </FactLine>
        );
      })}
    </FactRow>
  );
}

function Nothing({ text }: { text: string }) {
  return <span className="unknown">{text}</span>;
}

/** 研究动态, newest first. */
export function UpdatesFact({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <FactRow label={t("person.updates")}>
      {person.updates.length === 0 && <Nothing text={t("person.noUpdates")} />}
      {person.updates.map((update) => (
        <div key={update.id} className="fact-value">
          <span>{update.title}</span>
          <span className="secondary">{update.date ?? t("date.undated")}</span>
          {update.url && <ExternalAddress url={update.url} />}
        </div>
      ))}
    </FactRow>
  );
}

/** 科研需求. */
export function NeedsFact({ needs }: { needs: NonNullable<Person["needs"]> }) {
  const { t } = useTranslation();
  return (
    <FactRow label={t("person.needs")}>
      {needs.length === 0 && <Nothing text={t("person.noNeeds")} />}
      {needs.map((need) => (
        <div key={need.id} className="fact-value">
          <span className="badge">{t(`need.${need.kind}`)}</span>
          <span>{need.description}</span>
          <span className="secondary">{need.statedOn ?? t("date.undated")}</span>
        </div>
      ))}
    </FactRow>
  );
}

/** 团队核心成员. */
export function TeamsFact({ person }: { person: Person }) {
  const { t } = useTranslation();
  return (
    <FactRow label={t("person.teams")}>
      {person.teams.length === 0 && <Nothing text={t("person.noTeams")} />}
      {person.teams.map((team) => {
        const words = spanWords(team);
        return (
          <div key={`${team.team}-${team.from}`} className="fact-value">
            <span>{team.team}</span>
            {team.role && <span>{team.role}</span>}
            {words && <span className="secondary">{t(`date.${words.key}`, { ...words })}</span>}
          </div>
        );
      })}
    </FactRow>
  );
}

/** 奖项与院士称号, newest first, with the citation. */
export function AwardsFact({ person, footnotes }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <FactRow label={t("person.awards")}>
      {person.awards.length === 0 && <Nothing text={t("person.noAwards")} />}
      {person.awards.map((item) => (
        <FactLine
          key={`${item.award.id}-${item.year}-${item.category}`}
          facts={[item.fact]}
          footnotes={footnotes}
          below={item.motivation && <q className="citation">{item.motivation}</q>}
        >
          <span>{nameOf(item.award, language)}</span>
          {item.category && <span>{item.category}</span>}
          <span className="secondary">{item.year ?? t("date.undated")}</span>
        </FactLine>
      ))}
    </FactRow>
  );
}
