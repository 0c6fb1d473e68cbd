import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { lassoCorners, type Pixel } from "./lasso.ts";
import "./lasso-layer.css";

interface Props {
  /** The corners of the drawn line, in pixels of the map; returns whether they can be a filter. */
  onDrawn: (corners: Pixel[]) => boolean;
  /** Takes what the map now shows instead: the way without a pointer. */
  onVisible: () => void;
  onCancel: () => void;
}

/** A sheet over the map to draw a line on. Escape leaves it; people inside the closed line become a filter. */
export function LassoLayer({ onDrawn, onVisible, onCancel }: Props) {
  const { t } = useTranslation("map");
  const [line, setLine] = useState<Pixel[]>([]);
  const [refused, setRefused] = useState<"tooSmall" | "tooWide" | null>(null);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    first.current?.focus();
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onCancel();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onCancel]);
  const at = (event: PointerEvent<SVGSVGElement>): Pixel => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const finish = (): void => {
    const corners = lassoCorners(line);
    setLine([]);
    if (corners === null) setRefused(line.length > 0 ? "tooSmall" : null);
    else setRefused(onDrawn(corners) ? null : "tooWide");
  };
  return (
    <div className="map-lasso">
      <svg
        className="map-lasso-sheet"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setRefused(null);
          setLine([at(event)]);
        }}
        onPointerMove={(event) => {
          if (line.length > 0) setLine([...line, at(event)]);
        }}
        onPointerUp={finish}
        onPointerCancel={() => setLine([])}
      >
        <polygon points={line.map((point) => `${point.x},${point.y}`).join(" ")} />
      </svg>
      <div className="map-lasso-bar" role="dialog" aria-label={t("lasso.title")}>
        <span aria-live="polite">{t(`lasso.${refused ?? "how"}`)}</span>
        <button ref={first} type="button" className="button" onClick={onVisible}>
          {t("lasso.visible")}
        </button>
        <button type="button" className="button button-quiet" onClick={onCancel}>
          {t("lasso.cancel")}
        </button>
      </div>
    </div>
  );
}
