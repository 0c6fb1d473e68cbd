import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { TEAMS } from "./words.ts";
import "./teams.css";

const MOST = 100;

/** Makes a team of those selected in the explorer, or of everybody shown when nobody is. */
export function TeamsPanel({ api }: { api: ExplorerApi }) {
  const { t } = useTranslation(TEAMS);
  const ids = api.selectedIds.length > 0 ? api.selectedIds : api.shown.map(({ id }) => id);
  return (
    <div className="team-panel">
      {ids.length === 0 && <p className="form-note">{t("panel.empty")}</p>}
      {ids.length > MOST && <p className="form-note">{t("panel.tooMany")}</p>}
      {ids.length > 0 && ids.length <= MOST && (
        <>
          <p className="form-note">{t(api.selectedIds.length > 0 ? "panel.intro" : "panel.introAll", { count: ids.length })}</p>
          <Link className="button" to={`/teams?people=${ids.join(",")}`}>
            {t("panel.make")}
          </Link>
        </>
      )}
      <Link to="/teams">{t("panel.all")}</Link>
    </div>
  );
}
