import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, ScrollRestoration, useNavigation } from "react-router";
import { useMay, useSession } from "../../lib/session.ts";
import { AccountCorner } from "./account-corner.tsx";
import { BackgroundSending } from "./background-sending.tsx";
import { DataDate } from "./data-date.tsx";
import { GlobalSearch } from "./global-search.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Rail } from "./rail.tsx";

// Everybody waits for the frame; who is reminded of nothing need not wait for the bell.
const ReminderBell = lazy(async () => ({ default: (await import("../../features/pipeline/reminder-bell.tsx")).ReminderBell }));

/** Says on every page that what is entered at the trial desk is no real record. */
function DemoMark() {
  const { t } = useTranslation();
  const { viewer } = useSession().session;
  if (!viewer?.demo) return null;
  return (
    <span className="badge badge-warning header-demo" title={t("demo.note")}>
      {t("demo.mark")}
    </span>
  );
}

/** Whose account it is; without signal only that there is none. */
function AccountOrOffline() {
  const { t } = useTranslation();
  const { offline } = useSession().session;
  return offline ? <span className="badge badge-warning">{t("session.offline")}</span> : <AccountCorner />;
}

/** The frame of every page: rail, header and the page itself. */
export function AppLayout() {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const people = useMay("READ_SCIENTISTS");
  const { offline } = useSession().session;
  const reminded = useMay("WORK_PIPELINE", "REFER") && !offline;
  return (
    <div className="app">
      <a className="skip-link" href="#main">
        {t("nav.skip")}
      </a>
      {navigation.state === "loading" && <div className="progress" />}
      <Rail />
      <header className="header">
        <Link className="header-product" to="/">
          {t("product")}
        </Link>
        {people && <GlobalSearch />}
        <div className="header-end">
          {people && <DataDate />}
          <DemoMark />
          {reminded && (
            <Suspense fallback={<span className="header-bell" />}>
              <ReminderBell />
            </Suspense>
          )}
          <LanguageSwitch />
          <AccountOrOffline />
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <BackgroundSending />
      <ScrollRestoration />
    </div>
  );
}
