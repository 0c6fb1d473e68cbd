import { useTranslation } from "react-i18next";
import { Link, NavLink, useLocation } from "react-router";
import { useSession } from "../../lib/session.ts";
import type { Capability } from "../../lib/session-client.ts";
import { parseSelection, toSearch, travelling, writeSelection } from "../../lib/url-state.ts";
import { worksOffline } from "../offline.ts";

/** Pages that show a selection; going from one to the other keeps it. */
const SELECTION_PAGES = ["/map", "/scientists"];

const ICONS = {
  map: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21Zm0-9a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2Z",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-6.5 9c.4-3.6 3-5.8 6.5-5.8s6.1 2.2 6.5 5.8M16 4.3a3.5 3.5 0 0 1 0 6.5M18 14.6c2 .8 3.2 2.7 3.5 5.4",
  network:
    "M6.5 9a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM17.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM15 20.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM9 6.4l6.5-.3M7.8 8.7l5.4 6.4M17 8l-1.3 6.5",
  accounts:
    "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-7 8c.5-3.6 3.3-5.6 7-5.6 1 0 2 .2 2.8.5M17 14.5l3 1.1v2.4c0 1.7-1.2 2.9-3 3.5-1.8-.6-3-1.8-3-3.5v-2.4l3-1.1Z",
  rights: "M8 13.5a4 4 0 1 1 3.7-5.5H21v3.5h-2.5V14H15v-2.5h-3.3A4 4 0 0 1 8 13.5ZM4 20h16M7.5 9.5h.1",
  audit: "M6 3.5h9l4 4V20.5H6v-17ZM9 11h7M9 14.5h7M9 18h4M14.5 3.5V8H19",
  requests: "M4 5.5h16v11H9.5L5.5 20v-3.5H4v-11ZM8 9.5h8M8 12.5h5",
  referrals: "M4 19.5c.4-3.6 3-5.8 6.5-5.8 1.5 0 2.8.4 3.9 1.1M10.5 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM18 13v7M14.5 16.5h7",
  contributions: "M12 14.5a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM8.5 13.4 7 21l5-2.4 5 2.4-1.5-7.6M12 7.2v4.6M9.9 9.5h4.2",
  introductions:
    "M6.5 10a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM17.5 19a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM8.5 9c3 1.5 4.5 3 6.7 6M17.5 5.5h3M19 4v3",
  pipeline: "M4 5h4.5v14H4V5ZM10.5 5H15v9h-4.5V5ZM17 5h3.5v6H17V5Z",
  statistics: "M4 20h16M6.5 16.5V11M11 16.5V6M15.5 16.5V9M20 16.5v-3",
  exports: "M12 4v10.5M8 11l4 4 4-4M5 17v3h14v-3",
} as const;

interface Page {
  readonly to: string;
  readonly icon: keyof typeof ICONS;
  readonly word: string;
  /** Capabilities of which one is needed to open it. */
  readonly need: readonly Capability[];
  /** Those who have this one come there from another page. */
  readonly unless?: Capability;
}

/** The pages of the navigation. */
const PAGES: readonly Page[] = [
  { to: "/map", icon: "map", word: "nav.map", need: ["READ_SCIENTISTS"] },
  { to: "/scientists", icon: "people", word: "nav.people", need: ["READ_SCIENTISTS"] },
  { to: "/network", icon: "network", word: "nav.network", need: ["READ_SCIENTISTS"] },
  { to: "/referrals", icon: "referrals", word: "nav.referrals", need: ["REFER", "WORK_PIPELINE"] },
  { to: "/contributions", icon: "contributions", word: "nav.contributions", need: ["REFER", "WORK_PIPELINE"] },
  {
    to: "/network/tasks",
    icon: "introductions",
    word: "nav.introductionTasks",
    need: ["ANSWER_INTRODUCTIONS"],
    unless: "FIND_INTRODUCTIONS",
  },
  { to: "/pipeline", icon: "pipeline", word: "nav.pipeline", need: ["WORK_PIPELINE"] },
  {
    to: "/pipeline/statistics",
    icon: "statistics",
    word: "nav.pipelineStatistics",
    need: ["READ_PIPELINE_STATISTICS"],
    unless: "WORK_PIPELINE",
  },
  { to: "/admin/accounts", icon: "accounts", word: "nav.accounts", need: ["MANAGE_ACCOUNTS", "GRANT_ROLES"] },
  { to: "/admin/audit", icon: "audit", word: "nav.audit", need: ["READ_AUDIT"] },
  { to: "/admin/requests", icon: "requests", word: "nav.requests", need: ["HANDLE_SUBJECT_REQUESTS"] },
  { to: "/admin/pipeline", icon: "pipeline", word: "nav.pipelineSettings", need: ["CONFIGURE_PIPELINE"] },
  { to: "/admin/exports", icon: "exports", word: "nav.exports", need: ["DECIDE_EXPORTS"] },
  { to: "/admin/rights", icon: "rights", word: "nav.rights", need: ["GRANT_ROLES", "READ_AUDIT"] },
];

/** Main navigation: a rail at the left, a bar at the foot of a phone. */
export function Rail() {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const params = new URLSearchParams(search);
  const kept = SELECTION_PAGES.includes(pathname) ? toSearch(writeSelection(parseSelection(params), travelling(params))) : "";
  const { viewer, offline } = useSession().session;
  const items = PAGES.filter(
    ({ to, need, unless }) =>
      need.some((capability) => viewer?.capabilities.includes(capability)) &&
      !(unless && viewer?.capabilities.includes(unless)) &&
      (!offline || worksOffline(to)),
  );
  return (
    <nav className="rail" aria-label={t("nav.main")}>
      <Link className="rail-logo" to="/" aria-label={t("product")}>
        <svg viewBox="0 0 32 32" aria-hidden="true">
          <rect width="32" height="32" rx="7" fill="currentColor" />
          <path d="M16 6a8 8 0 0 0-8 8c0 5.6 8 12 8 12s8-6.4 8-12a8 8 0 0 0-8-8Zm0 11a3 3 0 1 1 0-6 3 3 0 0 1 0 6Z" fill="#fff" />
        </svg>
      </Link>
      {items.map((item) => (
        <NavLink
          key={item.to}
          className="rail-link"
          // Of two pages one below the other, only the one that is open is marked.
          end={items.some((other) => other.to.startsWith(`${item.to}/`))}
          to={{ pathname: item.to, search: SELECTION_PAGES.includes(item.to) && pathname !== item.to ? kept : "" }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d={ICONS[item.icon]} />
          </svg>
          {t(item.word)}
        </NavLink>
      ))}
    </nav>
  );
}
