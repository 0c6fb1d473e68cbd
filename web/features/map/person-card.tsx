import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Map_PeopleQuery, Map_PersonPartsFragment, MapView } from "../../gql/generated.ts";
import { labelOf, nameOf, otherNameOf } from "../../lib/format.ts";
import { splitHighlight } from "../../lib/match.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Highlighted } from "../../ui/highlighted.tsx";
import { employerName, type Standing } from "./map-model.ts";
import "./person-card.css";

type Matched = Map_PeopleQuery["scientists"]["edges"][number]["matched"];

interface Props {
  person: Map_PersonPartsFragment;
  matched: Matched;
  view: MapView;
  standing: Standing;
  lit: boolean;
  selected: boolean;
  onPoint: (on: boolean) => void;
  onSelect: () => void;
}

function Place({ view, standing }: { view: MapView; standing: Standing }) {
  const { t } = useTranslation("map");
  const unknown = standing.text === "";
  return (
    <p className="map-card-place">
      <span className="map-card-key">{t(`view.${view}`)}</span>
      <span className={unknown ? "unknown" : "map-card-value"}>{unknown ? t("unknown") : standing.text}</span>
      {!unknown && standing.point === null && <span className="badge">{t("noPoint")}</span>}
      {!unknown && standing.level !== null && standing.level !== "COUNTY" && (
        <span className="map-card-precision">{t(`precisionShort.${standing.level}`)}</span>
      )}
    </p>
  );
}

/** One person of the list beside the map: name, why matched, employer, and the place of this view with its precision. */
export function PersonCard({ person, matched, view, standing, lit, selected, onPoint, onSelect }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const name = nameOf(person, language) || t("unknown");
  const other = otherNameOf(person, language);
  const employer = employerName(person, language);
  const fields = person.fields
    .filter((field) => field.scheme === "KEY_TECHNOLOGY")
    .concat(person.fields.filter((field) => field.scheme === "SCIENCE_DIRECTION"));
  const field = fields[0];
  return (
    <article
      className="map-card"
      data-lit={lit}
      data-selected={selected}
      onMouseEnter={() => onPoint(true)}
      onMouseLeave={() => onPoint(false)}
      onFocus={() => onPoint(true)}
      onBlur={() => onPoint(false)}
    >
      <header className="map-card-head">
        <h3 className="map-card-name">
          <Link to={`/scientists/${person.id}`}>{name}</Link>
          {other && <span className="map-card-other">{other}</span>}
        </h3>
        <button
          type="button"
          className="map-card-way"
          aria-pressed={selected}
          title={t("way.show")}
          aria-label={t("way.showOf", { name })}
          onClick={onSelect}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <circle cx="3" cy="12.5" r="1.8" />
            <circle cx="13" cy="12.5" r="1.8" />
            <path d="M3 10.5C4.5 3 11.5 3 13 10.5" />
          </svg>
        </button>
      </header>
      {matched.slice(0, 2).map((reason) => (
        <p className="map-card-why" key={`${reason.field}-${reason.text}`}>
          <span className="map-card-key">{t(`match.${reason.field}`, { defaultValue: reason.field })}</span>{" "}
          <Highlighted {...splitHighlight(reason)} />
        </p>
      ))}
      <p className="map-card-employer">{employer === "" ? <span className="unknown">{t("employerUnknown")}</span> : employer}</p>
      <Place view={view} standing={standing} />
      {(field !== undefined || person.sichuanChongqingTies.length > 0) && (
        <p className="map-card-tags">
          {person.sichuanChongqingTies.map((tie) => (
            <span className="badge badge-tie" key={tie}>
              {t(`tie.${tie}`)}
            </span>
          ))}
          {field !== undefined && <span className="badge">{labelOf({ label: field.nameZh, labelEn: field.nameEn }, language)}</span>}
        </p>
      )}
    </article>
  );
}
