import { readFileSync } from "node:fs";
import { z } from "zod";
import {
  type AwardRow,
  awardRow,
  type FieldRow,
  fieldRow,
  type HolidayRow,
  holidayRow,
  type InstitutionRow,
  institutionRow,
  type PlaceRow,
  placeRow,
  type ScientistRow,
  type SourceRow,
  scientistRow,
  sourceRow,
} from "./rows.ts";

/**
 * The seed files by entity, in load order: every file refers only to keys of files before it
 * (inside places.json a row may refer to a later one). Paths are relative to this folder.
 */
export const SEED_FILES = {
  sources: ["sources.json"],
  fields: ["fields.json"],
  places: ["places.json"],
  institutions: ["institutions.json", "institutions-laureates.json"],
  awards: ["awards.json"],
  scientists: [
    "scientists-academicians-cas.json",
    "scientists-academicians-cae.json",
    "scientists-laureates-1.json",
    "scientists-laureates-2.json",
  ],
} as const;

/** Every seed row by entity, in file order. */
export interface SeedRows {
  readonly sources: SourceRow[];
  readonly fields: FieldRow[];
  readonly places: PlaceRow[];
  readonly institutions: InstitutionRow[];
  readonly awards: AwardRow[];
  readonly scientists: ScientistRow[];
}

function readRows<Row>(files: readonly string[], row: z.ZodType<Row>): Row[] {
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, import.meta.url), "utf8");
    const parsed = z.array(row).safeParse(JSON.parse(text));
    if (!parsed.success) {
      throw new Error(`seeds/${file} does not fit seeds/rows.ts: ${z.prettifyError(parsed.error)}`);
    }
    return parsed.data;
  });
}

/**
 * Reads and checks every seed file.
 *
 * @returns all rows by entity, in load order.
 * @throws Error naming the file and the offending rows when one does not fit the schema of rows.ts.
 */
export function readSeeds(): SeedRows {
  return {
    sources: readRows(SEED_FILES.sources, sourceRow),
    fields: readRows(SEED_FILES.fields, fieldRow),
    places: readRows(SEED_FILES.places, placeRow),
    institutions: readRows(SEED_FILES.institutions, institutionRow),
    awards: readRows(SEED_FILES.awards, awardRow),
    scientists: readRows(SEED_FILES.scientists, scientistRow),
  };
}

/** The file of public holidays; not loaded into the graph. */
const HOLIDAYS = "holidays.json";

/**
 * The days off and the make-up working days of mainland China, by date.
 * @throws Error naming the file and the offending rows when one does not fit the schema of rows.ts
 */
export function readHolidays(): HolidayRow[] {
  return readRows([HOLIDAYS], holidayRow);
}
