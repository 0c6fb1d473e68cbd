import type { Selection_FacetsQuery } from "../../gql/generated.ts";
import { removeSpan } from "../../lib/chips.ts";
import { chosen, ID_KEYS, type ListKey, type Selection, withValues } from "../../lib/url-state.ts";

type Interpretation = Selection_FacetsQuery["scientists"]["interpretation"];

/** Where a condition comes from: typed and understood, typed and searched as text, or chosen as a filter. */
export type ChipOrigin = "understood" | "text" | "filter";

/** One condition of a selection and the selection without it. */
export interface ActiveChip {
  id: string;
  origin: ChipOrigin;
  /** Filter key, `text`, or the name of a filter that is not a list. */
  key: string;
  /** Values to be labelled; empty when `text` says it all. */
  values: readonly { id: string; label?: string; labelEn?: string | null }[];
  /** The typed words, for typed conditions. */
  text: string;
  without: Selection;
}

function typedChips(selection: Selection, interpretation: Interpretation): ActiveChip[] {
  return interpretation.map((chip, index) => ({
    id: `typed-${index}-${chip.start}`,
    origin: chip.key === "text" ? "text" : "understood",
    key: chip.key,
    values: chip.values,
    text: chip.text,
    without: { query: removeSpan(selection.query, chip.start, chip.end), filter: selection.filter },
  }));
}

function listChips(selection: Selection): ActiveChip[] {
  const keys: readonly ListKey[] = [...ID_KEYS, "tiers"];
  return keys.flatMap((key) => {
    const ids = chosen(selection.filter, key);
    return ids.map(
      (id): ActiveChip => ({
        id: `${key}-${id}`,
        origin: "filter",
        key,
        values: [{ id }],
        text: "",
        without: {
          query: selection.query,
          filter: withValues(
            selection.filter,
            key,
            ids.filter((other) => other !== id),
          ),
        },
      }),
    );
  });
}

const SINGLE_KEYS = ["living", "birthYears", "bounds", "lasso", "unlocatedIn"] as const;

function singleChips({ query, filter }: Selection): ActiveChip[] {
  return SINGLE_KEYS.filter((key) => filter[key] !== undefined && filter[key] !== null).map((key) => {
    const rest = { ...filter };
    delete rest[key];
    if (!rest.bounds && !rest.lasso) delete rest.boundsView;
    return { id: key, origin: "filter", key, values: [], text: "", without: { query, filter: rest } };
  });
}

/** Every condition of a selection, typed ones first. */
export function activeChips(selection: Selection, interpretation: Interpretation): ActiveChip[] {
  return [...typedChips(selection, interpretation), ...listChips(selection), ...singleChips(selection)];
}
