import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import type { SelectionInUrl } from "../../lib/use-selection.ts";

/** All, living, or deceased people. */
export function LivingChoice({ selection }: { selection: SelectionInUrl }) {
  const { t } = useTranslation();
  const { living } = selection.filter;
  const value = living === true ? "true" : living === false ? "false" : "all";
  const choose = (next: string) => {
    const { living: _dropped, ...filter } = selection.filter;
    selection.setSelection({ query: selection.query, filter: next === "all" ? filter : { ...filter, living: next === "true" } });
  };
  return (
    <section className="facet facet-form">
      <h3>{t("filterKey.living")}</h3>
      <Segmented
        block
        size="small"
        aria-label={t("filterKey.living")}
        value={value}
        onChange={choose}
        options={[
          { value: "all", label: t("filter.any") },
          { value: "true", label: t("filter.living") },
          { value: "false", label: t("filter.deceased") },
        ]}
      />
    </section>
  );
}
