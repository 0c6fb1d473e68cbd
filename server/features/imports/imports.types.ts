import { z } from "zod";

/** An author as a record states one. Nothing is merged by name: only the ids tell who it is. */
export const statedAuthor = z.object({
  /** As it stands in the record. */
  name: z.string(),
  /** The source's own form of the name, where it keeps one beside the stated one. */
  shownName: z.string().optional(),
  orcid: z.string().optional(),
  openAlexId: z.string().optional(),
  /** The id by which the ACL Anthology tells people of one name apart. */
  anthologyId: z.string().optional(),
  affiliations: z.array(z.string()),
  corresponding: z.boolean().optional(),
});
export type StatedAuthor = z.infer<typeof statedAuthor>;

/** A work as a record states it: the one shape that every reader gives. */
export const statedWork = z.object({
  type: z.literal("WORK"),
  title: z.string(),
  kind: z.enum(["PAPER", "PATENT", "PROJECT"]),
  year: z.number().optional(),
  venue: z.string().optional(),
  url: z.string().optional(),
  doi: z.string().optional(),
  anthologyId: z.string().optional(),
  openAlexId: z.string().optional(),
  /** In the order of the record. */
  authors: z.array(statedAuthor),
  /** False when the record tells one of the authors only, as a person's ORCID record does. */
  wholeList: z.boolean(),
});
export type StatedWork = z.infer<typeof statedWork>;

/** A person as a record about persons states them. Has an ORCID or OpenAlex id, or both. */
export const statedPerson = z.object({
  type: z.literal("PERSON"),
  name: z.string(),
  nameForms: z.array(z.string()),
  orcid: z.string().optional(),
  openAlexId: z.string().optional(),
  affiliations: z.array(z.string()),
});
export type StatedPerson = z.infer<typeof statedPerson>;

/** What is kept of a record. */
export const statedContent = z.discriminatedUnion("type", [statedWork, statedPerson]);
export type StatedContent = z.infer<typeof statedContent>;

/** What is wrong with a record or file, and how to mend it. */
export interface Fault {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

/** One record of a file, numbered from 1; 0 stands for the file as a whole. `stated` is missing when the record cannot be taken. */
export interface ReadRecord {
  readonly record: number;
  readonly stated?: StatedContent;
  /** Why it is not taken, or what was left out of it. */
  readonly faults: readonly Fault[];
}

export const FORMATS = ["acl", "openalex", "orcid", "bibtex", "csl"] as const;
export type ImportFormat = (typeof FORMATS)[number];

/** A file that was opened, hashed and recognised. */
export interface ImportFile {
  readonly path: string;
  /** The name without folders. */
  readonly name: string;
  readonly format: ImportFormat;
  /** Within which author strings without an id are one: the source and its part. */
  readonly scope: string;
  /** SHA-256 of the bytes. */
  readonly hash: string;
}

/** A fault with where it was met. */
export interface ReportedFault extends Fault {
  readonly file: string;
  readonly record: number;
  /** Whether the record was left out; otherwise it was taken with a remark. */
  readonly leftOut: boolean;
}

/** What an import did, or would do. */
export interface ImportReport {
  /** Null when nothing was written. */
  readonly batchId: string | null;
  readonly dryRun: boolean;
  readonly files: readonly string[];
  readonly records: number;
  /** Records left out. */
  readonly leftOut: number;
  readonly worksCreated: number;
  /** Works that were known and are stated once more. */
  readonly worksRestated: number;
  /** Records that this very file had stated before. */
  readonly unchanged: number;
  readonly persons: number;
  /** In the records taken, told apart by id, or by string within the source. */
  readonly authors: number;
  /** Distinct names as stated. */
  readonly authorStrings: number;
  readonly authorships: number;
  /** Pairs of different authors of one work. */
  readonly coauthorPairs: number;
  /** Authorships and persons left out because they refused to be recorded. */
  readonly refused: number;
  /** In the order met, at most {@link FAULTS_LISTED}. */
  readonly faults: readonly ReportedFault[];
  /** All, also those not listed. */
  readonly faultCount: number;
}

/** Faults that a report lists; the others are counted. */
export const FAULTS_LISTED = 1_000;
