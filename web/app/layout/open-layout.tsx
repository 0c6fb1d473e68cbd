import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Link, Outlet } from "react-router";
import { LanguageSwitch } from "./language-switch.tsx";

/** The frame of pages that are open to anybody: the name of the product, the language, and the page itself. */
export function OpenLayout() {
  const { t } = useTranslation();
  return (
    <div className="open">
      <header className="open-header">
        <Link className="open-product" to="/">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <rect width="32" height="32" rx="7" fill="currentColor" />
            <path d="M16 6a8 8 0 0 0-8 8c0 5.6 8 12 8 12s8-6.4 8-12a8 8 0 0 0-8-8Zm0 11a3 3 0 1 1 0-6 3 3 0 0 1 0 6Z" fill="#fff" />
          </svg>
          {t("product")}
        </Link>
        <LanguageSwitch />
      </header>
      <main className="open-main" id="main" tabIndex={-1}>
        <Suspense>
          <Outlet />
        </Suspense>
      </main>
      <footer className="open-foot secondary">
        <Link to="/notice">{t("nav.notice")}</Link>
      </footer>
    </div>
  );
}
