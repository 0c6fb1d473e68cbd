import { useTranslation } from "react-i18next";
import { ExternalAddress } from "./evidence.tsx";
import type { Person } from "./person-types.ts";

/** ORCID, OpenAlex and Wikidata, as addresses. Nothing is fetched from them. */
export function Identifiers({ person }: { person: Person }) {
  const { t } = useTranslation();
  const rows = [
    ["ORCID", person.orcid && `https://orcid.org/${person.orcid}`],
    ["OpenAlex", person.openAlexId && `https://openalex.org/${person.openAlexId}`],
    ["Wikidata", person.wikidataId && `https://www.wikidata.org/wiki/${person.wikidataId}`],
  ] as const;
  return (
    <section className="profile-section">
      <h2>{t("person.identifiers")}</h2>
      <dl className="facts">
        {rows.map(([name, url]) => (
          <div className="fact" key={name}>
            <dt>{name}</dt>
            <dd>{url ? <ExternalAddress url={url} /> : <span className="unknown">{t("unknown")}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
