import { z } from "zod";
import { checkedDoi, checkedYear, joinedName, personRecord, workRecord } from "./check-record.ts";
import { FAULTS } from "./faults.ts";
import type { ReadRecord } from "./imports.types.ts";
import { orcidOf, plainText } from "./outer-ids.ts";
import { childrenOf, elementAt, parseXml, textAt, type XmlElement } from "./xml.ts";

/** What both forms of an ORCID record tell. Whatever its owner has not made public is left out by the readers below. */
interface OrcidRecord {
  readonly orcid: string | undefined;
  readonly isNamePublic: boolean;
  readonly given?: string;
  readonly family?: string;
  readonly credit?: string;
  readonly otherNames: readonly string[];
  readonly affiliations: readonly string[];
  readonly works: readonly OrcidWork[];
}

interface OrcidWork {
  readonly isPublic: boolean;
  readonly title?: string;
  readonly type?: string;
  readonly year?: string;
  readonly venue?: string;
  /** Ids of the kind DOI that stand for the work itself. */
  readonly dois: readonly string[];
}

const PROJECTS = new Set(["research-technique", "funding"]);

function kindOf(type: string | undefined): "PAPER" | "PATENT" | "PROJECT" {
  if (type === "patent") return "PATENT";
  return PROJECTS.has(type ?? "") ? "PROJECT" : "PAPER";
}

/** The person as record 1 and the works after it, each with this one author: a summary names no other. */
function recordsOf(record: OrcidRecord): ReadRecord[] {
  const { orcid } = record;
  if (orcid === undefined) return [{ record: 1, faults: [FAULTS.noId] }];
  if (!record.isNamePublic) return [{ record: 1, faults: [FAULTS.notPublic] }];
  const full = joinedName(record.given, record.family);
  const name = record.credit ?? full;
  const nameForms = [full, ...record.otherNames].filter((form) => form !== undefined);
  const person = personRecord(1, { name, nameForms, orcid, affiliations: [...new Set(record.affiliations)] }, []);
  if (name === undefined) return [person];
  const works = record.works.map((stated, index): ReadRecord => {
    const number = index + 2;
    if (!stated.isPublic) return { record: number, faults: [FAULTS.notPublic] };
    const doi = checkedDoi(stated.dois.find((text) => checkedDoi(text).value !== undefined) ?? stated.dois[0]);
    const year = checkedYear(stated.year);
    const work = {
      title: stated.title,
      kind: kindOf(stated.type),
      year: year.value,
      venue: stated.venue,
      doi: doi.value,
      authors: [{ name, orcid, affiliations: [] }],
      wholeList: false,
    };
    return workRecord(number, work, [...doi.faults, ...year.faults]);
  });
  return [person, ...works];
}

const value = z.object({ value: z.string().nullish() }).nullish();
const visibility = z.string().nullish();
const externalIds = z
  .object({
    "external-id": z
      .array(
        z.object({
          "external-id-type": z.string().nullish(),
          "external-id-value": z.string().nullish(),
          "external-id-relationship": z.string().nullish(),
        }),
      )
      .nullish(),
  })
  .nullish();
const organisation = z.object({ visibility, organization: z.object({ name: z.string().nullish() }).nullish() });
const summary = z.object({
  visibility,
  title: z.object({ title: value }).nullish(),
  "external-ids": externalIds,
  type: z.string().nullish(),
  "publication-date": z.object({ year: value }).nullish(),
  "journal-title": value,
});

const orcidJson = z.object({
  "orcid-identifier": z.object({ path: z.string().nullish() }),
  person: z
    .object({
      name: z.object({ visibility, "given-names": value, "family-name": value, "credit-name": value }).nullish(),
      "other-names": z.object({ "other-name": z.array(z.object({ visibility, content: z.string().nullish() })).nullish() }).nullish(),
    })
    .nullish(),
  "activities-summary": z
    .object({
      employments: z
        .object({
          "affiliation-group": z
            .array(z.object({ summaries: z.array(z.object({ "employment-summary": organisation.nullish() })).nullish() }))
            .nullish(),
        })
        .nullish(),
      works: z.object({ group: z.array(z.object({ "work-summary": z.array(summary).nullish() })).nullish() }).nullish(),
    })
    .nullish(),
});

function isPublic(given: string | null | undefined): boolean {
  return given?.toLowerCase() === "public";
}

