import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Map_PersonPartsFragment } from "../../gql/generated.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { personWay } from "./map-model.ts";

/** The person whose way is drawn: its stops in words, and what has no point. */
export function WaySummary({ person, name, onClose }: { person: Map_PersonPartsFragment; name: string; onClose: () => void }) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const { stops } = personWay(person, language, (kind) => t(`way.${kind}`));
  return (
    <section className="map-way" aria-label={t("way.title", { name })}>
      <header className="map-way-head">
        <h3>{t("way.title", { name })}</h3>
        <button type="button" className="map-icon-button" aria-label={t("way.close")} title={t("way.close")} onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8M12 4l-8 8" />
          </svg>
        </button>
      </header>
      {stops.length === 0 ? (
        <p className="secondary">{t("way.none")}</p>
      ) : (
        <ol className="map-way-stops">
          {stops.map((stop) => (
            <li key={stop.label}>{stop.label}</li>
          ))}
        </ol>
      )}
      <Link to={`/scientists/${person.id}`}>{t("way.open")}</Link>
    </section>
  );
}
