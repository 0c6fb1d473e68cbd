import { useTranslation } from "react-i18next";
import { useMay } from "../../lib/session.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { COLUMNS, type ColumnKey, DEFAULT_COLUMNS } from "./list-state.ts";

/** Which columns the table shows; the name stays. */
export function ColumnMenu({ columns, onChange }: { columns: readonly ColumnKey[]; onChange: (columns: readonly ColumnKey[]) => void }) {
  const { t } = useTranslation();
  const working = useMay("READ_WORKING_DATA");
  return (
    <PopoverButton title={t("list.columnsTitle")} label={t("list.columns")}>
      {() => (
        <div className="menu">
          <p className="menu-title">{t("list.columnsTitle")}</p>
          {COLUMNS.filter((column) => working || column !== "tier").map((column) => (
            <label key={column} className="menu-item">
              <input
                type="checkbox"
                checked={columns.includes(column)}
                disabled={column === "name"}
                onChange={(event) =>
                  onChange(COLUMNS.filter((other) => (other === column ? event.target.checked : columns.includes(other))))
                }
              />
              {t(`column.${column}`)}
            </label>
          ))}
          <button type="button" className="text-button menu-foot" onClick={() => onChange(DEFAULT_COLUMNS)}>
            {t("list.columnsReset")}
          </button>
        </div>
      )}
    </PopoverButton>
  );
}
