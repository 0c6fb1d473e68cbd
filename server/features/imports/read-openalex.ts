import { z } from "zod";
import { type Checked, checkedDoi, checkedOrcid, checkedYear, personRecord, workRecord } from "./check-record.ts";
import { FAULTS } from "./faults.ts";
import type { Fault, ReadRecord, StatedAuthor } from "./imports.types.ts";
import { openAlexIdOf, plainText } from "./outer-ids.ts";

const text = z.string().nullish();
const institution = z.object({ display_name: text });

/** An authorship in the schemas of 2023 (`raw_affiliation_string`) and 2025 (`affiliations`). */
const authorship = z.object({
  author: z.object({ id: text, display_name: text, orcid: text }).nullish(),
  raw_author_name: text,
  is_corresponding: z.boolean().nullish(),
  institutions: z.array(institution).nullish(),
  raw_affiliation_string: text,
  raw_affiliation_strings: z.array(z.string()).nullish(),
  affiliations: z.array(z.object({ raw_affiliation_string: text })).nullish(),
});
type Authorship = z.infer<typeof authorship>;

const work = z.object({
  id: z.string(),
  doi: text,
  title: text,
  display_name: text,
  publication_year: z.number().nullish(),
  type: text,
  type_crossref: text,
  primary_location: z.object({ source: z.object({ display_name: text }).nullish() }).nullish(),
  /** What `primary_location` was called until 2023. */
  host_venue: z.object({ display_name: text }).nullish(),
  authorships: z.array(authorship).nullish(),
});

/** An author in the schemas of 2023 (`last_known_institution`), 2025 (`affiliations`) and of reduced lists (`name`). */
const author = z.object({
  id: z.string(),
  orcid: text,
  display_name: text,
  name: text,
  display_name_alternatives: z.array(z.string()).nullish(),
  affiliations: z.array(z.object({ institution: institution.nullish() })).nullish(),
  last_known_institutions: z.array(institution).nullish(),
  last_known_institution: z.union([institution, z.string()]).nullish(),
});

function distinct(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set(texts.flatMap((one) => plainText(one) ?? []))];
}

function affiliationsOf(row: Authorship): string[] {
  const several = row.raw_affiliation_strings ?? row.affiliations?.map((one) => one.raw_affiliation_string) ?? [];
  const stated = several.length > 0 ? several : [row.raw_affiliation_string];
  return distinct([...stated, ...(row.institutions ?? []).map((one) => one.display_name)]);
}

function authorOf(row: Authorship): Checked<StatedAuthor> {
  const shown = plainText(row.author?.display_name);
  const orcid = checkedOrcid(row.author?.orcid);
  const stated: StatedAuthor = {
    name: plainText(row.raw_author_name) ?? shown ?? "",
    shownName: shown,
    orcid: orcid.value,
    openAlexId: openAlexIdOf(row.author?.id, "A"),
    affiliations: affiliationsOf(row),
    corresponding: row.is_corresponding ?? undefined,
  };
  return { value: stated, faults: orcid.faults };
}

function kindOf(type: string | null | undefined): "PAPER" | "PATENT" | "PROJECT" {
  if (type === "patent") return "PATENT";
  return type === "grant" ? "PROJECT" : "PAPER";
}

function readWork(given: unknown, record: number): ReadRecord {
  const row = work.safeParse(given);
  if (!row.success) return { record, faults: [FAULTS.shape] };
  const { data } = row;
  const authors = (data.authorships ?? []).map(authorOf);
  const doi = checkedDoi(data.doi);
  const year = checkedYear(data.publication_year);
  const remarks: Fault[] = [...doi.faults, ...year.faults, ...authors.flatMap(({ faults }) => faults)];
  const openAlexId = openAlexIdOf(data.id, "W");
  const stated = {
    title: plainText(data.title) ?? plainText(data.display_name),
    kind: kindOf(data.type),
    year: year.value,
    venue: plainText(data.primary_location?.source?.display_name) ?? plainText(data.host_venue?.display_name),
    url: openAlexId === undefined ? undefined : `https://openalex.org/${openAlexId}`,
    doi: doi.value,
    openAlexId,
    authors: authors.flatMap(({ value }) => value ?? []),
    wholeList: true,
  };
  return workRecord(record, stated, remarks);
}

function readAuthor(given: unknown, record: number): ReadRecord {
  const row = author.safeParse(given);
  if (!row.success) return { record, faults: [FAULTS.shape] };
  const { data } = row;
  const orcid = checkedOrcid(data.orcid);
  const last = data.last_known_institution;
  const affiliations = distinct([
    ...(data.affiliations ?? []).map((one) => one.institution?.display_name),
    ...(data.last_known_institutions ?? []).map((one) => one.display_name),
    typeof last === "string" ? last : last?.display_name,
  ]);
  const stated = {
    name: plainText(data.display_name) ?? plainText(data.name),
    nameForms: distinct(data.display_name_alternatives ?? []),
    orcid: orcid.value,
    openAlexId: openAlexIdOf(data.id, "A"),
    affiliations,
  };
  return personRecord(record, stated, orcid.faults);
}

const identified = z.object({ id: z.string() });

/** One OpenAlex object, a work or an author, in the schemas of 2023 and 2025. */
export function readOpenAlex(given: unknown, record: number): ReadRecord {
  const found = identified.safeParse(given);
  if (!found.success) return { record, faults: [FAULTS.shape] };
  if (openAlexIdOf(found.data.id, "W") !== undefined) return readWork(given, record);
  if (openAlexIdOf(found.data.id, "A") !== undefined) return readAuthor(given, record);
  return { record, faults: [FAULTS.otherThing] };
}
