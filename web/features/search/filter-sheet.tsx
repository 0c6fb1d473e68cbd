import { type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ScientistFilter } from "../../gql/generated.ts";
import { formatCount } from "../../lib/format.ts";
import { useLanguage } from "../../lib/use-language.ts";
import { Sheet } from "../../ui/sheet.tsx";

/** The filters as a sheet, for a phone. */
export function FilterSheet({ filter, total, panel }: { filter: ScientistFilter; total: number | undefined; panel: ReactNode }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const dialog = useRef<HTMLDialogElement>(null);
  const active = Object.keys(filter).length;
  return (
    <>
      <button type="button" className="button" onClick={() => dialog.current?.showModal()}>
        {active > 0 ? t("filter.openWith", { n: active }) : t("filter.open")}
      </button>
      <Sheet
        ref={dialog}
        title={t("filter.title")}
        closeLabel={t("action.close")}
        foot={
          <button type="button" className="button button-primary" onClick={() => dialog.current?.close()}>
            {total === undefined ? t("action.done") : t("filter.viewPeople", { count: total, n: formatCount(total, language) })}
          </button>
        }
      >
        {panel}
      </Sheet>
    </>
  );
}
