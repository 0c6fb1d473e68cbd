import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { Map_PeekDocument, type MapView, type ScientistFilter } from "../../gql/generated.ts";
import { formatExact, labelOf, nameOf } from "../../lib/format.ts";
import { useDebounced } from "../../lib/use-debounced.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { Target } from "./engine/interactions.ts";
import type { MapPoint } from "./engine/map-types.ts";
import { boxFits, boxOf, withBox } from "./map-model.ts";
import "./hover-card.css";

interface Props {
  target: Target;
  point: MapPoint;
  query: string;
  filter: ScientistFilter;
  view: MapView;
  /** Width and height of the map, so that the card stays inside. */
  size: { width: number; height: number };
}

/** Width as in hover-card.css, and pixels between pointer and card. */
const CARD = { width: 248, gap: 14 };
/** A pointer that rests this long wants to know. */
const REST_MS = 140;

/** Beside the pointer and inside the map, however tall the card is: it grows away from the nearer of the upper and the lower edge. */
function placeCard(target: Target, size: Props["size"]): CSSProperties {
  const right = target.x + CARD.gap;
  const left = right + CARD.width > size.width ? target.x - CARD.gap - CARD.width : right;
  const upright = target.y < size.height / 2 ? { top: Math.max(8, target.y - 24) } : { bottom: Math.max(8, size.height - target.y - 24) };
  return { left: Math.max(8, left), ...upright };
}

function Peek({ point, query, filter, view }: Pick<Props, "point" | "query" | "filter" | "view">) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const rested = useDebounced(point.id, REST_MS) === point.id;
  const enabled = rested && boxFits(filter, view);
  const { data } = useGraphql(Map_PeekDocument, { query: query || null, filter: withBox(filter, boxOf(point), view) }, { enabled });
  const people = data?.scientists.edges ?? [];
  const fields = data?.scientists.facets.flatMap((facet) => facet.values) ?? [];
  return (
    <>
      <ul className="map-hover-people">
        {people.slice(0, 4).map(({ node }) => (
          <li key={node.id}>
            {point.kind !== "PERSON" && nameOf(node, language)}
            {node.specialty && <span className="secondary"> {node.specialty}</span>}
          </li>
        ))}
        {data !== undefined && data.scientists.totalCount > people.length && (
          <li className="secondary">{t("hover.more", { n: formatExact(data.scientists.totalCount - people.length) })}</li>
        )}
      </ul>
      {point.count > 1 && fields.length > 0 && (
        <p className="map-hover-fields">
          {fields.map((value) => (
            <span key={value.id}>
              {labelOf(value, language)} {formatExact(value.count)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** What the pointer is over: the place or institution, how many people, a few of them and their main fields, and what a click does. */
export function HoverCard({ target, point, query, filter, view, size }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  return (
    <div className="map-hover" style={placeCard(target, size)} aria-hidden="true">
      <p className="map-hover-name">{labelOf(point, language)}</p>
      {point.kind !== "PERSON" && <p className="map-hover-count">{t("people", { count: point.count, n: formatExact(point.count) })}</p>}
      <Peek point={point} query={query} filter={filter} view={view} />
      <p className="map-hover-hint">{t(target.kind === "context" ? "hover.context" : `hover.${point.kind}`)}</p>
    </div>
  );
}

/** What an arc under the pointer stands for. */
export function ArcCard({ target, words, count, size }: { target: Target; words: string; count: number; size: Props["size"] }) {
  const { t } = useTranslation("map");
  return (
    <div className="map-hover" style={placeCard(target, size)} aria-hidden="true">
      <p className="map-hover-name">{words}</p>
      <p className="map-hover-count">{t("people", { count, n: formatExact(count) })}</p>
      <p className="map-hover-hint">{t("hover.arc")}</p>
    </div>
  );
}
