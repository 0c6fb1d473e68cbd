import type { Language } from "../../lib/i18n.ts";
import { saveFile } from "../../lib/save-file.ts";

/** Kinds of file. */
export type FileKind = "xlsx" | "csv";

/** A settlement to make (up to a day), or one to fetch again (by its number). */
export type WantedSettlement = { readonly until: string } | { readonly settlement: string };

/** Address of the file of a settlement. */
export function settlementHref(kind: FileKind, wanted: WantedSettlement, reason: string, language: Language): string {
  return `/export/contributions.${kind}?${new URLSearchParams({ ...wanted, reason, lang: language })}`;
}

/** The number in the name of a settlement's file; null when there is none. */
export function settlementNumberIn(fileName: string): string | null {
  return /((?:JS|DEMO)-\d{8}-\d{2,6})/.exec(fileName)?.[1] ?? null;
}

/**
 * Settles, or fetches again, and hands the file to the browser to be saved.
 * @returns the number of the settlement
 * @throws RequestError
 */
export async function saveSettlement(kind: FileKind, wanted: WantedSettlement, reason: string, language: Language): Promise<string | null> {
  return settlementNumberIn(await saveFile(settlementHref(kind, wanted, reason, language), `contributions.${kind}`));
}
