import { type PointerEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Whether a point lies inside a closed line. */
export function liesInside(line: readonly Pixel[], x: number, y: number): boolean {
  let inside = false;
  line.forEach((one, at) => {
    const other = line[at === 0 ? line.length - 1 : at - 1] ?? one;
    if (one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x) inside = !inside;
  });
  return inside;
}

const LEAST_CORNERS = 6;

/** A sheet over the picture to draw a line on: people inside it are selected. Escape leaves it. */
export function LassoSheet({ onDrawn, onCancel }: { onDrawn: (holds: (x: number, y: number) => boolean) => void; onCancel: () => void }) {
  const { t } = useTranslation("network");
  const [line, setLine] = useState<readonly Pixel[]>([]);
  useEffect(() => {
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
  return (
    <>
      <svg
        className="network-lasso"
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setLine([at(event)]);
        }}
        onPointerMove={(event) => line.length > 0 && setLine([...line, at(event)])}
        onPointerUp={() => {
          setLine([]);
          if (line.length >= LEAST_CORNERS) onDrawn((x, y) => liesInside(line, x, y));
        }}
        onPointerCancel={() => setLine([])}
      >
        <polygon points={line.map(({ x, y }) => `${x},${y}`).join(" ")} />
      </svg>
      <p className="network-lasso-words" role="status">
        {t("tool.lassoOn")}
      </p>
    </>
  );
}
