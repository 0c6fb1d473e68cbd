import { type PointerEvent, type ReactNode, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { nextStop, type SheetStop, stopFor } from "./sheet-stops.ts";
import "./bottom-sheet.css";
import { onTabKeys } from "../../ui/tab-keys.ts";

interface Props {
  list: ReactNode;
  filters: ReactNode;
  total: number | undefined;
  stop: SheetStop;
  onStop: (stop: SheetStop) => void;
}

/** On a phone: list and filters in a sheet over the foot of the map, at one of three heights. Drag the handle, or press it. */
export function BottomSheet({ list, filters, total, stop, onStop }: Props) {
  const { t } = useTranslation("map");
  const [tab, setTab] = useState<"list" | "filters">("list");
  const [height, setHeight] = useState<number | null>(null);
  const sheet = useRef<HTMLElement>(null);
  const drag = useRef<{ y: number; height: number; moved: boolean } | null>(null);
  const start = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height: sheet.current?.clientHeight ?? 0, moved: false };
  };
  const move = (event: PointerEvent<HTMLButtonElement>): void => {
    const from = drag.current;
    if (from === null) return;
    const way = from.y - event.clientY;
    if (Math.abs(way) > 6) from.moved = true;
    if (from.moved) setHeight(Math.max(64, from.height + way));
  };
  const end = (): void => {
    const from = drag.current;
    if (from?.moved) onStop(stopFor((height ?? from.height) / window.innerHeight));
    setHeight(null);
  };
  const press = (): void => {
    if (!drag.current?.moved) onStop(nextStop(stop));
    drag.current = null;
  };
  const choose = (next: "list" | "filters"): void => {
    setTab(next);
    if (stop === "peek") onStop("half");
  };
  return (
    <section
      ref={sheet}
      className={`map-sheet map-sheet-${stop}`}
      style={height === null ? undefined : { height, transition: "none" }}
      aria-label={t("sheet.tabs")}
    >
      <button
        type="button"
        className="map-sheet-handle"
        aria-expanded={stop !== "peek"}
        aria-label={t(stop === "full" ? "sheet.lower" : "sheet.raise")}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        onClick={press}
      >
        <i />
      </button>
      <div className="map-tabs" role="tablist" aria-label={t("sheet.tabs")} onKeyDown={onTabKeys}>
        <button type="button" role="tab" aria-selected={tab === "list"} className="map-tab" onClick={() => choose("list")}>
          {total === undefined ? t("sheet.list") : t("people", { count: total, n: formatExact(total) })}
        </button>
        <button type="button" role="tab" aria-selected={tab === "filters"} className="map-tab" onClick={() => choose("filters")}>
          {t("filter.title")}
        </button>
      </div>
      <div className="map-sheet-body" hidden={stop === "peek" && height === null}>
        {tab === "list" ? list : <div className="map-sheet-filters">{filters}</div>}
      </div>
    </section>
  );
}
