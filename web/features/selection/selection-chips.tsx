import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSelection } from "../../lib/use-selection.ts";
import { Chip } from "../../ui/chip.tsx";
import { useToast } from "../../ui/toast.tsx";
import { type ActiveChip, activeChips } from "./active-chips.ts";
import { useFacets } from "./use-facets.ts";
import { useChipLabel } from "./use-labels.ts";
import "./selection.css";

function Group({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <div className="chips-group">
      <span className="secondary">{title}</span>
      <ul className="chips-list">{children}</ul>
    </div>
  );
}

/** Conditions yet to be understood take about the room they will need: four 汉字, or twice as many letters, to a condition. */
function Awaited({ query }: { query: string }) {
  const han = query.match(/\p{Script=Han}/gu)?.length ?? 0;
  const conditions = Math.max(1, Math.round(han / 4 + (query.length - han) / 8));
  return Array.from({ length: conditions }, (_, index) => index).map((index) => <span key={index} className="skeleton chips-awaited" />);
}

/** What was understood of the typed text and which filters are in use; each can be removed, and all at once with undo. */
export function SelectionChips() {
  const { t } = useTranslation();
  const selection = useSelection();
  const facets = useFacets(selection);
  const toast = useToast();
  // While the next answer loads, the interpretation on hand is that of the former text; its offsets would cut the wrong words.
  const interpretation = facets.isPlaceholderData ? [] : (facets.data?.scientists.interpretation ?? []);
  const chips = activeChips(selection, interpretation);
  const label = useChipLabel(selection, chips);
  const awaited = selection.query !== "" && (facets.isPlaceholderData || facets.isPending);
  if (chips.length === 0 && !awaited) return null;
  const clear = () => {
    const { query, filter } = selection;
    selection.setSelection({ query: "", filter: {} });
    toast(t("filter.cleared"), { label: t("action.undo"), run: () => selection.setSelection({ query, filter }) });
  };
  const show = (chip: ActiveChip) => {
    const { key, value } = label(chip);
    const text = t("filter.chipOf", { key, value });
    return (
      <li key={chip.id}>
        <Chip
          label={text}
          detail={chip.text || text}
          tone={chip.origin === "understood" ? "understood" : "plain"}
          removeLabel={t("filter.removeChip", { chip: text })}
          onRemove={() => selection.setSelection(chip.without)}
        />
      </li>
    );
  };
  const typed = chips.filter((chip) => chip.origin !== "filter");
  const filters = chips.filter((chip) => chip.origin === "filter");
  return (
    <div className="chips">
      {awaited && <Awaited query={selection.query} />}
      <Group title={t("filter.understood")}>{typed.map(show)}</Group>
      <Group title={t("filter.active")}>{filters.map(show)}</Group>
      <button type="button" className="text-button" onClick={clear}>
        {t("action.clearAll")}
      </button>
    </div>
  );
}
