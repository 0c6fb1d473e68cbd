import { z } from "zod";

/**
 * The shape of every row under seeds/. One JSON array per entity; large entities may be split
 * into several files (scientists-*.json). `key` is a readable, stable, unique key inside its
 * entity; our ULID ids are derived from it, so a second run of the seed meets the same nodes.
 */

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the precision of a date is what the source gave, never padded. */
export const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/);

export const sourceRow = z.strictObject({
  key: z.string(),
  title: z.string(),
  url: z.url(),
  publisher: z.string(),
  licence: z.string(),
  retrievedAt: z.iso.date(),
});

/** Provenance of one asserted fact. `retrievedOn` defaults to the source's `retrievedAt`. */
export const provenanceRow = z.strictObject({
  source: z.string(),
  retrievedOn: z.iso.date().optional(),
  confidence: z.number().min(0).max(1),
  verifiedBy: z.string().optional(),
  verifiedOn: z.iso.date().optional(),
  /** The page of the record itself when it is more exact than the source's own address. */
  url: z.url().optional(),
});

export const fieldRow = z.strictObject({
  key: z.string(),
  scheme: z.enum(["SCIENCE_DIRECTION", "KEY_TECHNOLOGY", "TOPIC"]),
  nameZh: z.string(),
  nameEn: z.string(),
  synonyms: z.array(z.string()),
  /** Keys of broader fields. A topic lies under one or more key technologies or, for basic science, a direction. */
  broader: z.array(z.string()),
  source: z.string(),
});

export const placeLevel = z.enum(["COUNTRY", "PROVINCE", "CITY", "COUNTY"]);

export const placeRow = z.strictObject({
  /** `cn:510000` for GB/T 2260 codes, `geonames:2950159` for foreign cities, `country:US`. */
  key: z.string(),
  level: placeLevel,
  nameZh: z.string(),
  nameEn: z.string().optional(),
  aliases: z.array(z.string()),
  /** GB/T 2260 (six digits) for China, ISO 3166-1 alpha-2 for countries and regions. */
  code: z.string().optional(),
  geonamesId: z.number().int().optional(),
  longitude: z.number().min(-180).max(180).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  within: z.string().optional(),
  validFrom: partialDate.optional(),
  validTo: partialDate.optional(),
  /** Key of the place that took over, for a code no longer in force. */
  succeededBy: z.string().optional(),
  source: z.string(),
});

export const institutionKind = z.enum(["UNIVERSITY", "RESEARCH_INSTITUTE", "HOSPITAL", "COMPANY", "GOVERNMENT", "ACADEMY", "OTHER"]);

export const institutionRow = z.strictObject({
  key: z.string(),
  nameZh: z.string().optional(),
  nameEn: z.string().optional(),
  aliases: z.array(z.string()),
  rorId: z
    .string()
    .regex(/^0[a-z0-9]{8}$/)
    .optional(),
  kind: institutionKind,
  /** Key of the city (or county, or country when nothing finer is known) it is in. */
  place: z.string().optional(),
  longitude: z.number().min(-180).max(180).optional(),
  latitude: z.number().min(-90).max(90).optional(),
  source: z.string(),
});

export const awardRow = z.strictObject({
  key: z.string(),
  nameZh: z.string().optional(),
  nameEn: z.string(),
  url: z.url().optional(),
  source: z.string(),
});

const placeLink = z.strictObject({
  /** Key of the place the words were resolved to; absent when they could not be resolved. */
  place: z.string().optional(),
  /** The words of the source, unchanged. */
  stated: z.string(),
  provenance: provenanceRow,
  inUse: z.boolean(),
});

const scalarFact = z.strictObject({ value: z.string(), provenance: provenanceRow, inUse: z.boolean() });

export const tier = z.enum(["TOP", "OUTSTANDING", "LEADING", "YOUNG"]);

export const scientistRow = z.strictObject({
  key: z.string(),
  /** Every scalar is a list: sources that disagree are all kept, exactly one is `inUse`. */
  nameZh: z.array(scalarFact).optional(),
  nameEn: z.array(scalarFact).optional(),
  aliases: z.array(z.string()),
  birthDate: z.array(scalarFact).optional(),
  deathDate: z.array(scalarFact).optional(),
  gender: z.array(scalarFact).optional(),
  /** The stated specialty, in the source's words; fields are assigned from it by rule. */
  specialty: z.array(scalarFact).optional(),
  tier: z.array(scalarFact).optional(),
  orcid: z
    .string()
    .regex(/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/)
    .optional(),
  openAlexId: z
    .string()
    .regex(/^A\d+$/)
    .optional(),
  wikidataId: z
    .string()
    .regex(/^Q\d+$/)
    .optional(),
  bornIn: z.array(placeLink),
  ancestralHome: z.array(placeLink),
  studiedAt: z.array(
    z.strictObject({
      institution: z.string().optional(),
      stated: z.string(),
      degree: z.string().optional(),
      from: partialDate.optional(),
      to: partialDate.optional(),
      provenance: provenanceRow,
    }),
  ),
  worksAt: z.array(
    z.strictObject({
      institution: z.string().optional(),
      stated: z.string(),
      role: z.string().optional(),
      from: partialDate.optional(),
      to: partialDate.optional(),
      /** The date on which the source says the person was there, when it gives no span. */
      asOf: partialDate.optional(),
      provenance: provenanceRow,
    }),
  ),
  specialisesIn: z.array(z.strictObject({ field: z.string(), weight: z.number().gt(0).max(1), provenance: provenanceRow })),
  received: z.array(
    z.strictObject({
      award: z.string(),
      year: z.number().int().optional(),
      category: z.string().optional(),
      motivation: z.string().optional(),
      provenance: provenanceRow,
    }),
  ),
});

/** A day that the State Council's yearly notice moves: a weekday off, or a weekend day worked. `source` is the notice's address. */
export const holidayRow = z.strictObject({
  date: z.iso.date(),
  name: z.string(),
  working: z.boolean(),
  source: z.url(),
});

export type HolidayRow = z.infer<typeof holidayRow>;
export type SourceRow = z.infer<typeof sourceRow>;
export type FieldRow = z.infer<typeof fieldRow>;
export type PlaceRow = z.infer<typeof placeRow>;
export type InstitutionRow = z.infer<typeof institutionRow>;
export type AwardRow = z.infer<typeof awardRow>;
export type ScientistRow = z.infer<typeof scientistRow>;
