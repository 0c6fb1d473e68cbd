import { useTranslation } from "react-i18next";

interface Props {
  onZoom: (steps: number) => void;
  onReset: () => void;
}

/** Closer, farther, and back to the whole selection. */
export function MapControls({ onZoom, onReset }: Props) {
  const { t } = useTranslation("map");
  const button = (label: string, path: string, act: () => void) => (
    <button type="button" aria-label={label} title={label} onClick={act}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
  return (
    <div className="map-controls">
      {button(t("controls.closer"), "M8 3v10M3 8h10", () => onZoom(1))}
      {button(t("controls.farther"), "M3 8h10", () => onZoom(-1))}
      {button(t("controls.reset"), "M2.5 6V2.500H6M10 2.500h3.500V6M13.5 10v3.500H10M6 13.500H2.500V10", onReset)}
    </div>
  );
}
