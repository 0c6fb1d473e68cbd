import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { NETWORK_LINKS, type NetworkFilters } from "../../lib/network-view.ts";
import { ChoiceField, TextField } from "../../ui/field.tsx";
import { BUDGETS } from "./network-url.ts";
import type { Scene } from "./scene.ts";

const MOST_WORKS = 999;

/** A number that is taken when it was typed to its end. */
function WorksField({ value, onValue }: { value: number; onValue: (value: number) => void }) {
  const { t } = useTranslation("network");
  const [typed, setTyped] = useState(String(value));
  useEffect(() => setTyped(String(value)), [value]);
  const take = (): void => {
    const next = Math.min(MOST_WORKS, Math.max(1, Math.round(Number(typed)) || 1));
    setTyped(String(next));
    if (next !== value) onValue(next);
  };
  return (
    <TextField
      label={t("filter.works")}
      type="number"
      inputMode="numeric"
      min={1}
      max={MOST_WORKS}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === "Enter" && take()}
    />
  );
}

/** Which links count, and how far and how many people the network reaches. */
export function FilterPanel({
  scene,
  onFilters,
  onReach,
}: {
  scene: Scene;
  onFilters: (filters: NetworkFilters) => void;
  onReach: (reach: { depth: number; budget: number }) => void;
}) {
  const { t } = useTranslation("network");
  const { filters, depth, budget } = scene;
  const toggle = (link: (typeof NETWORK_LINKS)[number]): void => {
    const links = NETWORK_LINKS.filter((one) => (one === link ? !filters.links.includes(one) : filters.links.includes(one)));
    if (links.length > 0) onFilters({ ...filters, links });
  };
  return (
    <>
      <fieldset className="network-links">
        <legend>{t("filter.title")}</legend>
        {NETWORK_LINKS.map((link) => {
          const checked = filters.links.includes(link);
          const isLast = checked && filters.links.length === 1;
          return (
            <label key={link} className="network-check" title={isLast ? t("filter.none") : undefined}>
              <input type="checkbox" checked={checked} disabled={isLast} onChange={() => toggle(link)} />
              <span>{t(`link.${link}`)}</span>
            </label>
          );
        })}
      </fieldset>
      <label className="network-check network-weak" title={t("filter.weakNote")}>
        <input type="checkbox" checked={filters.hideWeak} onChange={() => onFilters({ ...filters, hideWeak: !filters.hideWeak })} />
        <span>{t("filter.weak")}</span>
      </label>
      <p className="secondary network-note">{t("filter.weakNote")}</p>
      <div className="network-two">
        <WorksField value={filters.minWorks} onValue={(minWorks) => onFilters({ ...filters, minWorks })} />
        <ChoiceField
          label={t("start.budget")}
          options={BUDGETS.map(String)}
          wordOf={(one) => Number(one).toLocaleString("en-US")}
          value={String(BUDGETS.includes(budget) ? budget : (BUDGETS.find((each) => each >= budget) ?? BUDGETS.at(-1)))}
          onChoose={(one) => onReach({ depth, budget: Number(one) })}
        />
      </div>
      <ChoiceField
        label={t("start.depth")}
        options={["0", "1", "2"]}
        wordOf={(one) => t(`start.depths.${one}`)}
        value={String(depth)}
        onChoose={(one) => onReach({ depth: Number(one), budget })}
      />
    </>
  );
}
