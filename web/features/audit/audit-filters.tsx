import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ACTIONS, RESULTS } from "./audit-url.ts";
import { AUDIT } from "./words.ts";

interface Props {
  params: URLSearchParams;
  onChange: (name: string, value: string) => void;
  onClear: () => void;
}

/** An id, taken in when the field is left or Enter is pressed: half an id finds nothing. */
function IdFilter({ name, label, params, onChange }: { name: string; label: string } & Omit<Props, "onClear">) {
  const given = params.get(name) ?? "";
  const [typed, setTyped] = useState(given);
  useEffect(() => setTyped(given), [given]);
  const take = () => typed.trim() !== given && onChange(name, typed.trim());
  return (
    <label className="audit-filter">
      <span className="secondary">{label}</span>
      <input
        className="input"
        type="search"
        spellCheck={false}
        maxLength={64}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === "Enter" && take()}
      />
    </label>
  );
}

/** Conditions on the trail; all of them stand in the address. */
export function AuditFilters({ params, onChange, onClear }: Props) {
  const { t } = useTranslation(AUDIT);
  const any = ["action", "result", "from", "to", "actor", "subject"].some((name) => params.has(name));
  const choice = (name: "action" | "result", values: readonly string[]) => (
    <label className="audit-filter">
      <span className="secondary">{t(`filter.${name}`)}</span>
      <select
        className="select"
        aria-label={t(`filter.${name}`)}
        value={params.get(name) ?? ""}
        onChange={(event) => onChange(name, event.target.value)}
      >
        <option value="">{t("filter.any")}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {t(`${name}.${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
  const day = (name: "from" | "to") => (
    <label className="audit-filter">
      <span className="secondary">{t(`filter.${name}`)}</span>
      <input className="input" type="date" value={params.get(name) ?? ""} onChange={(event) => onChange(name, event.target.value)} />
    </label>
  );
  return (
    <div className="audit-filters">
      {choice("action", ACTIONS)}
      {choice("result", RESULTS)}
      {day("from")}
      {day("to")}
      <IdFilter name="actor" label={t("filter.actor")} params={params} onChange={onChange} />
      <IdFilter name="subject" label={t("filter.subject")} params={params} onChange={onChange} />
      {any && (
        <button type="button" className="button" onClick={onClear}>
          {t("action.clearAll", { ns: "common" })}
        </button>
      )}
    </div>
  );
}
