import { useTranslation } from "react-i18next";
import { usePhone } from "../../lib/use-media.ts";
import { DISPLAYS, type Display } from "./map-url.ts";
import "./map-toolbar.css";

interface Props {
  display: Display;
  focus: boolean;
  drawing: boolean;
  years: boolean;
  /** Off where nothing can be drawn. */
  canDraw: boolean;
  onDisplay: (display: Display) => void;
  onFocus: () => void;
  onDrawing: () => void;
  onYears: () => void;
}

/** What the map shows, and the tools that turn a look into a filter. */
export function MapToolbar({ display, focus, drawing, years, canDraw, onDisplay, onFocus, onDrawing, onYears }: Props) {
  const { t } = useTranslation("map");
  const phone = usePhone();
  return (
    <div className="map-toolbar">
      <fieldset className="map-segments">
        <legend className="visually-hidden">{t("toolbar.display")}</legend>
        {DISPLAYS.map((one) => (
          <label key={one} className="map-segment">
            <input type="radio" name="map-display" checked={one === display} onChange={() => onDisplay(one)} />
            <span>{t(`${phone ? "viewShort" : "view"}.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {canDraw && (
        <div className="map-tools">
          <button type="button" className="map-tool" aria-pressed={focus} title={t("focus.title")} onClick={onFocus}>
            {t("focus.button")}
          </button>
          {display !== "FLOWS" && (
            <button type="button" className="map-tool" aria-pressed={drawing} title={t("lasso.title")} onClick={onDrawing}>
              <svg viewBox="0 0 16 16" aria-hidden="true">
                <path d="M8 2.5c3.4 0 6 1.8 6 4.2S11.4 11 8 11 2 9.1 2 6.700s2.6-4.2 6-4.200ZM6.2 11c.3 1.5-.2 2.5-1.7 2.8" />
              </svg>
              <span>{t("lasso.button")}</span>
            </button>
          )}
          <button type="button" className="map-tool" aria-pressed={years} title={t("years.toggle")} onClick={onYears}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M3 13V9M6.3 13V6M9.7 13V3M13 13V7.5" />
            </svg>
            <span>{t("years.button")}</span>
          </button>
        </div>
      )}
    </div>
  );
}
