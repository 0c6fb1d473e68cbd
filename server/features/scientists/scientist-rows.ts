import { z } from "zod";
import { lonLat } from "../../db/records.ts";

const text = z.string().nullable();
const tier = z.enum(["TOP", "OUTSTANDING", "LEADING", "YOUNG"]);
const level = z.enum(["COUNTRY", "PROVINCE", "CITY", "COUNTY"]);
const institutionKind = z.enum(["UNIVERSITY", "RESEARCH_INSTITUTE", "HOSPITAL", "COMPANY", "GOVERNMENT", "ACADEMY", "OTHER"]);
const fieldScheme = z.enum(["SCIENCE_DIRECTION", "KEY_TECHNOLOGY", "TOPIC"]);
const needKind = z.enum(["EQUIPMENT", "STUDENTS", "FUNDING", "PARTNERS", "DATA"]);

const provenance = {
  sourceId: z.string(),
  url: text,
  retrievedOn: z.string(),
  confidence: z.number().nullable(),
  verifiedBy: text,
  verifiedOn: text,
};

function one<T extends z.ZodType>(item: T) {
  return z.object({ key: z.string(), item });
}

function many<T extends z.ZodType>(item: T) {
  return z.object({ key: z.string(), items: z.array(item) });
}

/** Row of SCIENTISTS_BY_ID. */
export const scientistRow = one(
  z.object({
    id: z.string(),
    nameZh: text,
    nameEn: text,
    aliases: z.array(z.string()),
    birthDate: text,
    deathDate: text,
    specialty: text,
    tier: tier.nullable(),
    orcid: text,
    openAlexId: text,
    wikidataId: text,
  }),
);

/** Row of INSTITUTIONS_BY_ID. */
export const institutionRow = one(
  z.object({
    id: z.string(),
    nameZh: text,
    nameEn: text,
    aliases: z.array(z.string()),
    kind: institutionKind,
    rorId: text,
    location: lonLat.nullable(),
    sourceId: z.string(),
    placeId: text,
  }),
);

/** Row of PLACES_BY_ID. */
export const placeRow = one(
  z.object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: text,
    level,
    code: text,
    location: lonLat.nullable(),
    validFrom: text,
    validTo: text,
    withinIds: z.array(z.string()),
    succeededById: text,
  }),
);

/** Row of FIELDS_BY_ID. */
export const fieldRow = one(
  z.object({
    id: z.string(),
    scheme: fieldScheme,
    nameZh: z.string(),
    nameEn: z.string(),
    synonyms: z.array(z.string()),
    broaderIds: z.array(z.string()),
  }),
);

/** Row of SOURCES_BY_ID. */
export const sourceRow = one(
  z.object({
    id: z.string(),
    title: z.string(),
    url: z.string(),
    publisher: z.string(),
    licence: z.string(),
    retrievedAt: z.string(),
  }),
);

/** Row of the lists of ids. */
export const idRow = z.object({ id: z.string() });

/** Row of HOMES_OF. */
export const homesRow = z.object({ key: z.string(), birthPlaceId: text, ancestralHomeId: text });

const span = { institutionId: text, stated: z.string(), from: text, to: text, order: z.number().nullable(), ...provenance };

/** An item of EMPLOYMENT_OF. */
export const employmentItem = z.object({ ...span, role: text, asOf: text });
/** Row of EMPLOYMENT_OF. */
export const employmentRow = many(employmentItem).extend({ deceased: z.boolean() });

/** An item of EDUCATION_OF. */
export const educationItem = z.object({ ...span, degree: text });
/** Row of EDUCATION_OF. */
export const educationRow = many(educationItem);

/** Row of FIELDS_OF. */
export const fieldIdsRow = many(z.string());

const award = z.object({ id: z.string(), nameZh: text, nameEn: z.string(), url: text });

/** Row of AWARDS_OF. */
export const awardsRow = many(z.object({ award, year: z.number().nullable(), category: text, motivation: text, ...provenance }));

/** Row of FACTS_OF. */
export const factsRow = many(z.object({ property: z.string(), value: z.string(), resolvedId: text, inUse: z.boolean(), ...provenance }));

/** Row of TEAMS_OF. */
export const teamsRow = many(z.object({ team: z.string(), role: text, from: text, to: text }));
/** Row of NEEDS_OF. */
export const needsRow = many(z.object({ id: z.string(), kind: needKind, description: z.string(), statedOn: text }));
/** Row of UPDATES_OF. */
export const updatesRow = many(z.object({ id: z.string(), kind: z.string(), date: text, title: z.string(), url: text }));

const texts = z.array(text);

/** Row of FELLOW_ALUMNI and COLLEAGUES. */
export const fellowsRow = z.object({ sharedId: z.string(), own: z.array(texts), theirs: z.array(texts), size: z.number() });
/** Row of PEOPLE_FROM. */
export const neighbourRow = z.object({ sharedId: z.string(), otherIds: z.array(z.string()) });
