import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Scientists_RelatedDocument } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { nameOf, otherNameOf } from "../../lib/format.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";

/** People who share a school, an employer or a home, each with the reason. */
export function RelatedPeople({ id }: { id: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useGraphql(Scientists_RelatedDocument, { id });
  const related = data?.scientist?.related ?? [];
  return (
    <section className="profile-section related screen-only">
      <h2>{t("person.related")}</h2>
      {error && !data && (
        <p className="secondary" role="alert">
          {errorSentence(error, t, language)}{" "}
          <button type="button" className="text-button" onClick={() => void refetch()}>
            {t("action.retry")}
          </button>
        </p>
      )}
      {!data && !error && <span className="skeleton" style={{ height: 160 }} />}
      {data && related.length === 0 && <p className="unknown">{t("person.noRelated")}</p>}
      <ul>
        {related.map(({ scientist, reasons }) => (
          <li key={scientist.id} className="related-person">
            <Link to={`/scientists/${scientist.id}`}>{nameOf(scientist, language)}</Link>
            {otherNameOf(scientist, language) && <span className="secondary"> {otherNameOf(scientist, language)}</span>}
            {reasons.slice(0, 2).map((reason) => (
              <div key={`${reason.kind}-${reason.institution?.nameEn}-${reason.place?.nameZh}`} className="secondary">
                {t(`relation.${reason.kind}`, { name: nameOf(reason.institution ?? reason.place, language) })}
                {reason.years && t("relation.years", { years: reason.years })}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
