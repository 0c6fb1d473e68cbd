import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
import { useMay } from "../../lib/session.ts";
import { INTRODUCTIONS } from "./words.ts";

/** The pages about introductions that the viewer may open, side by side. */
export function NetworkPages() {
  const { t } = useTranslation(INTRODUCTIONS);
  const [finds, asks, answers] = [useMay("FIND_INTRODUCTIONS"), useMay("ASK_INTRODUCTIONS"), useMay("ANSWER_INTRODUCTIONS")];
  const people = useMay("READ_SCIENTISTS");
  const pages = [
    { to: "/network", word: t("pages.network"), shown: people },
    { to: "/network/introductions", word: t("pages.find"), shown: finds },
    { to: "/network/tasks", word: t("pages.tasks"), shown: answers },
    { to: "/network/our-people", word: t("pages.ours"), shown: asks },
  ].filter(({ shown }) => shown);
  if (pages.length < 2) return null;
  return (
    <nav className="intro-pages" aria-label={t("pages.label")}>
      {pages.map(({ to, word }) => (
        <NavLink key={to} to={to} end className="intro-page-link">
          {word}
        </NavLink>
      ))}
    </nav>
  );
}
