import { z } from "zod";
import { type Database, decodeRows } from "../../db/records.ts";
import { read, readBatch } from "../../db/run.ts";
import {
  EXPORT_ROWS,
  LEXICON_AWARDS,
  LEXICON_FIELDS,
  LEXICON_INSTITUTIONS,
  LEXICON_PLACES,
  PEOPLE_BY_CITATION,
  PEOPLE_BY_SPECIALTY,
  PROSE_OF_PEOPLE,
} from "./search.cypher.ts";

const text = z.string().nullable();
const named = z.object({
  nameZh: text,
  nameEn: text,
  date: text.optional(),
  degree: text.optional(),
  order: z.number().nullable().optional(),
});
const placeExport = z.object({ names: z.array(z.string()), namesEn: z.array(text), level: z.string() });
const exportRow = z.object({
  id: z.string(),
  nameZh: text,
  nameEn: text,
  birthDate: text,
  tier: text,
  specialty: text,
  orcid: text,
  birthPlaces: z.array(placeExport),
  ancestralHomes: z.array(placeExport),
  education: z.array(named),
  employment: z.array(named),
  fields: z.array(named),
  awards: z.array(named),
  sources: z.array(z.string()),
});
const fieldEntry = z.object({
  id: z.string(),
  scheme: z.enum(["SCIENCE_DIRECTION", "KEY_TECHNOLOGY", "TOPIC"]),
  nameZh: z.string(),
  nameEn: z.string(),
  synonyms: z.array(z.string()),
});
const placeEntry = z.object({
  id: z.string(),
  level: z.enum(["COUNTRY", "PROVINCE", "CITY", "COUNTY"]),
  nameZh: z.string(),
  nameEn: text,
  aliases: z.array(z.string()),
  within: z.array(z.string()),
  code: text,
});
const institutionEntry = z.object({ id: z.string(), nameZh: text, nameEn: text, aliases: z.array(z.string()) });
const awardEntry = z.object({ id: z.string(), key: text, nameZh: text, nameEn: z.string() });
const proseHits = z.object({ score: z.number(), numbers: z.array(z.number()) });
const prose = z.object({ key: z.string(), specialty: text, citations: z.array(z.string()) });

/** An item of an exported cell: its names and, where stated, a date and a degree or post. */
export type NamedExport = z.infer<typeof named>;
/** A place of an exported cell, nearest name first. */
export type PlaceExport = z.infer<typeof placeExport>;
/** The exported facts of one person. */
export type ExportRow = z.infer<typeof exportRow>;
/** People found in prose with one score of the index, by the engine's own numbers of their nodes. */
export type ProseHits = z.infer<typeof proseHits>;
/** The prose of one person, for highlights. */
export type Prose = z.infer<typeof prose>;

/** Everything that typed text can name. */
export interface LexiconRows {
  readonly fields: z.infer<typeof fieldEntry>[];
  readonly places: z.infer<typeof placeEntry>[];
  readonly institutions: z.infer<typeof institutionEntry>[];
  readonly awards: z.infer<typeof awardEntry>[];
}

const PROSE_TIMEOUT_MS = 5_000;

/** The reads of search. */
export function createSearchRepository({ driver, database }: Database) {
  return {
    async lexicon(): Promise<LexiconRows> {
      return {
        fields: decodeRows(fieldEntry, await read(driver, database, LEXICON_FIELDS)),
        places: decodeRows(placeEntry, await read(driver, database, LEXICON_PLACES)),
        institutions: decodeRows(institutionEntry, await read(driver, database, LEXICON_INSTITUTIONS)),
        awards: decodeRows(awardEntry, await read(driver, database, LEXICON_AWARDS)),
      };
    },
    /** People whose specialty or award citations hold the words of a Lucene query. */
    async peopleByProse(query: string): Promise<ProseHits[]> {
      const options = { timeoutMs: PROSE_TIMEOUT_MS };
      const [specialties, citations] = await Promise.all([
        read(driver, database, PEOPLE_BY_SPECIALTY, { query }, options),
        read(driver, database, PEOPLE_BY_CITATION, { query }, options),
      ]);
      return decodeRows(proseHits, [...specialties, ...citations]);
    },
    /** The prose of people, in the order of `ids`. */
    async proseOf(ids: readonly string[]): Promise<(Prose | null)[]> {
      return readBatch(driver, database, PROSE_OF_PEOPLE, ids, prose);
    },
    /** The exported facts of people, in the order of `ids`. */
    async exportRows(ids: readonly string[]): Promise<ExportRow[]> {
      return decodeRows(exportRow, await read(driver, database, EXPORT_ROWS, { ids }));
    },
  };
}

/** The reads of search. */
export type SearchRepository = ReturnType<typeof createSearchRepository>;
