import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet, ScrollRestoration, useNavigation } from "react-router";
import { AccountCorner } from "./account-corner.tsx";
import { DataDate } from "./data-date.tsx";
import { GlobalSearch } from "./global-search.tsx";
import { LanguageSwitch } from "./language-switch.tsx";
import { Rail } from "./rail.tsx";

/** The frame of every page: rail, header and the page itself. */
export function AppLayout() {
  const { t } = useTranslation();
  const navigation = useNavigation();
  return (
    <div className="app">
      <a className="skip-link" href="#main">
        {t("nav.skip")}
      </a>
      {navigation.state === "loading" && <div className="progress" />}
      <Rail />
      <header className="header">
        <Link className="header-product" to="/map">
          {t("product")}
        </Link>
        <GlobalSearch />
        <div className="header-end">
          <DataDate />
          <LanguageSwitch />
          <AccountCorner />
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <ScrollRestoration />
    </div>
  );
}
