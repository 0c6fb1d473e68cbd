import { useTranslation } from "react-i18next";
import { Network_EdgeDocument, type Network_EdgeQuery } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatExact, nameOf } from "../../lib/format.ts";
import type { NetworkFilters } from "../../lib/network-view.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { CloseButton } from "./close-button.tsx";
import { type Person, shownName } from "./person.ts";
import { yearsOf } from "./scene.ts";

type Detail = NonNullable<Network_EdgeQuery["networkEdge"]>;
type PairLink = Detail["links"][number];

function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}

function LinkFacts({ link }: { link: PairLink }) {
  const { t } = useTranslation("network");
  const works = link.link === "COAUTHOR" || link.link === "PROJECT";
  return (
    <li className="network-pair-link">
      <p className="network-pair-kind">
        <strong>{t(`link.${link.link}`)}</strong>
        <span title={link.parts.map(({ name, factor }) => `${t(`pair.part.${name}`)} ${percent(factor)}`).join(" × ")}>
          {t("pair.strength", { value: percent(link.strength) })}
        </span>
      </p>
      <i className="network-meter" style={{ width: percent(Math.max(0.04, link.strength)) }} aria-hidden="true" />
      {link.weak && (
        <p className="network-pair-weak">
          {t("pair.weak")}
          {link.weakBecause.length > 0 && `${t("sep")}${link.weakBecause.map((reason) => t(`pair.because.${reason}`)).join(t("comma"))}`}
        </p>
      )}
      {!works && link.evidence.map((fact) => <p key={fact}>{fact}</p>)}
      <p className="secondary network-parts">
        {link.parts.map(({ name, factor }) => (
          <span key={name}>
            {t(`pair.part.${name}`)} {percent(factor)}
          </span>
        ))}
      </p>
    </li>
  );
}

function JointWorks({ detail }: { detail: Detail }) {
  const { t } = useTranslation("network");
  if (detail.works === 0) return null;
  return (
    <section>
      <h3>
        {t("pair.works", { n: formatExact(detail.works) })}
        {detail.jointWorks.length < detail.works && (
          <span className="secondary"> {t("pair.latest", { n: formatExact(detail.jointWorks.length) })}</span>
        )}
      </h3>
      <ol className="network-works">
        {detail.jointWorks.map((work) => (
          <li key={work.id}>
            <p>
              {work.url ? (
                <a href={work.url} target="_blank" rel="noreferrer">
                  {work.title}
                </a>
              ) : (
                work.title
              )}
            </p>
            <p className="secondary">
              {[
                work.year === null ? t("pair.undated") : String(work.year),
                work.venue,
                t("pair.authors", { n: formatExact(work.authors) }),
                work.sources.length > 0 && t("pair.source", { sources: work.sources.join(t("comma")) }),
              ]
                .filter(Boolean)
                .join(t("sep"))}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Why two people are linked: kinds of link with what they rest on, joint works, and fields of both. */
export function PairCard({
  pair,
  filters,
  people,
  onPerson,
  onClose,
}: {
  pair: readonly [string, string];
  filters: NetworkFilters;
  people: ReadonlyMap<string, Person>;
  onPerson: (id: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation("network");
  const language = useLanguage();
  const [source, target] = pair;
  const { data, error, isPending, refetch } = useGraphql(Network_EdgeDocument, { source, target, years: yearsOf(filters) });
  const detail = data?.networkEdge;
  const name = (id: string): string => {
    const person = people.get(id);
    return person === undefined ? id : shownName(person, language);
  };
  return (
    <article className="network-card">
      <header className="network-card-head">
        <h2 className="network-pair-names">
          {pair.map((id) => (
            <button key={id} type="button" className="text-button" onClick={() => onPerson(id)}>
              {name(id)}
            </button>
          ))}
        </h2>
        <CloseButton label={t("person.close")} onClose={onClose} />
      </header>
      {isPending && <span className="skeleton" style={{ height: 96 }} />}
      {error && (
        <ErrorNotice
          title={t("error.title")}
          detail={errorSentence(error, t, language)}
          action={
            <button type="button" className="button" onClick={() => void refetch()}>
              {t("action.retry")}
            </button>
          }
        />
      )}
      {data !== undefined && !detail && <p className="secondary">{t("pair.none")}</p>}
      {detail && (
        <>
          <ul className="network-pair-links">
            {detail.links.map((link) => (
              <LinkFacts key={link.link} link={link} />
            ))}
          </ul>
          {detail.sharedFields.length > 0 && (
            <p>
              <span className="secondary">{t("pair.fields")}</span>{" "}
              {detail.sharedFields.map((field) => nameOf(field, language)).join(t("comma"))}
            </p>
          )}
          <JointWorks detail={detail} />
        </>
      )}
    </article>
  );
}
