/** A value of a facet as shown. */
export interface FacetRow {
  id: string;
  label: string;
  labelEn: string | null;
  count: number;
  selected: boolean;
  /** Share of the largest count, 0 to 1, for the bar. */
  share: number;
}

interface Value {
  id: string;
  label: string;
  labelEn: string | null;
  count: number;
}

/** Compares without regard to case and width. */
const fold = (text: string): string => text.normalize("NFKC").toLowerCase();

/** What a search within found, and the chosen values that it did not find, so that they can be let go. */
export function withChosen(found: readonly Value[], onHand: readonly Value[], chosenIds: readonly string[]): Value[] {
  const missing = onHand.filter(({ id }) => chosenIds.includes(id) && !found.some((value) => value.id === id));
  return [...missing, ...found];
}

/**
 * Rows of one facet: chosen values first, then as the server ordered them (largest first).
 * @param search only values whose Chinese or English label contains this; chosen ones stay
 * @param limit most rows, chosen ones included
 */
export function facetRows(values: readonly Value[], chosenIds: readonly string[], search: string, limit: number): FacetRow[] {
  const largest = Math.max(1, ...values.map((value) => value.count));
  const wanted = fold(search.trim());
  const rows = values.map((value) => ({ ...value, selected: chosenIds.includes(value.id), share: value.count / largest }));
  const found = rows.filter((row) => row.selected || wanted === "" || fold(`${row.label}\n${row.labelEn ?? ""}`).includes(wanted));
  return [...found.filter((row) => row.selected), ...found.filter((row) => !row.selected)].slice(0, limit);
}
