import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { useLanguage } from "../../lib/use-language.ts";

/** Switches between Chinese and English; the choice is kept on this machine. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const change = () => {
    const next = language === "zh" ? "en" : "zh";
    void i18n.changeLanguage(next);
    if (!params.has("lang")) return;
    const changed = new URLSearchParams(params);
    changed.set("lang", next);
    setParams(changed, { replace: true, preventScrollReset: true });
  };
  return (
    <button type="button" className="language" onClick={change} title={t("header.language")}>
      <span data-current={language === "zh"} lang="zh-CN">
        中文
      </span>
      <span aria-hidden="true">|</span>
      <span data-current={language === "en"} lang="en">
        EN
      </span>
    </button>
  );
}
