import type { StatedAuthor, StatedPerson, StatedWork } from "./imports.types.ts";

const ORCID = /^(?:https?:\/\/(?:\w+\.)*orcid\.org\/)?(\d{4}-\d{4}-\d{4}-\d{3}[\dX])\/?$/i;
const OPEN_ALEX = /^(?:https?:\/\/(?:\w+\.)*openalex\.org\/)?([A-Z]\d{1,12})$/i;
const DOI = /^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/\S+)$/i;
const FIRST_YEAR = 1500;
const YEARS_AHEAD = 2;

/** The check character of an ORCID: ISO 7064 mod 11-2. */
function checkCharacter(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const rest = (12 - (total % 11)) % 11;
  return rest === 10 ? "X" : String(rest);
}

/** An ORCID in its short form; undefined when it is none or its check character is wrong. */
export function orcidOf(text: string | null | undefined): string | undefined {
  const found = ORCID.exec(text?.trim() ?? "")?.[1]?.toUpperCase();
  if (found === undefined) return undefined;
  return checkCharacter(found.replaceAll("-", "").slice(0, 15)) === found.slice(-1) ? found : undefined;
}

/** An OpenAlex id of a kind (`W` works, `A` authors) in its short form. */
export function openAlexIdOf(text: string | null | undefined, kind: "A" | "W"): string | undefined {
  const found = OPEN_ALEX.exec(text?.trim() ?? "")?.[1]?.toUpperCase();
  return found?.startsWith(kind) === true ? found : undefined;
}

/** A DOI in small letters and without its address (DOI names do not tell large and small letters apart). */
export function doiOf(text: string | null | undefined): string | undefined {
  return DOI.exec(text?.trim() ?? "")?.[1]?.toLowerCase();
}

/** A year that a work can have. */
export function yearOf(value: string | number | null | undefined, now: Date = new Date()): number | undefined {
  const year = typeof value === "number" ? value : /^\s*(\d{4})\b/.exec(value ?? "")?.[1];
  const number = Number(year);
  return year !== undefined && Number.isInteger(number) && number >= FIRST_YEAR && number <= now.getUTCFullYear() + YEARS_AHEAD
    ? number
    : undefined;
}

/** A text without white space around it and without runs of it inside; undefined when nothing is left. */
export function plainText(text: string | null | undefined): string | undefined {
  const plain = (text ?? "").normalize("NFC").replaceAll(/\s+/g, " ").trim();
  return plain === "" ? undefined : plain;
}

/**
 * The key of an author: by the id that the record states, OpenAlex before ORCID before ACL Anthology; without one by the string itself
 * within its source.
 */
export function authorKey(author: Partial<StatedAuthor> & Pick<StatedAuthor, "name">, scope: string): string {
  if (author.openAlexId !== undefined) return `openalex:${author.openAlexId}`;
  if (author.orcid !== undefined) return `orcid:${author.orcid}`;
  if (author.anthologyId !== undefined) return `acl:${author.anthologyId}`;
  return `name:${scope}:${author.name}`;
}

/** The key of a person who has a record of their own. */
export function personKey({ name, orcid, openAlexId }: StatedPerson): string {
  return authorKey({ name, orcid, openAlexId }, "");
}

/** The outer ids of a work, with their scheme; empty when the record states none. */
export function workIds({ doi, anthologyId, openAlexId }: Pick<StatedWork, "doi" | "anthologyId" | "openAlexId">): string[] {
  return [
    ...(doi === undefined ? [] : [`doi:${doi}`]),
    ...(anthologyId === undefined ? [] : [`acl:${anthologyId}`]),
    ...(openAlexId === undefined ? [] : [`openalex:${openAlexId}`]),
  ];
}
