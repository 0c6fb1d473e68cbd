import { useCallback, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Map_NetworkPlacesDocument } from "../../gql/generated.ts";
import { errorSentence } from "../../lib/error-sentence.ts";
import { formatCount, formatExact } from "../../lib/format.ts";
import { addMessages } from "../../lib/i18n.ts";
import type { NetworkView } from "../../lib/network-view.ts";
import { useGraphql } from "../../lib/use-graphql.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { usePhone } from "../../lib/use-media.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { PageTitle } from "../../ui/page-title.tsx";
import { canDraw } from "./engine/create-map.ts";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import { NetworkList } from "./network-list.tsx";
import { NOTHING_ON_MAP, networkOnMap } from "./network-on-map.ts";
import { NetworkStage } from "./network-stage.tsx";
import "./map.css";
import "./network-map.css";

addMessages("map", { zh, en });

interface Props {
  /** What the network is called; null when it has no name. */
  title: string | null;
  view: NetworkView;
  /** Address of the explorer that shows the same network. */
  back: string;
}

/** A network drawn where its people work, with arcs for its links, and the same as a list. */
export function NetworkMapPage({ title, view, back }: Props) {
  const { t } = useTranslation("map");
  const language = useLanguage();
  const phone = usePhone();
  const list = useRef<HTMLElement>(null);
  const [drawable, setDrawable] = useState(canDraw);
  const [lit, setLit] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const people = useMemo(() => view.nodes.map(({ id }) => id), [view]);
  const { data, error, refetch } = useGraphql(Map_NetworkPlacesDocument, { people }, { staleTime: Number.POSITIVE_INFINITY });
  const places = data?.networkPlaces;
  const drawn = useMemo(() => (places === undefined ? NOTHING_ON_MAP : networkOnMap(places, view.edges)), [places, view]);
  const choose = useCallback((id: string | null) => {
    setChosen(id);
    // The list scrolls, not the page: on a phone the map stays in sight above it.
    const row = id === null ? null : list.current?.querySelector(`[data-place="${CSS.escape(id)}"]`);
    row?.scrollIntoView({ block: "nearest" });
  }, []);
  const name = title ?? t("network.untitled");
  return (
    <div className={drawable ? "network-map" : "network-map network-map-list-only"}>
      <PageTitle page={t("network.title", { name })} product={t("product")} />
      <section className="map-middle" aria-label={t("panel.map")}>
        {drawable ? (
          <NetworkStage
            drawn={drawn}
            english={language === "en"}
            formatCount={(count) => formatCount(count, language)}
            phone={phone}
            lit={lit}
            onHover={setLit}
            onChoose={choose}
            onLost={() => setDrawable(false)}
          />
        ) : (
          <p className="map-notice">{t("noWebgl")}</p>
        )}
      </section>
      <aside className="network-map-side" aria-label={t("panel.list")} ref={list}>
        <header className="network-map-head">
          <h1>{name}</h1>
          <p className="secondary">
            {t("network.size", { people: formatExact(view.nodes.length), links: formatExact(view.edges.length) })}
          </p>
          <p>
            <Link className="button" to={back}>
              {t("network.back")}
            </Link>
          </p>
        </header>
        {error && !data && (
          <ErrorNotice
            title={t("error.map")}
            detail={errorSentence(error, t, language)}
            action={
              <button type="button" className="button" onClick={() => void refetch()}>
                {t("action.retry")}
              </button>
            }
          />
        )}
        {!data && !error && <span className="skeleton" style={{ height: 240, margin: 16 }} role="status" aria-label={t("list.loading")} />}
        {places && <NetworkList places={places} drawn={drawn} lit={lit} chosen={chosen} onLit={setLit} onChoose={choose} />}
      </aside>
    </div>
  );
}
