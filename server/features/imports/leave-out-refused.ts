import type { Transaction } from "../../db/run.ts";
import type { Identity, RefusalRegister } from "../privacy/index.ts";
import type { StatedContent } from "./imports.types.ts";

/** What an import asks of the register. */
export type RefusalsOfImport = Pick<RefusalRegister, "refusedAmong">;

/** What is left of a record: null when it spoke of one who refused and of nobody else. */
export interface LeftOver {
  readonly content: StatedContent | null;
  readonly refused: number;
}

/** What a record or the graph tells of a person by which the register may know them. */
export interface Named {
  readonly name: string;
  readonly shownName?: string;
  readonly nameForms?: readonly string[];
  readonly orcid?: string;
  readonly openAlexId?: string;
  readonly affiliations: readonly string[];
}

/** A stated affiliation names a unit, its institution and the city in one line; the register knows institutions by themselves. */
function institutionsOf(affiliations: readonly string[]): string[] {
  return affiliations.flatMap((text) => [text, ...text.split(/[,;，；、()（）]/).map((part) => part.trim())]).filter((part) => part !== "");
}

/** How the register knows a person. */
export function identityOf({ name, shownName, nameForms, orcid, openAlexId, affiliations }: Named): Identity {
  return {
    ids: [...(orcid === undefined ? [] : [`orcid:${orcid}`]), ...(openAlexId === undefined ? [] : [`openAlexId:${openAlexId}`])],
    names: [...new Set([name, ...(shownName === undefined ? [] : [shownName]), ...(nameForms ?? [])])],
    birthDates: [],
    institutions: [...new Set(institutionsOf(affiliations))],
  };
}

/** The records of a transaction without those people who refused to be recorded, known by id or by name and institution. */
export async function leaveOutRefused(
  transaction: Transaction,
  register: RefusalsOfImport,
  contents: readonly StatedContent[],
): Promise<LeftOver[]> {
  const people = contents.map((content): readonly Named[] => (content.type === "WORK" ? content.authors : [content]));
  const refused = await register.refusedAmong(transaction, people.flat().map(identityOf));
  let next = 0;
  return contents.map((content) => {
    const first = next;
    next += content.type === "WORK" ? content.authors.length : 1;
    if (content.type === "PERSON") return refused.has(first) ? { content: null, refused: 1 } : { content, refused: 0 };
    const authors = content.authors.filter((_author, index) => !refused.has(first + index));
    const count = content.authors.length - authors.length;
    // The record of one author only says nothing any more when that one is left out.
    if (count > 0 && !content.wholeList) return { content: null, refused: count };
    return { content: count === 0 ? content : { ...content, authors }, refused: count };
  });
}
