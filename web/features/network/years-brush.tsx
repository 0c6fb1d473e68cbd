import { Slider } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { useMedia } from "../../lib/use-media.ts";
import { pairsByYear, type SceneEdge, spanOfEdges } from "./scene.ts";

type Window = readonly [number, number];

interface Props {
  readonly edges: readonly SceneEdge[];
  /** Years of the filter; null for all. */
  readonly years: { readonly from: number | null; readonly to: number | null } | null;
  /** Years looked at while the brush is drawn or plays; null when it rests. */
  readonly onLook: (window: Window | null) => void;
  readonly onYears: (window: Window | null) => void;
}

const STEP_MS = 800;
const WIDTH = 5;

/** Moves a window of years over the span, a year at a time, until its end. */
function usePlay(span: Window | null, onLook: Props["onLook"], onEnd: (window: Window) => void) {
  const [window_, setWindow] = useState<Window | null>(null);
  const latest = useRef({ onLook, onEnd });
  useEffect(() => {
    latest.current = { onLook, onEnd };
  });
  useEffect(() => {
    if (window_ === null || span === null) return;
    latest.current.onLook(window_);
    const timer = window.setTimeout(() => {
      if (window_[1] < span[1]) return setWindow([window_[0] + 1, window_[1] + 1]);
      setWindow(null);
      latest.current.onEnd(window_);
    }, STEP_MS);
    return () => window.clearTimeout(timer);
  }, [window_, span]);
  const start = (): void => {
    if (span !== null) setWindow([span[0], Math.min(span[1], span[0] + WIDTH - 1)]);
  };
  const stop = (): void => {
    if (window_ !== null) latest.current.onEnd(window_);
    setWindow(null);
  };
  return { playing: window_, start, stop };
}

/** Years of the links as a histogram with two handles; only links of the years between them are shown, and time can be played. */
export function YearsBrush({ edges, years, onLook, onYears }: Props) {
  const { t } = useTranslation("network");
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const span = useMemo(() => spanOfEdges(edges), [edges]);
  const counts = useMemo(() => (span === null ? [] : pairsByYear(edges, span)), [edges, span]);
  const [drawn, setDrawn] = useState<Window | null>(null);
  const settle = (window: Window): void => {
    setDrawn(null);
    onLook(null);
    onYears(span !== null && window[0] <= span[0] && window[1] >= span[1] ? null : window);
  };
  const { playing, start, stop } = usePlay(span, onLook, settle);
  if (edges.length === 0) return <p className="network-years-none secondary">{t("years.noPairs")}</p>;
  if (span === null) return <p className="network-years-none secondary">{t("years.none")}</p>;
  if (span[0] === span[1]) return <p className="network-years-none secondary">{t("years.one", { year: span[0] })}</p>;
  const shown: Window = playing ?? drawn ?? [Math.max(span[0], years?.from ?? span[0]), Math.min(span[1], years?.to ?? span[1])];
  const whole = shown[0] <= span[0] && shown[1] >= span[1];
  const most = counts.reduce((one, other) => Math.max(one, other), 1);
  return (
    <section className="network-years" aria-label={t("years.title")}>
      <button type="button" className="network-tool" onClick={() => (playing === null ? start() : stop())} aria-pressed={playing !== null}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={playing === null ? "M5 3.500v9l7-4.500Z" : "M5.500 3.500v9M10.500 3.500v9"} />
        </svg>
        <span>{t(playing === null ? "years.play" : "years.pause")}</span>
      </button>
      <div className="network-years-middle">
        <ol className="network-years-bars" aria-label={t("years.histogram")}>
          {counts.map((count, at) => {
            const year = span[0] + at;
            const label = t("years.bar", { year, n: formatExact(count) });
            const inside = year >= shown[0] && year <= shown[1];
            return (
              <li key={year} title={label}>
                <span className="visually-hidden">{label}</span>
                <i style={{ height: `${(count / most) * 100}%`, transition: still ? "none" : undefined }} data-inside={inside} />
              </li>
            );
          })}
        </ol>
        <Slider
          range
          min={span[0]}
          max={span[1]}
          disabled={playing !== null}
          value={[shown[0], shown[1]]}
          tooltip={{ open: false }}
          ariaLabelForHandle={[t("years.from"), t("years.to")]}
          onChange={([from, to]) => {
            if (from === undefined || to === undefined) return;
            setDrawn([from, to]);
            onLook([from, to]);
          }}
          onChangeComplete={([from, to]) => {
            if (from !== undefined && to !== undefined) settle([from, to]);
          }}
        />
      </div>
      <p className="network-years-words" aria-live="polite">
        <strong>{whole && playing === null ? t("years.all") : t("years.between", { from: shown[0], to: shown[1] })}</strong>
        {years !== null && playing === null && (
          <button type="button" className="text-button" onClick={() => onYears(null)}>
            {t("years.reset")}
          </button>
        )}
      </p>
    </section>
  );
}
