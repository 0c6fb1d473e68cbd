import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { formatExact, labelOf, nameOf } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { type NetworkOnMap, type NetworkPlace, type NetworkPlaces, placeLinkWords } from "./network-on-map.ts";

interface Props {
  places: NetworkPlaces;
  drawn: NetworkOnMap;
  lit: string | null;
  chosen: string | null;
  onLit: (id: string | null) => void;
  onChoose: (id: string | null) => void;
}

type Person = NetworkPlace["people"][number];

/** Links of places that are listed at first. */
const LINKS_LISTED = 30;

function People({ people }: { people: readonly Person[] }) {
  const language = useLanguage();
  return (
    <ul className="network-map-people">
      {people.map((person) => (
        <li key={person.id}>
          <Link to={`/scientists/${person.id}`}>{nameOf(person, language)}</Link>
        </li>
      ))}
    </ul>
  );
}

/** Links between places, the most first. */
function Links({ drawn, lit, onLit }: Pick<Props, "drawn" | "lit" | "onLit">) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const most = Math.max(1, ...drawn.links.map(({ links }) => links));
  return (
    <table className="map-flow-table">
      <caption className="visually-hidden">{t("network.between")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("network.between")}</th>
          <th scope="col">{t("network.count")}</th>
        </tr>
      </thead>
      <tbody>
        {drawn.links.slice(0, LINKS_LISTED).map((link) => (
          <tr key={link.id} data-lit={link.id === lit} onMouseEnter={() => onLit(link.id)} onMouseLeave={() => onLit(null)}>
            <th scope="row">
              {placeLinkWords(link, language)}
              {link.works > 0 && <span className="cell-note">{t("network.works", { n: formatExact(link.works) })}</span>}
            </th>
            <td>
              <i style={{ width: Math.max(2, (link.links / most) * 64) }} />
              <span>{formatExact(link.links)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same as the map shows: where the people are, which places are linked, and who is not on the map. */
export function NetworkList({ places, drawn, lit, chosen, onLit, onChoose }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  return (
    <>
      <h2>{t("network.places", { n: formatExact(places.places.length) })}</h2>
      {places.places.length === 0 && <p className="secondary network-map-note">{t("network.nowhere")}</p>}
      <ul className="network-map-places">
        {places.places.map((place) => (
          <li key={place.id} data-place={place.id} data-lit={place.id === lit}>
            <button
              type="button"
              className="network-map-place"
              aria-expanded={place.id === chosen}
              onMouseEnter={() => onLit(place.id)}
              onMouseLeave={() => onLit(null)}
              onFocus={() => onLit(place.id)}
              onBlur={() => onLit(null)}
              onClick={() => onChoose(place.id === chosen ? null : place.id)}
            >
              <span>{labelOf(place, language)}</span>
              <span className="secondary">{t("network.people", { n: formatExact(place.people.length) })}</span>
            </button>
            {place.id === chosen && <People people={place.people} />}
          </li>
        ))}
      </ul>
      {drawn.links.length > 0 && <Links drawn={drawn} lit={lit} onLit={onLit} />}
      {drawn.links.length > LINKS_LISTED && (
        <p className="secondary network-map-note">{t("network.moreLinks", { n: formatExact(drawn.links.length - LINKS_LISTED) })}</p>
      )}
      {drawn.unplaced > 0 && <p className="secondary network-map-note">{t("network.unplaced", { n: formatExact(drawn.unplaced) })}</p>}
      {places.others > 0 && <p className="secondary network-map-note">{t("network.others", { n: formatExact(places.others) })}</p>}
      {places.unlocated.length > 0 && (
        <details className="network-map-note">
          <summary>{t("network.unlocated", { n: formatExact(places.unlocated.length) })}</summary>
          <People people={places.unlocated} />
        </details>
      )}
    </>
  );
}
