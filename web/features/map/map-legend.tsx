import { useTranslation } from "react-i18next";
import type { Basemap } from "./base-layer.ts";
import type { MapAddress } from "./map-url.ts";
import "./map-legend.css";

/** What the signs mean, in one line. */
export function MapLegend({ address }: { address: MapAddress }) {
  const { t } = useTranslation("map");
  if (address.display === "FLOWS") {
    return (
      <p className="map-legend">
        <svg viewBox="0 0 40 12" className="map-legend-arc" aria-hidden="true">
          <path d="M2 10C12 1 28 1 38 10" />
        </svg>
        {t("legend.flow", { from: t(`view.${address.from}`), to: t(`view.${address.to}`) })}
      </p>
    );
  }
  return (
    <ul className="map-legend">
      <li>
        <i className="map-sign map-sign-cluster" />
        {t("legend.cluster")}
      </li>
      <li>
        <i className="map-sign map-sign-pile" />
        {t("legend.pile")}
      </li>
      <li>
        <i className="map-sign map-sign-person" />
        {t("legend.person")}
      </li>
      <li>
        <i className="map-sign map-sign-hollow" />
        {t("legend.hollow")}
      </li>
    </ul>
  );
}

/**
 * Whose map it is: Natural Earth for packaged land, otherwise owner and 审图号, which must stay at the lower left.
 * @param replaced true when packaged land stands in for a base map that could not be had
 */
export function BasemapNote({ basemap, replaced }: { basemap: Basemap; replaced: boolean }) {
  const { t } = useTranslation("map");
  if (basemap.kind === "LAND")
    return (
      <p className={replaced ? "map-note map-note-approval" : "map-note"} role="status">
        {replaced && `${t("basemap.replaced")} `}Natural Earth
      </p>
    );
  return (
    <p className="map-note map-note-approval">
      {basemap.approvalNo !== null && t("basemap.approval", { number: basemap.approvalNo })}
      {basemap.owner !== null && <span> {basemap.owner}</span>}
    </p>
  );
}
