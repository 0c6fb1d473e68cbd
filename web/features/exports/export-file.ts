import type { ScientistSort } from "../../gql/generated.ts";
import { RequestError, send, tellSessionUse } from "../../lib/http.ts";
import type { Language } from "../../lib/i18n.ts";
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

/** The name that the server gives a file, or null when it gives none. */
export function fileNameIn(disposition: string | null): string | null {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? "")?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition ?? "")?.[1] ?? null;
}

interface Refusal {
  code?: string;
  message?: string;
  requestId?: string;
}

/**
 * Fetches a file and hands it to the browser to be saved. A refusal becomes a sentence, not a file.
 * @throws RequestError
 */
export async function saveExport(kind: FileKind, order: ExportOrder): Promise<void> {
  const response = await send(exportHref(kind, order), { method: "GET" });
  if (!response.ok) {
    const refusal: Refusal | null = await response.json().catch(() => null);
    if (response.status === 401) tellSessionUse("UNAUTHENTICATED");
    const said = { zh: refusal?.message, en: refusal?.message };
    throw new RequestError(refusal?.code ?? `HTTP_${response.status}`, refusal?.requestId ?? null, said);
  }
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = fileNameIn(response.headers.get("content-disposition")) ?? `scientists.${kind}`;
  link.click();
  // The browser has taken the file over by then; kept, it would stay in memory as long as the page.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
