import { useTranslation } from "react-i18next";
import type { ScientistSort } from "../../gql/generated.ts";
import { formatExact } from "../../lib/format.ts";
import type { Selection } from "../../lib/url-state.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { exportHref } from "./export-href.ts";

/** Files of exactly the people listed, in the same order. */
export function ExportMenu({ selection, sort, total }: { selection: Selection; sort: ScientistSort; total: number | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const href = (kind: "xlsx" | "csv") => exportHref(kind, selection, sort, language);
  return (
    <PopoverButton title={t("list.export")} label={t("list.export")} disabled={!total}>
      {(close) => (
        <div className="menu">
          <p className="menu-title">{t("list.exportTitle", { count: total ?? 0, n: formatExact(total ?? 0) })}</p>
          <p className="secondary menu-note">{t("list.exportNote")}</p>
          <a className="menu-item" href={href("xlsx")} download onClick={close}>
            {t("list.exportXlsx")}
          </a>
          <a className="menu-item" href={href("csv")} download onClick={close}>
            {t("list.exportCsv")}
          </a>
        </div>
      )}
    </PopoverButton>
  );
}
