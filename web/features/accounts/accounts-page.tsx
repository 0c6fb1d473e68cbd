import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "../../lib/session.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { AccountsPanel } from "./accounts-panel.tsx";
import { TokensPanel } from "./tokens-panel.tsx";
import { ACCOUNTS } from "./words.ts";
import "../../styles/accounts.css";
import { onTabKeys } from "../../ui/tab-keys.ts";

const TABS = ["accounts", "tokens"] as const;

/** Accounts and their roles; for the security administrator also the tokens of scripts. */
export function AccountsPage() {
  const { t } = useTranslation(ACCOUNTS);
  const grants = useMay("GRANT_ROLES");
  const [params, setParams] = useSearchParams();
  const tab = grants && params.get("tab") === "tokens" ? "tokens" : "accounts";
  return (
    <div className="page">
      <PageTitle page={t("title")} product={t("product")} />
      <header className="page-head">
        <h1>{t("title")}</h1>
        <p className="secondary">{t(grants ? "introSecurity" : "introSystem")}</p>
      </header>
      {grants && (
        <div className="tabs" role="tablist" aria-label={t("title")} onKeyDown={onTabKeys}>
          {TABS.map((one) => (
            <button
              key={one}
              type="button"
              role="tab"
              className="tab"
              aria-selected={tab === one}
              onClick={() => setParams(one === "tokens" ? { tab: one } : {}, { replace: true })}
            >
              {t(`tab.${one}`)}
            </button>
          ))}
        </div>
      )}
      {tab === "tokens" ? <TokensPanel /> : <AccountsPanel />}
    </div>
  );
}
