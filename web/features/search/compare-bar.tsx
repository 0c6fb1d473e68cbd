import { useTranslation } from "react-i18next";
import { Link } from "react-router";

/** Appears once somebody is picked: compare them, or let them go. */
export function CompareBar({ picks, onClear }: { picks: readonly string[]; onClear: () => void }) {
  const { t } = useTranslation();
  if (picks.length === 0) return null;
  return (
    <div className="compare-bar" role="status">
      <span>{t(picks.length === 1 ? "list.pickMore" : "list.picked", { n: picks.length })}</span>
      {picks.length > 1 && (
        <Link className="button button-primary" to={`/compare?ids=${picks.join(",")}`}>
          {t("list.comparePicked", { n: picks.length })}
        </Link>
      )}
      <button type="button" className="button button-quiet" onClick={onClear}>
        {t("action.clear")}
      </button>
    </div>
  );
}
