import type { ScientistSort } from "../../gql/generated.ts";
import type { Language } from "../../lib/i18n.ts";
import type { Selection } from "../../lib/url-state.ts";

/** Address of a file that holds exactly the people of a selection, in the given order. */
export function exportHref(kind: "xlsx" | "csv", selection: Selection, sort: ScientistSort, language: Language): string {
  const params = new URLSearchParams({
    query: selection.query,
    filter: JSON.stringify(selection.filter),
    sort: JSON.stringify(sort),
    lang: language,
  });
  return `/export/scientists.${kind}?${params}`;
}
