import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Map_PeopleQuery, MapView } from "../../gql/generated.ts";
import { useLanguage } from "../../lib/use-language.ts";
import type { Box } from "./engine/map-types.ts";
import { standing } from "./map-model.ts";
import { PersonCard } from "./person-card.tsx";
import { inBox } from "./viewport.ts";

type Edge = Map_PeopleQuery["scientists"]["edges"][number];

interface Props {
  edges: readonly Edge[];
  total: number;
  view: MapView;
  selected: string | null;
  /** People who stand in this box are lit: what the pointer is over on the map. */
  litBox: Box | null;
  /** True while the next page is on its way. */
  loadingMore: boolean;
  /** True when the next page could not be had; it is then asked for only when the user says so. */
  moreFailed: boolean;
  onMore: () => void;
  onPoint: (id: string | null) => void;
  onSelect: (id: string) => void;
}

/** A card of three lines, the usual one; taller ones are measured as they come into sight. */
const ESTIMATED_HEIGHT = 86;
/** The next page is fetched when the end is this many cards away. */
const AHEAD = 12;

/** The people of the selection, as many as there are; only the cards in sight are in the page. */
export function PeopleList({ edges, total, view, selected, litBox, loadingMore, moreFailed, onMore, onPoint, onSelect }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: edges.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => edges[index]?.node.id ?? index,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (edges.length < total && last >= edges.length - AHEAD && !loadingMore && !moreFailed) onMore();
  }, [edges.length, total, last, loadingMore, moreFailed, onMore]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="map-list-scroll" ref={scroller} tabIndex={0} aria-label={t("list.label")}>
      <ul className="map-list" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const edge = edges[item.index];
          if (edge === undefined) return null;
          const { node } = edge;
          const place = standing(node, view, language);
          return (
            <li
              key={item.key}
              data-index={item.index}
              ref={virtual.measureElement}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <PersonCard
                person={node}
                matched={edge.matched}
                view={view}
                standing={place}
                lit={litBox !== null && place.point !== null && inBox(place.point, litBox)}
                selected={node.id === selected}
                onPoint={(on) => onPoint(on ? node.id : null)}
                onSelect={() => onSelect(node.id)}
              />
            </li>
          );
        })}
      </ul>
      {edges.length < total && !moreFailed && <p className="map-list-more secondary">{t("list.loadingMore")}</p>}
      {edges.length < total && moreFailed && (
        <p className="map-list-more" role="alert">
          {t("list.moreFailed")}{" "}
          <button type="button" className="text-button" onClick={onMore}>
            {t("action.retry")}
          </button>
        </p>
      )}
    </section>
  );
}
