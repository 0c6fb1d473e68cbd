import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ScientistSort } from "../../gql/generated.ts";
import { useMay } from "../../lib/session.ts";
import type { Selection } from "../../lib/url-state.ts";

const ExportDialog = lazy(async () => ({ default: (await import("./export-dialog.tsx")).ExportDialog }));

/** What is listed now. */
export interface Exported {
  readonly selection: Selection;
  readonly sort: ScientistSort;
  /** Undefined while it is not known. */
  readonly total: number | undefined;
}

/** Opens the export of exactly the people listed, for those who may export. */
export function ExportButton({ selection, sort, total }: Exported) {
  const { t } = useTranslation();
  const may = useMay("EXPORT_SCIENTISTS");
  const [open, setOpen] = useState(false);
  if (!may) return null;
  return (
    <>
      <button type="button" className="button" disabled={!total} onClick={() => setOpen(true)}>
        {t("list.export")}
      </button>
      {open && total ? (
        <Suspense>
          <ExportDialog selection={selection} sort={sort} total={total} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
