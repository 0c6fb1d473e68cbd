import { useTranslation } from "react-i18next";
import { formatExact } from "../../lib/format.ts";
import { COLOURINGS, type ColourBy, SIZINGS, type SizeBy } from "../../lib/network-view.ts";
import { useMay } from "../../lib/session.ts";
import { ChoiceField } from "../../ui/field.tsx";
import type { LegendEntry, ShownMeasure } from "./appearance.ts";

interface Props {
  readonly colourBy: ColourBy;
  readonly sizeBy: SizeBy;
  readonly measure: ShownMeasure | null;
  readonly legend: readonly LegendEntry[];
  readonly onColour: (colourBy: ColourBy) => void;
  readonly onSize: (sizeBy: SizeBy) => void;
  readonly onSelect: (ids: readonly string[]) => void;
}

/** What colour and size say, with a legend whose entries select their people. */
export function LookPanel({ colourBy, sizeBy, measure, legend, onColour, onSize, onSelect }: Props) {
  const { t } = useTranslation("network");
  const working = useMay("READ_WORKING_DATA");
  const isOffered = (one: ColourBy | SizeBy): boolean => (one !== "measure" || measure !== null) && (one !== "tier" || working);
  return (
    <section className="network-section" aria-label={t("look.title")}>
      <div className="network-two">
        <ChoiceField
          label={t("look.colour")}
          options={COLOURINGS.filter(isOffered)}
          wordOf={(one) => (one === "measure" && measure !== null ? measure.label : t(`look.colours.${one}`))}
          value={colourBy}
          onChoose={onColour}
        />
        <ChoiceField
          label={t("look.size")}
          options={SIZINGS.filter(isOffered)}
          wordOf={(one) => (one === "measure" && measure !== null ? measure.label : t(`look.sizes.${one}`))}
          value={sizeBy}
          onChoose={onSize}
        />
      </div>
      <ul className="network-legend" aria-label={t("panel.legend")}>
        {legend.map((entry) => (
          <li key={entry.key}>
            <button
              type="button"
              title={t("look.select", { label: entry.label, n: formatExact(entry.ids.length) })}
              onClick={() => onSelect(entry.ids)}
            >
              <i style={{ background: entry.colour }} aria-hidden="true" />
              <span className="network-legend-label">{entry.label}</span>
              <span className="secondary">{formatExact(entry.ids.length)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
