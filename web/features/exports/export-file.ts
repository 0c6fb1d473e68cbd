import type { ScientistSort } from "../../gql/generated.ts";
import type { Language } from "../../lib/i18n.ts";
import { saveFile } from "../../lib/save-file.ts";
import type { Selection } from "../../lib/url-state.ts";

/** Kinds of file. */
export type FileKind = "xlsx" | "csv";

/** What a file shall hold, and why it is fetched. */
export interface ExportOrder {
  readonly selection: Selection;
  readonly sort: ScientistSort;
  readonly language: Language;
  readonly reason: string;
  /** Id of the approved request, over the cap. */
  readonly approval?: string | undefined;
}

/** Address of a file that holds exactly the people of a selection, in the given order. */
export function exportHref(kind: FileKind, { selection, sort, language, reason, approval }: ExportOrder): string {
  const params = new URLSearchParams({
    query: selection.query,
    filter: JSON.stringify(selection.filter),
    sort: JSON.stringify(sort),
    lang: language,
    reason,
    ...(approval ? { approval } : {}),
  });
  return `/export/scientists.${kind}?${params}`;
}

/**
 * Fetches a file and hands it to the browser to be saved. A refusal becomes a sentence, not a file.
 * @throws RequestError
 */
export async function saveExport(kind: FileKind, order: ExportOrder): Promise<void> {
  await saveFile(exportHref(kind, order), `scientists.${kind}`);
}
