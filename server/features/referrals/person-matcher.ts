import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read } from "../../db/run.ts";
import type { ReferralAgreement } from "../../graphql/generated.ts";
import { type EmployerDirectory, nameForms, sameName, untitled } from "../candidates/index.ts";
import type { ReadModel } from "../selection/index.ts";
import { PEOPLE_TO_MATCH } from "./matching.cypher.ts";
import type { ReferralMatchModel } from "./referrals.types.ts";

/** Whom somebody names. */
export interface StatedPerson {
  readonly name: string;
  readonly employer: string | null;
  readonly orcid: string | null;
}

/** A person of the map who may be meant. */
export interface PersonMatch extends ReferralMatchModel {
  /** Whether they are taken for the named one: by ORCID, or by a whole name with the employer and no other ORCID. */
  readonly same: boolean;
}

/** Finds people of the map. */
export interface PersonMatcher {
  /** People who may be meant, best first. A name alone is never the same person. */
  find(person: StatedPerson): Promise<PersonMatch[]>;
  readonly directory: () => Promise<EmployerDirectory>;
}

/** What a matcher is made with. */
export interface PersonMatcherOptions extends Database {
  readonly readModel: ReadModel;
  readonly directory: () => Promise<EmployerDirectory>;
}

/** People looked at of all who have such a name, and of those with the employer. */
const LOOKED_AT = 50;

const texts = z.array(z.string().nullable());
const personRow = z.object({
  id: z.string(),
  orcid: z.string().nullable(),
  names: texts,
  employerIds: z.array(z.string()),
  employers: texts,
});
type PersonRow = z.infer<typeof personRow>;

function present(list: readonly (string | null)[]): string[] {
  return list.filter((text) => text !== null && text !== "").flatMap((text) => text ?? []);
}

function worksAt(row: PersonRow, employer: string, directory: EmployerDirectory): boolean {
  const meant = directory.institutionsOf(employer);
  if (row.employerIds.some((id) => meant.includes(id))) return true;
  return [...present(row.employers), ...directory.namesOf(row.employerIds)].some((stated) => directory.agree(employer, stated));
}

function compare(row: PersonRow, person: StatedPerson, directory: EmployerDirectory, foundByName: boolean): PersonMatch {
  const sought = nameForms(person.name);
  const wholeName = present(row.names).some((name) => sameName(nameForms(name), sought));
  const employer = person.employer !== null && worksAt(row, person.employer, directory);
  const orcid = person.orcid !== null && row.orcid === person.orcid;
  const otherOrcid = person.orcid !== null && row.orcid !== null && !orcid;
  const agrees: ReferralAgreement[] = [];
  if (wholeName || foundByName) agrees.push("NAME");
  if (employer) agrees.push("EMPLOYER");
  if (orcid) agrees.push("ORCID");
  return { scientistId: row.id, agrees, same: orcid || (wholeName && employer && !otherOrcid) };
}

function rank({ same, agrees }: PersonMatch): number {
  return (same ? 4 : 0) + agrees.length;
}

/** The matcher of one database and its read model. */
export function createPersonMatcher({ driver, database, readModel, directory }: PersonMatcherOptions): PersonMatcher {
  /** Ids of people found by name, best first: those of the employer first, since a common name has more people than are looked at. */
  function idsByName({ name, employer }: StatedPerson, employers: EmployerDirectory): string[] {
    const rows = readModel.findByName(untitled(name));
    const idsOf = (filter: { employers?: string[] }): string[] =>
      readModel.page(readModel.select(filter, rows), null, LOOKED_AT, null).items.map((item) => item.id);
    const meant = employer === null ? [] : employers.institutionsOf(employer);
    return [...new Set([...(meant.length === 0 ? [] : idsOf({ employers: meant })), ...idsOf({})])];
  }

  return {
    directory,
    async find(person) {
      const employers = await directory();
      const ids = idsByName(person, employers);
      const rows = decodeRows(personRow, await read(driver, database, PEOPLE_TO_MATCH, { ids, orcid: person.orcid }));
      const place = new Map(ids.map((id, index) => [id, index]));
      const found = rows.map((row) => compare(row, person, employers, place.has(row.id)));
      const order = (match: PersonMatch): number => place.get(match.scientistId) ?? ids.length;
      return found.sort((one, other) => rank(other) - rank(one) || order(one) - order(other));
    },
  };
}
