import type { NameForms } from "./person-name.ts";

/** What is known of a person by which two referrals are told to be of the same one. */
export interface PersonKeyed {
  readonly name: NameForms;
  /** Keys of the employer (`EmployerDirectory.keysOf`); empty when it is unknown: then a name says nothing. */
  readonly employerKeys: readonly string[];
  readonly orcid: string | null;
}

const EXACT = "e";
const LOOSE = "l";

function combined(tag: string, forms: readonly string[], employerKeys: readonly string[]): string[] {
  return forms.flatMap((form) => employerKeys.map((employer) => `${tag} ${form} ${employer}`));
}

function orcidKey(orcid: string | null): string[] {
  return orcid === null ? [] : [`o ${orcid}`];
}

/** The keys that a candidate is given: each form of the name with each key of the employer, and the ORCID. Never a name alone. */
export function storedKeys({ name, employerKeys, orcid }: PersonKeyed): string[] {
  return [...combined(EXACT, name.exact, employerKeys), ...combined(LOOSE, name.loose, employerKeys), ...orcidKey(orcid)];
}

/** The keys under which the same person may be known already: an exact form meets any form, a loose one only exact ones (`NameForms`). */
export function soughtKeys({ name, employerKeys, orcid }: PersonKeyed): string[] {
  const exact = [EXACT, LOOSE].flatMap((tag) => combined(tag, name.exact, employerKeys));
  return [...exact, ...combined(EXACT, name.loose, employerKeys), ...orcidKey(orcid)];
}

const HAN_KEY = /^e (\p{Script=Han}+) /u;

/** Whether a candidate of these keys is known by 汉字 that are not those of the name: then a common pinyin is not a common name. */
export function isWrittenOtherwise(name: NameForms, keys: readonly string[]): boolean {
  const own = name.exact.filter((form) => /^\p{Script=Han}/u.test(form));
  const known = keys.flatMap((key) => HAN_KEY.exec(key)?.[1] ?? []);
  return own.length > 0 && known.length > 0 && !known.some((form) => own.includes(form));
}

/** Whether two are of one person, as the graph would find. */
export function isSamePerson(one: PersonKeyed, other: PersonKeyed): boolean {
  const stored = new Set(storedKeys(other));
  const byOrcid = one.orcid !== null && one.orcid === other.orcid;
  return byOrcid || (soughtKeys(one).some((key) => stored.has(key)) && !isWrittenOtherwise(one.name, [...stored]));
}
