import { useTranslation } from "react-i18next";
import type { Panel } from "./map-url.ts";
import type { MapScreen } from "./use-map-screen.ts";

/** A button at the edge of a panel that folds it away or brings it back. */
export function FoldButton({ panel, screen }: { panel: Panel; screen: MapScreen }) {
  const { t } = useTranslation("map");
  const { folded } = screen.address;
  const away = folded.includes(panel);
  const label = t(`fold.${panel}.${away ? "open" : "close"}`);
  const next = away ? folded.filter((one) => one !== panel) : [...folded, panel];
  return (
    <button
      type="button"
      className={`map-fold map-fold-${panel}`}
      aria-expanded={!away}
      aria-label={label}
      title={label}
      onClick={() => screen.go({ map: { folded: next } })}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={(panel === "filters") === away ? "m6 4 4 4-4 4" : "m10 4-4 4 4 4"} />
      </svg>
    </button>
  );
}
