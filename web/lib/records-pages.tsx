import { useTranslation } from "react-i18next";
import { formatExact } from "./format.ts";

interface Props {
  /** From 1. */
  page: number;
  /** Records of a full page. */
  size: number;
  /** Records shown. */
  count: number;
  total: number;
  onFirst: () => void;
  /** Undefined on the last page. */
  onNext: (() => void) | undefined;
}

/** Below a list of records, latest first: which are shown, back to the latest, on to older ones. */
export function RecordsPages({ page, size, count, total, onFirst, onNext }: Props) {
  const { t } = useTranslation();
  const from = (page - 1) * size + 1;
  return (
    <nav className="records-pages" aria-label={t("pages.label")}>
      <span className="secondary">
        {t("pages.range", { from: formatExact(from), to: formatExact(from + count - 1), total: formatExact(total) })}
      </span>
      <button type="button" className="button" disabled={page === 1} onClick={onFirst}>
        {t("pages.latest")}
      </button>
      <button type="button" className="button" disabled={!onNext} onClick={onNext}>
        {t("pages.older")}
      </button>
    </nav>
  );
}
