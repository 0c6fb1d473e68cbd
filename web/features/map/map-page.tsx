import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { addMessages } from "../../lib/i18n.ts";
import { usePhone } from "../../lib/use-media.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { BottomSheet } from "./bottom-sheet.tsx";
import { canDraw } from "./engine/create-map.ts";
import { ListPanel } from "./list-panel.tsx";
import en from "./locales/en.json";
import zh from "./locales/zh.json";
import { MapMiddle } from "./map-middle.tsx";
import { useMapScreen } from "./use-map-screen.ts";
import "./map.css";

addMessages("map", { zh, en });

interface Props {
  /** Facets of the selection in the address. */
  panel: ReactNode;
  /** What was understood and chosen, removable. */
  chips: ReactNode;
  /** Ways out when nobody matches. */
  advice: ReactNode;
}

/** 人才地图: filters, map and list of one selection. The list alone is a full equivalent of the map. */
export function MapPage({ panel, chips, advice }: Props) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  const [drawable, setDrawable] = useState(canDraw);
  const screen = useMapScreen(drawable);
  const away = (name: "filters" | "list"): boolean => !phone && screen.address.folded.includes(name);
  const layout = [away("filters") && "map-no-filters", away("list") && "map-no-list", !drawable && "map-list-only"];
  const filters = (
    <>
      <h2 className="visually-hidden">{t("panel.filters")}</h2>
      {chips}
      {panel}
    </>
  );
  const list = <ListPanel screen={screen} advice={advice} />;
  const total = screen.people.data?.pages[0]?.scientists.totalCount;
  return (
    <div className={["map-page", ...layout].filter(Boolean).join(" ")}>
      <PageTitle page={t("title")} product={t("product")} />
      <h1 className="visually-hidden">{t("title")}</h1>
      {!phone && (
        <aside className="map-filters" aria-label={t("panel.filters")}>
          {!away("filters") && filters}
        </aside>
      )}
      <MapMiddle screen={screen} drawable={drawable} onLost={() => setDrawable(false)} />
      {phone ? (
        <BottomSheet list={list} filters={filters} total={total} stop={screen.sheet} onStop={screen.setSheet} />
      ) : (
        <aside className="map-side" aria-label={t("panel.list")}>
          {!away("list") && list}
        </aside>
      )}
    </div>
  );
}