function dois(ids: readonly { type?: string | null; value?: string | null; relationship?: string | null }[]): string[] {
  return ids.flatMap(({ type, value: id, relationship }) =>
    type?.toLowerCase() === "doi" && ["self", "version-of"].includes(relationship?.toLowerCase() ?? "self") ? (plainText(id) ?? []) : [],
  );
}

function jsonWork(row: z.infer<typeof summary>): OrcidWork {
  const ids = (row["external-ids"]?.["external-id"] ?? []).map((id) => ({
    type: id["external-id-type"],
    value: id["external-id-value"],
    relationship: id["external-id-relationship"],
  }));
  return {
    isPublic: isPublic(row.visibility),
    title: plainText(row.title?.title?.value),
    type: row.type?.toLowerCase().replaceAll("_", "-"),
    year: plainText(row["publication-date"]?.year?.value),
    venue: plainText(row["journal-title"]?.value),
    dois: dois(ids),
  };
}

/** A public ORCID record as JSON (schema 3.0). The first work summary of a group stands for the group. */
export function readOrcidJson(given: unknown): ReadRecord[] {
  const parsed = orcidJson.safeParse(given);
  if (!parsed.success) return [{ record: 1, faults: [FAULTS.shape] }];
  const { person, "activities-summary": activities, "orcid-identifier": identifier } = parsed.data;
  const employments = (activities?.employments?.["affiliation-group"] ?? [])
    .flatMap((group) => group.summaries ?? [])
    .flatMap((one) => one["employment-summary"] ?? []);
  return recordsOf({
    orcid: orcidOf(identifier.path),
    isNamePublic: isPublic(person?.name?.visibility),
    given: plainText(person?.name?.["given-names"]?.value),
    family: plainText(person?.name?.["family-name"]?.value),
    credit: plainText(person?.name?.["credit-name"]?.value),
    otherNames: (person?.["other-names"]?.["other-name"] ?? []).flatMap((one) =>
      isPublic(one.visibility) ? (plainText(one.content) ?? []) : [],
    ),
    affiliations: employments.flatMap((one) => (isPublic(one.visibility) ? (plainText(one.organization?.name) ?? []) : [])),
    works: (activities?.works?.group ?? []).flatMap((group) => group["work-summary"]?.slice(0, 1) ?? []).map(jsonWork),
  });
}

function isElementPublic(element: XmlElement | undefined): boolean {
  return isPublic(element?.attributes.get("visibility"));
}

function xmlWork(element: XmlElement): OrcidWork {
  const ids = childrenOf(elementAt(element, "external-ids"), "external-id").map((id) => ({
    type: textAt(id, "external-id-type"),
    value: textAt(id, "external-id-value"),
    relationship: textAt(id, "external-id-relationship"),
  }));
  return {
    isPublic: isElementPublic(element),
    title: textAt(element, "title", "title"),
    type: textAt(element, "type"),
    year: textAt(element, "publication-date", "year"),
    venue: textAt(element, "journal-title"),
    dois: dois(ids),
  };
}

/** A public ORCID record as XML (schema 3.0). @throws RecordFault when it is not well formed */
export function readOrcidXml(text: string): ReadRecord[] {
  const root = parseXml(text);
  if (root.name !== "record") return [{ record: 1, faults: [FAULTS.shape] }];
  const name = elementAt(root, "person", "name");
  const activities = elementAt(root, "activities-summary");
  const employments = childrenOf(elementAt(activities, "employments"), "affiliation-group").flatMap((group) =>
    childrenOf(group, "employment-summary"),
  );
  const path = textAt(root, "orcid-identifier", "path");
  return recordsOf({
    orcid: orcidOf(path),
    isNamePublic: isElementPublic(name),
    given: textAt(name, "given-names"),
    family: textAt(name, "family-name"),
    credit: textAt(name, "credit-name"),
    otherNames: childrenOf(elementAt(root, "person", "other-names"), "other-name").flatMap((one) =>
      isElementPublic(one) ? (textAt(one, "content") ?? []) : [],
    ),
    affiliations: employments.flatMap((one) => (isElementPublic(one) ? (textAt(one, "organization", "name") ?? []) : [])),
    works: childrenOf(elementAt(activities, "works"), "group")
      .flatMap((group) => childrenOf(group, "work-summary").slice(0, 1))
      .map(xmlWork),
  });
}
