import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { PAGE_SIZES } from "./list-state.ts";

interface Props {
  from: number;
  to: number;
  total: number;
  pageSize: number;
  onPageSize: (size: number) => void;
  /** Absent on the first page. */
  onPrevious: (() => void) | undefined;
  previousIsFirst: boolean;
  /** Absent on the last page. */
  onNext: (() => void) | undefined;
}

/** Where one is in the list, and the ways on and back (also Alt+Page Down and Alt+Page Up). */
export function Pager({ from, to, total, pageSize, onPageSize, onPrevious, previousIsFirst, onNext }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const go = event.altKey ? { PageDown: onNext, PageUp: onPrevious }[event.key] : undefined;
      if (!go) return;
      event.preventDefault();
      go();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onNext, onPrevious]);
  return (
    <nav className="pager" aria-label={t("list.pages")}>
      <span className="pager-range">{t("list.range", { from: formatExact(from), to: formatExact(to), total: formatExact(total) })}</span>
      <select
        className="select"
        aria-label={t("list.pageSize")}
        value={pageSize}
        onChange={(event) => onPageSize(Number(event.target.value))}
      >
        {PAGE_SIZES.map((size) => (
          <option key={size} value={size}>
            {t("list.pageSizeOption", { n: size })}
          </option>
        ))}
      </select>
      <button
        type="button"
        className="button"
        disabled={!onPrevious}
        onClick={onPrevious}
        aria-keyshortcuts="Alt+PageUp"
        title="Alt + Page Up"
      >
        {t(previousIsFirst && onPrevious ? "list.first" : "list.previous")}
      </button>
      <button type="button" className="button" disabled={!onNext} onClick={onNext} aria-keyshortcuts="Alt+PageDown" title="Alt + Page Down">
        {t("list.next")}
      </button>
    </nav>
  );
}
