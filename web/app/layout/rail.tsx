import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation } from "react-router";
import { parseSelection, toSearch, travelling, writeSelection } from "../../lib/url-state.ts";

/** Pages that show a selection; going from one to the other keeps it. */
const SELECTION_PAGES = ["/map", "/scientists"];

const ICONS = {
  map: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.4-3.6 3-5.8 6.5-5.8s6.1 2.2 6.5 5.8M16 4.3a3.5 3.5 0 0 1 0 6.5M18 14.6c2 .8 3.2 2.7 3.5 5.4",
} as const;

/** Main navigation: a rail at the left, a bar at the foot of a phone. */
export function Rail() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const kept = SELECTION_PAGES.includes(pathname) ? toSearch(writeSelection(parseSelection(params), travelling(params))) : "";
  const items = [
    { to: "/map", icon: ICONS.map, label: t("nav.map") },
    { to: "/scientists", icon: ICONS.people, label: t("nav.people") },
  ];
  return (
    <nav className="rail" aria-label={t("nav.main")}>
      <Link className="rail-logo" to="/map" aria-label={t("product")}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="currentColor" />
          <path d="M16 6a8 8 0 0 0-8 8c0 5.6 8 12 8 12s8-6.4 8-12a8 8 0 0 0-8-8Zm0 11a3 3 0 1 1 0-6 3 3 0 0 1 0 6Z" fill="#fff" />
        </svg>
      </Link>
      {items.map((item) => (
        <NavLink key={item.to} className="rail-link" to={{ pathname: item.to, search: pathname === item.to ? "" : kept }}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={item.icon} />
          </svg>
          {item.label}
        </NavLink>
      ))}
    </nav>
  );
}
