import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ExplorerApi } from "../../lib/explorer-api.ts";
import { useMay } from "../../lib/session.ts";
import { type FindState, parseFind, writeFind } from "./find-url.ts";
import { INTRODUCTIONS } from "./words.ts";
import "./introductions.css";

/** People of whom one is the person to reach: more than this are no list of ways. */
const MOST = 5;

function findHref(state: Partial<FindState>): string {
  return `/network/introductions?${writeFind({ ...parseFind(new URLSearchParams()), ...state })}`;
}

/** From the explorer to introductions: to a selected person from our people, or from the other selected ones. */
export function IntroductionsPanel({ api }: { api: ExplorerApi }) {
  const { t } = useTranslation(INTRODUCTIONS);
  const finds = useMay("FIND_INTRODUCTIONS");
  const selected = api.shown.filter(({ id }) => api.selectedIds.includes(id));
  if (!finds)
    return (
      <p>
        <Link to="/network/tasks">{t("pages.tasks")}</Link>
      </p>
    );
  return (
    <div className="intro-panel">
      {selected.length === 0 && <p className="secondary">{t("panel.none")}</p>}
      {selected.length > MOST && <p className="secondary">{t("panel.many", { count: MOST })}</p>}
      {selected.length > 0 && selected.length <= MOST && (
        <ul className="intro-briefs">
          {selected.map(({ id, name }) => (
            <li key={id} className="intro-brief">
              <Link to={findHref({ to: id })}>{t("panel.to", { name })}</Link>
              {selected.length > 1 && (
                <Link
                  className="secondary"
                  to={findHref({ to: id, start: "people", people: selected.flatMap((each) => (each.id === id ? [] : [each.id])) })}
                >
                  {t("panel.fromOthers")}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <p className="intro-marks">
        <Link to="/network/introductions">{t("find.title")}</Link>
        <Link to="/network/tasks">{t("tasks.title")}</Link>
      </p>
    </div>
  );
}
