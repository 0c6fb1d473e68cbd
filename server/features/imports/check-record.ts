import { AUTHORS_MAX, FAULTS, TEXT_MAX } from "./faults.ts";
import type { Fault, ReadRecord, StatedAuthor, StatedPerson, StatedWork } from "./imports.types.ts";
import { doiOf, orcidOf, yearOf } from "./outer-ids.ts";

/** A value of a record, and the remark when what was stated is not valid. */
export interface Checked<T> {
  readonly value: T | undefined;
  readonly faults: readonly Fault[];
}

function checked<T, Given>(given: Given | null | undefined, read: (given: Given) => T | undefined, fault: Fault): Checked<T> {
  if (given === null || given === undefined || given === "") return { value: undefined, faults: [] };
  const value = read(given);
  return { value, faults: value === undefined ? [fault] : [] };
}

/** A stated DOI; a wrong one is left out with a remark. */
export function checkedDoi(given: string | null | undefined): Checked<string> {
  return checked(given, doiOf, FAULTS.wrongDoi);
}

/** A stated ORCID; a wrong one is left out with a remark. */
export function checkedOrcid(given: string | null | undefined): Checked<string> {
  return checked(given, orcidOf, FAULTS.wrongOrcid);
}

/** A stated year; a wrong one is left out with a remark. */
export function checkedYear(given: string | number | null | undefined): Checked<number> {
  return checked(given, yearOf, FAULTS.wrongYear);
}

function isTooLong(...texts: readonly (string | undefined)[]): boolean {
  return texts.some((text) => (text?.length ?? 0) > TEXT_MAX);
}

function faultOfWork(work: Omit<StatedWork, "title"> & { readonly title: string | undefined }): Fault | undefined {
  if (work.title === undefined) return FAULTS.noTitle;
  if (work.authors.some((author) => author.name === "")) return FAULTS.noName;
  if (work.authors.length > AUTHORS_MAX) return FAULTS.tooManyAuthors;
  const long = isTooLong(work.title, work.venue, ...work.authors.flatMap(({ name, shownName }) => [name, shownName]));
  return long ? FAULTS.tooLong : undefined;
}

/** A work as a record of the file, when it can be taken. An author without a name is given as "". */
export function workRecord(
  record: number,
  work: Omit<StatedWork, "type" | "title"> & { readonly title: string | undefined },
  remarks: readonly Fault[],
): ReadRecord {
  const { title } = work;
  const fault = faultOfWork({ ...work, type: "WORK" });
  if (fault !== undefined || title === undefined) return { record, faults: [fault ?? FAULTS.noTitle] };
  return { record, stated: { ...work, type: "WORK", title }, faults: [...new Set(remarks)] };
}

/** A person as a record of the file, when it can be taken. */
export function personRecord(
  record: number,
  person: Omit<StatedPerson, "type" | "name"> & { readonly name: string | undefined },
  remarks: readonly Fault[],
): ReadRecord {
  const { name } = person;
  if (name === undefined) return { record, faults: [FAULTS.noName] };
  if (person.orcid === undefined && person.openAlexId === undefined) return { record, faults: [FAULTS.noId] };
  if (isTooLong(name, ...person.nameForms)) return { record, faults: [FAULTS.tooLong] };
  return { record, stated: { ...person, type: "PERSON", name }, faults: [...new Set(remarks)] };
}

/** A person's name from its parts: 汉字 family first and without a space, others given name first. */
export function joinedName(given: string | undefined, family: string | undefined): string | undefined {
  if (given === undefined || family === undefined) return given ?? family;
  const isHan = (text: string): boolean => /^\p{Script=Han}+$/u.test(text);
  return isHan(given) && isHan(family) ? `${family}${given}` : `${given} ${family}`;
}

/** An author of which nothing but the name is stated. */
export function namedAuthor(name: string | undefined): StatedAuthor {
  return { name: name ?? "", affiliations: [] };
}
