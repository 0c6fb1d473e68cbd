import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SelectionInUrl } from "../../lib/use-selection.ts";

const year = (text: string): number | null => (/^\d{4}$/.test(text) ? Number(text) : null);

/** First and last year of birth. */
export function BirthYears({ selection }: { selection: SelectionInUrl }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(String(selection.filter.birthYears?.from ?? ""));
  const [to, setTo] = useState(String(selection.filter.birthYears?.to ?? ""));
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const { birthYears: _former, ...filter } = selection.filter;
    const years = { from: year(from), to: year(to) };
    selection.setSelection({
      query: selection.query,
      filter: years.from === null && years.to === null ? filter : { ...filter, birthYears: years },
    });
  };
  const field = (label: string, value: string, change: (value: string) => void) => (
    <input
      className="year-input"
      inputMode="numeric"
      pattern="\d{4}"
      maxLength={4}
      placeholder="1960"
      aria-label={label}
      value={value}
      onChange={(event) => change(event.target.value.replace(/\D/g, ""))}
    />
  );
  return (
    <section className="facet facet-form">
      <h3>{t("filterKey.birthYears")}</h3>
      <form className="years" onSubmit={apply}>
        {field(t("filter.firstYear"), from, setFrom)}
        <span aria-hidden="true">–</span>
        {field(t("filter.lastYear"), to, setTo)}
        <button type="submit" className="button">
          {t("filter.apply")}
        </button>
      </form>
    </section>
  );
}
