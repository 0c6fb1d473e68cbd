import { type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDebounced } from "../../lib/use-debounced.ts";
import { usePhone } from "../../lib/use-media.ts";
import { PopoverButton } from "../../ui/popover-button.tsx";
import { Sheet } from "../../ui/sheet.tsx";
import type { Condition } from "./use-conditions.ts";
import { PIPELINE } from "./words.ts";

interface Props {
  params: URLSearchParams;
  conditions: readonly Condition[];
  narrowed: boolean;
  onChange: (name: string, value: string | readonly string[]) => void;
  onClear: () => void;
}

function Options({ condition, onChange }: { condition: Condition; onChange: Props["onChange"] }) {
  const { t } = useTranslation(PIPELINE);
  const { key, options, chosen, several, label } = condition;
  const toggle = (id: string) => {
    if (!several) onChange(key, chosen.includes(id) ? "" : id);
    else onChange(key, chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  };
  return (
    <fieldset className="pl-options">
      <legend className="visually-hidden">{label}</legend>
      {options.length === 0 && <p className="secondary">{t("condition.nothing")}</p>}
      {options.map((option) => (
        <label key={option.id} className="pl-option">
          <input type="checkbox" checked={chosen.includes(option.id)} onChange={() => toggle(option.id)} />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function summaryOf({ label, chosen, options }: Condition): string {
  const [only] = chosen;
  if (only === undefined) return label;
  if (chosen.length > 1) return `${label} · ${chosen.length}`;
  return options.find(({ id }) => id === only)?.label ?? label;
}

/** The name that is looked for; taken in when typing rests. */
function NameFilter({ params, onChange }: Pick<Props, "params" | "onChange">) {
  const { t } = useTranslation(PIPELINE);
  const given = params.get("name") ?? "";
  const [typed, setTyped] = useState(given);
  const settled = useDebounced(typed.trim(), 250);
  const told = useRef(given);
  useEffect(() => {
    // What the address says wins when it was changed elsewhere: Back, or all conditions taken away.
    if (given === told.current) return;
    told.current = given;
    setTyped(given);
  }, [given]);
  useEffect(() => {
    if (settled === told.current) return;
    told.current = settled;
    onChange("name", settled);
  }, [settled, onChange]);
  return (
    <input
      className="input pl-name"
      type="search"
      aria-label={t("condition.name")}
      placeholder={t("condition.name")}
      maxLength={100}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function PhoneFilters({
  conditions,
  narrowed,
  onChange,
  children,
}: Pick<Props, "conditions" | "narrowed" | "onChange"> & { children: ReactNode }) {
  const { t } = useTranslation(PIPELINE);
  const sheet = useRef<HTMLDialogElement>(null);
  const active = conditions.filter(({ chosen }) => chosen.length > 0).length;
  return (
    <>
      <button type="button" className="button" data-active={narrowed} onClick={() => sheet.current?.showModal()}>
        {active > 0 ? t("filter.openWith", { n: active }) : t("filter.open")}
      </button>
      <Sheet ref={sheet} title={t("filter.title")} closeLabel={t("action.done")} foot={children}>
        <div className="pl-sheet">
          {conditions.map((condition) => (
            <section key={condition.key}>
              <h3>{condition.label}</h3>
              <Options condition={condition} onChange={onChange} />
            </section>
          ))}
        </div>
      </Sheet>
    </>
  );
}

/** Conditions on the pipeline; all of them stand in the address. */
export function FilterBar({ params, conditions, narrowed, onChange, onClear }: Props) {
  const { t } = useTranslation(PIPELINE);
  const phone = usePhone();
  const clear = narrowed && (
    <button type="button" className="text-button" onClick={onClear}>
      {t("action.clearAll")}
    </button>
  );
  return (
    <search className="pl-filters" aria-label={t("filter.title")}>
      <NameFilter params={params} onChange={onChange} />
      {phone ? (
        <PhoneFilters {...{ conditions, narrowed, onChange }}>{clear}</PhoneFilters>
      ) : (
        <>
          {conditions.map((condition) => (
            <PopoverButton
              key={condition.key}
              align="left"
              className={`button pl-filter${condition.chosen.length > 0 ? " pl-filter-on" : ""}`}
              label={summaryOf(condition)}
              title={condition.label}
            >
              {() => <Options condition={condition} onChange={onChange} />}
            </PopoverButton>
          ))}
          {clear}
        </>
      )}
    </search>
  );
}
