import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useMay } from "../../lib/session.ts";
import { PageTitle } from "../../ui/page-title.tsx";
import { AllContributions } from "./all-contributions.tsx";
import { parseAddress, withCondition } from "./contributions-url.ts";
import { MyContributions } from "./my-contributions.tsx";
import { CONTRIBUTIONS } from "./words.ts";
import "../../styles/contributions.css";
import { onTabKeys } from "../../ui/tab-keys.ts";

/** Contributions: everybody's for officers, who may look at their own as well; an ambassador's own. */
export function ContributionsPage() {
  const { t } = useTranslation(CONTRIBUTIONS);
  const [params, setParams] = useSearchParams();
  const office = useMay("WORK_PIPELINE");
  const refers = useMay("REFER");
  const own = !office || parseAddress(params).own;
  return (
    <div className="page">
      <PageTitle page={t(own ? "mine.title" : "title")} product={t("product", { ns: "common" })} />
      <header className="page-head">
        <h1>{t(own ? "mine.title" : "title")}</h1>
        <p className="secondary">{t(own ? "mine.intro" : "intro")}</p>
      </header>
      {office && refers && (
        <div className="tabs" role="tablist" aria-label={t("title")} onKeyDown={onTabKeys}>
          {([false, true] as const).map((mine) => (
            <button
              key={String(mine)}
              type="button"
              role="tab"
              className="tab"
              aria-selected={own === mine}
              onClick={() => setParams((before) => withCondition(before, "view", mine ? "mine" : null))}
            >
              {t(mine ? "tab.mine" : "tab.all")}
            </button>
          ))}
        </div>
      )}
      {own ? <MyContributions /> : <AllContributions />}
    </div>
  );
}
